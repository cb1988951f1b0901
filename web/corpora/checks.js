/** Checks the parameters of the generators. */

/** @param {string} parameter @param {unknown} value @param {string} permitted */
export function badParameter(parameter, value, permitted) {
  const data = { code: 'BadParameter', parameter, value: String(value), permitted };
  return Object.assign(new RangeError(`${parameter} must be ${permitted}; it is ${value}.`), data);
}

/** @param {string} name @param {unknown} value @param {number} low @param {number} high */
function checkInteger(name, value, low, high) {
  if (!Number.isInteger(value) || Number(value) < low || Number(value) > high) {
    throw badParameter(name, value, `a whole number from ${low} to ${high}`);
  }
}

/** The edition of a generated corpus: which words and sentences it is drawn from. @typedef {1 | 2} Edition */

/** The edition that is used unless another is named. @type {Edition} */
export const LATEST = 2;

const MAX_SENTENCES = 200_000; // about 10 MB

/**
 * @typedef {object} GeneratorOptions
 * @property {'en' | 'zh'} language
 * @property {number} seed
 * @property {number} sentences number of sentences of the training text
 * @property {number} heldout number of additional held-out sentences, as a fraction of `sentences`
 * @property {Edition} [edition] of the polysemy corpus and of the reviews
 *
 * @param {GeneratorOptions} options
 */
export function checkOptions({ language, seed, sentences, heldout, edition = LATEST }) {
  if (language !== 'en' && language !== 'zh') {
    throw badParameter('language', language, 'en or zh');
  }
  checkInteger('seed', seed, 0, 0xffffffff);
  checkInteger('sentences', sentences, 1, MAX_SENTENCES);
  if (typeof heldout !== 'number' || !(heldout >= 0 && heldout <= 1)) {
    throw badParameter('heldout', heldout, 'a number from 0 to 1');
  }
  checkInteger('edition', edition, 1, LATEST);
}
