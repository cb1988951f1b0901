import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { pick, t } from '../../i18n/index.js';
import { define, LabElement } from '../../ui/base.js';
import './cut-field.js';
import { icon, problem } from '../../ui/parts.js';
import './token-preview.js';

/**
 * Choose a corpus, see where it comes from and how it is cut; drop a file anywhere on it.
 * Events: `use-preset` {id}, `open-text`, `drop-file` {file}, `set` (from the cut), `preview-toggle`.
 */
export class CorpusPanel extends LabElement {
  static properties = {
    presets: { attribute: false },
    values: { attribute: false },
    ownName: { attribute: false },
    hasOwn: { type: Boolean, attribute: false },
    info: { attribute: false },
    suggested: { attribute: false },
    error: { attribute: false },
    preparing: { type: Boolean, attribute: false },
    segmenting: { attribute: false },
    preview: { attribute: false },
    dragged: { state: true },
  };

  constructor() {
    super();
    /** @type {any[]} */
    this.presets = [];
    /** @type {Record<string, any>} */
    this.values = {};
    this.ownName = '';
    this.hasOwn = false;
    /** @type {any} */
    this.info = null;
    this.suggested = '';
    /** @type {any} */
    this.error = null;
    this.preparing = false;
    this.segmenting = Number.NaN;
    /** @type {any} */
    this.preview = null;
    this.dragged = false;
  }

  #choose(/** @type {any} */ { target }) {
    this.emit('use-preset', { id: target.value });
  }

  #drag(/** @type {DragEvent} */ event) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragged = event.type === 'dragover';
    if (event.type !== 'drop') return;
    const file = event.dataTransfer.files[0];
    if (file) this.emit('drop-file', { file });
  }

  render() {
    const preset = this.presets.find((p) => p.id === this.values.corpus);
    const ownName = this.ownName ? t('corpus.ownNamed', { name: this.ownName }) : t('corpus.own');
    return html`
      <section
        class=${`panel-section corpus ${this.dragged ? 'dragged' : ''}`}
        aria-labelledby="corpus-title"
        @dragover=${this.#drag}
        @dragleave=${this.#drag}
        @drop=${this.#drag}
      >
        <h2 id="corpus-title">${t('corpus.title')}</h2>
        <select
          id="corpus"
          data-value=${this.values.corpus}
          aria-label=${t('corpus.choose')}
          aria-describedby="corpus-note"
          @change=${this.#choose}
        >
          ${this.presets.map(
            (p) =>
              html`<option value=${p.id} ?selected=${p.id === this.values.corpus}>
                ${shortTitle(p)}
              </option>`,
          )}
          ${
            this.hasOwn
              ? html`<option value="own" ?selected=${this.values.corpus === 'own'}>
                  ${ownName}
                </option>`
              : nothing
          }
        </select>
        <p class="note" id="corpus-note">${this.#note(preset)}</p>
        ${problem(this.error, 'corpus-problem')}
        <button type="button" class="plain add" id="own-text" @click=${() => this.emit('open-text')}>
          ${icon('plus')} ${t('corpus.add')}
        </button>
        ${this.#cut()}
        <p class="drop-hint" aria-hidden="true">${t('corpus.drop')}</p>
      </section>
    `;
  }

  #note(/** @type {any} */ preset) {
    if (Number.isFinite(this.segmenting)) {
      return t('corpus.segmenting', { percent: Math.round(100 * this.segmenting) });
    }
    const sizes = this.info ?? preset?.sizes;
    const counts =
      sizes && !this.preparing
        ? t('corpus.sizes', {
            sentences: whole(sizes.sentences),
            words: whole(sizes.vocabulary),
          })
        : this.preparing && !preset
          ? t('corpus.preparing')
          : preset
            ? t('corpus.sizes', {
                sentences: whole(preset.sizes.sentences),
                words: whole(preset.sizes.vocabulary),
              })
            : '';
    return [counts, pick(preset?.source), preset?.licence].filter(Boolean).join(' · ');
  }

  #cut() {
    const toggle = (/** @type {any} */ event) =>
      this.emit('preview-toggle', { open: event.target.open });
    return html`
      <details class="more" id="cut" @toggle=${toggle}>
        <summary>${t('corpus.cut')}</summary>
        <cut-field
          prefix="corpus"
          .tokenizer=${this.values.tokenizer}
          .sentences=${this.values.sentences}
          .suggested=${this.suggested}
          @cut=${(/** @type {CustomEvent} */ event) => this.emit('set', event.detail)}
        ></cut-field>
        <token-preview .result=${this.preview} busy></token-preview>
      </details>
    `;
  }
}

/** The title without its explanation, which would not fit. */
const shortTitle = (/** @type {any} */ { title }) => pick(title).split(/[:：]/)[0];

define('corpus-panel', CorpusPanel);
