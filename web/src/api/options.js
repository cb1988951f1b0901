/**
 * Every option is checked here, once, where it enters: the worker and the core see clean numbers.
 * The ranges are the core's (train/config.cpp); the core checks them again.
 */
import { badParameter, PreformerError } from './errors.js';

/**
 * @typedef {object} TokenizeOptions
 * @property {'space' | 'words' | 'characters'} [tokenizer] how text becomes tokens; 'space'
 * @property {'lines' | 'stops'} [sentences] what ends a sentence; 'lines'
 * @property {number} [minCount] rarer words are left out; 1
 * @property {number} [maxVocabulary] keep only the most frequent words; 0 keeps all
 * @property {'drop' | 'unk'} [unknown] words outside the vocabulary vanish or become <unk>; 'drop'
 *
 * @typedef {object} TrainingOptions
 * @property {'one-hot' | 'cbow' | 'skip-gram'} [model] 'skip-gram'
 * @property {'negative-sampling' | 'hierarchical-softmax' | 'softmax'} [objective]
 *   'negative-sampling'
 * @property {number} [vectorSize] dimensions of a word vector; 32
 * @property {number} [window] largest distance between centre and context word; 5
 * @property {number} [negative] negative samples a window; 5
 * @property {number} [sample] subsampling threshold for frequent words; 0 keeps all
 * @property {number} [alpha] first learning rate; depends on the model
 * @property {number} [minAlpha] last learning rate; 0.0001
 * @property {number} [nsExponent] noise distribution: count to this power; 0.75
 * @property {number} [epochs] passes over the corpus; 10
 * @property {number} [seed] same corpus, options and seed: same bits; 1
 *
 * @typedef {object} EngineOptions
 * @property {'exact' | 'fast'} [build] 'exact': the same bits in every browser; 'fast': relaxed SIMD
 * @property {string | URL} [workerUrl] the worker script, where blob: workers are forbidden
 * @property {string | URL} [assetBase] folder that holds the wasm files
 *
 * @typedef {string | {tokens: string[][]} | {preset: string} | {bytes: Uint8Array | ArrayBuffer}}
 *   CorpusInput
 *
 * @typedef {object} RunOptions
 * @property {AbortSignal} [signal] aborting pauses; the promise rejects with code Cancelled
 * @property {(report: import('./model.js').Report) => void} [onProgress] at most 30 calls a second
 * @property {number} [stepsPerSecond] slow motion; undefined or Infinity: full speed
 *
 * @typedef {{corpus: CorpusInput} & TokenizeOptions & TrainingOptions & EngineOptions & RunOptions}
 *   CreateOptions
 *
 * @typedef {{kind: 'choice', initial: string | undefined, values: string[]}} Choice
 * @typedef {{kind: 'integer' | 'number', initial: number | undefined, low: number, high: number}}
 *   Range
 */

/** @type {(values: string[]) => Choice} the first is the default */
const choice = (values) => ({ kind: 'choice', initial: values[0], values });
/** @type {(initial: number, low: number, high: number) => Range} */
const integer = (initial, low, high) => ({ kind: 'integer', initial, low, high });
/** @type {(initial: number | undefined, low: number, high: number) => Range} */
const number = (initial, low, high) => ({ kind: 'number', initial, low, high });

/** @type {Record<string, Choice | Range>} */
export const tokenizeTable = {
  tokenizer: choice(['space', 'words', 'characters']),
  sentences: choice(['lines', 'stops']),
  minCount: integer(1, 1, 1e9),
  maxVocabulary: integer(0, 0, 1e9),
  unknown: choice(['drop', 'unk']),
};

/** @type {Record<string, Choice | Range>} */
export const trainTable = {
  ...tokenizeTable,
  model: choice(['skip-gram', 'cbow', 'one-hot']),
  objective: choice(['negative-sampling', 'hierarchical-softmax', 'softmax']),
  vectorSize: integer(32, 1, 1024),
  window: integer(5, 1, 100),
  negative: integer(5, 1, 100),
  sample: number(0, 0, 1),
  alpha: number(undefined, 1e-6, 10),
  minAlpha: number(1e-4, 0, 10),
  nsExponent: number(0.75, -2, 2),
  epochs: integer(10, 1, 10000),
  seed: integer(1, 0, Number.MAX_SAFE_INTEGER),
};

/** @type {Record<string, Choice | Range>} */
export const engineTable = { build: choice(['exact', 'fast']) };

/** Names allowed beside a table's, per call. */
export const runNames = ['signal', 'onProgress', 'stepsPerSecond'];
export const engineNames = ['build', 'workerUrl', 'assetBase'];

/** @param {Choice | Range} row */
function permitted(row) {
  if (row.kind === 'choice') return `one of ${row.values.join(', ')}`;
  const noun = row.kind === 'integer' ? 'a whole number' : 'a number';
  return `${noun} from ${row.low} to ${row.high}`;
}

/** @param {string} name @param {unknown} value @param {Choice | Range} row */
export function checkValue(name, value, row) {
  const good =
    row.kind === 'choice'
      ? typeof value === 'string' && row.values.includes(value)
      : typeof value === 'number' && // no "5": a text that looks like a number is a bug upstream
        value >= row.low && // false for NaN
        value <= row.high &&
        (row.kind === 'number' || Number.isInteger(value));
  if (!good) throw badParameter(name, value, permitted(row));
  return value;
}

/**
 * Values of `table` with defaults filled in; undefined counts as absent.
 * @param {Record<string, any>} options
 * @param {Record<string, Choice | Range>} table
 * @returns {Record<string, any>}
 */
export function fill(options, table) {
  /** @type {Record<string, any>} */
  const filled = {};
  for (const [name, row] of Object.entries(table)) {
    const value = options[name];
    filled[name] = value === undefined ? row.initial : checkValue(name, value, row);
  }
  return filled;
}

/**
 * Refuse anything but an object, and names nobody reads: a typo must not train with a default.
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

/** @param {RunOptions} options */
export function checkRun({ signal, onProgress, stepsPerSecond }) {
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw badParameter('onProgress', onProgress, 'a function');
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw badParameter('signal', signal, 'an AbortSignal');
  }
  if (stepsPerSecond === undefined || stepsPerSecond === Infinity) return;
  checkValue('stepsPerSecond', stepsPerSecond, number(undefined, 0.01, 1e9));
}

/** @param {EngineOptions} options */
export function checkEngine(options) {
  for (const name of /** @type {const} */ (['workerUrl', 'assetBase'])) {
    const value = options[name];
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

/** @param {number} topn */
export const checkTopn = (topn) => checkValue('topn', topn, integer(10, 1, 1e9));

/** @typedef {{matrix?: 'input' | 'output'}} MatrixOption */

/** @param {MatrixOption} options @returns {'input' | 'output'} */
export function checkMatrix(options) {
  checkNames(options, ['matrix']);
  return fill(options, { matrix: choice(['input', 'output']) }).matrix;
}
