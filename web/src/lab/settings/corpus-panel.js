import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { pick, t } from '../../i18n/index.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { droppedOf, openOf, textOf } from '../../ui/inputs.js';
import './cut-field.js';
import { icon, problem } from '../../ui/parts.js';
import { shortTitle } from './short-title.js';
import { tokenPreview } from './token-preview.js';

/**
 * @typedef {import('../../../corpora/presets.js').Preset} Preset
 * @typedef {import('./token-preview.js').Preview} Preview
 */

/**
 * Chooses a corpus and how it is split, and shows its source. Files can be dropped anywhere on it.
 */
export class CorpusPanel extends LabElement {
  static properties = {
    ...given('session values shown version addText'),
    ...own('preview previewed dragged'),
  };

  constructor() {
    super();
    /** @type {import('../session.js').Session | null} */
    this.session = null;
    /** @type {import('../table.js').Values} the state */
    this.values = unset();
    /** The current slot. @type {import('../slot.js').Slot | null} */
    this.shown = null;
    /** Counts the changes of `session`. */
    this.version = 0;
    /** Opens the dialog for a text. @type {(file?: File) => Promise<void>} */
    this.addText = async () => {};
    /** The tokens of the corpus, while its details are open. @type {Preview | null} */
    this.preview = null;
    this.previewed = false;
    this.previewKey = '';
    this.dragged = false;
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    this.#refreshPreview();
  }

  /** Updates the preview while it is shown. */
  async #refreshPreview() {
    const { session, values } = this;
    if (!this.previewed || !session) return;
    const { corpus, tokenizer, sentences, minCount } = values;
    const key = [corpus, session.source.revision, tokenizer, sentences, minCount].join('|');
    if (key === this.previewKey) return;
    this.previewKey = key;
    const preview = await session.preview(values).catch(() => null);
    if (key === this.previewKey) this.preview = preview;
  }

  #drag(/** @type {DragEvent} */ event) {
    const file = droppedOf(event);
    this.dragged = event.type === 'dragover' && event.defaultPrevented;
    if (file) this.addText(file);
  }

  render() {
    const { session, values } = this;
    if (!session) return nothing;
    const { corpusError, presets } = session;
    const { text } = session.source;
    const preset = presets.find(({ id }) => id === values.corpus);
    const ownName = text?.name ? t('corpus.ownNamed', { name: text.name }) : t('corpus.own');
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
          data-value=${values.corpus}
          aria-label=${t('corpus.choose')}
          aria-describedby="corpus-note"
          @change=${(/** @type {Event} */ event) => session.usePreset(textOf(event))}
        >
          ${presets
            .filter((p) => !p.former || p.id === values.corpus)
            .map(
              (p) =>
                html`<option value=${p.id} ?selected=${p.id === values.corpus}>
                ${shortTitle(p)}
              </option>`,
            )}
          ${
            text
              ? html`<option value="own" ?selected=${values.corpus === 'own'}>
                  ${ownName}
                </option>`
              : nothing
          }
        </select>
        <p class="note" id="corpus-note">${this.#note(session, preset)}</p>
        ${problem(corpusError, 'corpus-problem')}
        <button type="button" class="plain add" id="own-text" @click=${() => this.addText()}>
          ${icon('plus')} ${t('corpus.add')}
        </button>
        ${this.#cut(session)}
        <p class="drop-hint" aria-hidden="true">${t('corpus.drop')}</p>
      </section>
    `;
  }

  /**
   * Sizes, source and licence.
   * @param {import('../session.js').Session} session @param {Preset | undefined} preset
   */
  #note(session, preset) {
    const { segmenting } = session.source;
    if (Number.isFinite(segmenting)) {
      return t('corpus.segmenting', { percent: Math.round(100 * segmenting) });
    }
    const preparing = this.shown?.preparing;
    const sizes = preparing ? preset?.sizes : (this.#info(session) ?? preset?.sizes);
    const counts = sizes
      ? t('corpus.sizes', { sentences: whole(sizes.sentences), words: whole(sizes.vocabulary) })
      : preparing
        ? t('corpus.preparing')
        : '';
    const source = preset ? pick(preset.source) : '';
    return [counts, source, preset?.licence].filter(Boolean).join(' · ');
  }

  /** The sizes from the current model, or from the counts of the reader's text. */
  #info(/** @type {import('../session.js').Session} */ session) {
    const { shown: slot } = this;
    const fresh = slot && !session.isStale(slot) && slot.kind !== 'loaded';
    if (fresh) return slot.model?.info;
    return this.values.corpus === 'own' ? session.textCounts : null;
  }

  #cut(/** @type {import('../session.js').Session} */ session) {
    const toggle = (/** @type {Event} */ event) => {
      this.previewed = openOf(event);
    };
    return html`
      <details class="more" id="cut" @toggle=${toggle}>
        <summary>${t('corpus.cut')}</summary>
        <cut-field
          .prefix=${'corpus'}
          .tokenizer=${this.values.tokenizer}
          .sentences=${this.values.sentences}
          .suggested=${session.store.context().corpus.tokenizer}
          .language=${session.source.text?.suggestion.language ?? 'other'}
          @cut=${(/** @type {CustomEvent} */ event) => this.emit('set', event.detail)}
        ></cut-field>
        ${this.preview ? tokenPreview(this.preview) : html`<p class="note">${t('corpus.preparing')}</p>`}
      </details>
    `;
  }
}

define('corpus-panel', CorpusPanel);
