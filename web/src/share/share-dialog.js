import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { sentences, whole } from '../i18n/format.js';
import { addMessages, language, t } from '../i18n/index.js';
import { en } from '../i18n/share-en.js';
import { zh } from '../i18n/share-zh.js';
import { LONG_LINK, linkTo } from '../link/copied-link.js';
import { namesIn } from '../link/link-fields.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { inputOf } from '../ui/inputs.js';
import { icon } from '../ui/parts.js';
import { adopt } from './adopt.js';
import css from './share.css?inline';
import './share-code.js';
import './share-hosts.js';
import './share-limits.js';
import './share-pictures.js';
import { keepTicks, ticksOf } from './ticks.js';

addMessages({ en, zh });

/** @typedef {import('../ui/page-element.js').PageElement<import('../ui/page-element.js').PageSession>} Page */

const TABS = ['link', 'hosts', 'picture'];
const SAID_MS = 2500;
/** Pages whose runs can be asked whether a goal is reached. */
const CAN_BE_TASK = ['lab', 'polysemy', 'transfer'];

/**
 * The share dialog: the link and its options, its QR code, snippets for other sites, and the plots.
 * The page gives its data through `app.shared`.
 */
export class ShareDialog extends LabElement {
  static properties = { ...given('app'), ...own('tab start hide lock said version') };

  constructor() {
    super();
    /** The page; set by `openShare`. @type {Page} */
    this.app = unset();
    this.tab = 'link';
    this.start = 'auto';
    /** @type {string[]} */
    this.hide = [];
    /** @type {string[]} */
    this.lock = [];
    /** The message about the last action. */
    this.said = '';
    this.version = 0;
    /** The settings of the link that was opened. @type {import('./ticks.js').Ticks | null} */
    this.opened = null;
  }

