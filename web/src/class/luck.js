/**
 * Method or luck: each setting that the class found is trained with all seeds of the class. A method
 * reaches the goal with most of them, luck with one.
 */
import { changedIn } from '../tasks/settings.js';
import { exactLink, gradeName, lessonJob, withSeed } from '../tasks/verify-runs.js';

/**
 * @typedef {import('../tasks/verify.js').StepFound} StepFound
 * @typedef {import('../tasks/lesson.js').Step} Step
 *
 * @typedef {object} Setting
 * @property {string} link without its seed
 * @property {{name: string, value: unknown}[]} changed what is set otherwise than in the lesson
 * @property {number} best of those who tried it; NaN if none reached the goal
 * @property {number} tried by how many
 *
 * @typedef {object} Outcome of a setting
 * @property {Setting} setting
 * @property {number[]} reached the seeds with which it reaches the goal
 * @property {number} trained with how many seeds
 *
 * @typedef {object} Luck
 * @property {number[]} seeds
 * @property {Outcome[]} outcomes one per setting
 * @property {import('../tasks/verify-runs.js').Job[]} missing
 */

/** Where all have trained with one seed, so many are tried. */
const OTHER_SEEDS = 10;
/** A class may have tried more: those of the most pupils are compared. */
const MOST_SETTINGS = 16;

/** @param {string} link */
const seedless = (link) => exactLink(link.replace(/&seed=[^&]*/, ''));

/** The seeds of a class. @param {StepFound[]} steps */
export function seedsOf(steps) {
  const seeds = new Set(steps.filter(({ link }) => link).map(({ seed }) => seed));
  if (seeds.size === 1) for (let seed = 1; seed <= OTHER_SEEDS; ++seed) seeds.add(seed);
  return [...seeds].sort((a, b) => a - b);
}

/**
 * The settings that a class has handed in, in the order of their numbers, or the best first.
 * @param {StepFound[]} steps @param {Step} step @param {string} language @returns {Setting[]}
 */
export function settingsIn(steps, step, language) {
  /** @type {Map<string, Setting>} */
  const all = new Map();
  for (const { link, reached, best } of steps) {
    if (!link) continue;
    const name = seedless(link);
    const setting = all.get(name) ?? {
      link: name,
      changed: changedIn(name, step, language),
      best: Number.NaN,
      tried: 0,
    };
    setting.tried += 1;
    if (reached) setting.best = Number(best);
    all.set(name, setting);
  }
  const order = step.goal?.best?.order === 'most' ? -1 : 1;
  const rank = (/** @type {Setting} */ { best }) =>
    Number.isNaN(best) ? Number.POSITIVE_INFINITY : order * best;
  return [...all.values()]
    .sort((a, b) => b.tried - a.tried)
    .slice(0, MOST_SETTINGS)
    .sort((a, b) => byValues(a, b) || compared(rank(a), rank(b)));
}

/** @param {number} a @param {number} b */
const compared = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** In the order of their numbers, if they change the same settings. @param {Setting} a @param {Setting} b */
function byValues(a, b) {
  const names = (/** @type {Setting} */ { changed }) => changed.map(({ name }) => name).join();
  if (names(a) !== names(b)) return 0;
  for (const [i, { value }] of a.changed.entries()) {
    const order = compared(Number(value), Number(b.changed[i].value));
    if (order) return order;
  }
  return 0;
}

/**
 * @param {object} of
 * @param {import('../tasks/verify-links.js').HandIn} of.handIn one of the class, for its lesson
 * @param {number} of.at the step
 * @param {string} of.language in which goals are graded
 * @param {Setting[]} of.settings @param {number[]} of.seeds
 * @param {Map<string, import('../tasks/verify.js').Found>} of.found
 * @returns {Luck}
 */
export function luckOf({ handIn, at, language, settings, seeds, found }) {
  /** @type {Luck['missing']} */
  const missing = [];
  const outcomes = settings.map((setting) => {
    /** @type {number[]} */
    const reached = [];
    let trained = 0;
    for (const seed of seeds) {
      const job = lessonJob(handIn, withSeed(setting.link, seed));
      const one = found.get(job.key);
      if (!one) missing.push(job);
      else if ('facts' in one) {
        trained += 1;
        if (one.facts.said[gradeName(at, language)]?.reached) reached.push(seed);
      }
    }
    return { setting, reached, trained };
  });
  return { seeds, outcomes, missing };
}

/** What was computed last, as long as nothing more is found. @type {WeakMap<object, {about: string, luck: Luck}>} */
const computed = new WeakMap();

/** @param {import('./session.js').ClassSession} session @returns {Luck | null} null without a goal */
export function luckIn(session) {
  const { lesson, key, step, done, pool } = session;
  const handIn = done[0]?.row.handIn;
  if (!lesson?.steps[step]?.goal || !handIn) return null;
  const about = [key, step, pool.found.size, ...done.map(({ row }) => row.number)].join(' ');
  const before = computed.get(session);
  if (before?.about === about) return before.luck;
  const steps = done.map((one) => one.step);
  const language = done[0].row.judged?.language ?? '';
  const settings = settingsIn(steps, lesson.steps[step], language);
  const seeds = seedsOf(steps);
  const luck = luckOf({ handIn, at: step, language, settings, seeds, found: pool.found });
  computed.set(session, { about, luck });
  return luck;
}
