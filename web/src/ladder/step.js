/**
 * One rung with its model.
 * @typedef {object} Step
 * @property {import('./rungs.js').Rung} rung
 * @property {'waiting' | 'running' | 'paused' | 'done' | 'failed'} state
 * @property {any} model null until its turn
 * @property {any} report
 * @property {string} hash of the trained weights; '' before
 * @property {{epoch: number, loss: number}[]} points of the loss curve
 * @property {Float32Array | null} positions of the words on the map
 * @property {any} cloud of the occurrences of the polyseme, where a rung tells them apart
 * @property {{words: string[], positions: Float32Array} | null} plane the words of the analogy
 * @property {string} watched the polyseme whose occurrences the model holds
 * @property {number} seconds of training
 * @property {number} parameters
 * @property {number} bytes
 * @property {any} perplexities on the held-out text, n-grams beside; null where there are none
 * @property {{correct: number, total: number} | null} analogies over all of the corpus
 * @property {Record<string, import('./answers.js').Answer>} answers by question
 * @property {any} error
 */

/** @param {import('./rungs.js').Rung} rung @returns {Step} */
export const emptyStep = (rung) => ({
  rung,
  state: 'waiting',
  model: null,
  report: null,
  hash: '',
  points: [],
  positions: null,
  cloud: null,
  plane: null,
  watched: '',
  seconds: 0,
  parameters: Number.NaN,
  bytes: Number.NaN,
  perplexities: null,
  analogies: null,
  answers: {},
  error: null,
});

/** A one-hot vector has nothing to learn. */
export const isTrainable = (/** @type {Step} */ { rung }) => rung.id !== 'one-hot';
