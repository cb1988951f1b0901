/** Shapes of what models tell. */

/**
 * @typedef {object} Report
 * @property {number} epoch the epoch under way, from 1
 * @property {number} epochs
 * @property {number} step steps done; a step is one window, one exact minibatch
 * @property {number} steps expected for the whole run
 * @property {number} progress 0 … 1
 * @property {number} loss mean per prediction since the report before, in nats; NaN before the first
 * @property {number} tokens corpus tokens consumed
 * @property {number} tokensPerSecond
 * @property {number} learningRate
 * @property {boolean} finished
 * @property {boolean} diverged finished early, the loss infinite: try a smaller learning rate
 * @property {boolean} running
 *
 * @typedef {object} Info
 * @property {number} vocabulary words
 * @property {number} dimensions numbers in a word vector
 * @property {number} tokens in the corpus, after rare words were dropped; 0 for loaded vectors
 * @property {number} sentences
 * @property {number} replaced ill-formed UTF-8 sequences and lone surrogates that became U+FFFD
 * @property {number} overlong tokens of more than 1,000 bytes, skipped
 * @property {boolean} trainable false for vectors from a file
 * @property {'exact' | 'fast'} build that runs
 * @property {string} buildReason why not the build that was asked for; empty if it is
 *
 * @typedef {{word: string, similarity: number}} Neighbour
 * @typedef {{name: string, correct: number, total: number, oov: number, accuracy: number}} Section
 *
 * @typedef {object} Opened what the engine tells about a new model
 * @property {number} id
 * @property {any} info
 * @property {any} [report]
 */

export {};
