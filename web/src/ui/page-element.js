import { html, nothing } from 'lit';
import { language, t } from '../i18n/index.js';
import { LabElement, unset } from './base.js';
import { Frame } from './canvas.js';
import { applyLook } from './look.js';
import './page-header.js';
import { focusOn, hostOf } from './root.js';
import { storyPages } from './story-pages.js';

/**
 * @typedef {'lab' | 'ladder' | 'polysemy' | 'transfer'} PageName
 * @typedef {import('../link/link-fields.js').PageValues & {theme: 'auto' | 'light' | 'dark'}}
 *   PageValues
 *
 * @typedef {import('../link/linked-store.js').LinkedStore<PageValues> & {set(changes: object): void,
 *   fragment(more?: object): string}} PageStore
 * @typedef {EventTarget & {store: PageStore, start(): Promise<unknown>}} PageSession
 *
 * @typedef {object} Shared what leaves a page as an address
 * @property {PageName} page
 * @property {(more?: object) => string} fragment of the link, with further fields
 * @property {string} lacks what the link leaves out, in words
 *
 * @typedef {object} Sharing what a page takes from share/at-start.js, which stands above this folder
 * @property {(element: Element) => Promise<void>} openShare
 * @property {(app: HTMLElement, store: PageStore) => unknown} linkNote
 *
 * @typedef {object} About a page
 * @property {PageName} page
 * @property {string} title the message that names it
 * @property {string} main where the skip link leads: an id
 * @property {string} focus what has the focus then: a selector
 */

/**
 * A whole page: joins state and session with the parts of the page. The shell is here (skip link,
 * header, story, notes on the link); a page says with `content()` what stands below.
 * @template {PageSession} S
 */
export class PageElement extends LabElement {
  #about;
  #sharing;

  /** Set by `connect`. @type {S} */
  session = unset();
  /** Counts what happened in the session, for elements whose properties change inside. */
  version = 0;

  /** @param {About} about @param {Sharing} sharing */
  constructor(about, sharing) {
    super();
    this.#about = about;
    this.#sharing = sharing;
  }

  /** Starts the page's life; called once with everything it needs. @param {S} session */
  connect(session) {
    this.session = session;
    const { title } = this.#about;
    const frame = new Frame(() => {
      this.version += 1;
      this.requestUpdate();
    });
    const look = () => {
      applyLook(session.store, title, this);
      this.requestUpdate();
    };
    session.addEventListener('change', () => frame.request());
    session.store.addEventListener('change', look);
    look();
    return session.start();
  }

  /** A page has one main part; an embedded demo is a part of somebody's page. */
  get mainRole() {
    return hostOf(this) ? nothing : 'main';
  }

  // ---- its link

  /** Fields of the link that speak of the run on show, such as its hash. @returns {object} */
  get promised() {
    return {};
  }

  /** What the link leaves out, in words. */
  get lacks() {
    return '';
  }

  /** What the share dialog asks of a page. @returns {Shared} */
  get shared() {
    const { store } = this.session;
    const fragment = (more = {}) => store.fragment({ ...this.promised, ...more });
    return { page: this.#about.page, fragment, lacks: this.lacks };
  }

  // ---- what it shows

  /** A control wants fields to change. @param {Record<string, unknown>} wanted */
  set(wanted) {
    this.session.store.set(wanted);
  }

  #heard(/** @type {CustomEvent<Record<string, unknown>>} */ { detail }) {
    this.set(detail);
  }

  #skip(/** @type {Event} */ event) {
    event.preventDefault(); // the fragment is the state's
    focusOn(this, this.#about.focus);
  }

  /** The row of steps and pages. @returns {unknown} */
  story() {
    return storyPages(this.session.store, this.#about.page);
  }

  /** The page below its head. @abstract @returns {unknown} */
  content() {
    return nothing;
  }

  render() {
    if (!this.session) return nothing;
    const { page } = this.#about;
    return html`
      ${hostOf(this) ? nothing : this.#skipLink()}
      <div class=${`page ${page}-page`} @set=${this.#heard}>
        ${hostOf(this) ? nothing : this.#head()}
        ${this.#sharing.linkNote(this, this.session.store)}
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
        .openShare=${this.#sharing.openShare}
        .shared=${() => this.shared}
      ></lab-header>
      ${this.story()}
    `;
  }
}
