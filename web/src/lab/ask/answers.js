import { nearestSpelling } from './questions.js';

/** @typedef {import('../slot.js').WithModel} Slot */

/**
 * One answer as data: {words, [name]: result} or {words, error}.
 * @param {Slot} slot @param {string[]} words @param {string} name @param {() => Promise<any>} ask
 */
export async function answer(slot, words, name, ask) {
  const complete = slot.known.size === slot.model.info.vocabulary;
  const unknown = words.find((word) => !slot.known.has(word));
  if (unknown !== undefined && complete) return { words, error: unknownWord(slot, unknown) };
  try {
    return { words, [name]: await ask() };
  } catch (error) {
    if (error.code === 'UnknownWord') {
      return { words, error: unknownWord(slot, unknown ?? error.value) };
    }
    return { words, error };
  }
}

const unknownWord = (/** @type {Slot} */ slot, /** @type {string} */ value) => ({
  code: 'UnknownWord',
  value,
  suggestion: nearestSpelling(value, slot.vocabulary),
});
