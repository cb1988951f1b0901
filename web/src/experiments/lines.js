/** Texts as the experiments read them: sentences of words. */

/** @param {string} text one sentence per line, its words separated by spaces @returns {string[][]} */
export const sentencesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean))
    .filter((words) => words.length > 0);

/** How often each word occurs. @param {string[][]} sentences @returns {Map<string, number>} */
export function countsOf(sentences) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const sentence of sentences) {
    for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
