/** @typedef {{main: string[], more: Record<string, string[]>}} Layout names of fields; more: by group */

const WORD2VEC = {
  main: ['objective', 'vectorSize', 'window', 'negative', 'alpha', 'epochs', 'seed'],
  more: { '': ['minCount', 'sample', 'nsExponent', 'minAlpha', 'build', 'threads'] },
};

const LEARNING = ['optimiser', 'schedule', 'minAlpha', 'batch', 'weightDecay', 'clipNorm'];

/**
 * Where each parameter stands: what a newcomer needs is in sight, the rest folds away in groups.
 * @type {Record<string, Layout>}
 */
const LAYOUT = {
  'one-hot': { main: [], more: { '': ['minCount', 'build'] } },
  cbow: WORD2VEC,
  'skip-gram': WORD2VEC,
  nnlm: {
    main: ['vectorSize', 'context', 'hidden', 'alpha', 'epochs', 'seed'],
    more: {
      network: ['direct'],
      learning: LEARNING,
      measuring: ['heldout', 'patience'],
      text: ['minCount', 'build', 'threads'],
    },
  },
  elmo: {
    main: ['vectorSize', 'cellSize', 'layers', 'alpha', 'epochs', 'seed'],
    more: {
      tokens: ['charCnn', 'charSize', 'charFilters', 'highways'],
      lstm: ['skipConnections', 'dropout', 'unroll', 'carryState', 'cellClip', 'projClip'],
      learning: [...LEARNING, 'samples'],
      measuring: ['heldout', 'patience'],
      text: ['minCount', 'build', 'threads'],
    },
  },
};

export const layoutOf = (/** @type {string} */ model) => LAYOUT[model] ?? WORD2VEC;

/** All names of a model's panel. @param {string} model @returns {string[]} */
export const namesOf = (model) => {
  const { main, more } = layoutOf(model);
  return [...main, ...Object.values(more).flat()];
};
