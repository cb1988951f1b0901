/**
 * Parameters whose key in a link is not their name in lower case.
 * @type {Record<string, string>}
 */
const SHORT = {
  vectorSize: 'size',
  tokenizer: 'cut',
  nsExponent: 'nsexp',
  sharedWindows: 'shared',
  cellSize: 'cells',
  charFilters: 'filters',
  skipConnections: 'skip',
  carryState: 'carry',
  weightDecay: 'decay',
  clipNorm: 'clip',
};

/** The key of a parameter in a link. @param {string} name as in api/parameters.json */
export const keyOf = (name) => SHORT[name] ?? name.toLowerCase();