  connectedCallback() {
    super.connectedCallback();
    adopt(this, css);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /**
   * The initial settings are those of the link that was opened; then they stay as the reader left
   * them in this tab.
   */
  open() {
    const { start, hide, lock } = this.app.session.store.values;
    const opened = { start, hide: namesIn(hide), lock: namesIn(lock) };
    Object.assign(this, opened, ticksOf(this.app.shared.page, opened));
    this.opened = opened;
    this.said = '';
    this.version += 1; // the page has changed since
    const dialog = this.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  updated(/** @type {import('lit').PropertyValues} */ changed) {
    super.updated(changed);
    const { opened, start, hide, lock } = this;
    if (opened) keepTicks(this.app.shared.page, opened, { start, hide, lock });
  }

  get fragment() {
    const [hide, lock] = [this.hide.join(','), this.lock.join(',')];
    return this.app.shared.fragment({ start: this.start, hide, lock });
  }

  get link() {
    return linkTo(this.fragment, window.location);
  }

  #say(/** @type {string} */ said, stays = false) {
    this.said = said;
    clearTimeout(this.timer);
    if (stays) return;
    this.timer = setTimeout(() => {
      this.said = '';
    }, SAID_MS);
  }

  async #copy(/** @type {string} */ text, /** @type {string} */ field) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(t('share.copied'));
    } catch {
      /** @type {HTMLInputElement | null} */
      const box = this.querySelector(field);
      box?.focus();
      box?.select();
      this.#say(t('share.copyFailed'));
    }
  }

  async #share() {
    try {
      await navigator.share({ title: document.title, url: this.link });
    } catch (error) {
      if (error.name !== 'AbortError') this.#say(t('share.shareFailed'));
    }
  }

  render() {
    if (!this.app) return html`<dialog></dialog>`;
    return html`
      <dialog id="share-dialog" class="share" aria-labelledby="share-title">
        <div class="share-head">
          <h2 id="share-title">${t('share.title')}</h2>
          <button
            type="button"
            class="quiet square"
            id="share-close"
            aria-label=${t('share.close')}
            title=${t('share.close')}
            @click=${() => this.close()}
          >
            ${icon('close')}
          </button>
        </div>
        ${choice({
          id: 'share-tab',
          legend: t('share.title'),
          values: TABS,
          current: this.tab,
          label: (value) => t(`share.tab.${value}`),
          choose: (value) => {
            this.tab = value;
          },
          look: 'row small',
        })}
        ${this.tab === 'link' ? this.#link() : this.tab === 'hosts' ? this.#hosts() : this.#pictures()}
        <p class="share-said" role="status" id="share-said">${this.said}</p>
      </dialog>
    `;
  }

  #link() {
    const { link } = this;
    const { lacks, page } = this.app.shared;
    return html`
      <label for="share-link">${t('share.link')}</label>
      <div class="share-line">
        <input
          class="text"
          id="share-link"
          readonly
          spellcheck="false"
          .value=${link}
          aria-describedby="share-link-note"
          @focus=${(/** @type {Event} */ event) => inputOf(event).select()}
        />
        <button
          type="button"
          class="primary"
          id="share-copy"
          @click=${() => this.#copy(link, '#share-link')}
        >
          ${t('share.copy')}
        </button>
        ${
          'share' in navigator
            ? html`<button type="button" class="plain" id="share-sheet" @click=${this.#share}>
                ${t('share.sheet')}
              </button>`
            : nothing
        }
      </div>
      ${this.#notes(link, lacks)}
      ${choice({
        id: 'share-start',
        legend: t('share.start'),
        values: ['auto', 'training', 'paused'],
        current: this.start,
        label: (value) => t(`share.start.${value}`),
        choose: (value) => {
          this.start = value;
        },
        look: 'row below',
        help: t(`share.start.${this.start}.help`),
        helpClass: 'note',
      })}
      <share-limits
        .page=${page}
        .hide=${this.hide}
        .lock=${this.lock}
        @limits=${(/** @type {CustomEvent} */ { detail }) => Object.assign(this, detail)}
      ></share-limits>
      ${this.#lesson(link)}
      <share-code .link=${link} @failed=${this.#failed}></share-code>
    `;
  }

  /** The page of lessons makes one of this state. */
  #lesson(/** @type {string} */ link) {
    const file = language() === 'zh' ? './lessons.zh.html' : './lessons.html';
    if (!CAN_BE_TASK.includes(this.app.shared.page)) return nothing;
    const state = link.split('/').at(-1) ?? '';
    return html`<p class="share-lesson">
      <a id="share-lesson" href=${`${file}#v=1&make=${encodeURIComponent(state)}`}>${t('share.lesson')}</a>
      <span class="note">${t('share.lesson.note')}</span>
    </p>`;
  }

  #notes(/** @type {string} */ link, /** @type {string} */ lacks) {
    const long = link.length > LONG_LINK;
    const count = whole(link.length);
    const local = /^(file:|https?:\/\/(localhost|127\.|\[::1\]))/.test(link);
    return html`
      <p class=${long ? 'warning' : 'note'} id="share-link-note">
        ${
          long
            ? t('share.long', { count })
            : sentences(t('share.length', { count }), t('header.copyPrivate'))
        }
      </p>
      ${lacks ? html`<p class="warning" id="share-lacks">${lacks}</p>` : nothing}
      ${local ? html`<p class="warning" id="share-local">${t('share.local')}</p>` : nothing}
    `;
  }

  #hosts() {
    return html`<share-hosts
      .fragment=${this.fragment}
      .page=${this.app.shared.page}
      @copy=${(/** @type {CustomEvent} */ { detail }) => this.#copy(detail.text, '#share-snippet')}
    ></share-hosts>`;
  }

  #failed(/** @type {CustomEvent<import('../i18n/errors.js').Fault>} */ { detail }) {
    const isHidden = detail?.code === 'CanvasHidden';
    this.#say(isHidden ? errorText(detail) : t('share.picture.failed'), isHidden);
  }

  #pictures() {
    return html`<share-pictures
      .app=${this.app}
      .link=${this.link}
      .version=${this.version}
      @saved=${(/** @type {CustomEvent} */ { detail }) => this.#say(t('export.done', { name: detail.name }))}
      @failed=${this.#failed}
    ></share-pictures>`;
  }
}

define('share-dialog', ShareDialog);
