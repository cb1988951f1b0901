/** What a run of a lesson's page was trained with, beside what the lesson sets. */
import { plain } from '../i18n/format.js';
import { has, t } from '../i18n/index.js';
import { FIELDS as LAB } from '../lab/table.js';
import { sameValue } from '../link/field.js';
import { FIELDS as POLYSEMY } from '../polysemy/table.js';
import { LAB_FIELDS } from '../share/parts.js';
import { FIELDS as TRANSFER } from '../transfer/table.js';
import { inLanguage } from './lesson.js';
import { readStepLink } from './lesson-mistakes.js';
import { trainingOf } from './training-link.js';

/**
 * @typedef {import('./lesson.js').Step} Step
 * @typedef {import('./result.js').Attempt} Attempt
 * @typedef {NonNullable<ReturnType<typeof readStepLink>>} Settings
 * @typedef {{name: string, value: unknown}} Setting
 */

export const FIELDS = { lab: LAB, polysemy: POLYSEMY, transfer: TRANSFER };

/** The rows of a page's table that change the weights. @param {Settings['page']} page */
const trainingRows = (page) =>
  FIELDS[page].filter(
    ({ key }) => key !== 'lang' && trainingOf(`x#v=1&${key}=1`).includes(`&${key}=`),
  );

/** The keys of the settings that a step's link keeps from its readers. @param {Settings} link */
function fixedKeys({ page, hidden, locked }) {
  const kept = new Set([...hidden, ...locked]);
  const rows = trainingRows(page);
  if (kept.has('controls')) return new Set(rows.map(({ key }) => key));
  if (kept.has('parameters')) for (const key of Object.keys(LAB_FIELDS)) kept.add(key);
  return kept;
}

/**
 * Settings that differ between two links, by their names in the page's table.
 * @param {Settings} a @param {Settings} b
 */
export const differing = (a, b) =>
  trainingRows(a.page).filter(
    ({ name }) =>
      !['build', 'threads'].includes(name) && !sameValue(a.values[name], b.values[name]),
  );

/**
 * The names of settings that the lesson fixes and the attempt has otherwise; ['page'] for another page.
 * @param {Step} step @param {string} language @param {Attempt} attempt @param {boolean} bySeat
 */
export function otherSettings(step, language, attempt, bySeat) {
  const wanted = readStepLink(inLanguage(step.link, language));
  const had = readStepLink(attempt.link);
  if (!wanted || !had || wanted.page !== had.page) return ['page'];
  const fixed = fixedKeys(wanted);
  return differing(wanted, had)
    .filter(({ name, key }) => fixed.has(key) && !(bySeat && name === 'seed'))
    .map(({ name }) => name);
}

/**
 * What a training sets otherwise than the lesson, its seed apart.
 * @param {string} link @param {Step} step @param {string} language @returns {Setting[]}
 */
export function changedIn(link, step, language) {
  const had = readStepLink(link);
  const given = readStepLink(inLanguage(step.link, language));
  if (!had || !given || had.page !== given.page) return [];
  return differing(given, had)
    .filter(({ name }) => name !== 'seed')
    .map(({ name }) => ({ name, value: had.values[name] }));
}

/** @param {string} link @returns {number} */
export const seedIn = (link) => Number(readStepLink(link)?.values.seed ?? 1);

/** The heading of a setting on its page. @type {Record<string, string>} */
const TITLES = {
  corpus: 'corpus.title',
  tokenizer: 'corpus.tokenizer',
  sentences: 'corpus.sentences',
};

/** The name of a setting in a page's table, as its page says it. @param {string} name */
export function settingTitle(name) {
  const key = TITLES[name] ?? `parameter.${name}`;
  return has(key) ? t(key) : name;
}

/** Epochs 20. @param {Setting} setting */
export function settingText({ name, value }) {
  const said = [`corpus.${name}.${value}`, `${name}.${value}`, `story.${value}`].find(has);
  const text = typeof value === 'number' ? plain(value) : said ? t(said) : String(value);
  return `${settingTitle(name)} ${text}`;
}
