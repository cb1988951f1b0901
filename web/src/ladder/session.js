import { analogiesText } from '../../corpora/relations.js';
import { Paced } from '../state/paced.js';
import { answer } from './answers.js';
import { LAYERS, QUESTIONS, RUNGS, SHARED } from './rungs.js';
import { cutWords, occurrences } from './words.js';

/**
 * One rung with its model.
 * @typedef {object} Step
 * @property {import('./rungs.js').Rung} rung
 * @property {'waiting' | 'running' | 'paused' | 'done' | 'failed'} state
 * @property {any} model null until its turn
 * @property {any} report
 * @property {{epoch: number, loss: number}[]} points of the loss curve
 * @property {Float32Array | null} positions of the words on the map
 * @property {any} cloud of the occurrences of the polyseme, where a rung tells them apart
 * @property {{words: string[], positions: Float32Array} | null} plane the words of the analogy
 * @property {string} watched the polyseme whose occurrences the model holds
 * @property {number} seconds of training
 * @property {number} parameters
 * @property {number} bytes
 * @property {any} perplexities on the held-out text, n-grams beside; null where there are none
 * @property {{correct: number, total: number} | null} analogies over all of the corpus
 * @property {Record<string, import('./answers.js').Answer>} answers by question
 * @property {any} error
 */

const LOOK_PAUSE_MS = 120;
const MAX_POINTS = 240;
const BYTES = 4; // of a number

/** @param {import('./rungs.js').Rung} rung @returns {Step} */
const emptyStep = (rung) => ({
  rung,
  state: 'waiting',
  model: null,
  report: null,
  points: [],
  positions: null,
  cloud: null,
  plane: null,
  watched: '',
  seconds: 0,
  parameters: Number.NaN,
  bytes: Number.NaN,
  perplexities: null,
  analogies: null,
  answers: {},
  error: null,
});

const isTrainable = (/** @type {Step} */ { rung }) => rung.id !== 'one-hot';

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
      step.seconds = before + (performance.now() - start) / 1000;
      if (Number.isFinite(report.loss)) {
        step.points.push({ epoch: report.progress * report.epochs, loss: report.loss });
        if (step.points.length > MAX_POINTS) step.points = step.points.filter((_, i) => i % 2);
      }
      this.look.tick();
      this.changed();
    };
    reported(await step.model.resume({ signal, onProgress: reported }));
    if (step.report?.diverged) throw { code: 'Diverged' };
  }

  /** Figures and answers of a rung that is trained. @param {Step} step */
  async #measure(step) {
    const { model, rung } = step;
    const corpus = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    if (rung.predicts) step.perplexities = await model.perplexities();
    if (rung.answers.includes('analogy')) {
      step.analogies = await model.evaluateWordAnalogies(analogiesText(corpus.analogies));
    }
    await this.#map(step);
    for (const question of QUESTIONS) await this.#ask(step, question);
  }

  // ---- maps and answers

  /** What is seen of the rung under way. */
  async #look() {
    const step = this.steps.find(({ state }) => state === 'running');
    if (!step?.model) return;
    try {
      await this.#map(step);
      await this.#ask(step, this.store.get('question'));
    } catch (error) {
      if (!error.code) throw error; // of a model closed meanwhile nothing need be said
    }
    this.changed();
  }

  /** @param {Step} step */
  async #map(step) {
    const { model, rung } = step;
    if (rung.id === 'one-hot') return;
    if (!rung.answers.includes('senses')) {
      step.positions = (await model.projection({ align: true })).positions;
      return;
    }
    await this.#watch(step);
    const { first, second, polyseme } = this.store.values;
    const typed = [first, second]
      .map((text, i) => ({ number: i + 1, tokens: cutWords(text, this.known).tokens }))
      .filter(({ tokens }) => tokens.includes(polyseme));
    const sentences = typed.map(({ tokens }) => tokens);
    const map = await model.senseMap({ layer: LAYERS, sentences });
    step.cloud = { of: step.cloud.of, map, typed: typed.map(({ number }) => number) };
  }

  /** @param {Step} step */
  async #watch(step) {
    const word = this.store.get('polyseme');
    if (step.watched === word) return;
    const found = occurrences(/** @type {any} */ (this.corpus), word);
    await step.model.watch(found);
    step.watched = word;
    step.cloud = { of: found, map: null, typed: [] };
  }

  /** @param {Step} step @param {import('./rungs.js').Question} question */
  async #ask(step, question) {
    const { model, rung } = step;
    const { values } = this.store;
    if (question === 'senses' && rung.answers.includes('senses')) await this.#watch(step);
    const corpus = /** @type {import('./corpus.js').Corpus} */ (this.corpus);
    const given = await answer(question, { model, rung, corpus, known: this.known, values });
    // What was typed meanwhile asks again.
    if (values !== this.store.values && step.answers[question]) return;
    step.answers[question] = given;
    if (question === 'analogy' && rung.answers.includes(question)) await this.#plane(step, given);
  }

  /** The words of the analogy with its answer, as seen on the map. */
  async #plane(/** @type {Step} */ step, /** @type {import('./answers.js').Answer} */ given) {
    const words = [...this.store.get('analogy'), given.values?.d || given.items[0]?.word];
    if (given.error || !words[3] || new Set(words).size < 4) step.plane = null;
    else step.plane = { words, ...(await step.model.projection({ align: false, words })) };
  }

  /** All trained rungs, one question. @param {import('./rungs.js').Question} question */
  async ask(question) {
    const { round } = this;
    for (const step of this.steps) {
      if (round !== this.round) return;
      if (!step.model || !(step.state === 'done' || step.state === 'paused')) continue;
      try {
        if (question === 'senses') await this.#map(step);
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

/** @type {Record<import('./rungs.js').Question, string[]>} */
export const FIELDS_OF = {
  similar: ['similar'],
  analogy: ['analogy'],
  next: ['next'],
  blank: ['blank'],
  senses: ['polyseme', 'first', 'second'],
};
