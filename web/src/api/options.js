/**
 * Checks every option once, at the entry of the API. The worker and the core rely on valid values.
 */
import { badParameter, PreformerError } from '../worker/errors.js';
import { choice, integer, layerTable, number, phraseTable } from './tables.js';

export * from './tables.js';

/**
 * @typedef {import('./tables.js').Row} Row
 * @typedef {import('./types.js').EngineOptions} EngineOptions
 */

/** Option names that are allowed in addition to those of a table, per call. */
export const runNames = ['signal', 'onProgress', 'onEpoch', 'stepsPerSecond'];
export const engineNames = ['build', 'threads', 'workerUrl', 'assetBase'];

/** @param {Row} row */
function permitted(row) {
  if (row.kind === 'choice') return `one of ${row.values.join(', ')}`;
  if (row.kind === 'flag') return 'true or false';
  if (row.kind === 'filters') {
    return `a list of 1 to ${row.most} pairs [width 1 to ${row.width}, count 1 to ${row.count}]`;
  }
  const noun = row.kind === 'integer' ? 'a whole number' : 'a number';
  return `${noun} from ${row.low} to ${row.high}`;
}

/** @param {unknown} value @param {number} high */
const isCount = (value, high) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= high;

/** @param {unknown} value @param {import('./tables.js').Filters} row */
const areFilters = (value, { most, width, count }) =>
  Array.isArray(value) &&
  isCount(value.length, most) &&
  value.every(
    (pair) =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      isCount(pair[0], width) &&
      isCount(pair[1], count),
  );

/** @param {unknown} value @param {Row} row */
function isGood(value, row) {
  if (row.kind === 'flag') return typeof value === 'boolean';
  if (row.kind === 'filters') return areFilters(value, row);
  if (row.kind === 'choice') return typeof value === 'string' && row.values.includes(value);
  return (
    typeof value === 'number' && // rejects "5": a number given as text is an error of the caller
    value >= row.low && // false for NaN
    value <= row.high &&
    (row.kind === 'number' || Number.isInteger(value))
  );
}

/**
 * @template T
 * @param {string} name @param {T} value @param {Row} row
 */
export function checkValue(name, value, row) {
  if (!isGood(value, row)) throw badParameter(name, value, permitted(row));
  return value;
}

/**
 * Values of `table` with defaults filled in; undefined counts as absent.
 * @param {object} options
 * @param {Record<string, Row>} table
 * @returns {Record<string, any>} any: each value was checked against its row by checkValue()
 */
export function fill(options, table) {
  /** @type {Record<string, unknown>} */
  const given = { ...options };
  /** @type {Record<string, unknown>} */
  const filled = {};
  for (const [name, row] of Object.entries(table)) {
    const value = given[name];
    filled[name] = value === undefined ? row.initial : checkValue(name, value, row);
  }
  return filled;
}

/**
 * Rejects anything but an object, and unknown names: a misspelt option would otherwise be replaced
 * by its default without notice.
 * @param {unknown} options
 * @param {string[]} known
 */
export function checkNames(options, known) {
  if (options === null || typeof options !== 'object' || Array.isArray(options)) {
    throw badParameter('options', options, 'an object');
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || known.includes(name)) continue;
    throw new PreformerError({
      code: 'BadParameter',
      message: `There is no option ${name}. The options are: ${known.join(', ')}.`,
      parameter: name,
      permitted: known.join(', '),
    });
  }
}

/**
 * Checks the options of a question (names and values) and fills in the defaults.
 * @param {object} options
 * @param {Record<string, Row>} table
 * @param {string[]} [others] names that are checked by the caller
 */
export function question(options, table, others = []) {
  checkNames(options, [...Object.keys(table), ...others]);
  return fill(options, table);
}

/**
 * The option `phrases`: true for the defaults.
 * @param {unknown} phrases
 * @returns {{minCount: number, threshold: number, passes: number} | undefined}
 */
export function phrasesOf(phrases) {
  if (phrases === undefined || phrases === false) return undefined;
  const given = phrases === true ? {} : phrases;
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw badParameter('phrases', phrases, 'true, or { minCount, threshold, passes }');
  }
  const filled = question(given, phraseTable);
  return /** @type {{minCount: number, threshold: number, passes: number}} */ (filled);
}

