/**
 * Reads from a trained model what the programs use: its options, its text, and the values to
 * reproduce.
 */

/** Number of words whose similarities are compared: frequent words, but not the most frequent. */
const [FIRST, LAST] = [30, 90];

const dot = (/** @type {Float32Array} */ a, /** @type {Float32Array} */ b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/**
 * The cosine of each pair, in the order (0, 1), (0, 2), …, (1, 2), ….
 * @param {Float32Array[]} rows
 */
export function pairSimilarities(rows) {
  const norms = rows.map((row) => Math.sqrt(dot(row, row)) || 1);
  return rows.flatMap((a, i) =>
    rows.slice(i + 1).map((b, k) => dot(a, b) / (norms[i] * norms[i + 1 + k])),
  );
}

/**
 * @typedef {object} Trained the parts of a trained model of the API that are read
 * @property {import('./python.js').Run['options']} options
 * @property {() => Promise<{epochLoss: number, heldoutPerplexity: number}>} report
 * @property {(options: {topn: number}) => Promise<{word: string}[]>} vocabulary
 * @property {(word: string) => Promise<Float32Array>} vector
 */

/**
 * @param {Trained} model
 * @param {{train: string, heldout: string, link: string}} given the texts have one sentence per
 *   line
 * @returns {Promise<import('./python.js').Run>}
 */
export async function runOf(model, given) {
  const [report, listed] = await Promise.all([model.report(), model.vocabulary({ topn: LAST })]);
  const isLanguageModel = !['cbow', 'skip-gram'].includes(model.options.model);
  const start = listed.length > 2 * FIRST ? FIRST : 0;
  const chosen = isLanguageModel ? [] : listed.slice(start);
  const words = chosen.map(({ word }) => word);
  const rows = await Promise.all(words.map((word) => model.vector(word)));
  return {
    options: model.options,
    ...given,
    words,
    similarities: pairSimilarities(rows),
    perplexity: report.heldoutPerplexity ?? Number.NaN,
    loss: report.epochLoss,
  };
}
