/** What is handed in: a link, a QR code, a file, a printed sheet. */
import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { codeOf, resultFragment } from '../tasks/result.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { inputOf } from '../ui/inputs.js';
import { download } from '../ui/parts.js';
import { copyOf, foldedCode } from './copied.js';
import { settingsOf } from './result-steps.js';
import { handInSheet } from './sheet.js';

/**
 * The last part of a lesson. The code and the sheet are drawn when they are asked for; a sheet is
 * also there when the page is printed.
 */
export class HandIn extends LabElement {
  static properties = { ...given('session version'), ...own('link said code name long settings') };

  constructor() {
    super();
    /** @type {import('./session.js').LessonSession} */
    this.session = unset();
    this.version = 0;
    this.link = '';
    this.said = '';
    this.name = '';
    /** Whether it is too long for a link. */
    this.long = false;
    /** What each step's training was set to. @type {string[]} */
    this.settings = [];
    /** The drawn code of a link. @type {{link: string, drawn: {size: number, path: string} | null} | null} */
    this.code = null;
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    if (changed.has('version') || changed.has('session')) void this.#write();
  }

  /** A link from before the latest training must not be copied. @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has('version')) return;
    this.link = '';
    this.long = false;
  }

  async #write() {
    const { source, result } = this.session;
    const fragment = await resultFragment(source, result);
    const { origin, pathname } = window.location;
    this.long = !fragment;
    this.link = fragment && `${origin === 'null' ? 'file://' : origin}${pathname}${fragment}`;
    if (this.link && this.code?.link !== this.link) {
      const { qrOf } = await part(() => import('../share/qr.js'));
      this.code = { link: this.link, drawn: qrOf(this.link) };
    }
    // Last: without it the link is whole, the sheet alone lacks a line.
    this.settings = await settingsOf(this.session, result);
  }

  async #copy() {
    this.said = await copyOf(this.querySelector('#hand-in-link'));
    this.session.handIn();
  }

  #print() {
    window.print();
    this.session.handIn();
  }

  #save() {
    const { session } = this;
    const { lesson, result } = session;
    const title = session.said(lesson.title);
    const seat = result.seat === null ? '' : `-${result.seat}`;
    const text = [this.name && `${t('lesson.sheet.name')}: ${this.name}`, title, this.link];
    const name = `preformer-${result.lesson}${seat}-${codeOf(result)}.txt`;
    download(name, new Blob([`${text.filter(Boolean).join('\n')}\n`], { type: 'text/plain' }));
    session.handIn();
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const something = session.progress.steps.some(({ attempts }) => attempts.length);
    if (!something) return html`<p class="note">${t('lesson.handIn.nothing')}</p>`;
    if (this.long) return html`<p class="note">${t('lesson.handIn.long')}</p>`;
    return html`
      <p class="note">${t('lesson.handIn.note')}</p>
      ${session.isOver ? nothing : html`<p class="note">${t('lesson.handIn.early')}</p>`}
      <label for="hand-in-link">${t('lesson.handIn.link')}</label>
      <div class="hand-in-line">
        <input
          class="text"
          id="hand-in-link"
          readonly
          spellcheck="false"
          .value=${this.link}
          @focus=${(/** @type {Event} */ event) => inputOf(event).select()}
        />
        <button type="button" class="primary" id="hand-in-copy" @click=${() => this.#copy()}>
          ${t('lesson.handIn.copy')}
        </button>
      </div>
      <p class="hand-in-said" role="status">${this.said}</p>
      <div class="hand-in-more">
        <button type="button" class="plain" id="hand-in-file" @click=${() => this.#save()}>
          ${t('lesson.handIn.file')}
        </button>
        <button type="button" class="plain" id="hand-in-print" @click=${() => this.#print()}>
          ${t('lesson.sheet')}
        </button>
      </div>
      <label for="sheet-name">${t('lesson.sheet.name')}</label>
      <input
        class="text"
        id="sheet-name"
        maxlength="80"
        autocomplete="off"
        .value=${this.name}
        aria-describedby="sheet-name-note"
        @input=${(/** @type {Event} */ event) => {
          this.name = inputOf(event).value;
        }}
      />
      <p class="note" id="sheet-name-note">${t('lesson.sheet.nameNote')}</p>
      ${this.#code()} ${handInSheet(session, this)}
    `;
  }

  #code() {
    if (!this.code) return nothing;
    if (!this.code.drawn) {
      const count = whole(this.link.length);
      return html`<p class="note" id="hand-in-code-long">${t('lesson.handIn.codeLong', { count })}</p>`;
    }
    return foldedCode(this.code.drawn);
  }
}

define('hand-in', HandIn);
