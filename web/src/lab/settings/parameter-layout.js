/**
 * @typedef {{main: string[], more: Record<string, string[]>}} Layout names of fields; more: by
 *   group
 */

const WORD2VEC = {
  main: ['vectorSize', 'window', 'negative', 'alpha', 'epochs', 'objective', 'seed'],
  more: {
    '': [
      'minCount',
      'sample',
      'nsExponent',
      'draws',
      'sharedWindows',
      'minAlpha',
      'build',
      'threads',
    ],
  },
};

const LEARNING = ['optimiser', 'schedule', 'minAlpha', 'batch', 'weightDecay', 'clipNorm'];

/**
 * The place of each parameter: the basic ones are visible, the others are in folded groups.
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
      learning: [...LEARNING, 'samples'],
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

/** All parameters in the panel of a model. @param {string} model @returns {string[]} */
export const namesOf = (model) => {
  const { main, more } = layoutOf(model);
  return [...main, ...Object.values(more).flat()];
};
