import { analogiesText } from '../../corpora/relations.js';
import { longHash } from '../link/link-sum.js';
import { Paced } from '../training/paced.js';
import { answer } from './answers.js';
import { lookAt, lookAtAnalogy, lookAtOccurrences, watch, watching } from './look.js';
import { QUESTIONS, RUNGS, SHARED } from './rungs.js';
import { emptyStep, isTrainable } from './step.js';
import { FIELDS_OF } from './table.js';

/** @typedef {import('./step.js').Step} Step */

const LOOK_PAUSE_MS = 120;
const MAX_POINTS = 240;
const BYTES = 4; // of a number

/** Joins the state with the API: trains rung after rung, asks all of them the same. */
export class LadderSession extends EventTarget {
  /**
   * @param {object} parts
   * @param {any} parts.api
   * @param {(language: 'en' | 'zh') => Promise<import('./corpus.js').Corpus>} parts.corpora
   * @param {import('./store.js').LadderStore} parts.store
   */
  constructor({ api, corpora, store }) {
    super();
    this.api = api;
    this.corpora = corpora;
    this.store = store;
    this.steps = RUNGS.map(emptyStep);
    /** @type {import('./corpus.js').Corpus | null} */
    this.corpus = null;
    /** @type {string[]} most frequent first */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    this.running = false;
    /** @type {any} what keeps all rungs from training */
    this.error = null;
    /** @type {AbortController | null} */
    this.stopping = null;
    /** @type {Promise<void> | null} */
    this.starting = null;
    this.round = 0; // models of an earlier round are closed
    this.look = new Paced(() => this.#look(), LOOK_PAUSE_MS);
    store.addEventListener('change', (event) => this.#stateChanged(/** @type {any} */ (event)));
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  get finished() {
    return this.steps.every(({ state }) => state === 'done');
  }

  /** Is there nothing more to train? */
  get settled() {
    return this.running || this.finished;
  }

  /** Of all rungs' weights together; '' until they are trained. */
  get hash() {
    const hashes = this.steps.filter(isTrainable).map(({ hash }) => hash);
    return this.finished && hashes.every(Boolean) ? longHash(hashes.join('\n')) : '';
  }

  get started() {
    return this.steps.some((step) => isTrainable(step) && step.state !== 'waiting');
  }

  /** Of all rungs that are trained, together: 0 … 1. */
  get progress() {
    const shares = this.steps
      .filter(isTrainable)
      .map(({ state, report }) => (state === 'done' ? 1 : (report?.progress ?? 0)));
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  /** The corpus, and the rungs that need no training. */
  start() {
    this.starting = this.#start();
    return this.starting;
  }

  async #start() {
    await this.#prepare();
    const { signal } = new AbortController();
    for (const step of this.steps) {
      if (!isTrainable(step) && step.state === 'waiting') await this.#climb(step, signal);
    }
  }

  /** All rungs, in the order of history; goes on where it was stopped. */
  async train() {
    if (this.running) return;
    if (this.finished) await this.#clear();
    this.running = true;
    this.error = null;
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.changed();
    try {
      await this.starting?.catch(() => {});
      await this.#prepare();
      for (const step of this.steps) {
        if (step.state !== 'done') await this.#climb(step, signal);
        if (signal.aborted) break;
      }
    } catch (error) {
      if (!signal.aborted) this.error = error;
    } finally {
      if (signal === this.stopping?.signal) this.running = false;
      this.changed();
    }
  }

  /** Stops after the slice under way; train() goes on. */
  stop() {
    this.stopping?.abort();
  }

  /** Untrained again. */
  async reset() {
    await this.#clear();
    await this.start().catch(() => {}); // the error is kept and shown
  }

  async #clear() {
    this.stop();
    this.running = false;
    this.stopping = null;
    this.round += 1;
    const models = this.steps.map(({ model }) => model);
    this.steps = RUNGS.map(emptyStep);
    this.changed();
    await Promise.all(models.map((model) => model?.close().catch(() => {})));
  }

  // ---- training

  async #prepare() {
    const language = this.store.get('corpus');
    try {
      const corpus = await this.corpora(language);
      if (language === this.store.get('corpus')) this.corpus = corpus;
    } catch (error) {
      this.error = error;
      throw error;
    } finally {
      this.changed();
    }
  }

  /** @param {Step} step @param {AbortSignal} signal */
  async #climb(step, signal) {
    const { round } = this;
    step.state = 'running';
    step.error = null;
    this.changed();
    try {
      await this.#make(step, signal);
      if (isTrainable(step)) await this.#run(step, signal);
      await this.#measure(step);
      step.state = 'done';
    } catch (error) {
      if (round !== this.round) return; // closed meanwhile: needs no word
      step.state = error.code === 'Cancelled' ? 'paused' : 'failed';
      if (step.state === 'failed') step.error = error;
    }
    this.changed();
  }

