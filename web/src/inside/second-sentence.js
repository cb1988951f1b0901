/** ELMo: a second sentence with the word of the example. */
import { othersWith } from './elmo-beside.js';
import { ExampleError, split } from './example-error.js';

/**
 * @typedef {import('../api/model.js').Model} Model
 *
 * @typedef {object} Beside
 * @property {ExampleError | null} fault why it cannot be followed
 * @property {number} position of the common word
 * @property {import('../worker/wasm').Trace | null} trace
 */

const MOST_SEARCHED = 400; // sentences of the text
const OTHERS = 3;

/** @param {import('../api/opened.js').OpenedModel} copy @param {Set<string>} known @param {string} text @param {string} word @returns {Promise<Beside>} */
export async function besideOf(copy, known, text, word) {
  const sentence = split(text);
  const unknown = sentence.filter((one) => !known.has(one));
  const position = sentence.indexOf(word);
  const fault = unknown.length
    ? new ExampleError('unknown', [...new Set(unknown)])
    : position < 0
      ? new ExampleError('elmo.beside.lacks', [word])
      : null;
  return { fault, position, trace: fault ? null : await copy.trace({ sentence, position }) };
}

/** Finds sentences of the text with a word; the last answer is kept. */
export class Finder {
  /** @type {{model: Model, key: string, others: string[]} | null} */
  #found = null;

  /** @param {Model} model @param {string} word @param {string[]} shown */
  async others(model, word, shown) {
    const key = `${word} ${shown.join(' ')}`;
    if (this.#found?.model === model && this.#found.key === key) return this.#found.others;
    const { sentences = 0 } = model.info;
    const count = Math.min(MOST_SEARCHED, sentences);
    const every = Math.max(1, Math.floor(sentences / Math.max(1, count)));
    const numbers = Array.from({ length: count }, (_, i) => i * every);
    const all = await Promise.all(numbers.map((number) => model.sentence(number)));
    const others = othersWith(all, word, shown, OTHERS);
    this.#found = { model, key, others };
    return others;
  }
}
