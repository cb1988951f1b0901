import { html, nothing } from 'lit';
import { language, t } from '../i18n/index.js';
import { remember, rememberTheme } from '../link/visited.js';
import { LabElement, unset } from './base.js';
import { Frame } from './canvas.js';
import { later } from './later.js';
import { applyLook, wantedLanguage } from './look.js';
import { loadMediaSheets } from './media-sheets.js';
import './page-header.js';
import { focusOn, hostOf } from './root.js';
import { sitePages } from './site-pages.js';
import { recallSize } from './size.js';
import { loadTexts, textsReady } from './texts.js';

/**
 * @typedef {'lab' | 'ladder' | 'polysemy' | 'transfer'} PageName
 * @typedef {import('../link/link-fields.js').PageValues & {theme: 'auto' | 'light' | 'dark'}}
 *   PageValues
 *
 * @typedef {import('../link/linked-store.js').LinkedStore<PageValues> & {set(changes: object): void,
 *   fragment(more?: object): string}} PageStore
 * @typedef {EventTarget & {store: PageStore, start(): Promise<unknown>,
 *   keeping?: {note?: object | null} | null}} PageSession
 *
 * @typedef {object} Shared what the share dialog uses of a page
 * @property {PageName} page
 * @property {(more?: object) => string} fragment the fragment of the link, with further fields
 * @property {string} lacks text about what the link leaves out
 *
 * @typedef {object} Sharing functions of share/at-start.js, which this folder does not import
 * @property {(element: Element) => Promise<void>} openShare
 * @property {(app: HTMLElement, store: PageStore) => unknown} linkNote
 *
 * @typedef {object} About properties of a page
 * @property {PageName} page
 * @property {string} title key of its title
 * @property {string} main id of the target of the skip link
 * @property {string} focus selector of the element that the skip link focuses
 */

/**
 * A whole page: connects state and session with the elements. It renders the skip link, the header,
 * the story and the notes on the link; a page overrides `content()`, which is below them.
 * @template {PageSession} S
 */
export class PageElement extends LabElement {
  #about;
  #sharing;

  /** Set by `connect`. @type {S} */
  session = unset();
  /** Counts the changes of the session, for elements whose properties change internally. */
  version = 0;

  /** @param {About} about @param {Sharing} sharing */
  constructor(about, sharing) {
    super();
    this.#about = about;
    this.#sharing = sharing;
  }

  /** Starts the page; called once. @param {S} session */
  connect(session) {
    this.session = session;
    const { title } = this.#about;
    if (!hostOf(this)) {
      recallSize();
      loadMediaSheets();
    }
    const frame = new Frame(() => {
      this.version += 1;
      this.requestUpdate();
    });
    const look = () => {
      if (!hostOf(this)) {
        remember(this.#about.page, session.store.fragment());
        rememberTheme(session.store.get('theme'));
      }
      applyLook(session.store, title, this);
      this.requestUpdate();
      const wanted = wantedLanguage(session.store);
      if (!textsReady(wanted)) this.#fetchTexts(wanted, look);
    };
    session.addEventListener('change', () => frame.request());
    session.store.addEventListener('change', look);
    look();
    return session.start();
  }

  /** Loads the texts of another language, or the first ones. @param {() => void} look */
  #fetchTexts(/** @type {'en' | 'zh'} */ wanted, look) {
    const load = () => loadTexts(wanted);
    if (textsReady(language())) {
      later(load, () => this.querySelector('#language'), look);
      return;
    }
    load().then(look, ({ message }) => {
      this.textContent = message; // there are no texts to say it with
    });
  }

  /** A page has one main landmark; an embedded demo is part of another page. */
  get mainRole() {
    return hostOf(this) ? nothing : 'main';
  }

  // ---- link

  /** Fields of the link that depend on the current run, such as its hash. @returns {object} */
  get promised() {
    return {};
  }

  /** Text about what the link leaves out. */
  get lacks() {
    return '';
  }

  /** The data for the share dialog. @returns {Shared} */
  get shared() {
    const { store } = this.session;
    const fragment = (more = {}) => store.fragment({ ...this.promised, ...more });
    return { page: this.#about.page, fragment, lacks: this.lacks };
  }

  // ---- rendering

  /** Sets fields on behalf of a control. @param {Record<string, unknown>} wanted */
  set(wanted) {
    this.session.store.set(wanted);
  }

  #heard(/** @type {CustomEvent<Record<string, unknown>>} */ { detail }) {
    this.set(detail);
  }

  #skip(/** @type {Event} */ event) {
    event.preventDefault(); // the fragment contains the state
    focusOn(this, this.#about.focus);
  }

  /** The row of models, where a page has one. @returns {unknown} */
  story() {
    return nothing;
  }

  /**
   * A note on trainings that were kept; its element is loaded with what keeps them (keep/).
   * @returns {unknown}
   */
  keptNote() {
    const { keeping } = this.session;
    if (!keeping?.note) return nothing;
    return html`<kept-note .keeping=${keeping} .note=${keeping.note}></kept-note>`;
  }

  /** The page takes the place of its first paint (web/shell). @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    if (!this.session || !textsReady(language())) return;
    for (const shell of this.querySelectorAll(':scope > [data-shell]')) shell.remove();
  }

  /** The page below its header. @abstract @returns {unknown} */
  content() {
    return nothing;
  }

  render() {
    if (!this.session || !textsReady(language())) return nothing;
    const { page } = this.#about;
    return html`
      ${hostOf(this) ? nothing : this.#skipLink()}
      <div class=${`page ${page}-page`} @set=${this.#heard}>
        ${hostOf(this) ? nothing : this.#head()}
        ${this.#sharing.linkNote(this, this.session.store)}
        ${this.keptNote()}
        ${this.content()}
      </div>
    `;
  }

  #skipLink() {
    return html`<a class="skip" href=${`#${this.#about.main}`} @click=${this.#skip}
      >${t('page.skip')}</a
    >`;
  }

  #head() {
    return html`
      <lab-header
        .theme=${this.session.store.get('theme')}
        .next=${language() === 'zh' ? 'en' : 'zh'}
        .page=${this.#about.page}
        .pages=${sitePages(this.session.store)}
        .openShare=${this.#sharing.openShare}
        .shared=${() => this.shared}
      ></lab-header>
      ${this.story()}
    `;
  }
}
