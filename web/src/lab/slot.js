/**
 * One step of the story with its model: created or not, trained or not. The page holds a slot per
 * model kind, so moving along the story loses nothing.
 *
 * @typedef {object} Slot
 * @property {string} kind a step of the story, or 'loaded'
 * @property {any} model
 * @property {string} key what it was made from (Store.trainingKey); '' before
 * @property {Record<string, any>} values the settings it was made with
 * @property {import('./import/lender.js').Lender | null} start the vectors from a file that it began with
 * @property {{key: string, made: Promise<boolean>} | null} pending the model being made
 * @property {boolean} running
 * @property {any} report
 * @property {Array<{word: string, count: number}>} vocabulary most frequent first, capped
 * @property {Set<string>} known
 * @property {{positions: Float32Array, explained: number[]} | null} projection
 * @property {Float32Array | null} plane positions in the plane of the analogy
 * @property {any} umap {positions, progress, running, step} or null
 * @property {Int32Array | null} clusters
 * @property {any} evaluation
 * @property {any} answers
 * @property {string} hash of the weights as they stand; '' while they move
 * @property {import('./runs.js').Run | null} run
 * @property {number} secondsLeft NaN while unknown
 * @property {number} tokensPerSecond as the reports come in; 0 while unknown
 * @property {any} predictions next word, blank, score, generated text; {} while unknown
 * @property {any} perplexities on held-out text, n-grams beside the model; null while unknown
 * @property {any} contexts ELMo's vectors of two sentences, by layer; null while unknown
 * @property {number} ticket the latest preparation
 * @property {any} error that concerns the model as a whole
 */

/** @param {string} kind @returns {Slot} */
export const emptySlot = (kind) => ({
  kind,
  model: null,
  key: '',
  values: {},
  start: null,
  pending: null,
  running: false,
  report: null,
  vocabulary: [],
  known: new Set(),
  projection: null,
  plane: null,
  umap: null,
  clusters: null,
  evaluation: null,
  answers: {},
  hash: '',
  run: null,
  secondsLeft: Number.NaN,
  tokensPerSecond: 0,
  predictions: {},
  perplexities: null,
  contexts: null,
  ticket: 0,
  error: null,
});

/** Words that are listed, searched and drawn. The core keeps them all. */
export const MAX_LISTED = 20_000;
export const MAX_DRAWN = 3_000;

/** Vectors and models from files have learned, whoever trained them. */
export const isTrained = (/** @type {Slot | undefined} */ slot) =>
  slot?.kind === 'loaded' || (slot?.report?.step ?? 0) > 0;

/** Does the model have a vector per word at its output, of the same kind as at its input? */
export const hasOutput = (/** @type {Slot} */ { kind }) => kind === 'cbow' || kind === 'skip-gram';

/** What a slot holds: for a checkpoint from a file, the model it was made by. @param {Slot} slot */
export const modelKind = ({ kind, model }) =>
  kind === 'loaded' ? (model?.options.model ?? kind) : kind;

/** @param {Slot} slot @param {any} model @param {string} key @param {Record<string, any>} values */
export async function adopt(slot, model, key, values) {
  const [vocabulary, report] = await Promise.all([
    model.vocabulary({ topn: MAX_LISTED }),
    model.info.trainable ? model.report() : null,
  ]);
  const { kind, ticket } = slot;
  Object.assign(slot, emptySlot(kind), { model, key, values, report, ticket });
  slot.vocabulary = vocabulary.slice(0, MAX_LISTED);
  slot.known = new Set(slot.vocabulary.map((/** @type {{word: string}} */ entry) => entry.word));
}

/** Smooths the time left and the pace: both as moving averages over the reports of a run. */
export class Eta {
  #last = { at: 0, progress: 0, tokens: 0 };
  #rate = 0; // share of the work done per millisecond
  /** Corpus tokens read in a second; 0 while unknown. */
  tokensPerSecond = 0;

  /**
   * @param {number} at milliseconds
   * @param {number} progress 0 … 1
   * @param {number} [tokens] read so far
   * @returns {number} seconds left, or NaN at first
   */
  update(at, progress, tokens = 0) {
    const before = this.#last;
    const elapsed = Math.max(1, at - before.at);
    if (progress < before.progress || before.at === 0) this.#rate = this.tokensPerSecond = 0;
    else if (elapsed < 50) return this.#seconds(progress);
    else {
      this.#rate = smooth(this.#rate, (progress - before.progress) / elapsed);
      const pace = (1000 * (tokens - before.tokens)) / elapsed;
      this.tokensPerSecond = smooth(this.tokensPerSecond, pace);
    }
    this.#last = { at, progress, tokens };
    return this.#seconds(progress);
  }

  #seconds(/** @type {number} */ progress) {
    return this.#rate > 0 ? (1 - progress) / this.#rate / 1000 : Number.NaN;
  }
}

const smooth = (/** @type {number} */ old, /** @type {number} */ fresh) =>
  old ? 0.8 * old + 0.2 * fresh : fresh;