/** @param {{signal?: AbortSignal, onProgress?: unknown, onEpoch?: unknown, stepsPerSecond?: number}} options */
export function checkRun({ signal, onProgress, onEpoch, stepsPerSecond }) {
  for (const [name, value] of Object.entries({ onProgress, onEpoch })) {
    if (value !== undefined && typeof value !== 'function') {
      throw badParameter(name, value, 'a function');
    }
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw badParameter('signal', signal, 'an AbortSignal');
  }
  if (stepsPerSecond === undefined || stepsPerSecond === Infinity) return;
  checkValue('stepsPerSecond', stepsPerSecond, number(undefined, 0.01, 1e9));
}

/** @param {EngineOptions} options */
export function checkEngine(options) {
  const { workerUrl, assetBase } = options;
  for (const [name, value] of Object.entries({ workerUrl, assetBase })) {
    if (value === undefined || typeof value === 'string' || value instanceof URL) continue;
    throw badParameter(name, value, 'an address (text or URL)');
  }
}

/** @param {string} name @param {unknown} value @returns {string[]} */
export function checkWords(name, value) {
  const words = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw badParameter(name, value, 'a word or a list of words');
  }
  return words;
}

/** @param {string} name @param {unknown} value @returns {string} */
export function checkText(name, value) {
  if (typeof value !== 'string') throw badParameter(name, value, 'text');
  return value;
}

/**
 * @typedef {string | Float32Array | number[]} WordOrVector
 *
 * @param {string} name
 * @param {unknown} value
 * @returns {(string | Float32Array)[]}
 */
export function checkTerms(name, value) {
  const numbers = (/** @type {unknown} */ item) =>
    item instanceof Float32Array ||
    (Array.isArray(item) && item.length > 0 && item.every((x) => typeof x === 'number'));
  const list = typeof value === 'string' || numbers(value) ? [value] : value;
  if (!Array.isArray(list) || !list.every((item) => typeof item === 'string' || numbers(item))) {
    throw badParameter(name, value, 'a word, a vector, or a list of these');
  }
  return list.map((item) => (Array.isArray(item) ? new Float32Array(item) : item));
}

/** @param {number} topn @param {string} [name] */
export const checkTopn = (topn, name = 'topn') => checkValue(name, topn, integer(10, 1, 1e9));

/** @typedef {{matrix?: 'input' | 'output'}} MatrixOption */

/** @param {MatrixOption} options @returns {'input' | 'output'} */
export function checkMatrix(options) {
  checkNames(options, ['matrix']);
  return fill(options, { matrix: choice(['input', 'output']) }).matrix;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {import('./types.js').Sentence}
 */
export function checkSentence(name, value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw badParameter(name, value, 'text or a list of words');
}

/** A word must not contain the separators of joinSentences(). @param {string} text */
const isOneWord = (text) => text !== '' && !/[\0\n]/.test(text);

/**
 * Joins sentences to one text, one line per sentence: 't' and words separated by NUL, or 's' and
 * text that is still to be split.
 * @param {string} name
 * @param {unknown} value
 * @returns {string}
 */
export function joinSentences(name, value) {
  if (!Array.isArray(value)) throw badParameter(name, value, 'a list of sentences');
  const lines = value.map((item) => {
    const sentence = checkSentence(name, item);
    if (typeof sentence === 'string') return `s${sentence.replace(/[\0\n]/g, ' ')}`;
    if (!sentence.every(isOneWord)) {
      throw badParameter(name, item, 'words without NUL or line feed');
    }
    return `t${sentence.join('\0')}`;
  });
  return lines.join('\n');
}

/**
 * @template T
 * @param {string} name
 * @param {T[]} value
 * @param {number} length
 * @param {(item: unknown) => boolean} good
 * @param {string} items noun for the items, used in the error message
 */
export function checkList(name, value, length, good, items) {
  if (!Array.isArray(value) || value.length !== length || !value.every(good)) {
    throw badParameter(name, value, `a list of ${length} ${items}, one for each sentence`);
  }
  return value;
}

/**
 * @param {import('./types.js').LayerOptions} options @param {string[]} others
 * @returns {import('../worker/wasm').NativeLayer}
 */
export function checkLayer(options, others = []) {
  const { direction, gamma } = question(options, layerTable, ['layer', 'weights', ...others]);
  const { layer = 'mix', weights = [] } = options;
  if (layer !== 'mix' && !isGood(layer, integer(0, 0, 8))) {
    throw badParameter('layer', layer, "a whole number from 0 to the number of layers, or 'mix'");
  }
  if (!Array.isArray(weights) || weights.length > 9 || !weights.every(Number.isFinite)) {
    throw badParameter('weights', weights, 'a list of numbers, one for each layer from 0 on');
  }
  return { direction, gamma, layer: layer === 'mix' ? -1 : layer, weights };
}
