/** Tells texts that are read in pieces from those that are given as a whole. */

/** @param {unknown} corpus @returns {corpus is import('./types.js').Stream} */
export const isStream = (corpus) =>
  typeof corpus === 'function' ||
  (corpus !== null &&
    typeof corpus === 'object' &&
    !Array.isArray(corpus) &&
    !(corpus instanceof Blob) &&
    (Symbol.asyncIterator in corpus || Symbol.iterator in corpus));
