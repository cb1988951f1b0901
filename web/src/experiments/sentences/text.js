/** The text of the experiment: one sentence per line, tokens separated by spaces. */

/** Above this many sentences, the experiment works on those that hold the words. */
export const MOST_SENTENCES = 3000;

/**
 * A struck sentence is an empty line, so the others keep their numbers. The same text trained by the
 * command line with --draws keyed gives the same weights.
 * @param {string[][]} sentences @param {Iterable<number>} struck
 */
export function textWithout(sentences, struck) {
  const gone = new Set(struck);
  return sentences.map((words, i) => `${gone.has(i) ? '' : words.join(' ')}\n`).join('');
}

/**
 * The sentences to work on: of a long text those that hold the words, if there are too many evenly
 * from the text, the rarest word first.
 * @param {string[][]} sentences @param {string[]} words of the question
 * @returns {{sentences: string[][], of: number}} of: how many there were
 */
export function workedOn(sentences, words) {
  if (sentences.length <= MOST_SENTENCES) return { sentences, of: sentences.length };
  /** @type {Map<string, number[]>} */
  const holding = new Map(words.map((word) => [word, []]));
  for (const [i, sentence] of sentences.entries()) {
    for (const word of new Set(sentence)) holding.get(word)?.push(i);
  }
  const lists = [...holding.values()].sort((a, b) => a.length - b.length);
  const kept = new Set();
  for (const [n, list] of lists.entries()) {
    const room = Math.floor((MOST_SENTENCES - kept.size) / (lists.length - n));
    const fresh = list.filter((i) => !kept.has(i));
    const count = Math.min(room, fresh.length);
    for (let k = 0; k < count; k++) kept.add(fresh[Math.floor((k * fresh.length) / count)]);
  }
  return { sentences: sentences.filter((_, i) => kept.has(i)), of: sentences.length };
}
