import { analogiesText } from '../../corpora/relations.js';
import { longHash } from '../link/link-sum.js';
import { hasModel } from '../training/life.js';
import { Paced } from '../training/paced.js';
import { RunSession } from '../training/run-session.js';
import { answer } from './answers.js';
import { lookAt, lookAtAnalogy, lookAtOccurrences, watch } from './look.js';
import { QUESTIONS, RUNGS } from './rungs.js';
import { isTrainable, Step } from './step.js';
import { FIELDS_OF } from './table.js';

const LOOK_PAUSE_MS = 120;

/**
 * Connects the state with the API: trains one model after the other, and asks all of them the same
 * question.
 * @extends {RunSession<Step, import('./store.js').LadderStore>}
 */
export class LadderSession extends RunSession {
  /**
   * @param {object} parts
   * @param {Pick<typeof import('../api/index.js'), 'create' | 'load'>} parts.api
   * @param {(language: 'en' | 'zh', edition: import('../link/edition.js').Edition) =>
   *   Promise<import('./corpus.js').Corpus>} parts.corpora
   * @param {import('./store.js').LadderStore} parts.store
   */
  constructor({ api, corpora, store }) {
    super(store);
    this.api = api;
    this.corpora = corpora;
    this.steps = this.#fresh();
    /** @type {import('./corpus.js').Corpus | null} */
    this.corpus = null;
    /** @type {string[]} most frequent first */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    this.running = false;
    /** An error that prevents all training. @type {import('../training/life.js').Fault | null} */
    this.error = null;
    /** @type {{stopped: boolean} | null} */
    this.climb = null;
    this.look = new Paced(() => this.#look(), LOOK_PAUSE_MS);
  }

  get finished() {
    return this.steps.every(({ state }) => state === 'done');
  }

  /** Whether all models are trained. */
  get settled() {
    return this.running || this.finished;
  }

  /** One hash of the weights of all models; '' until all are trained. */
  get hash() {
    const hashes = this.steps.filter(isTrainable).map(({ hash }) => hash);
    return this.finished && hashes.every(Boolean) ? longHash(hashes.join('\n')) : '';
  }

  get started() {
    return this.steps.some((step) => isTrainable(step) && step.state !== 'waiting');
  }

  /** The progress of all models together: 0 … 1. */
  get progress() {
    const shares = this.steps
      .filter(isTrainable)
      .map(({ state, report }) => (state === 'done' ? 1 : (report?.progress ?? 0)));
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  /** Prepares the corpus, the models that need no training, and those that are kept. */
  async begin() {
    await this.#prepare();
    const { steps } = this;
    for (const step of steps) {
      if (steps !== this.steps) return; // reset meanwhile
      if (step.state !== 'waiting') continue;
      if (!isTrainable(step) || (await step.recall())) await this.#climb(step, { trains: false });
    }
  }

  /** Trains all models in historical order; continues where it was stopped. */
  async train() {
    if (this.running) return;
    if (this.finished) await this.#clear();
    this.running = true;
    this.error = null;
    const climb = { stopped: false };
    this.climb = climb;
    this.changed();
    try {
      await this.starting?.catch(() => {});
      await this.#prepare();
      for (const step of this.steps) {
        if (climb.stopped) break;
        if (step.state !== 'done') await this.#climb(step);
      }
    } catch (error) {
      if (!climb.stopped) this.error = error;
    } finally {
      if (this.climb === climb) this.running = false;
      this.changed();
    }
  }

  /** Stops after the current slice; train() continues. */
  async stop() {
    if (this.climb) this.climb.stopped = true;
    await Promise.all(this.steps.map((step) => step.pause()));
  }

  pause() {
    return this.stop();
  }

  async reset() {
    await this.#clear();
    await this.start().catch(() => {}); // the error is kept and shown
  }

  get all() {
    return this.steps;
  }

  close() {
    if (this.climb) this.climb.stopped = true;
    return super.close();
  }

  async #clear() {
    const closed = this.close();
    this.running = false;
    this.climb = null;
    this.steps = this.#fresh();
    this.changed();
    await closed;
  }

  #fresh() {
    return RUNGS.map((rung) => new Step(this, rung));
  }

