/** The examples of questions about words. */

/** @typedef {import('../fixtures.js').Fixtures} Fixtures */

/** @type {Record<string, (given: Fixtures) => unknown>} */
export const vectors = {
  'model.mostSimilar': ({ model }) =>
    model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'], topn: 2 }),

  'model.mostSimilarCosmul': ({ model }) =>
    model.mostSimilarCosmul({ positive: ['king', 'woman'], negative: 'man', topn: 2 }),

  'model.similarity': ({ model }) => model.similarity('king', 'queen'),

  'model.doesntMatch': ({ model }) => model.doesntMatch(['paris', 'rome', 'berlin', 'dog']),

  'model.rank': ({ model }) => model.rank('king', 'queen'),

  'model.vector': ({ model }) => model.vector('king'),

  'model.vectors': async ({ model }) => {
    const all = await model.vectors({ matrix: 'output' });
    return all.length === model.info.vocabulary * model.info.dimensions;
  },

  'model.vocabulary': ({ model }) => model.vocabulary({ topn: 2 }),

  'model.projection': ({ model }) => model.projection({ words: ['king', 'queen', 'man'] }),

  'model.alignPositions': ({ model }) =>
    model.alignPositions({
      previous: new Float32Array([0, 0, 1, 0]),
      current: new Float32Array([0, 0, 0, 1]),
      all: new Float32Array([0, 0, 0, 1]),
    }),

  'model.oneHotMemory': ({ model }) => model.oneHotMemory(),

  'model.evaluateWordPairs': ({ model }) =>
    model.evaluateWordPairs('king\tqueen\t9\nking\tdog\t1\nman\twoman\t8\n'),

  'model.evaluateWordAnalogies': ({ model }) =>
    model.evaluateWordAnalogies(': family\nman woman king queen\nboy girl man woman\n'),

  'model.evaluateFile': async ({ model }) => {
    const { kind } = await model.evaluateFile('king queen 9\nking dog 1\nman woman 8\n');
    return kind;
  },

  'model.nSimilarity': ({ model }) => model.nSimilarity(['king', 'queen'], ['man', 'woman']),

  'model.distances': ({ model }) => model.distances('king', ['queen', 'dog']),

  'model.closerThan': async ({ model }) => (await model.closerThan('king', 'dog')).length,

  'model.wmdistance': ({ model }) => model.wmdistance(['king', 'queen'], ['man', 'woman']),

  'model.has': ({ model }) => model.has('unicorn'),
};
