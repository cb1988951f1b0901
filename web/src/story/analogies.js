/** Analogies over rows of a matrix, as gensim and word2vec count them. */
import { dot } from '../plots/vectors.js';
import { corpusOf } from './texts.js';

/** @typedef {import('../../corpora/relations.js').Analogy} Analogy */

/** @param {import('./plans.js').Language} language @returns {Analogy[]} */
export const analogiesOf = (language) => corpusOf('relations', language).analogies ?? [];

/**
 * The rows of a matrix.
 * @param {Float32Array} flat row by row @param {number} count of rows
 */
export function rowsOf(flat, count) {
  const size = flat.length / count;
  return Array.from({ length: count }, (_, i) => flat.subarray(i * size, (i + 1) * size));
}

/** @param {ArrayLike<number>} row */
export function unit(row) {
  const length = Math.sqrt(dot(row, row)) || 1;
  return Float64Array.from(row, (x) => x / length);
}

/**
 * How many analogies a : b = c : d come out: of all words but a, b and c, d is nearest to b − a + c.
 * @param {Analogy[]} questions
 * @param {string[]} words of the rows
 * @param {ArrayLike<number>[]} rows
 * @param {{all?: boolean}} [how] all: a, b and c may answer, too
 */
export function solved(questions, words, rows, { all = false } = {}) {
  const at = new Map(words.map((word, i) => [word, i]));
  const units = rows.map(unit);
  return questions.filter(({ a, b, c, d }) => {
    const given = [a, b, c].map((word) => at.get(word) ?? -1);
    if (given.includes(-1)) return false;
    const [i, j, k] = given.map((n) => units[n]);
    const target = j.map((x, n) => x - i[n] + k[n]);
    let best = -1;
    let score = Number.NEGATIVE_INFINITY;
    units.forEach((row, n) => {
      if (!all && given.includes(n)) return;
      const found = dot(row, target);
      if (found > score) [best, score] = [n, found];
    });
    return words[best] === d;
  }).length;
}
