import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { addMessages, t } from '../i18n/index.js';
import { en } from '../i18n/link-note-en.js';
import { zh } from '../i18n/link-note-zh.js';
import { MAX_FRAGMENT } from '../link/fragment.js';
import { namesIn } from '../link/link-fields.js';
import { MAX_LINK_CHARACTERS } from '../link/text-link.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { icon } from '../ui/parts.js';
import { hostOf } from '../ui/root.js';
import { adopt } from './adopt.js';
import { Keeper } from './keeper.js';
import css from './link-note.css?inline';
import { APPS, selectorOf } from './parts.js';

addMessages({ en, zh });

/**
 * Applies a link's `hide`, `lock` and `open` to the page, and shows the notes on the link. Event:
 * `set` {hide, lock} when the reader shows everything again.
 */
export class LinkNote extends LabElement {
  static properties = { ...given('hide lock opened notes'), ...own('read') };

  constructor() {
    super();
    this.hide = '';
    this.lock = '';
    this.opened = '';
    /** @type {import('../link/fragment.js').Note[]} */
    this.notes = [];
    /** The notes that the reader has closed. @type {import('../link/fragment.js').Note[] | null} */
    this.read = null;
  }

  connectedCallback() {
    super.connectedCallback();
    adopt(this, css);
    /** @type {HTMLElement | null} */
    const app = this.closest(Object.keys(APPS).join(', '));
    this.page = APPS[app?.localName ?? ''];
    if (app && this.page) this.keeper = new Keeper(app, this.page);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.keeper?.release();
    this.keeper = undefined;
  }

  updated(/** @type {import('lit').PropertyValues<this>} */ changed) {
    super.updated(changed);
    if (changed.has('hide') || changed.has('lock')) {
      this.keeper?.keep({ hide: namesIn(this.hide), lock: namesIn(this.lock) });
    }
    // A demo must not scroll the page around it.
    if (changed.has('opened') && this.opened && !hostOf(this)) this.#bringIntoView();
  }

  /** Scrolls as soon as the page has rendered the part. */
  #bringIntoView(tries = 40) {
    const selector = this.page ? selectorOf(this.page, [this.opened]) : '';
    if (!selector || tries === 0) return;
    const part = this.keeper?.app.querySelector(selector);
    if (part) requestAnimationFrame(() => part.scrollIntoView({ block: 'start' }));
    else setTimeout(() => this.isConnected && this.#bringIntoView(tries - 1), 50);
  }

  render() {
    const sentences = this.read === this.notes ? [] : this.notes.map(sentenceOf);
    const [hidden, locked] = [namesIn(this.hide).length, namesIn(this.lock).length];
    return html`
      ${sentences.length ? this.#notes(sentences) : nothing}
      ${
        hidden || locked
          ? html`<p class="link-note quiet-note" id="link-parts">
              <span>${partsText(hidden, locked)}</span>
              <button
                type="button"
                class="link"
                id="show-all"
                @click=${this.#release}
              >
                ${t(hidden ? 'link.showAll' : 'link.unlockAll')}
              </button>
            </p>`
          : nothing
      }
    `;
  }

  /** Removes hide, lock and open from the state. */
  #release() {
    this.emit('set', { hide: undefined, lock: undefined, opened: undefined });
  }

  #notes(/** @type {string[]} */ sentences) {
    return html`<div class="link-note" id="link-notes" role="status">
      <ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      <button
        type="button"
        class="quiet square"
        id="link-notes-close"
        aria-label=${t('link.close')}
        title=${t('link.close')}
        @click=${() => {
          this.read = this.notes;
        }}
      >
        ${icon('close')}
      </button>
    </div>`;
  }
}

function sentenceOf(/** @type {import('../link/fragment.js').Note} */ { kind, keys = [], value }) {
  return t(`link.note.${kind}`, {
    keys: keys.join(', '),
    value: value ?? '',
    max: whole(kind === 'long' ? MAX_FRAGMENT : MAX_LINK_CHARACTERS),
  });
}

function partsText(/** @type {number} */ hidden, /** @type {number} */ locked) {
  const key = hidden && locked ? 'both' : hidden ? 'hides' : 'locks';
  return t(`link.${key}`);
}

define('link-note', LinkNote);
