/** What a class was asked: one step of a lesson, or one chapter of the Story, in the page's language. */

import { percent, significant, similarity, whole } from '../i18n/format.js';
import { language, t } from '../i18n/index.js';
import { inLanguage } from '../tasks/lesson.js';
import { plain } from '../tasks/marked.js';
import { measureOf, QUANTITIES } from '../tasks/quantities.js';
import { isAboutBest } from '../tasks/verify.js';

/**
 * @typedef {import('../tasks/goal.js').Value} Value
 *
 * @typedef {object} Task
 * @property {string} title
 * @property {string} question of the prediction; '' without
 * @property {'options' | 'number' | 'word' | ''} kind of the prediction
 * @property {string[]} options
 * @property {string} goal '' without
 * @property {string} measure what the prediction is about; '' without
 * @property {string} best what attempts are compared by; '' without
 * @property {'least' | 'most'} order
 * @property {boolean} aboutBest whether the prediction is about the best attempt
 */

/** @param {import('../tasks/lesson.js').Step} step @returns {Task} */
export function taskOf(step) {
  const said = (/** @type {import('../tasks/lesson.js').Text | undefined} */ text) =>
    plain(inLanguage(text, language()));
  const { title, predict, goal } = step;
  return {
    title: said(title),
    question: said(predict?.question),
    kind: predict?.options ? 'options' : (predict?.asks ?? ''),
    options: (predict?.options ?? []).map(({ text }) => said(text)),
    goal: said(goal?.text),
    measure: said(predict?.outcome),
    best: said(goal?.best?.measure),
    order: goal?.best?.order ?? 'least',
    aboutBest: isAboutBest(step),
  };
}

/** @param {import('./lessons.js').Chapter} chapter @returns {Task} */
export const chapterTask = ({ question, options }) => ({
  title: question,
  question,
  kind: 'options',
  options: options.map(({ text }) => text),
  goal: '',
  measure: '',
  best: '',
  order: 'least',
  aboutBest: false,
});

/** A value without its unit. @param {string} measure @param {Value} value */
export function bareValue(measure, value) {
  if (typeof value === 'string') return value;
  const { name } = measureOf(measure);
  const kind = Object.hasOwn(QUANTITIES, name) ? QUANTITIES[name].kind : '';
  if (kind === 'share') return percent(value);
  if (kind === 'similarity') return similarity(value);
  return Number.isInteger(value) ? whole(value) : significant(value);
}

/** @param {string} measure @param {Value} value */
export function valueText(measure, value) {
  if (Number.isNaN(value)) return '–';
  const { name } = measureOf(measure);
  const text = bareValue(measure, value);
  if (!['dimensions', 'epochs', 'place'].includes(name.replace(/^.*-(?=place)/, ''))) return text;
  return unitText(name.endsWith('place') ? 'place' : name, text, value === 1);
}

/** @param {string} name @param {string} count @param {boolean} one */
export const unitText = (name, count, one) =>
  t(`class.value.${name}${one ? '.one' : ''}`, { count });
