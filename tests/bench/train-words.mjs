// Times the training of word vectors through the public API, in a page or under Node.

/**
 * @param {typeof import('../../web/src/api/index.js')} api
 * @param {{corpus: string, options: object, wordPairs?: string}} task wordPairs: the text of a
 *   word-similarity file
 * @returns {Promise<{tokensPerSecond: number, build: string, buildReason: string,
 *   spearman?: number}>}
 */
export async function trainWords(api, { corpus, options, wordPairs }) {
  const model = await api.create({ ...options, corpus });
  try {
    const start = performance.now();
    const { tokens } = await model.resume();
    const tokensPerSecond = tokens / ((performance.now() - start) / 1000);
    const { build, buildReason } = model.info;
    const found = wordPairs && (await model.evaluateWordPairs(wordPairs));
    return { tokensPerSecond, build, buildReason, spearman: found?.spearman };
  } finally {
    await model.close();
  }
}
