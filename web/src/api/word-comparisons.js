/** Questions that compare words and texts, named as in gensim. */
import * as check from './options.js';
import { query } from './remote.js';
import { Trainable } from './trainable.js';

/** @typedef {import('./options.js').MatrixOption} MatrixOption */

/**
 * @abstract
 * @extends {Trainable<import('./types.js').Report, import('./types.js').Info>}
 */
export class WordComparisons extends Trainable {
  /**
   * The cosine of the mean vectors of two lists of words.
   * @param {string | string[]} a
   * @param {string | string[]} b
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async nSimilarity(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('nSimilarity', check.checkWords('a', a), check.checkWords('b', b), matrix);
  }

  /**
   * 1 − cosine of a word with each of the others; without a list, with every word in the order of the
   * vocabulary.
   * @param {string} word
   * @param {string[]} [others]
   * @param {MatrixOption} [options]
   * @returns {Promise<Float64Array>}
   */
  async distances(word, others = [], options = {}) {
    const matrix = check.checkMatrix(options);
    const list = check.checkWords('others', others);
    return this[query]('distances', check.checkText('word', word), list, matrix);
  }

  /**
   * The words that are nearer to a than b is, in the order of the vocabulary.
   * @param {string} a
   * @param {string} b
   * @param {MatrixOption} [options]
   * @returns {Promise<string[]>}
   */
  async closerThan(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('closerThan', check.checkText('a', a), check.checkText('b', b), matrix);
  }

  /**
   * Word mover's distance of two texts (Kusner et al. 2015), between unit vectors, solved exactly.
   * Words outside the vocabulary are left out; infinite if a text has no other words.
   * @param {string[]} a words
   * @param {string[]} b words
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async wmdistance(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('wmdistance', check.checkWords('a', a), check.checkWords('b', b), matrix);
  }

  /**
   * Whether a word is in the vocabulary, as it is written or in another normal form of Unicode.
   * @param {string} word
   * @returns {Promise<boolean>}
   */
  async has(word) {
    return this[query]('vector', check.checkText('word', word), 'input').then(
      () => true,
      (error) => {
        if (error.code === 'UnknownWord') return false;
        throw error;
      },
    );
  }
}
