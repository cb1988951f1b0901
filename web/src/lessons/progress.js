/** What a reader did in a lesson, kept in this browser until the lesson is begun anew. */
import { scopedName } from '../link/scope.js';

/**
 * @typedef {import('../tasks/result.js').Attempt} Attempt
 *
 * @typedef {object} StepProgress
 * @property {string | null} guess the place of the option, or what was typed; '' to be shown at once;
 *   null while it is not made
 * @property {import('../tasks/goal.js').Value} [outcome] of the prediction's measure
 * @property {string} [decider] the link of the training on which it was measured
 * @property {number} hints how many are shown
 * @property {Attempt[]} attempts in their order
 *
 * @typedef {object} Progress
 * @property {number | null} seat
 * @property {number} step the open step, from 0
 * @property {boolean} handedIn whether the link, the file or the sheet was taken
 * @property {StepProgress[]} steps
 */

/** The latest ones: older attempts are neither shown nor handed in. */
const MOST_ATTEMPTS = 60;

/**
 * Whether a step is done: its goal is reached, or, without one, something was trained.
 * @param {import('../tasks/lesson.js').Step} step @param {StepProgress} progress
 */
export const isDone = ({ goal }, { attempts }) =>
  goal ? attempts.some(({ reached }) => reached) : attempts.length > 0;

const keyOf = (/** @type {string} */ digest) => scopedName(`preformer.lesson.${digest}`);

/** @returns {StepProgress} */
const untouched = () => ({ guess: null, hints: 0, attempts: [] });

/** @param {number} steps @returns {Progress} */
export const fresh = (steps) => ({
  seat: null,
  step: 0,
  handedIn: false,
  steps: Array.from({ length: steps }, untouched),
});

/** NaN is null in JSON. @param {Attempt} attempt @returns {Attempt} */
const revived = (attempt) => ({
  ...attempt,
  values: attempt.values.map((value) => value ?? Number.NaN),
  best: attempt.best ?? Number.NaN,
});

/** @param {string} digest of the lesson @param {number} steps @returns {Progress} */
export function keptProgress(digest, steps) {
  try {
    /** @type {Progress | null} */
    const kept = JSON.parse(localStorage.getItem(keyOf(digest)) ?? 'null');
    if (kept?.steps?.length !== steps) return fresh(steps);
    return {
      seat: kept.seat ?? null,
      handedIn: kept.handedIn === true,
      step: Math.min(kept.step ?? 0, steps - 1),
      steps: kept.steps.map((one) => ({
        ...untouched(),
        ...one,
        attempts: (one.attempts ?? []).map(revived),
      })),
    };
  } catch {
    return fresh(steps); // storage is forbidden, or contains something else
  }
}

/** @param {string} digest @param {Progress} progress @returns {boolean} whether it is kept */
export function keepProgress(digest, progress) {
  const steps = progress.steps.map((one) => ({
    ...one,
    attempts: one.attempts.slice(-MOST_ATTEMPTS),
  }));
  try {
    localStorage.setItem(keyOf(digest), JSON.stringify({ ...progress, steps }));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} digest */
export function forgetProgress(digest) {
  try {
    localStorage.removeItem(keyOf(digest));
  } catch {
    // forbidden: then nothing is kept
  }
}
