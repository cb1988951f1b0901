import { html } from 'lit';
import { memory, percent, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, LabElement, own } from '../../ui/base.js';
import { textOf } from '../../ui/inputs.js';
import { progressBar } from '../../ui/parts.js';

const LIMITS = [1_000, 5_000, 20_000, 50_000, 100_000];
const FIRST_CHOICE = 20_000;

/**
 * @typedef {import('../../api/model.js').Model} Model
 * @typedef {import('../../api/load.js').ReadOptions} ReadOptions
 */

/**
 * Chooses how much of a large file to read, and shows the progress. `ask()` opens the dialog and
 * resolves to the result of `read`, or to null if the reader cancels.
 */
export class ImportDialog extends LabElement {
  static properties = own('name size limit progress');

  constructor() {
    super();
    this.name = '';
    this.size = 0;
    this.limit = FIRST_CHOICE;
    /** @type {{progress: number, words: number} | null} */
    this.progress = null;
    /** @type {AbortController | null} */
    this.stop = null;
    /** @type {(options: ReadOptions) => Promise<Model | null>} */
    this.read = async () => null;
    /** @type {{resolve: (model: Model | null) => void, reject: (error: Error) => void}} */
    this.settle = { resolve: () => {}, reject: () => {} };
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /**
   * @param {{name: string, size: number, read: ImportDialog['read']}} file
   * @returns {Promise<Model | null>}
   */
  async ask({ name, size, read }) {
    Object.assign(this, { name, size, read, progress: null });
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  async #open() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.progress = { progress: 0, words: 0 };
    const onProgress = (/** @type {{progress: number, words: number}} */ progress) => {
      if (!signal.aborted) this.progress = progress;
    };
    const limit = this.limit || undefined;
    try {
      this.#close(await this.read({ limit, signal, onProgress }));
    } catch (error) {
      if (error.code === 'Cancelled') this.#close(null);
      else {
        this.settle.reject(error);
        this.#close(null);
      }
    }
  }

  #close(/** @type {Model | null} */ result) {
    this.settle.resolve(result);
    this.progress = null;
    this.stop = null;
    if (this.dialog.open) this.dialog.close();
  }

  /** The cancel button or the Escape key. */
  #cancel(/** @type {Event} */ event) {
    event.preventDefault();
    if (this.stop) this.stop.abort();
    else this.#close(null);
  }

  render() {
    const file = t('import.file', { name: this.name, size: memory(this.size) });
    return html`
      <dialog id="import-dialog" aria-labelledby="import-title" @cancel=${this.#cancel}>
        <h2 id="import-title">${t('import.title')}</h2>
        <p id="import-file">${file}</p>
        ${this.progress ? this.#reading(this.progress) : this.#choice()}
        <div class="dialog-actions">
          <button type="button" class="plain" id="import-cancel" @click=${this.#cancel}>
            ${t('import.cancel')}
          </button>
          <button
            type="button"
            class="primary"
            id="import-open"
            ?disabled=${this.progress !== null}
            @click=${this.#open}
          >
            ${t('import.open')}
          </button>
        </div>
      </dialog>
    `;
  }

  #choice() {
    const choose = (/** @type {Event} */ event) => {
      this.limit = Number(textOf(event));
    };
    return html`
      <label for="import-limit">${t('import.limit')}</label>
      <select
        id="import-limit"
        data-value=${String(this.limit)}
        aria-describedby="import-limit-help"
        @change=${choose}
      >
        ${LIMITS.map(
          (limit) =>
            html`<option value=${limit} ?selected=${limit === this.limit}>
              ${t('import.first', { count: whole(limit) })}
            </option>`,
        )}
        <option value="0" ?selected=${this.limit === 0}>${t('import.all')}</option>
      </select>
      <p class="note" id="import-limit-help">${t('import.limit.help')}</p>
    `;
  }

  #reading(/** @type {{progress: number, words: number}} */ { progress, words }) {
    const text = t('import.reading', { percent: percent(progress), words: whole(words) });
    return html`
      <p class="note" id="import-reading">${text}</p>
      ${progressBar(progress, text, { id: 'import-progress', label: t('import.progress') })}
    `;
  }
}

define('import-dialog', ImportDialog);
