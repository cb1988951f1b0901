/**
 * The benchmark of word vectors: what is trained, and how it is timed. The page of the benchmark and
 * `./build.sh bench` both use this.
 */

/** gensim's settings, but for the rates. */
export const SHAPE = { vectorSize: 100, window: 5, negative: 5, sample: 1e-3, minCount: 5 };

/** Preformer's CBOW divides by the mean number of context words, so its rate is larger. */
export const ALPHA = {
  'skip-gram': { ours: 0.025, peers: 0.025 },
  cbow: { ours: 0.2, peers: 0.05 },
};

/** How many windows of Skip-gram share negative samples, besides 1. */
export const SHARED = [4, 16];

/**
 * Times one training, through the public API.
 * @param {{create: typeof import('../api/index.js').create}} api
 * @param {object} task
 * @param {import('../api/types.js').CreateOptions['corpus']} task.corpus
 * @param {object} task.options of create()
 * @param {string} [task.wordPairs] the text of a word-similarity file
 * @param {AbortSignal} [task.signal]
 * @returns {Promise<{tokensPerSecond: number, build: string, buildReason: string,
 *   spearman?: number}>}
 */
export async function trainWords(api, { corpus, options, wordPairs, signal }) {
  const model = await api.create({ ...options, corpus });
  try {
    const start = performance.now();
    const { tokens } = await model.resume({ signal });
    const tokensPerSecond = tokens / ((performance.now() - start) / 1000);
    const { build, buildReason } = /** @type {{build: string, buildReason: string}} */ (model.info);
    const found = wordPairs ? await model.evaluateWordPairs(wordPairs) : undefined;
    return { tokensPerSecond, build, buildReason, spearman: found?.spearman };
  } finally {
    await model.close();
  }
}