  /** @param {Step} step @param {AbortSignal} signal */
  async #make(step, signal) {
    if (step.model) return;
    const { rung } = step;
    const { text, heldout } = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    const { round } = this;
    const model = await this.api.create({
      ...SHARED,
      ...rung.options,
      model: rung.id,
      seed: this.store.get('seed'),
      corpus: text,
      ...(rung.predicts ? { heldout } : {}),
      signal,
    });
    if (round !== this.round) {
      await model.close();
      throw Object.assign(new Error('closed'), { code: 'Cancelled' });
    }
    step.model = model;
    const [vocabulary, parameters] = await Promise.all([
      model.vocabulary(),
      rung.id === 'one-hot' ? 0 : model.parameterCount(),
    ]);
    this.words = vocabulary.map((/** @type {{word: string}} */ { word }) => word);
    this.known = new Set(this.words);
    step.parameters = parameters;
    // One-hot vectors written out are the identity matrix.
    step.bytes = BYTES * (rung.id === 'one-hot' ? this.words.length ** 2 : parameters);
  }

  /** @param {Step} step @param {AbortSignal} signal */
  async #run(step, signal) {
    const before = step.seconds;
    const start = performance.now();
    const reported = (/** @type {any} */ report) => {
      if (!report) return;
      step.report = report;
      if (report.projection) step.positions = report.projection.positions;
      step.seconds = before + (performance.now() - start) / 1000;
      if (Number.isFinite(report.loss)) {
        step.points.push({ epoch: report.progress * report.epochs, loss: report.loss });
        if (step.points.length > MAX_POINTS) step.points = step.points.filter((_, i) => i % 2);
      }
      this.look.tick();
      this.changed();
    };
    reported(await step.model.resume({ signal, onProgress: reported, ...watching(step) }));
    if (step.report?.diverged) throw { code: 'Diverged' };
    step.hash = (await step.model.weightsHash?.()) ?? '';
  }

  /** Figures and answers of a rung that is trained. @param {Step} step */
  async #measure(step) {
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

  /** What is seen of the rung under way. */
  async #look() {
    const step = this.steps.find(({ state }) => state === 'running');
    if (!step?.model) return;
    try {
      await lookAtOccurrences(step, this); // words come with the reports
      await this.#ask(step, this.store.get('question'));
    } catch (error) {
      if (!error.code) throw error; // of a model closed meanwhile nothing need be said
    }
    this.changed();
  }

  /** @param {Step} step @param {import('./rungs.js').Question} question */
  async #ask(step, question) {
    const { model, rung } = step;
    const { values } = this.store;
    if (question === 'senses' && rung.answers.includes('senses')) await watch(step, this);
    const corpus = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    const given = await answer(question, { model, rung, corpus, known: this.known, values });
    // What was typed meanwhile asks again.
    if (values !== this.store.values && step.answers[question]) return;
    step.answers[question] = given;
    if (question === 'analogy' && rung.answers.includes(question))
      await lookAtAnalogy(step, this, given);
  }

  /** All trained rungs, one question. @param {import('./rungs.js').Question} question */
  async ask(question) {
    const { round } = this;
    for (const step of this.steps) {
      if (round !== this.round) return;
      if (!step.model || !(step.state === 'done' || step.state === 'paused')) continue;
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

  #stateChanged(/** @type {CustomEvent<{changed: string[]}>} */ { detail }) {
    const { changed } = detail;
    if (changed.includes('corpus')) {
      this.corpus = null;
      this.known = new Set();
    }
    if (changed.includes('corpus') || changed.includes('seed')) {
      this.reset();
    } else {
      for (const question of QUESTIONS) {
        if (FIELDS_OF[question].some((name) => changed.includes(name))) this.ask(question);
      }
    }
    this.changed();
  }
}
