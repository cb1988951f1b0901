/** A lesson that somebody works through: guesses, attempts, hints, and what is handed in. */
import { grade, isBetter, measure, outcomeOf, within } from '../tasks/goal.js';
import { digestOf, inLanguage } from '../tasks/lesson.js';
import { pageOf } from '../tasks/runs.js';
import { trainingOf } from '../tasks/training-link.js';
import * as inThisBrowser from './progress.js';
import { isDone } from './progress.js';

/**
 * @typedef {import('../tasks/lesson.js').Lesson} Lesson
 * @typedef {import('../tasks/lesson.js').Step} Step
 * @typedef {import('../tasks/result.js').Attempt} Attempt
 * @typedef {import('../tasks/goal.js').Grade} Grade
 * @typedef {import('./progress.js').StepProgress} StepProgress
 */

/** A link with more fields set. @param {string} link @param {string} more as `&seed=7` */
export const withFields = (link, more) => (link.includes('#') ? link + more : `${link}#v=1${more}`);

export class LessonSession extends EventTarget {
  /** Why the latest training could not be graded. @type {import('../i18n/errors.js').Fault | null} */
  error = null;
  /** The grade of the latest training. @type {Grade | null} */
  grade = null;
  /** Whether what is done is kept in this browser. */
  kept = true;

  /**
   * @param {object} parts
   * @param {Lesson} parts.lesson
   * @param {import('../tasks/lesson-link.js').Source} parts.source
   * @param {'en' | 'zh'} parts.language
   * @param {Pick<typeof inThisBrowser, 'keptProgress' | 'keepProgress' | 'forgetProgress'>} [parts.keeper]
   */
  constructor({ lesson, source, language, keeper = inThisBrowser }) {
    super();
    this.lesson = lesson;
    this.source = source;
    this.language = language;
    this.keeper = keeper;
    this.digest = digestOf(lesson);
    this.progress = keeper.keptProgress(this.digest, lesson.steps.length);
  }

  #changed() {
    this.kept = this.keeper.keepProgress(this.digest, this.progress);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {import('../tasks/lesson.js').Text | undefined} text */
  said(text) {
    return inLanguage(text, this.language);
  }

  // ---- where the reader is

  /** @returns {Step} */
  get step() {
    return this.lesson.steps[this.progress.step];
  }

  /** @returns {StepProgress} of the open step */
  get done() {
    return this.progress.steps[this.progress.step];
  }

  /** @param {number} step from 0 */
  open(step) {
    if (!this.lesson.steps[step] || step === this.progress.step) return;
    this.progress.step = step;
    this.grade = null;
    this.error = null;
    this.#changed();
  }

  get needsSeat() {
    return this.lesson.seed === 'seat' && this.progress.seat === null;
  }

  /** @param {number} seat the pupil's own seed */
  sit(seat) {
    this.progress.seat = seat;
    this.#changed();
  }

  /** The link of the step's demo; a lesson by seats sets its seed. @param {number} [step] */
  linkOf(step = this.progress.step) {
    const link = this.said(this.lesson.steps[step].link);
    const file = link.split('#')[0].split('/').at(-1) ?? '';
    const own = file + (link.includes('#') ? link.slice(link.indexOf('#')) : '');
    const { seat } = this.progress;
    if (this.lesson.seed !== 'seat' || seat === null) return own;
    const seedless = own.replace(/&seed=\d+/, '');
    const lock = /&lock=([^&]*)/.exec(seedless);
    const locked = lock
      ? seedless.replace(lock[0], `&lock=${lock[1]},seed`)
      : withFields(seedless, '&lock=seed');
    return withFields(locked, `&seed=${seat}`);
  }

