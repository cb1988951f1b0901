/**
 * What a pupil hands in: a link with the guesses, the attempts by their settings and hashes, and what
 * the goal's measures were. Whoever opens it trains again and compares.
 */
import { longHash } from '../link/link-sum.js';
import { LabError } from '../text/own-text.js';
import { lessonFragment, pack, unpack } from './lesson-link.js';

/**
 * @typedef {object} Attempt a training that was graded
 * @property {string} link of the run, from the page's name on: what it was trained with
 * @property {string} hash of its weights
 * @property {import('./goal.js').Value[]} values of the goal's measures
 * @property {import('./goal.js').Value} [best] what attempts are compared by
 * @property {boolean} reached
 *
 * @typedef {object} StepResult
 * @property {string} [guess] the place of the option, or what was typed
 * @property {import('./goal.js').Value} [outcome] of the prediction's measure
 * @property {number} [hints] how many were asked for
 * @property {number} [attempts] how many trainings
 * @property {Attempt} [first] whose outcome the prediction was about
 * @property {Attempt} [attempt] the best one
 *
 * @typedef {object} Result
 * @property {string} lesson its digest
 * @property {number | null} seat
 * @property {StepResult[]} steps one per step of the lesson
 */

/**
 * The link that is handed in, from # on; '' if it is too long for one.
 * @param {import('./lesson-link.js').Source} source @param {Result} result
 */
export async function resultFragment(source, result) {
  const packed = await pack(result);
  return packed ? lessonFragment(source, { result: packed }) : '';
}

/** @param {unknown} value */
const isValue = (value) => value === null || typeof value === 'string' || typeof value === 'number';

/** @param {any} value any: what somebody put into a link @returns {Attempt | undefined} */
function attemptOf(value) {
  if (value === undefined) return undefined;
  const { link, hash, values, best, reached } = value ?? {};
  const good =
    typeof link === 'string' &&
    link.length < 40_000 &&
    /^[0-9a-f]{16}$/.test(hash) &&
    Array.isArray(values) &&
    values.length <= 5 &&
    values.every(isValue);
  if (!good) throw new LabError('BadResult', 'attempt');
  // JSON has no NaN.
  const numbers = values.map(
    (/** @type {import('./goal.js').Value | null} */ one) => one ?? Number.NaN,
  );
  return { link, hash, values: numbers, best: best ?? Number.NaN, reached: reached === true };
}

/** @param {any} value any: what somebody put into a link @returns {StepResult} */
function stepOf(value) {
  const { guess, outcome, hints = 0, attempts = 0, first, attempt } = value ?? {};
  const good =
    (guess === undefined || (typeof guess === 'string' && guess.length <= 100)) &&
    (outcome === undefined || isValue(outcome)) &&
    [hints, attempts].every((count) => Number.isInteger(count) && count >= 0 && count < 1e6);
  if (!good) throw new LabError('BadResult', 'step');
  return { guess, outcome, hints, attempts, first: attemptOf(first), attempt: attemptOf(attempt) };
}

/**
 * Reads a result; throws BrokenLink or BadResult if it cannot be one.
 * @param {string} packed @returns {Promise<Result>}
 */
export async function readResult(packed) {
  /** @type {any} any: what somebody put into a link */
  let value;
  try {
    value = JSON.parse(await unpack(packed));
  } catch (error) {
    throw error instanceof LabError ? error : new LabError('BadResult', 'json');
  }
  const { lesson, seat = null, steps } = value ?? {};
  const good =
    /^[0-9a-f]{8}$/.test(lesson) &&
    (seat === null || (Number.isInteger(seat) && seat >= 0 && seat < 2 ** 32)) &&
    Array.isArray(steps) &&
    steps.length <= 12;
  if (!good) throw new LabError('BadResult', 'result');
  return { lesson, seat, steps: steps.map(stepOf) };
}

/** Short digits of a whole result, to tell two apart. @param {Result} result */
export const codeOf = (result) => longHash(JSON.stringify(result)).slice(0, 8);
