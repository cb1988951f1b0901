/**
 * Judges what a pupil handed in: every training that it claims is repeated and compared. No page and
 * no network are needed.
 */
import { isBetter, outcomeOf } from './goal.js';
import { inLanguage, languagesOf } from './lesson.js';
import { readStepLink } from './lesson-mistakes.js';
import { otherSettings } from './settings.js';
import { chapterJob, gradeName, lessonJob, lostText, unknownKeys } from './verify-runs.js';

export { readHandIn } from './verify-links.js';
export { jobsOf } from './verify-runs.js';

/**
 * @typedef {import('./goal.js').Value} Value
 * @typedef {import('./lesson.js').Step} Step
 * @typedef {import('./result.js').Attempt} Attempt
 * @typedef {import('./verify-links.js').HandIn} HandIn
 * @typedef {import('./verify-links.js').Reason} Reason
 * @typedef {import('./verify-runs.js').Facts} Facts
 * @typedef {import('./verify-runs.js').Graded} Graded
 * @typedef {import('../i18n/errors.js').Fault} Fault
 * @typedef {{facts: Facts} | {fault: Fault}} Found what came of a job
 *
 * @typedef {object} StepFound one step of a hand-in, as it came out when trained again; where that
 *   differs, as it is claimed
 * @property {string} [guess]
 * @property {Value} outcome of the prediction's measure; NaN without
 * @property {number} came place of the option that came out; −1 for none
 * @property {boolean} reached
 * @property {Value} best
 * @property {Value[]} values
 * @property {number} hints
 * @property {number} attempts
 * @property {string} link of the best attempt; '' without
 * @property {number} seed
 * @property {string} hash
 *
 * @typedef {object} Judged
 * @property {'reproduced' | 'differs' | 'failed'} kind
 * @property {Reason[]} reasons why it differs
 * @property {Fault | null} fault why it failed
 * @property {StepFound[]} steps
 * @property {string} language of the lesson in which it was graded
 */

/** Browsers may compute a logarithm in its last digit otherwise. */
const CLOSE = 1e-6;

