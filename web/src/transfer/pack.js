/**
 * A pre-trained model A with all that came of it: one for the digits, one for each text and kind of
 * language model.
 *
 * @typedef {import('./results.js').Result} Result
 *
 * @typedef {object} Job what is under way beside pre-training
 * @property {'train' | 'compare'} name
 * @property {number} progress 0 … 1
 * @property {number} secondsLeft NaN while unknown
 * @property {AbortController} control
 *
 * @typedef {object} Comparison
 * @property {Result[]} results as they arrive
 * @property {number[]} labels the axis
 * @property {string[]} modes
 * @property {number} seeds
 * @property {boolean} finished
 *
 * @typedef {object} Moment of pre-training
 * @property {number} epoch passes done, a fraction
 * @property {number} loss
 * @property {number} accuracy NaN where the model classifies nothing
 *
 * @typedef {object} Pack
 * @property {string} key
 * @property {any} data the examples, as the chapter needs them
 * @property {any} model
 * @property {number} seed that the model was made from
 * @property {any} report
 * @property {Moment[]} history
 * @property {string} hash of A's weights at rest
 * @property {any} heldout how A does on examples it never saw
 * @property {any} filters the first layer's, as they are now
 * @property {boolean} preparing
 * @property {boolean} running A trains
 * @property {number} secondsLeft
 * @property {any} last the last B, with all that was measured of it
 * @property {any[]} tries every B so far, the latest last: no models, only what came out
 * @property {Comparison | null} comparison
 * @property {Job | null} job
 * @property {Promise<Set<string>> | null} known words of a language model
 * @property {Record<string, any>} errors by the step they concern: 'pretrain', 'train', 'compare'
 * @property {number} ticket the latest preparation
 */

/** @param {string} key @returns {Pack} */
export const emptyPack = (key) => ({
  key,
  data: null,
  model: null,
  seed: 0,
  report: null,
  history: [],
  hash: '',
  heldout: null,
  filters: null,
  preparing: false,
  running: false,
  secondsLeft: Number.NaN,
  last: null,
  tries: [],
  comparison: null,
  job: null,
  known: null,
  errors: {},
  ticket: 0,
});

/** What an untrained A has nothing to say about. */
export const untrained = () => ({
  report: null,
  history: [],
  hash: '',
  heldout: null,
  filters: null,
  secondsLeft: Number.NaN,
  last: null,
  tries: [],
  comparison: null,
  errors: {},
});

/** @param {Pack} pack */
export const isTrained = (pack) => (pack.report?.step ?? 0) > 0;

/** @param {Pack} pack */
export const isFinished = (pack) => Boolean(pack.report?.finished);

/** @param {Pack} pack @returns {'preparing' | 'ready' | 'running' | 'paused' | 'finished'} */
export function statusOf(pack) {
  if (pack.running) return 'running';
  if (!pack.model) return 'preparing';
  if (isFinished(pack)) return 'finished';
  return isTrained(pack) ? 'paused' : 'ready';
}

const MAX_MOMENTS = 400;

/**
 * A report as a point of the curves; a long run keeps every other point.
 * @param {Pack} pack
 */
export function remember(pack) {
  const { progress, epochs, loss, accuracy = Number.NaN } = pack.report;
  if (!Number.isFinite(loss)) return;
  const epoch = progress * epochs;
  const { history } = pack;
  if (history.length && history[history.length - 1].epoch >= epoch) return;
  // A report tells of a few batches: the curves show a moving mean.
  const before = history.at(-1);
  const smooth = (/** @type {number} */ old, /** @type {number} */ now) => old + (now - old) / 4;
  const moment = {
    epoch,
    loss: before ? smooth(before.loss, loss) : loss,
    accuracy: before ? smooth(before.accuracy, accuracy) : accuracy,
  };
  const moments = [...history, moment];
  pack.history = moments.length > MAX_MOMENTS ? moments.filter((_, i) => i % 2 === 1) : moments;
}
