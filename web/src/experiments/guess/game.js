/**
 * What a reader's guesses are worth as probabilities, so that they can be compared with a model's.
 *
 * After each miss a letter is opened. A word that is found at the k-th attempt had the probability
 *
 *   Π_{i<k} (1 − q_i) m_i · q_k
 *
 * where q_i is how often this reader finds a word at attempt i (in the other rounds), and m_i what
 * the i-th letter told: the share of the words still possible, by their frequency, that have it. A
 * word that is never found has the rest, divided among the words still possible by their frequency.
 * Over all words these probabilities sum to one, so −ln of them is on the scale of the models (a test
 * adds them up).
 *
 * @typedef {Map<string, number>} Counts words of the text with their numbers
 * @typedef {{word: string, misses: string[], found: boolean}} Round
 */

/** The letters of a word that are opened after some misses. @param {string} word @param {number} opened */
export const openedOf = (word, opened) => [...word].slice(0, opened).join('');

/**
 * The number of times that the words still possible occur.
 * @param {Counts} counts @param {string} prefix @param {string[]} not
 */
function mass(counts, prefix, not) {
  let sum = 0;
  for (const [word, count] of counts) {
    if (word.startsWith(prefix) && !not.includes(word)) sum += count;
  }
  return sum;
}

/**
 * How often words are found at each attempt: half a success is added, so that nothing is impossible.
 * @param {Round[]} rounds @param {number} attempts
 */
export function successes(rounds, attempts) {
  return Array.from({ length: attempts }, (_, i) => {
    const reached = rounds.filter(
      ({ misses, found }) => misses.length > i || (found && misses.length === i),
    );
    const found = reached.filter((round) => round.found && round.misses.length === i);
    return (found.length + 0.5) / (reached.length + 1);
  });
}

/**
 * The probability that the reader gave the word.
 * @param {Round} round @param {number[]} q success at each attempt @param {Counts} counts
 */
export function probabilityOf({ word, misses, found }, q, counts) {
  let p = 1;
  for (let i = 0; i < misses.length; i++) {
    p *= 1 - q[i];
    const not = misses.slice(0, i + 1);
    const last = i === q.length - 1;
    if (last) return (p * (counts.get(word) ?? 0)) / mass(counts, openedOf(word, i), not);
    p *= mass(counts, openedOf(word, i + 1), not) / mass(counts, openedOf(word, i), not);
  }
  if (!found) return p;
  // The only word that is left cannot be missed.
  const rest = mass(counts, openedOf(word, misses.length), misses);
  return rest === counts.get(word) ? p : p * q[misses.length];
}

/**
 * The probability of each round, with the success of the others.
 * @param {Round[]} rounds @param {Counts} counts @param {number} attempts
 */
export const probabilities = (rounds, counts, attempts) =>
  rounds.map((round) =>
    probabilityOf(
      round,
      successes(
        rounds.filter((other) => other !== round),
        attempts,
      ),
      counts,
    ),
  );

/** @param {number[]} all probabilities */
export const perplexity = (all) =>
  Math.exp(-all.reduce((sum, p) => sum + Math.log(p), 0) / all.length);

/**
 * A guess that may not be made: it is no word of the text, was made before, or contradicts the letters.
 * @param {string} guess @param {{word: string, misses: string[]}} round @param {Counts} counts
 * @returns {'' | 'unknown' | 'again' | 'letters'}
 */
export function refused(guess, { word, misses }, counts) {
  if (!counts.has(guess)) return 'unknown';
  if (misses.includes(guess)) return 'again';
  return guess.startsWith(openedOf(word, misses.length)) ? '' : 'letters';
}