/** @param {Value} a @param {Value} b */
function alike(a, b) {
  if (typeof a !== typeof b) return String(a) === String(b);
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** @param {Value} value */
const shown = (value) => (typeof value === 'number' ? String(+value.toPrecision(5)) : value);

/** Whether a prediction is about what the best attempt is chosen by. @param {Step} step */
export const isAboutBest = ({ predict, goal }) =>
  predict?.outcome !== undefined &&
  JSON.stringify(predict.outcome) === JSON.stringify(goal?.best?.measure);

/**
 * Why the weights are others.
 * @param {Attempt} attempt @param {string} hash that was found @returns {Reason}
 */
function otherWeights({ link, hash: claimed }, hash) {
  const { build, tokenizer } = readStepLink(link)?.values ?? {};
  if (build === 'fast' || build === 'parallel') return { code: 'fast' };
  if (tokenizer === 'segmenter') return { code: 'segmenter' };
  const unknown = unknownKeys(link);
  if (unknown.length) return { code: 'newerSettings', values: { keys: unknown.join(', ') } };
  const digits = 8;
  return {
    code: 'hash',
    values: { claimed: claimed.slice(0, digits), found: hash.slice(0, digits) },
  };
}

/**
 * @param {Attempt} attempt @param {Graded} graded @param {Step} step @param {string} language
 * @returns {Reason[]}
 */
function otherClaims(attempt, graded, { goal }, language) {
  if (!goal) return [];
  /** @type {Reason[]} */
  const reasons = [];
  const compare = (
    /** @type {import('./lesson.js').Text} */ measure,
    /** @type {Value} */ a,
    /** @type {Value} */ b,
  ) => {
    if (alike(a, b)) return;
    const values = { measure: inLanguage(measure, language), claimed: shown(a), found: shown(b) };
    reasons.push({ code: 'values', values });
  };
  goal.conditions.forEach(({ measure }, i) => {
    compare(measure, attempt.values[i] ?? Number.NaN, graded.values[i]);
  });
  if (goal.best && !reasons.length) {
    compare(goal.best.measure, attempt.best ?? Number.NaN, graded.best);
  }
  if (attempt.reached !== graded.reached) {
    reasons.push({ code: graded.reached ? 'reachedNot' : 'reached' });
  }
  return reasons;
}

/**
 * One step of a lesson.
 * @param {HandIn} handIn @param {number} at @param {string} language
 * @param {(key: string) => Found | undefined} foundOf
 * @returns {{reasons: Reason[], fault: Fault | null, step: StepFound}}
 */
function judgeStep(handIn, at, language, foundOf) {
  const { result } = handIn;
  const lesson = /** @type {NonNullable<HandIn['lesson']>} */ (handIn.lesson);
  const step = lesson.steps[at];
  const { guess, outcome: told, hints = 0, attempts = 0, first, attempt } = result.steps[at] ?? {};
  const bySeat = lesson.seed === 'seat';
  /** @type {Reason[]} */
  const reasons = [];
  /** @type {Fault | null} */
  let fault = null;
  const graded = new Map();
  for (const one of new Set([first, attempt])) {
    if (!one) continue;
    if (lostText(one)) {
      reasons.push({ code: 'ownText' });
      continue;
    }
    const others = otherSettings(step, language, one, bySeat);
    if (others.length) reasons.push({ code: 'settings', values: { names: others.join(',') } });
    const seed = Number(readStepLink(one.link)?.values.seed ?? 1);
    if (bySeat && seed !== result.seat) {
      const code = result.seat === null ? 'noSeat' : 'seed';
      reasons.push({ code, values: { seat: String(result.seat ?? ''), seed: String(seed) } });
    }
    const found = foundOf(lessonJob(handIn, one.link).key);
    if (found && 'fault' in found) fault = found.fault;
    if (!found || 'fault' in found) continue;
    const { facts } = found;
    const grades = facts.said[gradeName(at, language)];
    if (facts.hash !== one.hash) reasons.push(otherWeights(one, facts.hash));
    else if (grades) reasons.push(...otherClaims(one, grades, step, language));
    if (grades) graded.set(one, grades);
  }
  const aboutBest = isAboutBest(step);
  const asked = aboutBest ? attempt : (first ?? attempt);
  const best = graded.get(attempt) ?? attempt;
  const outcome = aboutBest
    ? best?.reached
      ? best.best
      : Number.NaN
    : (graded.get(asked)?.outcome ?? told ?? Number.NaN);
  const measured = step.predict?.outcome !== undefined;
  const claims = told !== undefined && told !== '' && told !== null;
  const again = graded.get(asked)?.outcome;
  if (measured && claims && again !== undefined && !reasons.length && !alike(told, again)) {
    reasons.push({ code: 'outcome', values: { claimed: shown(told), found: shown(again) } });
  }
  const came = step.predict && attempt ? outcomeOf(step.predict, outcome, language) : -1;
  return {
    reasons,
    fault,
    step: {
      guess,
      outcome: measured ? outcome : Number.NaN,
      came,
      reached: best?.reached ?? false,
      best: best?.best ?? Number.NaN,
      values: best?.values ?? [],
      hints,
      attempts,
      link: attempt?.link ?? '',
      seed: attempt ? Number(readStepLink(attempt.link)?.values.seed ?? 1) : Number.NaN,
      hash: attempt?.hash ?? '',
    },
  };
}

/** @param {HandIn} handIn @param {string} language @param {(key: string) => Found | undefined} foundOf @returns {Judged} */
function judgeIn(handIn, language, foundOf) {
  const steps = (handIn.lesson?.steps ?? []).map((_, i) => judgeStep(handIn, i, language, foundOf));
  const reasons = steps.flatMap((step) => step.reasons);
  /** @type {Reason[]} */
  const late = reasons.length && handIn.edition ? [{ code: 'edition' }] : [];
  const fault = steps.find((step) => step.fault)?.fault ?? null;
  return {
    kind: reasons.length ? 'differs' : fault ? 'failed' : 'reproduced',
    reasons: located(steps.map((step) => step.reasons)).concat(late),
    fault,
    steps: steps.map(({ step }) => step),
    language,
  };
}

/**
 * Each reason once, with the steps that it is about unless it is about all of them.
 * @param {Reason[][]} bySteps @returns {Reason[]}
 */
function located(bySteps) {
  /** @type {Map<string, {reason: Reason, steps: number[]}>} */
  const all = new Map();
  bySteps.forEach((reasons, i) => {
    for (const reason of reasons) {
      const key = JSON.stringify(reason);
      const steps = all.get(key)?.steps ?? [];
      all.set(key, { reason, steps: steps.includes(i + 1) ? steps : [...steps, i + 1] });
    }
  });
  return [...all.values()].map(({ reason, steps }) =>
    steps.length === bySteps.length ? reason : { ...reason, steps },
  );
}

/** @param {HandIn} handIn @param {(key: string) => Found | undefined} foundOf @returns {Judged} */
function judgeStory({ story, result }, foundOf) {
  /** @type {Reason[]} */
  const reasons = [];
  /** @type {Fault | null} */
  let fault = null;
  const steps = story.map((claim, i) => {
    const { guess, outcome, attempts = 0 } = result.steps[i];
    if (claim) {
      const found = foundOf(chapterJob(claim).key);
      if (found && 'fault' in found) fault = found.fault;
      else if (found) {
        const { hash, came = '' } = found.facts;
        const same = came === claim.outcome && (!claim.hash || hash.startsWith(claim.hash));
        if (!same) reasons.push({ code: 'chapter', values: { number: String(i + 1) } });
      }
    }
    const came = Number(outcome ?? -1);
    return {
      guess,
      outcome: Number.NaN,
      came,
      reached: false,
      best: Number.NaN,
      values: [],
      hints: 0,
      attempts,
      link: '',
      seed: claim?.seed ?? Number.NaN,
      hash: claim?.hash ?? '',
    };
  });
  const kind = reasons.length ? 'differs' : fault ? 'failed' : 'reproduced';
  return { kind, reasons, fault, steps, language: '' };
}

/**
 * Compares a hand-in with what its trainings are found to be. A result does not say in which language
 * the lesson was done: the language is taken in which the least differs.
 * @param {HandIn} handIn @param {(key: string) => Found | undefined} foundOf @returns {Judged}
 */
export function judge(handIn, foundOf) {
  const { lesson } = handIn;
  if (!lesson) return judgeStory(handIn, foundOf);
  const languages = languagesOf(lesson);
  const all = (languages.length ? languages : ['']).map((language) =>
    judgeIn(handIn, language, foundOf),
  );
  return all.reduce((best, one) => (one.reasons.length < best.reasons.length ? one : best));
}

/**
 * Which hand-ins repeat an earlier one: the place of that one, −1 for none. Where all train the same
 * run, two pupils may honestly have the same result, so a repetition has the same name or none.
 * @param {({handIn: HandIn, label: string} | null)[]} all in their order
 */
export function repeated(all) {
  /** @type {Map<string, number[]>} */
  const before = new Map();
  return all.map((one, i) => {
    if (!one) return -1;
    const { handIn, label } = one;
    const same = before.get(handIn.code) ?? [];
    before.set(handIn.code, [...same, i]);
    const seated = handIn.result.seat !== null;
    const twin = same.find((at) => seated || !label || !all[at]?.label || all[at]?.label === label);
    return twin ?? -1;
  });
}

/** The lesson of most hand-ins; '' without any. @param {string[]} keys */
export function majority(keys) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])[0];
}

/** The best step found among hand-ins that reached the goal. @param {StepFound[]} steps @param {Step | undefined} step */
export function bestOf(steps, step) {
  const order = step?.goal?.best?.order;
  const reached = steps.filter((one) => one.reached);
  if (!order || !reached.length) return undefined;
  return reached.reduce((best, one) => (isBetter(one.best, best.best, order) ? one : best));
}
