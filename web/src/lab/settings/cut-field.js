import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { textOf } from '../../ui/inputs.js';

const TOKENIZERS = ['space', 'words', 'characters', 'segmenter', 'jieba1'];

/**
 * Chooses how a text is split into tokens and sentences. Event: `cut` {tokenizer | sentences}.
 * There are two of them (column and dialog); `prefix` makes their ids different.
 */
export class CutField extends LabElement {
  static properties = given('prefix tokenizer sentences suggested language');

  constructor() {
    super();
    this.prefix = 'corpus';
    this.tokenizer = 'words';
    this.sentences = 'lines';
    this.suggested = '';
    this.language = 'other';
  }

  #choose(/** @type {string} */ name) {
    return (/** @type {Event} */ event) => this.emit('cut', { [name]: textOf(event) });
  }

  #note() {
    const { tokenizer, language } = this;
    const needed = !['zh', 'ja', 'other'].includes(language) && !('Segmenter' in Intl);
    const notes = [
      ...(tokenizer === 'segmenter' ? ['corpus.segmenterNote'] : []),
      ...(tokenizer === 'jieba1' ? ['corpus.dictionaryNote', 'corpus.dictionaryLicence'] : []),
      ...(needed ? ['corpus.noSegmenter'] : []),
    ];
    return notes.map((note) => html`<p class="note">${t(note)}</p>`);
  }

  render() {
    const offered = TOKENIZERS.filter((name) => name !== 'segmenter' || 'Segmenter' in Intl);
    const name = (/** @type {string} */ tokenizer) =>
      t(`corpus.tokenizer.${tokenizer}`) +
      (tokenizer === this.suggested ? ` · ${t('corpus.suggested')}` : '');
    return html`
      <div class="field">
        <label for=${`${this.prefix}-tokenizer`}>${t('corpus.tokenizer')}</label>
        <select
          id=${`${this.prefix}-tokenizer`}
          data-value=${this.tokenizer}
          @change=${this.#choose('tokenizer')}>
          ${offered.map(
            (tokenizer) =>
              html`<option value=${tokenizer} ?selected=${tokenizer === this.tokenizer}>
                ${name(tokenizer)}
              </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for=${`${this.prefix}-sentences`}>${t('corpus.sentences')}</label>
        <select
          id=${`${this.prefix}-sentences`}
          data-value=${this.sentences}
          @change=${this.#choose('sentences')}>
          ${['lines', 'stops'].map(
            (rule) =>
              html`<option value=${rule} ?selected=${rule === this.sentences}>
                ${t(`corpus.sentences.${rule}`)}
              </option>`,
          )}
        </select>
      </div>
      ${this.#note()}
    `;
  }
}

define('cut-field', CutField);
