/** Two things for the teacher to say, made from the class's numbers. */
import { comma } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { median } from '../plots/statistics.js';
import { effort, namedBy, numberIn } from './dots.js';
import { settingName } from './setting-name.js';
import { valueText } from './task.js';

/**
 * @typedef {import('./task.js').Task} Task
 * @typedef {import('./dots.js').Done} Done
 * @typedef {{look: string, ask: string}} Remarks
 */

/** The places that come up most often. @param {number[]} places */
function mostFrequent(places) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [place = -1, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { place, count, kinds: counts.size };
}

/** @param {Task} task @param {Done[]} done @returns {Remarks} */
function onOptions({ options }, done) {
  const guesses = done
    .map(({ step }) => (step.guess ? Number(step.guess) : -1))
    .filter((place) => options[place] !== undefined);
  const outcomes = done.map(({ step }) => step.came).filter((place) => options[place]);
  const [guessed, came] = [mostFrequent(guesses), mostFrequent(outcomes)];
  if (!guessed.count || !came.count) return { look: '', ask: '' };
  const right = done.filter(({ step }) => step.guess && Number(step.guess) === step.came).length;
  const values = {
    guess: options[guessed.place],
    count: guessed.count,
    of: guesses.length,
    outcome: options[came.place],
    came: came.count,
    runs: outcomes.length,
    right,
  };
  const look = t(came.kinds > 1 ? 'class.look.optionsMixed' : 'class.look.options', values);
  if (came.kinds > 1) return { look, ask: t('class.ask.mixed', values) };
  if (guessed.place !== came.place) return { look, ask: t('class.ask.wrong', values) };
  return {
    look,
    ask: t(2 * right > guesses.length ? 'class.ask.right' : 'class.ask.some', values),
  };
}

/** @param {Task} task @param {Done[]} done */
function onNumbers({ measure }, done) {
  const guesses = done.map(({ step }) => numberIn(step.guess)).filter(Number.isFinite);
  const outcomes = done.map(({ step }) => Number(step.outcome)).filter(Number.isFinite);
  if (!guesses.length || !outcomes.length) return '';
  const [guess, outcome] = [median(guesses), median(outcomes)];
  const values = {
    guess: valueText(measure, guess),
    outcome: valueText(measure, outcome),
    low: valueText(measure, Math.min(...outcomes)),
    high: valueText(measure, Math.max(...outcomes)),
    below: guesses.filter((one) => one < Math.min(...outcomes)).length,
    above: guesses.filter((one) => one > Math.max(...outcomes)).length,
    of: guesses.length,
  };
  if (values.below * 2 > guesses.length) return t('class.look.below', values);
  if (values.above * 2 > guesses.length) return t('class.look.above', values);
  return t('class.look.numbers', values);
}

/** @param {Task} task @param {Done[]} done @param {import('./luck.js').Luck | null} luck */
function onGoal(task, done, luck) {
  const { reached, of, best, who } = effort(task, done);
  if (!of) return '';
  if (!reached) return counted('class.ask.none', of, { of });
  const known = (luck?.outcomes ?? []).filter(({ trained }) => trained === luck?.seeds.length);
  const [first] = known;
  const surest = known.reduce(
    (most, one) => (one.reached.length > most.reached.length ? one : most),
    first,
  );
  if (luck && first && known.length === luck.outcomes.length) {
    const values = {
      setting: settingName(first.setting),
      reached: first.reached.length,
      seeds: luck.seeds.length,
      seed: first.reached.join(comma()),
      surest: settingName(surest.setting),
      most: surest.reached.length,
    };
    const share = first.reached.length / luck.seeds.length;
    if (first.reached.length === 1) return t('class.ask.luck', values);
    if (surest !== first && share < 0.9) return t('class.ask.partly', values);
    return t('class.ask.method', values);
  }
  if (Number.isNaN(best)) return t('class.ask.reached', { reached, of });
  const values = { best: valueText(task.best, best), who: who.join(comma()) };
  return t(`class.ask.${who.length === 1 ? 'best' : 'bests'}.${namedBy(done)}`, values);
}

/**
 * @param {Task} task @param {Done[]} done @param {import('./luck.js').Luck | null} luck
 * @returns {Remarks}
 */
export function remarksOn(task, done, luck) {
  if (!done.length) return { look: '', ask: '' };
  const told = task.kind === 'options' ? onOptions(task, done) : { look: '', ask: '' };
  const look = told.look || (task.kind === 'number' ? onNumbers(task, done) : '');
  const goal = task.goal ? onGoal(task, done, luck) : '';
  return { look, ask: goal || told.ask };
}
