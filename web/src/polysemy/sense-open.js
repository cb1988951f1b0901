import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { filesOf } from '../ui/inputs.js';
import { problem, progressBar } from '../ui/parts.js';

/**
 * Opens published weights of an ELMo. The code for it (the HDF5 reader has a megabyte) is loaded
 * when files are chosen.
 */
export class SenseOpen extends LabElement {
  static properties = { ...given('session'), ...own('progress error') };

  constructor() {
    super();
    /** @type {import('./session.js').SenseSession | null} */
    this.session = null;
    /** Share that was read; NaN when nothing is being read. */
    this.progress = Number.NaN;
    /** @type {Error | null} */
    this.error = null;
    /** @type {AbortController | null} */
    this.stop = null;
  }

  async #pick(/** @type {Event} */ event) {
    const files = filesOf(event);
    if (!files.length || !this.session) return;
    this.error = null;
    this.stop = new AbortController();
    const { signal } = this.stop;
    const onProgress = (/** @type {number} */ share) => {
      if (!signal.aborted) this.progress = share;
    };
    try {
      const { openWeights } = await part(() => import('./open-elmo.js'));
      this.progress = 0; // its messages are loaded now
      await openWeights(this.session, files, { signal, onProgress });
    } catch (error) {
      if (error.code !== 'Cancelled') this.error = error;
    }
    this.progress = Number.NaN;
    this.stop = null;
  }

  render() {
    return html`<section class="panel-section" aria-labelledby="elmo-title">
      <h2 id="elmo-title">${t('sense.open.title')}</h2>
      <p class="note" id="elmo-note">${t('sense.open.note')}</p>
      ${
        Number.isNaN(this.progress)
          ? html`<button
              type="button"
              class="plain"
              id="open-elmo"
              aria-describedby="elmo-note"
              @click=${() => this.querySelector('input')?.click()}
            >
              ${t('sense.open.button')}
            </button>`
          : this.#reading()
      }
      <input type="file" id="elmo-files" hidden multiple accept=".json,.hdf5,.h5" @change=${this.#pick} />
      ${problem(this.error, 'elmo-problem')}
    </section>`;
  }

  #reading() {
    const text = t('import.reading.weights', { percent: Math.round(100 * this.progress) });
    const label = t('import.progress');
    return html`
      <p class="note" id="elmo-reading">${this.progress > 0 ? text : nothing}</p>
      ${progressBar(this.progress, text, { id: 'elmo-progress', label })}
      <button type="button" class="plain" id="elmo-cancel" @click=${() => this.stop?.abort()}>
        ${t('text.cancel')}
      </button>
    `;
  }
}

define('sense-open', SenseOpen);
