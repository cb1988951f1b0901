import { Eta } from '../lab/slot.js';
import { cutSentence, spellings } from '../text/sentence.js';
import { Paced } from '../training/paced.js';
import { Undo } from '../training/undo.js';
import { SenseAxes } from './axes.js';
import { takeFrame } from './frame.js';
import { occurrencesOf } from './occurrences.js';
import { emptyPack, remember } from './pack.js';
import { Published } from './published.js';
import { viewOf } from './reel.js';
import { languageOf } from './table.js';

/**
 * @typedef {import('./pack.js').Pack} Pack
 * @typedef {import('./frame.js').Frame} Frame
 */

const MAP_PAUSE_MS = 90;

/** Joins the state with the API: makes models, trains them, keeps the map up to date. */
export class SenseSession extends EventTarget {
  /**
   * @param {object} parts
   * @param {any} parts.api
   * @param {(language: 'en' | 'zh') => Promise<{corpus: any, options: Record<string, any>}>}
   *   parts.corpora a labelled corpus, and what the API needs to train on it
   * @param {import('./store.js').SenseStore} parts.store
   */
  constructor({ api, corpora, store }) {
    super();
    this.api = api;
    this.corpora = corpora;
    this.store = store;
    /** @type {Map<string, Pack>} */
    this.slots = new Map();
    /** @type {Frame | null} */
    this.frame = null;
    /** The occurrence the reader chose, −1 for none. */
    this.picked = -1;
    /** The shot of the reel that is wound to, −1 for the model as it is. */
    this.wound = -1;
    this.undoing = new Undo(/** @type {any} */ (this));
    this.published = new Published(this);
    /** @type {Promise<boolean> | undefined} until the first model stands ready */
    this.starting = undefined;
    this.map = new Paced(() => this.#look(), MAP_PAUSE_MS);
    store.addEventListener('change', (event) => this.#stateChanged(/** @type {any} */ (event)));
  }

  start() {
    this.starting = this.prepare();
    return this.starting;
  }

  /** Has the chosen word's model been trained from this seed, or is it under way? */
  get settled() {
    const pack = this.current;
    return pack.running || ((pack.report?.step ?? 0) > 0 && !this.isStale(pack));
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {Pack} the corpus of the chosen word */
  get current() {
    const language = languageOf(this.store.get('word'));
    const key = this.published.keyOf(language);
    if (!this.slots.has(key)) this.slots.set(key, emptyPack(language));
    return /** @type {Pack} */ (this.slots.get(key));
  }

  /** Trained from another seed than the control shows? @param {Pack} pack */
  isStale(pack) {
    if (!pack.model || this.published.active) return false;
    return pack.seed !== this.store.get('seed');
  }

  /** The shots of the run that can be wound through: those of the view on show. */
  get shots() {
    const { running, reel } = this.current;
    return running ? [] : reel.of(viewOf(this.store.values));
  }

  /** What the map shows: the model as it is, or as it was. */
  get shown() {
    return this.shots[this.wound]?.frame ?? this.frame;
  }

  /** Winds to a moment of the training. @param {number} shot the last: the model as it is */
  wind(shot) {
    this.wound = shot < this.shots.length - 1 ? shot : -1;
    this.changed();
  }

  /** What was typed, as words of the corpus. */
  get cut() {
    const { store, published } = this;
    const free = published.active;
    return cutSentence(store.get('sentence'), this.current.known, store.get('word'), { free });
  }

  /** Makes the model of the chosen corpus and seed, untrained. @returns {Promise<boolean>} */
  async prepare(pack = this.current) {
    if (this.published.active) return this.published.prepare(pack);
    const seed = this.store.get('seed');
    pack.preparing = true;
    pack.ticket += 1;
    const { ticket } = pack;
    this.changed();
    try {
      const { corpus, options } = await this.corpora(pack.language);
      const model = await this.api.create({ ...options, model: 'elmo', seed });
      if (ticket !== pack.ticket) {
        await model.close();
        return false;
      }
      const [report, vocabulary] = await Promise.all([model.report(), model.vocabulary()]);
      const old = pack.model;
      const known = new Set(vocabulary.map((/** @type {{word: string}} */ { word }) => word));
      Object.assign(pack, emptyPack(pack.language), { corpus, model, seed, report, known, ticket });
      if (old && old !== this.undoing.model) await old.close();
      await this.map.now();
      return true;
    } catch (error) {
      if (ticket === pack.ticket) pack.error = error;
      return false;
    } finally {
      if (ticket === pack.ticket) pack.preparing = false;
      this.changed();
    }
  }

  async train() {
    const pack = this.current;
    if (pack.running || this.published.active) return;
    const broken = pack.error?.code === 'EngineFailure';
    if (!pack.model || pack.preparing || this.isStale(pack) || broken) {
      if (!(await this.prepare(pack))) return;
    } else if (pack.report?.finished) {
      pack.report = await pack.model.reset();
      pack.history.clear();
      await this.map.now(); // the beginning of the curves and of the reel
    }
    await this.#run(pack);
  }

  async pause() {
    await this.current.model?.pause();
  }

  /** Untrained again. The trained model can be brought back. */
  async reset() {
    const pack = this.current;
    if (!pack.model || this.published.active) return;
    if (pack.running) await pack.model.pause();
    if ((pack.report?.step ?? 0) > 0) {
      const before = { ...pack, running: false };
      await this.undoing.offer('reset', pack.model, () => {
        const fresh = pack.model;
        Object.assign(pack, before, { ticket: pack.ticket + 1 });
        if (fresh !== before.model) fresh?.close();
        this.map.now();
      });
    }
    await this.prepare(pack);
  }

  /** Chooses an occurrence; −1 for none. @param {number} occurrence */
  pick(occurrence) {
    this.picked = occurrence;
    this.map.now();
    this.changed();
  }

  // ---- training

  async #run(/** @type {Pack} */ pack) {
    if (this.undoing.name === 'reset') await this.undoing.drop();
    const eta = new Eta();
    const reported = (/** @type {any} */ report) => {
      if (!report) return;
      pack.report = report;
      pack.secondsLeft = eta.update(performance.now(), report.progress);
      if (pack === this.current) this.map.tick();
      this.changed();
    };
    Object.assign(pack, { running: true, hash: '', error: null });
    this.wound = -1;
    this.changed();
    try {
      reported(await pack.model.resume({ onProgress: reported }));
      if (pack.report?.diverged) pack.error = { code: 'Diverged' };
    } catch (error) {
      if (error.code !== 'Cancelled') pack.error = error;
    }
    pack.running = false;
    await this.map.now();
    const { model } = pack;
    const hash = await model?.weightsHash?.().catch(() => '');
    if (pack.model === model && !pack.running) pack.hash = hash ?? '';
    this.changed();
  }

  // ---- the map

  async #look() {
    const pack = this.current;
    const { model, corpus } = pack;
    const { values } = this.store;
    if (!model) return;
    try {
      await this.#watch(pack);
      const frame = await this.#frame(pack);
      if (pack.model !== model || corpus !== pack.corpus || this.current !== pack) return;
      this.frame = frame;
      this.wound = -1;
      remember(pack, frame, viewOf(values));
    } catch (error) {
      // A model closed meanwhile needs no answer, and of a diverged one all has been said.
      const expected = !error.code || error.code === 'Cancelled' || pack.report?.diverged;
      if (!expected && pack.model === model) pack.error = error;
    }
    this.changed();
  }

  /** The model holds the occurrences of one word at a time. @param {Pack} pack */
  async #watch(pack) {
    const word = this.store.get('word');
    if (pack.watched === word && pack.occurrences) return;
    const { published } = this;
    const occurrences = published.active
      ? await published.occurrences(pack, word)
      : occurrencesOf(pack.corpus, word);
    const { sentences, senses, heldout } = occurrences;
    const watched = published.active ? spellings(word) : word;
    await pack.model.watch({ word: watched, sentences, senses, heldout });
    Object.assign(pack, { watched: word, occurrences, axes: new SenseAxes() });
  }

  /** @param {Pack} pack @returns {Promise<Frame>} */
  async #frame(pack) {
    const { model, report } = pack;
    const of = /** @type {import('./occurrences.js').Occurrences} */ (pack.occurrences);
    const { tokens, place } = this.cut;
    const asked = { typed: place < 0 ? null : { tokens, place }, picked: this.picked };
    const view = /** @type {any} */ (this.store.values);
    const step = report?.step ?? 0;
    return { ...(await takeFrame(model, of, view, asked, pack)), step };
  }

  // ---- the state

  #stateChanged(/** @type {CustomEvent<{changed: string[]}>} */ { detail }) {
    const { changed } = detail;
    if (changed.includes('word')) {
      this.picked = -1;
      this.frame = null;
    }
    const pack = this.current;
    const untouched = !pack.running && !((pack.report?.step ?? 0) > 0);
    if (!pack.model && !pack.preparing) this.prepare(pack);
    else if (changed.includes('seed') && untouched && !this.published.active) this.prepare(pack);
    else if (changed.some((name) => LOOKS.includes(name))) this.map.now();
    this.changed();
  }
}

const LOOKS = ['word', 'layer', 'direction', 'weights', 'gamma', 'axes', 'sentence'];
