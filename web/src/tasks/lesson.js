/**
 * A lesson: steps, each with a link, a prediction, a goal, hints. The file format is
 * lesson.schema.json; docs/lessons.md explains it.
 */
import { longHash } from '../link/link-sum.js';

/**
 * @typedef {string | Record<string, string>} Text one string, or one for each language
 *
 * @typedef {object} Option
 * @property {string} [name] for programs
 * @property {Text} text
 * @property {Text} [because]
 * @property {boolean} [right]
 * @property {Text} [is]
 * @property {number} [atMost]
 * @property {number} [atLeast]
 *
 * @typedef {object} Prediction
 * @property {Text} question
 * @property {Option[]} [options]
 * @property {'word' | 'number'} [asks]
 * @property {Text} [outcome]
 * @property {Text} [because]
 *
 * @typedef {{measure: Text, atMost?: number, atLeast?: number, is?: Text}} Condition
 *
 * @typedef {object} Goal
 * @property {Text} text
 * @property {Condition[]} conditions
 * @property {{measure: Text, order: 'least' | 'most'}} [best]
 *
 * @typedef {object} Step
 * @property {Text} title
 * @property {Text} [text]
 * @property {Text} link
 * @property {Prediction} [predict]
 * @property {Goal} [goal]
 * @property {Text[]} [hints]
 * @property {Text} [because]
 *
 * @typedef {object} Lesson
 * @property {'lesson'} preformer
 * @property {number} version
 * @property {Text} title
 * @property {Text} [about]
 * @property {string} [by]
 * @property {string} [licence]
 * @property {number} [minutes]
 * @property {'link' | 'seat'} [seed]
 * @property {Step[]} steps
 */

export const LESSON_VERSION = 1;

/**
 * A text in a language; else in the first that it has.
 * @param {Text | undefined} text @param {string} language @returns {string}
 */
export function inLanguage(text, language) {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** The languages in which a lesson is told; none if its texts are the same in all. @param {Lesson} lesson @returns {string[]} */
export const languagesOf = ({ title }) => (typeof title === 'string' ? [] : Object.keys(title));

/** Objects with their keys in order, so that equal lessons have equal texts. @param {unknown} value @returns {unknown} */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, one]) => [key, ordered(one)]));
}

const DIGEST_DIGITS = 8;

/** Eight digits that tell lessons apart. @param {Lesson} lesson */
export const digestOf = (lesson) =>
  longHash(JSON.stringify(ordered({ ...lesson, $schema: undefined }))).slice(0, DIGEST_DIGITS);