  // ---- training

  async #prepare() {
    const { corpus: language, edition } = this.store.values;
    try {
      const corpus = await this.corpora(language, edition);
      const { values } = this.store;
      if (language === values.corpus && edition === values.edition) this.corpus = corpus;
    } catch (error) {
      this.error = error;
      throw error;
    } finally {
      this.changed();
    }
  }

  /** @param {Step} step @param {{trains?: boolean}} [how] trains: whether to train it further */
  async #climb(step, { trains = true } = {}) {
    step.state = 'running';
    step.error = null;
    this.changed();
    try {
      if (!isTrainable(step)) await step.make();
      else if (!step.finished && trains) await step.train();
      if (step.report?.diverged) throw { code: 'Diverged' };
      if (step.error) throw step.error;
      const done = step.finished || !isTrainable(step);
      if (done) await this.#measure(step);
      step.state = done ? 'done' : 'paused';
    } catch (error) {
      step.state = error.code === 'Cancelled' ? 'paused' : 'failed';
      if (step.state === 'failed') step.error = error;
    }
    this.changed();
  }

  /** Computes the values and answers of a trained model. @param {Step} step */
  async #measure(step) {
    if (!hasModel(step)) return;
    const { model, rung } = step;
    const corpus = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    if (rung.predicts) step.perplexities = await model.perplexities();
    if (rung.answers.includes('analogy')) {
      step.analogies = await model.evaluateWordAnalogies(analogiesText(corpus.analogies));
    }
    await lookAt(step, this);
    for (const question of QUESTIONS) await this.#ask(step, question);
  }

  // ---- maps and answers

  /** Updates the map and the answer of the model in training. */
  async #look() {
    const step = this.steps.find(({ state }) => state === 'running');
    if (!step || !hasModel(step)) return;
    try {
      await lookAtOccurrences(step, this); // positions of words arrive with the reports
      await this.#ask(step, this.store.get('question'));
    } catch (error) {
      if (!error.code) throw error; // the model was closed meanwhile: no error
    }
    this.changed();
  }

  /** @param {import('./step.js').WithModel} step @param {import('./rungs.js').Question} question */
  async #ask(step, question) {
    const { model, rung } = step;
    const { values } = this.store;
    if (question === 'senses' && rung.answers.includes('senses')) await watch(step, this);
    const corpus = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    const given = await answer(question, { model, rung, corpus, known: this.known, values });
    // Discards an answer to a question that was changed meanwhile.
    if (values !== this.store.values && step.answers[question]) return;
    step.answers[question] = given;
    if (question === 'analogy' && rung.answers.includes(question))
      await lookAtAnalogy(step, this, given);
  }

  /** Asks all trained models one question. @param {import('./rungs.js').Question} question */
  async ask(question) {
    const { steps } = this;
    for (const step of steps) {
      if (steps !== this.steps) return;
      if (!hasModel(step) || !(step.state === 'done' || step.state === 'paused')) continue;
      try {
        if (question === 'senses') await lookAt(step, this);
        await this.#ask(step, question);
      } catch (error) {
        if (!error.code) throw error;
      }
      this.changed();
    }
  }

  // ---- the state

  stateChanged(/** @type {string[]} */ changed) {
    const otherText = changed.includes('corpus') || changed.includes('edition');
    if (otherText) {
      this.corpus = null;
      this.known = new Set();
    }
    if (otherText || changed.includes('seed')) {
      this.reset();
    } else {
      for (const question of QUESTIONS) {
        if (FIELDS_OF[question].some((name) => changed.includes(name))) this.ask(question);
      }
    }
    this.changed();
  }
}
