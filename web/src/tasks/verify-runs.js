/** The trainings that a hand-in claims, and what they are found to be when they are trained again. */
import * as api from '../api/index.js';
import { pairsOf } from '../link/pairs.js';
import { chapters } from '../story/chapters/index.js';
import { grade, measure } from './goal.js';
import { inLanguage, languagesOf } from './lesson.js';
import { readStepLink } from './lesson-mistakes.js';
import { pageOf, trained } from './runs.js';
import { FIELDS } from './settings.js';
import { trainingOf } from './training-link.js';

/**
 * @typedef {import('./lesson.js').Step} Step
 * @typedef {import('./result.js').Attempt} Attempt
 * @typedef {import('./goal.js').Value} Value
 * @typedef {import('./verify-links.js').HandIn} HandIn
 * @typedef {import('./runs.js').How} How
 *
 * @typedef {object} Graded by a lesson in one language
 * @property {Value[]} values of the goal's measures
 * @property {boolean} reached
 * @property {Value} best
 * @property {Value} outcome of the prediction's measure; NaN without
 *
 * @typedef {object} Facts of a training, plain data
 * @property {string} hash of the weights; '' if nothing is trained
 * @property {Record<string, Graded>} said by step and language (gradeName)
 * @property {string} [came] of a chapter: the option that came out
 *
 * @typedef {object} Job a training and what is asked of it
 * @property {string} key equal jobs have equal facts
 * @property {(how: How) => Promise<Facts>} run
 */

/** Fields that choose how fast the same thing is computed. */
const SPEED = /&(?:build|threads)=[^&]*/g;

/** A link with another seed. @param {string} link @param {number} seed */
export const withSeed = (link, seed) =>
  trainingOf(`${link.replace(/&seed=[^&]*/, '')}${link.includes('#') ? '' : '#v=1'}&seed=${seed}`);

/** The training of a link, in the exact build. @param {string} link */
export const exactLink = (link) => trainingOf(link.replace(SPEED, ''));

/** The name of a grade among the facts. @param {number} step @param {string} language */
export const gradeName = (step, language) => `${step} ${language}`;

/**
 * Trains a link of a lesson again. Steps often share a training, so all of them are graded.
 * @param {HandIn} handIn @param {string} link @returns {Job}
 */
export function lessonJob({ lesson, key }, link) {
  const asked = /** @type {NonNullable<typeof lesson>} */ (lesson);
  const exact = exactLink(link);
  return { key: `${key} ${exact}`, run: (how) => factsOf(asked, exact, how) };
}

/** @param {import('./lesson.js').Lesson} lesson @param {string} link @param {How} how @returns {Promise<Facts>} */
async function factsOf(lesson, link, how) {
  const run = await trained(link, how);
  const spoken = languagesOf(lesson);
  try {
    const hash = (await run.model?.weightsHash()) ?? run.transfer?.chapter.current.hash ?? '';
    /** @type {Facts['said']} */
    const said = {};
    for (const [i, step] of lesson.steps.entries()) {
      for (const language of spoken.length ? spoken : ['']) {
        if (pageOf(inLanguage(step.link, language)) !== run.page) continue;
        said[gradeName(i, language)] = await gradedBy(step, run, language);
      }
    }
    return { hash, said };
  } finally {
    await run.close();
  }
}

/** @param {Step} step @param {import('./runs.js').Run} run @param {string} language @returns {Promise<Graded>} */
async function gradedBy({ goal, predict }, run, language) {
  const { values, reached, best } = goal
    ? await grade(run, goal, language)
    : { values: [], reached: false, best: Number.NaN };
  const outcome = predict?.outcome
    ? await measure(run, predict.outcome, language).catch(unmeasured)
    : Number.NaN;
  return { values, reached, best, outcome };
}

/** What cannot be measured has no value; other errors are errors. @param {{code?: string}} fault */
function unmeasured(fault) {
  if (!fault.code) throw fault;
  return Number.NaN;
}

/** Trains a chapter of the Story again. @param {import('./verify-links.js').StoryStep} step @returns {Job} */
export function chapterJob({ chapter, language, seed }) {
  return {
    key: `story ${chapter} ${language} ${seed}`,
    run: async ({ workerUrl, onProgress, signal }) => {
      const own = workerUrl ? { workerUrl } : {};
      const context = {
        api: inWorker(own),
        language,
        seed,
        signal,
        onProgress: (/** @type {number} */ done) => onProgress?.(done),
      };
      const [run] = await chapters[chapter]();
      const result = await run.train(context);
      try {
        const { value } = await run.conclude(result, context);
        return { hash: result.run.hash ?? '', said: {}, came: value };
      } finally {
        await result.run.model?.close?.();
      }
    },
  };
}

/** The API with another worker. @param {{workerUrl?: string}} own @returns {import('../story/types.js').Context['api']} */
const inWorker = (own) => ({
  create: (options) => api.create({ ...options, ...own }),
  train: (options) => api.train({ ...options, ...own }),
  trainImages: (options) => api.trainImages({ ...options, ...own }),
  load: api.load, // chapters only load what they trained, for their figures
});

/** Everything that a hand-in claims to have trained. @param {HandIn} handIn @returns {Job[]} */
export function jobsOf(handIn) {
  const { lesson, result, story } = handIn;
  /** @type {Map<string, Job>} */
  const jobs = new Map();
  const add = (/** @type {Job} */ job) => jobs.set(job.key, job);
  for (const step of story) if (step) add(chapterJob(step));
  if (lesson) {
    for (const [i, { first, attempt }] of result.steps.entries()) {
      if (!lesson.steps[i]) continue;
      for (const one of [first, attempt]) {
        if (one && !lostText(one)) add(lessonJob(handIn, one.link));
      }
    }
  }
  return [...jobs.values()];
}

/** Whether a training was on a text that its link does not have. @param {Attempt} attempt */
export function lostText({ link }) {
  const said = new Map(pairsOf(link.split('#')[1] ?? ''));
  return said.get('corpus') === 'own' && !said.get('c');
}

/**
 * The keys of a link that its page does not know, or whose values it does not take.
 * @param {string} link
 */
export function unknownKeys(link) {
  const read = readStepLink(link);
  if (!read) return [];
  const known = new Set(['v', 'sum', ...FIELDS[read.page].map(({ key }) => key)]);
  const unknown = pairsOf(link.split('#')[1] ?? '').filter(([key]) => !known.has(key));
  const refused = read.notes
    .filter(({ kind }) => ['refused', 'clamped', 'noCorpus'].includes(kind))
    .flatMap(({ kind, keys = [] }) => (kind === 'noCorpus' ? ['corpus'] : keys));
  return [...unknown.map(([key]) => key), ...refused];
}