  /**
   * The text that was brought in an earlier step, as fields of a link; '' for none. A step that names
   * no text goes on with it.
   */
  get broughtText() {
    const { steps, step } = this.progress;
    if (/[#&]corpus=/.test(this.linkOf())) return '';
    const links = steps.slice(0, step).flatMap(({ attempts }) => attempts.map(({ link }) => link));
    const link = links.findLast((one) => /[#&]corpus=own/.test(one) && /[#&]c=/.test(one)) ?? '';
    const fields = link.split(/[#&]/).filter((field) => /^(corpus|c|cut|sentences)=/.test(field));
    return fields.map((field) => `&${field}`).join('');
  }

  /** The page of the step's demo. */
  get page() {
    return pageOf(this.linkOf());
  }

  // ---- the prediction

  /** Whether the demo waits for the prediction. */
  get asking() {
    return this.step.predict !== undefined && this.done.guess === null;
  }

  /** @param {string} value the place of the option, or what was typed; '' to be shown at once */
  guess(value) {
    if (!this.asking) return;
    this.done.guess = value.trim();
    this.#changed();
  }

  /** Whether what came out is known: a prediction of the best attempt is open to the end. */
  get decided() {
    const { predict } = this.step;
    return predict !== undefined && this.outcome !== undefined;
  }

  /** Whether the prediction is about the best attempt, not about the first. @param {Step} step */
  static isAboutBest({ predict, goal }) {
    return predict?.outcome !== undefined && sameMeasure(predict.outcome, goal?.best?.measure);
  }

  /** The value of the prediction's measure. */
  get outcome() {
    const { step, done } = this;
    if (!LessonSession.isAboutBest(step)) return done.outcome;
    return this.best?.reached ? this.best.best : undefined;
  }

  /** The place of the option that came out; −1 for none, or while it is unknown. */
  get cameOut() {
    const { predict } = this.step;
    if (!predict || this.outcome === undefined) return -1;
    return outcomeOf(predict, this.outcome, this.language);
  }

  /** Whether what was typed came out. */
  get guessedRight() {
    const { predict } = this.step;
    const { guess } = this.done;
    if (!predict || !guess || this.outcome === undefined) return false;
    if (predict.options) return Number(guess) === this.cameOut;
    if (predict.asks === 'number') return Number(guess) === Number(this.outcome);
    return guess.toLowerCase() === String(this.outcome).toLowerCase();
  }

  // ---- attempts

  /** The attempt that is handed in: the best that reached the goal, else the latest. @param {number} [step] */
  bestOf(step = this.progress.step) {
    const { goal } = this.lesson.steps[step];
    const { attempts } = this.progress.steps[step];
    const reached = attempts.filter((attempt) => attempt.reached);
    const order = goal?.best?.order;
    if (!reached.length) return attempts.at(-1);
    if (!order) return reached[0];
    return reached.reduce((best, one) =>
      isBetter(one.best ?? Number.NaN, best.best ?? Number.NaN, order) ? one : best,
    );
  }

  get best() {
    return this.bestOf();
  }

  /** Whether a step is done. @param {number} step */
  isDone(step) {
    return isDone(this.lesson.steps[step], this.progress.steps[step]);
  }

  get isOver() {
    return this.lesson.steps.every((_, i) => this.isDone(i));
  }

  /**
   * Grades a finished training.
   * @param {import('../tasks/runs.js').Run} run
   * @param {{link: string, hash: string}} about the link from # on, and the hash of the weights
   */
  async take(run, { link, hash }) {
    const { step, done, language } = this;
    const training = trainingOf(`${run.page}.html${link}`);
    try {
      const graded = step.goal
        ? await grade(run, step.goal, language)
        : { values: [], met: [], reached: false, best: Number.NaN, error: null };
      const asksFirst = step.predict && !LessonSession.isAboutBest(step);
      if (asksFirst && done.outcome === undefined) {
        const asked = step.predict?.outcome;
        const value = asked === undefined ? '' : await measure(run, asked, language);
        // What this training does not have is decided by a later one.
        if (!Number.isNaN(value)) Object.assign(done, { outcome: value, decider: training });
      }
      if (step !== this.step) return;
      this.grade = graded;
      this.error = graded.error;
      const { values, best, reached } = graded;
      // The same settings give the same result: trained again, it is no other attempt.
      if (done.attempts.at(-1)?.link === training) done.attempts.pop();
      done.attempts.push({ link: training, hash, values, best, reached });
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  /** Whether the latest training met a condition. @param {number} condition */
  isMet(condition) {
    const { step, done } = this;
    const value = done.attempts.at(-1)?.values[condition] ?? Number.NaN;
    const limits = step.goal?.conditions[condition] ?? {};
    return within(value, limits, this.language);
  }

  hint() {
    const { hints = [] } = this.step;
    this.done.hints = Math.min(hints.length, this.done.hints + 1);
    this.#changed();
  }

  /** The reader took the link, the file or the sheet. */
  handIn() {
    if (this.progress.handedIn) return;
    this.progress.handedIn = true;
    this.#changed();
  }

  /** Begins the lesson anew. */
  forget() {
    this.keeper.forgetProgress(this.digest);
    this.progress = this.keeper.keptProgress(this.digest, this.lesson.steps.length);
    this.grade = null;
    this.error = null;
    this.dispatchEvent(new Event('change'));
  }

  // ---- handing in

  /** @returns {import('../tasks/result.js').Result} */
  get result() {
    const steps = this.lesson.steps.map((step, i) => {
      const { guess, outcome, decider, hints, attempts } = this.progress.steps[i];
      const attempt = this.bestOf(i);
      const first = attempts.find(({ link }) => link === decider) ?? attempts[0];
      const other = first && attempt && first.link !== attempt.link;
      const aboutFirst = step.predict?.outcome !== undefined && !LessonSession.isAboutBest(step);
      return {
        ...(guess !== null && { guess }),
        ...(outcome !== undefined && { outcome }),
        hints,
        attempts: attempts.length,
        ...(other && aboutFirst && { first }),
        ...(attempt && { attempt }),
      };
    });
    return { lesson: this.digest, seat: this.progress.seat, steps };
  }
}

/** @param {import('../tasks/lesson.js').Text} a @param {import('../tasks/lesson.js').Text | undefined} b */
const sameMeasure = (a, b) => JSON.stringify(a) === JSON.stringify(b);
