import { html, nothing } from 'lit';
import { memory } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { LabError, textOfFile } from '../text/own-text.js';
import { readable } from '../text/read-file.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { encodingField } from '../ui/encoding-field.js';
import { fileLine } from '../ui/file-line.js';
import { droppedOf } from '../ui/inputs.js';
import { leftOutText } from '../ui/left-out.js';
import { MAX_FILE, partLines, readLines } from './lines.js';
import { refusal } from './transfer-parts.js';

/** @typedef {import('./lines.js').Labelled} Labelled */

const TYPING_PAUSE_MS = 250;
// Longer texts are not put into the field, because their layout blocks the page.
const MAX_SHOWN = 60_000;

/**
 * A reader's own lines, `label<TAB>sentence`: typed, pasted, dropped or from a file. Errors are
 * shown at once; the typed text is kept.
 */
export class TransferLines extends LabElement {
  static properties = { ...given('use parse'), ...own('text name read error opened') };

  constructor() {
    super();
    /** @type {(lines: Labelled) => void} */
    this.use = () => {};
    /** @type {import('./lines.js').Parse} */
    this.parse = () => Promise.reject(new Error('no reader'));
    this.ticket = 0;
    this.text = '';
    this.name = '';
    /** @type {Labelled | null} */
    this.read = null;
    /** @type {Error | null} */
    this.error = null;
    /** @type {Awaited<ReturnType<typeof textOfFile>> | null} the file that the text is from */
    this.opened = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  open() {
    this.querySelector('dialog')?.showModal();
  }

  #close() {
    this.querySelector('dialog')?.close();
  }

  get #box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  #take(/** @type {string} */ text, name = '') {
    this.ticket += 1;
    Object.assign(this, { text, name, read: null, error: null, opened: null });
    const box = this.#box;
    const shown = text.length <= MAX_SHOWN ? text : '';
    if (box.value !== shown) box.value = shown;
    if (text.trim()) this.#read();
  }

  /** The answer to an older text is ignored. */
  async #read() {
    const ticket = ++this.ticket;
    /** @type {{read: Labelled | null, error: Error | null}} */
    const found = { read: null, error: null };
    try {
      const read = await readLines(this.text, this.parse);
      partLines(read);
      found.read = read;
    } catch (error) {
      found.error = error;
    }
    if (ticket === this.ticket) Object.assign(this, found);
  }

  #type() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#take(this.#box.value), TYPING_PAUSE_MS);
  }

  #paste(/** @type {ClipboardEvent} */ event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= MAX_SHOWN) return;
    event.preventDefault();
    this.#take(text, t('text.pasted'));
  }

  /**
   * The Tab key inserts a tab here; after Escape it moves the focus.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey) return;
    const box = this.#box;
    const start = box.value.lastIndexOf('\n', box.selectionStart - 1) + 1;
    const line = box.value.slice(start, box.selectionStart);
    if (!line.trim() || line.includes('\t')) return; // in other cases Tab moves the focus as usual
    event.preventDefault();
    box.setRangeText('\t', box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #drop(/** @type {DragEvent} */ event) {
    const file = droppedOf(event);
    if (file) this.takeFile(file);
  }

  /** @param {File} file @param {string} [encoding] the most probable */
  async takeFile(file, encoding) {
    try {
      if (file.size > MAX_FILE) {
        const more = { kind: 'lines.bytes', value: memory(file.size) };
        throw new LabError('TooLarge', 'file', more);
      }
      const opened = await readable(() => textOfFile(file, encoding));
      this.#take(opened.text, file.name);
      this.opened = opened;
    } catch (error) {
      Object.assign(this, { error });
    }
  }

  async #use() {
    clearTimeout(this.timer);
    const { value } = this.#box;
    if (value) this.text = value; // the current content is used, even before its preview is ready
    await this.#read();
    if (!this.read) return;
    this.use(this.read);
    this.#close();
  }

  render() {
    const { text, read, error } = this;
    const large = text.length > MAX_SHOWN;
    return html`
      <dialog id="lines-dialog" aria-labelledby="lines-title" @dragover=${this.#drop} @drop=${this.#drop}>
        <h2 id="lines-title">${t('transfer.lines.title')}</h2>
        <p class="note">${t('transfer.lines.note')}</p>
        <label for="lines-box">${t('transfer.lines.label')}</label>
        <textarea
          id="lines-box"
          rows="9"
          spellcheck="false"
          dir="auto"
          aria-describedby="lines-note lines-problem"
          placeholder=${t('transfer.lines.placeholder')}
          ?hidden=${large}
          @input=${this.#type}
          @paste=${this.#paste}
          @keydown=${this.#key}
        ></textarea>
        ${
          large
            ? html`<p class="large-text">
                <span>${t('text.large', { name: this.name, size: memory(text.length) })}</span>
                <button type="button" class="link" id="lines-clear" @click=${() => this.#take('')}>
                  ${t('text.clear')}
                </button>
              </p>`
            : nothing
        }
        <p class="note" id="lines-note">${t('transfer.lines.tab')}</p>
        ${fileLine('lines-file', '.txt,.tsv,.tab,.gz,text/*', (file) => this.takeFile(file))}
        ${encodingField(this.opened?.decoded, 'lines-encoding', (encoding) => {
          if (this.opened) this.takeFile(this.opened.file, encoding);
        })}
        ${refusal(error, 'lines-problem')} ${read ? summary(read) : nothing}
        <div class="dialog-actions">
          <button type="button" class="plain" id="lines-cancel" @click=${this.#close}>
            ${t('text.cancel')}
          </button>
          <button type="button" class="primary" id="lines-use" @click=${this.#use}>
            ${t('transfer.lines.use')}
          </button>
        </div>
      </dialog>
    `;
  }
}

/** @param {Labelled} read */
function summary(read) {
  const { labels, sentences, targets } = read;
  const left = leftOutText(read);
  const counts = labels.map(() => 0);
  for (const target of targets) counts[target] += 1;
  const shown = labels.slice(0, 8).map((label, i) => `${label} ${counts[i]}`);
  const list = shown.join(' · ') + (labels.length > shown.length ? ' …' : '');
  return html`<p class="note" id="lines-counts" role="status">
    ${t('transfer.lines.counts', { lines: sentences.length, labels: labels.length, list })}
    ${read.headings ? t('transfer.lines.heading') : nothing}
    ${left ? html`<span class="warning" id="lines-left-out">${left}</span>` : nothing}
  </p>`;
}

define('transfer-lines', TransferLines);
