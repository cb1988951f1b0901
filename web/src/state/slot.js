/**
 * One step of the story with its model: created or not, trained or not. The page holds a slot per
 * model kind, so moving along the story loses nothing.
 *
 * @typedef {object} Slot
 * @property {string} kind 'one-hot' | 'cbow' | 'skip-gram' | 'loaded'
 * @property {any} model
 * @property {string} key what it was made from (Store.trainingKey); '' before
 * @property {Record<string, any>} values the settings it was made with
 * @property {boolean} preparing
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
 * @property {number} ticket the latest preparation
 * @property {any} error that concerns the model as a whole
 */

/** @param {string} kind @returns {Slot} */
export const emptySlot = (kind) => ({
  kind,
  model: null,
  key: '',
  values: {},
  preparing: false,
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
  ticket: 0,
  error: null,
});

/** Words that are listed, searched and drawn. The core keeps them all. */
export const MAX_LISTED = 20_000;
export const MAX_DRAWN = 3_000;

export const isTrained = (/** @type {Slot | undefined} */ slot) => (slot?.report?.step ?? 0) > 0;

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

/** Smooths the time left: the share of work done per millisecond, as a moving average. */
export class Eta {
  #last = { at: 0, progress: 0 };
  #rate = 0;

  /** @param {number} at @param {number} progress @returns {number} seconds, or NaN at first */
  update(at, progress) {
    const { at: before, progress: done } = this.#last;
    const rate = (progress - done) / Math.max(1, at - before);
    if (progress < done || before === 0) this.#rate = 0;
    else if (at - before < 50) return this.#seconds(progress);
    else this.#rate = this.#rate ? 0.8 * this.#rate + 0.2 * rate : rate;
    this.#last = { at, progress };
    return this.#seconds(progress);
  }

  #seconds(/** @type {number} */ progress) {
    return this.#rate > 0 ? (1 - progress) / this.#rate / 1000 : Number.NaN;
  }
}
