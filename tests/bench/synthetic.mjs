// Generates texts for measurements: exactly V words with frequencies by Zipf's law, in sentences of
// equal length, with enough structure that a language model learns something.
import { Pcg32 } from './order.mjs';

const FOLLOWS = 0.5; // probability that a word is one of the few that usually follow its predecessor
const FOLLOWERS = 4;

/** Draws 0 … n − 1 with probability ∝ 1 / (rank + 1). */
function zipf(n) {
  const sums = new Float64Array(n);
  for (let rank = 0, sum = 0; rank < n; rank++) sums[rank] = sum += 1 / (rank + 1);
  return (rng) => {
    const at = rng.uniform() * sums[n - 1];
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * Word ids, `sentences` rows of `length`.
 * @param {{words: number, sentences: number, length: number, seed: number, all?: boolean}} shape
 *   all: every word occurs, so that the vocabulary has exactly that size
 * @returns {Int32Array[]}
 */
export function sentencesOf({ words, sentences, length, seed, all = true }) {
  if (all && sentences * length < words) throw new Error('the text is too short for its words');
  const rng = new Pcg32(seed);
  const draw = zipf(words);
  let made = 0;
  return Array.from({ length: sentences }, () => {
    const sentence = new Int32Array(length);
    for (let t = 0; t < length; t++, made++) {
      if (all && made < words) sentence[t] = made;
      else if (t === 0 || rng.uniform() >= FOLLOWS) sentence[t] = draw(rng);
      else sentence[t] = (sentence[t - 1] * 7 + 1 + rng.below(FOLLOWERS)) % words;
    }
    return sentence;
  });
}

/** @param {Int32Array[]} sentences */
export const textOf = (sentences) =>
  sentences.map((sentence) => Array.from(sentence, (word) => `w${word}`).join(' ')).join('\n');
