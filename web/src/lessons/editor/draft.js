/** A lesson in the making: as forms can change it, and as the file that it becomes. */
import { LESSON_VERSION } from '../../tasks/lesson.js';
import { measureOf, QUANTITIES } from '../../tasks/quantities.js';

/**
 * @typedef {{text: string, because: string, right: boolean}} DraftOption
 * @typedef {'none' | 'options' | 'word' | 'number'} Asking
 * @typedef {'atMost' | 'atLeast' | 'is'} Limit
 * @typedef {{name: string, words: string, limit: Limit, value: string}} DraftCondition
 *
 * @typedef {object} DraftStep
 * @property {string} title
 * @property {string} text
 * @property {string} link
 * @property {Asking} asking
 * @property {string} question
 * @property {DraftOption[]} options
 * @property {string} outcome the measure with which what was typed is compared
 * @property {string} goal what the goal asks, in words; '' for no goal
 * @property {DraftCondition[]} conditions
 * @property {string} best the quantity by which attempts are compared; '' for none
 * @property {'least' | 'most'} order
 * @property {string[]} hints
 * @property {string} because
 *
 * @typedef {{title: string, about: string, by: string, seat: boolean, steps: DraftStep[]}} Draft
 */

/** @returns {DraftCondition} */
export const newCondition = () => ({ name: 'place', words: '', limit: 'atMost', value: '1' });
/** @returns {DraftOption} */
export const newOption = (right = false) => ({ text: '', because: '', right });

/** @param {string} link @returns {DraftStep} */
export const newStep = (link) => ({
  title: '',
  text: '',
  link,
  asking: 'options',
  question: '',
  options: [newOption(true), newOption()],
  outcome: '',
  goal: '',
  conditions: [newCondition()],
  best: '',
  order: 'least',
  hints: [''],
  because: '',
});

/** @param {string} link of the state from which it is made @returns {Draft} */
export const newDraft = (link) => ({
  title: '',
  about: '',
  by: '',
  seat: false,
  steps: [newStep(link)],
});

/** Leaves out what is empty. @template {object} T @param {T} value @returns {Partial<T>} */
const filled = (value) =>
  /** @type {Partial<T>} */ (
    Object.fromEntries(
      Object.entries(value).filter(([, one]) => one !== '' && one !== undefined && one !== false),
    )
  );

/** Whether values of a quantity are words. @param {string} name */
export const isWord = (name) => QUANTITIES[name]?.kind === 'word';

/** @param {DraftCondition} condition @returns {import('../../tasks/lesson.js').Condition} */
function conditionOf({ name, words, limit, value }) {
  const measure = [name, words.trim()].filter(Boolean).join(' ');
  const said = isWord(name) ? { is: value.trim() } : { [limit]: Number(value) };
  return value.trim() === '' ? { measure } : { measure, ...said };
}

/** @param {DraftStep} step @returns {import('../../tasks/lesson.js').Prediction | undefined} */
function predictionOf({ asking, question, options, outcome }) {
  if (asking === 'none') return undefined;
  if (asking !== 'options') {
    return { question, asks: asking, ...(outcome.trim() && { outcome: outcome.trim() }) };
  }
  const kept = options.filter(({ text }) => text.trim());
  return {
    question,
    options: kept.map(
      (option) => /** @type {import('../../tasks/lesson.js').Option} */ (filled(option)),
    ),
  };
}

/** @param {DraftStep} step @returns {import('../../tasks/lesson.js').Goal | undefined} */
function goalOf({ goal, conditions, best, order }) {
  if (!goal.trim()) return undefined;
  return {
    text: goal,
    conditions: conditions.map(conditionOf),
    ...(best && { best: { measure: best, order } }),
  };
}

/** The lesson as a file. @param {Draft} draft @returns {import('../../tasks/lesson.js').Lesson} */
export function lessonOf({ title, about, by, seat, steps }) {
  return {
    preformer: 'lesson',
    version: LESSON_VERSION,
    title,
    ...filled({ about, by }),
    ...(seat && { seed: /** @type {const} */ ('seat') }),
    steps: steps.map((step) => {
      const hints = step.hints.filter((hint) => hint.trim());
      const predict = predictionOf(step);
      const goal = goalOf(step);
      return {
        title: step.title || title,
        link: step.link,
        ...filled({ text: step.text, because: step.because }),
        ...(predict && { predict }),
        ...(goal && { goal }),
        ...(hints.length && { hints }),
      };
    }),
  };
}

/** A lesson's text in one language; the editor makes lessons in one. @param {import('../../tasks/lesson.js').Text | undefined} text @param {string} language */
const one = (text, language) =>
  text === undefined || typeof text === 'string'
    ? (text ?? '')
    : (text[language] ?? Object.values(text)[0] ?? '');

/**
 * A draft of a lesson that was opened, to change it.
 * @param {import('../../tasks/lesson.js').Lesson} lesson @param {string} language @returns {Draft}
 */
export function draftOf({ title, about, by = '', seed, steps }, language) {
  const said = (/** @type {import('../../tasks/lesson.js').Text | undefined} */ text) =>
    one(text, language);
  return {
    title: said(title),
    about: said(about),
    by,
    seat: seed === 'seat',
    steps: steps.map(({ predict, goal, ...step }) => ({
      ...newStep(said(step.link)),
      title: said(step.title),
      text: said(step.text),
      because: said(step.because),
      hints: step.hints?.map(said) ?? [''],
      asking: predict ? (predict.asks ?? 'options') : 'none',
      question: said(predict?.question),
      options: predict?.options?.map((option) => ({
        text: said(option.text),
        because: said(option.because),
        right: option.right === true,
      })) ?? [newOption(true), newOption()],
      outcome: said(predict?.outcome),
      goal: said(goal?.text),
      conditions: goal?.conditions.map((condition) => {
        const { name, words } = measureOf(said(condition.measure));
        const limit = condition.is ? 'is' : condition.atLeast === undefined ? 'atMost' : 'atLeast';
        const value = condition.is ? said(condition.is) : (condition[limit] ?? '');
        return { name, words: words.join(' '), limit, value: String(value) };
      }) ?? [newCondition()],
      best: said(goal?.best?.measure),
      order: goal?.best?.order ?? 'least',
    })),
  };
}
