/** All examples by the name under which the reference shows them, and what each gives. */
import { functions } from './examples/functions.js';
import { model } from './examples/model.js';
import { others } from './examples/others.js';
import { vectors } from './examples/vectors.js';

export const examples = { ...functions, ...model, ...vectors, ...others };

const FEW = 3; // numbers of a list that are shown
const WIDE = 100; // characters of an answer

/** @param {number} value */
const rounded = (value) => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));

/** An answer as the reference shows it, short and without the digits that say nothing. @param {any} value any: whatever an example gives @returns {string} */
export function shown(value) {
  if (typeof value === 'number') return String(rounded(value));
  if (typeof value === 'string') return `'${value}'`;
  if (ArrayBuffer.isView(value)) {
    const numbers = Array.from(/** @type {Float32Array} */ (value).subarray(0, FEW), rounded);
    const { length } = /** @type {Float32Array} */ (value);
    return `${value.constructor.name}(${length}) [${numbers.join(', ')}${length > FEW ? ', …' : ''}]`;
  }
  if (Array.isArray(value)) {
    const many = typeof value[0] === 'string' ? 2 * FEW : FEW;
    const items = value.slice(0, many).map(shown);
    return `[${items.join(', ')}${value.length > many ? ', …' : ''}]`;
  }
  if (value === null || typeof value !== 'object') return String(value);
  const parts = Object.entries(value).map(([name, one]) => `${name}: ${shown(one)}`);
  return `{ ${parts.join(', ')} }`;
}

/** @param {string} text */
const cut = (text) => (text.length > 3 * WIDE ? `${text.slice(0, 3 * WIDE)} …` : text);

/** Runs all examples. @param {import('./fixtures.js').Fixtures} fixtures @returns {Promise<Record<string, string>>} */
export async function runExamples(fixtures) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [name, example] of Object.entries(examples)) {
    try {
      answers[name] = cut(shown(await example(fixtures)));
    } catch (error) {
      throw new Error(`The example of ${name} fails: ${error.message}`, { cause: error });
    }
  }
  return answers;
}
