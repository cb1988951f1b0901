import { spellingIn } from '../../text/spelling.js';
import { nearestSpelling } from './words.js';

/**
 * @typedef {import('../slot.js').Slot} Slot
 *
 * @typedef {object} AnswerError
 * @property {string} code
 * @property {string} [value] the word that is unknown
 * @property {string} [suggestion] the nearest known spelling
 */

/**
 * The words of a question with the model's answer or the error.
 * @template {string} Name
 * @template Result
 * @typedef {{words: string[], error?: AnswerError} & {[name in Name]?: Result}} Answer
 */

/**
 * One answer as data: {words, [name]: result} or {words, error}.
 * @template {string} Name
 * @template Result
 * @param {Slot} slot @param {string[]} words @param {Name} name @param {() => Promise<Result>} ask
 * @returns {Promise<Answer<Name, Result>>}
 */
export async function answer(slot, words, name, ask) {
  const complete = slot.known.size === slot.model?.info.vocabulary;
  const unknown = words.find((word) => spellingIn(slot.known, word) === undefined);
  if (unknown !== undefined && complete) return failed(words, unknownWord(slot, unknown));
  try {
    /** @type {any} any: TypeScript does not support a key that is a type parameter */
    const result = {
      words: words.map((word) => spellingIn(slot.known, word) ?? word),
      [name]: await ask(),
    };
    return result;
  } catch (error) {
    const isUnknown = error.code === 'UnknownWord';
    return failed(words, isUnknown ? unknownWord(slot, error.value ?? unknown) : error);
  }
}

/**
 * @param {string[]} words @param {AnswerError} error
 * @returns {{words: string[], error: AnswerError} & Record<string, any>} any: there is no result
 */
export const failed = (words, error) => ({ words, error });

const unknownWord = (/** @type {Slot} */ slot, /** @type {string} */ value) => ({
  code: 'UnknownWord',
  value,
  suggestion: nearestSpelling(value, slot.vocabulary),
});
