import { wordsOf } from './phrases.js';

/**
 * The vectors that a word has on average. Most of a word's vector is the same in all sentences;
 * less this mean, what is left is what the sentence adds.
 *
 * @typedef {import('./question.js').Asking} Asking
 * @typedef {{word: string, count: number, means: Float32Array[]}} Typical one mean per layer
 */

/** Enough sentences for a steady mean; fewer while the weights move. */
const [AT_REST, MOVING] = [24, 8];
const LEAST = 4;
const LONGEST = 40;
const MOST_CHARACTERS = 4_000_000;

/** Sentences by word; a model keeps its text. @type {WeakMap<object, Map<string, string[][]>>} */
const found = new WeakMap();

/** Different sentences of the corpus that contain the word. @param {Asking} asking @param {string} word */
async function sentencesWith({ session, slot, model }, word) {
  const known = found.get(model) ?? new Map();
  found.set(model, known);
  const before = known.get(word);
  if (before) return before;
  const text = (await session.source.textOf(slot.values)).slice(0, MOST_CHARACTERS);
  const lines = text.split(/[\n.!?。！？]+/).filter((line) => line.toLowerCase().includes(word));
  const sentences = [...new Set(lines)]
    .map((line) => wordsOf(line, slot.known).filter((one) => slot.known.has(one)))
    .filter((words) => words.includes(word) && words.length <= LONGEST);
  known.set(word, sentences);
  return sentences;
}

/** Items from all parts of a list. @template T @param {T[]} list @param {number} count */
export const spread = (list, count) =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);

/**
 * The mean vector of a word in each layer; null if the text has too few sentences with it, or is
 * not there.
 * @param {Asking} asking @param {string} word @param {number[]} layers
 * @returns {Promise<Typical | null>}
 */
export async function typical(asking, word, layers) {
  const { model, slot } = asking;
  const all = await sentencesWith(asking, word).catch(() => []);
  const sentences = spread(all, slot.running ? MOVING : AT_REST);
  if (sentences.length < LEAST) return null;
  const means = await Promise.all(
    layers.map(async (layer) => {
      const rows = await Promise.all(
        sentences.map(async (words) => {
          const matrix = await model.contextVectors(words, { layer });
          const size = matrix.length / words.length;
          const place = words.indexOf(word);
          return matrix.subarray(place * size, (place + 1) * size);
        }),
      );
      const mean = new Float32Array(rows[0].length);
      for (const row of rows) {
        for (let d = 0; d < mean.length; d++) mean[d] += row[d] / rows.length;
      }
      return mean;
    }),
  );
  return { word, count: sentences.length, means };
}
