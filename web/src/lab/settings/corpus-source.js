import { packText, unpackText } from '../../link/text-link.js';
import { splitHeldOut } from '../../text/held-out.js';
import { ownText, segment } from '../../text/own-text.js';
import { isCutHere } from '../../text/script.js';
import { isLanguageModel } from '../model-fields.js';

/**
 * @typedef {import('../table.js').Values} Values
 * @typedef {import('../../../corpora/presets.js').Preset} Preset
 * @typedef {Pick<Values, 'tokenizer' | 'sentences' | 'minCount'>} CutValues
 * @typedef {CutValues & Pick<Values, 'corpus'>} TextValues
 *
 * @typedef {{preset: string} | {bytes: Uint8Array, encoding: string}} Source
 * @typedef {{tokenizer: 'space' | 'words' | 'characters', sentences: Values['sentences'],
 *   minCount: number}} Cut
 */

/** The encoding is known: it need not be guessed again. @param {Uint8Array} bytes */
const utf8 = (bytes) => ({ bytes, encoding: 'utf-8' });

/** The source of the training text: a preset by name, or the reader's own bytes. */
export class CorpusSource {
  /**
   * @param {object} options
   * @param {Preset[]} options.presets
   * @param {() => void} options.changed
   * @param {typeof segment} [options.cut] cuts text into words
   */
  constructor({ presets, changed, cut = segment }) {
    this.presets = presets;
    this.changed = changed;
    this.cutter = cut;
    /** @type {import('../../text/own-text.js').OwnText | null} */
    this.text = null;
    this.revision = 0;
    /** The packed text for a link; '' if it is too long. */
    this.packed = '';
    /** Share of the text, or of the dictionary, that is done; NaN while no words are cut. */
    this.segmenting = Number.NaN;
    /** @type {{key: string, bytes: Uint8Array} | null} */
    this.segmented = null;
  }

  /**
   * @param {import('../../text/own-text.js').OwnText} text
   * @returns {Promise<string>} the packed text for a link, or ''
   */
  async use(text) {
    this.text = text;
    this.revision += 1;
    this.segmented = null;
    this.packed = await packText(text.bytes);
    return this.packed;
  }

  /**
   * A source with another text, for a preview.
   * @param {import('../../text/own-text.js').OwnText} text
   * @param {(share: number) => void} [onProgress] of cutting its words
   */
  of(text, onProgress = () => {}) {
    const changed = () => onProgress(other.segmenting);
    const other = new CorpusSource({ presets: this.presets, changed, cut: this.cutter });
    other.text = text;
    return other;
  }

  /**
   * Reads the text in a link.
   * @param {string} packed
   * @returns {Promise<string>} '', or an error code
   */
  async restore(packed) {
    const found = await unpackText(packed);
    if ('problem' in found) return found.problem;
    if (!found.bytes.length) return 'BrokenLink';
    this.text = ownText('', found.bytes);
    this.packed = packed;
    this.revision += 1;
    return '';
  }

  /**
   * The options of the API that concern the corpus.
   * @param {Values} values the state
   * @returns {Promise<Cut & {corpus: Source, heldout?: Source}>}
   */
  async options(values) {
    if (!isLanguageModel(values.model)) return this.whole(values);
    const cut = cutOf(values);
    return { ...(await this.#split(values, cut)), ...cut };
  }

  /**
   * The whole text, without a held-out part.
   * @param {TextValues} values fields of the state
   * @returns {Promise<Cut & {corpus: Source}>}
   */
  async whole(values) {
    const { corpus, tokenizer } = values;
    const cut = cutOf(values);
    if (isCutHere(tokenizer)) return { corpus: utf8(await this.#cut(values)), ...cut };
    const source =
      corpus === 'own' ? utf8(this.text?.bytes ?? new Uint8Array()) : { preset: corpus };
    return { corpus: source, ...cut };
  }

  /**
   * The text as the model reads it.
   * @param {TextValues} values of a model
   */
  async textOf(values) {
    const { corpus, tokenizer } = values;
    if (tokenizer === 'segmenter') return new TextDecoder().decode(await this.#cut(values));
    if (corpus === 'own') return new TextDecoder().decode(this.text?.bytes);
    const preset = this.presets.find((candidate) => candidate.id === corpus);
    return (await preset?.load()) ?? '';
  }

  /** A training text and a held-out text: the corpus's own, else the end of the text. */
  async #split(/** @type {Values} */ values, /** @type {{sentences: string}} */ { sentences }) {
    const { corpus, tokenizer } = values;
    const segmented = isCutHere(tokenizer);
    const preset = this.presets.find((candidate) => candidate.id === corpus);
    if (preset?.heldout && !segmented) {
      return { corpus: { preset: corpus }, heldout: { preset: corpus } };
    }
    const text = corpus === 'own' ? this.text : await this.#presetText(corpus);
    const bytes = segmented ? await this.#cut(values) : (text?.bytes ?? new Uint8Array());
    const parts = splitHeldOut(bytes, values.heldout, sentences);
    if (!parts) return { corpus: utf8(bytes) };
    return { corpus: utf8(parts.train), heldout: utf8(parts.heldout) };
  }

  async #cut(/** @type {TextValues} */ { corpus, sentences, tokenizer }) {
    const key = `${corpus}#${this.revision}#${sentences}#${tokenizer}`;
    if (this.segmented?.key === key) return this.segmented.bytes;
    const source = corpus === 'own' ? this.text : await this.#presetText(corpus);
    const language = source?.suggestion.language ?? 'zh';
    const text = source?.bytes ?? new Uint8Array();
    const how = {
      sentences,
      language,
      tokenizer,
      onProgress: (/** @type {number} */ share) => {
        this.segmenting = share;
        this.changed();
      },
    };
    // An empty text needs no worker.
    const bytes = text.length ? await this.cutter(text, how) : text;
    this.segmenting = Number.NaN;
    this.segmented = { key, bytes };
    return bytes;
  }

  async #presetText(/** @type {string} */ id) {
    const preset = this.presets.find((candidate) => candidate.id === id);
    return ownText(id, new TextEncoder().encode((await preset?.load()) ?? ''));
  }
}

/** The tokenizer option for the API: segmented words are separated by spaces. */
/**
 * @param {CutValues} values
 * @returns {Cut}
 */
const cutOf = ({ tokenizer, sentences, minCount }) =>
  isCutHere(tokenizer)
    ? { tokenizer: 'space', sentences: 'lines', minCount }
    : { tokenizer: /** @type {Cut['tokenizer']} */ (tokenizer), sentences, minCount };
