/** In how many runs with other seeds an answer held. */
import { meanAndSpread } from '../plots/statistics.js';

/**
 * @typedef {{word: string, value: number}} Scored value: a similarity or a probability
 *
 * @typedef {object} Agreed a word that was among the first answers of a run
 * @property {string} word
 * @property {number} first the number of runs whose first answer it was
 * @property {number} among the number of runs that had it among their first ten answers
 * @property {number} mean of its values in all runs
 * @property {number} spread standard deviation of these values (n − 1); 0 for one run
 */

const byText = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : Number(a > b));

const FIRST = 10;

/**
 * @param {Scored[][]} answers of each run, the best first, of all words that can be the answer
 * @returns {Agreed[]} the word that was first most often is the first
 */
export function agreement(answers) {
  /** @type {Map<string, {first: number, among: number, values: number[]}>} */
  const found = new Map();
  for (const answer of answers) {
    for (const [place, { word, value }] of answer.entries()) {
      const row = found.get(word) ?? { first: 0, among: 0, values: [] };
      row.first += Number(place === 0);
      row.among += Number(place < FIRST);
      row.values.push(value);
      found.set(word, row);
    }
  }
  return [...found]
    .filter(([, { among }]) => among > 0)
    .map(([word, { first, among, values }]) => ({ word, first, among, ...meanAndSpread(values) }))
    .sort(
      (a, b) => b.first - a.first || b.among - a.among || b.mean - a.mean || byText(a.word, b.word),
    );
}
