/** Grades a trained run. */
import { inLanguage } from './lesson.js';
import { quantity } from './quantities.js';

/**
 * @typedef {import('./lesson.js').Text} Text
 * @typedef {{atMost?: number, atLeast?: number, is?: Text}} Limits
 * @typedef {number | string} Value of a measure; NaN if the run has none
 *
 * @typedef {object} Grade
 * @property {Value[]} values one per condition
 * @property {boolean[]} met
 * @property {boolean} reached whether all are met
 * @property {Value} best what several attempts are compared by; NaN without
 * @property {import('../i18n/errors.js').Fault | null} error why something could not be measured
 */

/** Rounding in a sum must not decide. */
const SLACK = 1e-9;

/** @param {Value} value @param {Limits} limits @param {string} language */
export function within(value, { atMost, atLeast, is }, language) {
  if (is !== undefined) return String(value) === inLanguage(is, language);
  const number = Number(value);
  if (Number.isNaN(number)) return false;
  return number <= (atMost ?? number) + SLACK && number >= (atLeast ?? number) - SLACK;
}

/** @param {import('./runs.js').Run} run @param {Text} measure @param {string} language */
export const measure = (run, measure, language) => quantity(run, inLanguage(measure, language));

/**
 * @param {import('./runs.js').Run} run @param {import('./lesson.js').Goal} goal
 * @param {string} language @returns {Promise<Grade>}
 */
export async function grade(run, goal, language) {
  /** @type {Grade['error']} */
  let error = null;
  const ask = async (/** @type {Text} */ one) => {
    try {
      return await measure(run, one, language);
    } catch (fault) {
      if (!fault.code) throw fault;
      error = fault;
      return Number.NaN;
    }
  };
  /** @type {Value[]} */
  const values = [];
  for (const condition of goal.conditions) values.push(await ask(condition.measure));
  const met = goal.conditions.map((limits, i) => within(values[i], limits, language));
  const best = goal.best ? await ask(goal.best.measure) : Number.NaN;
  return { values, met, reached: met.every(Boolean), best, error };
}

/** Whether a is a better attempt than b. @param {Value} a @param {Value} b @param {'least' | 'most'} order */
export const isBetter = (a, b, order) =>
  order === 'least' ? Number(a) < Number(b) : Number(a) > Number(b);

/**
 * The option that came out, as the number of its place; −1 if none did. What was typed is compared
 * with the outcome itself.
 * @param {import('./lesson.js').Prediction} prediction @param {Value} value of its measure
 * @param {string} language
 */
export function outcomeOf({ options = [], outcome }, value, language) {
  if (outcome === undefined) return options.findIndex(({ right }) => right);
  return options.findIndex((option) => within(value, option, language));
}
