import { cutSentence, spellings } from '../text/sentence.js';
import { Paced } from '../training/paced.js';
import { RunSession } from '../training/run-session.js';
import { takeFrame } from './frame.js';
import { occurrencesOf } from './occurrences.js';
import { Pack, watched } from './pack.js';
import { Published } from './published.js';
import { viewOf } from './reel.js';
import { languageOf, WORDS } from './table.js';

/** @typedef {import('./frame.js').Frame} Frame */

const MAP_PAUSE_MS = 90;
/** During training, every third look is followed by one at another word. */
const LOOKS_PER_ASIDE = 3;

/**
 * Connects the state with the API: creates and trains models, and updates the map.
 * @extends {RunSession<Pack, import('./store.js').SenseStore>}
 */
export class SenseSession extends RunSession {
  /**
   * @param {object} parts
   * @param {Pick<typeof import('../api/index.js'), 'create' | 'load'>} parts.api
   * @param {(language: 'en' | 'zh', edition: import('../link/edition.js').Edition) => Promise<{corpus: import('./occurrences.js').Corpus,
   *   options: import('../api/types.js').CreateOptions}>} parts.corpora returns a labelled corpus,
   *   and the options to train on it
   * @param {import('./store.js').SenseStore} parts.store
   */
  constructor({ api, corpora, store }) {
    super(store);
    this.api = api;
    this.corpora = corpora;
    /** @type {Map<string, Pack>} */
    this.slots = new Map();
    /** @type {Frame | null} */
    this.frame = null;
    /** The occurrence that the reader selected, −1 for none. */
    this.picked = -1;
    /** The replayed frame of the recording, −1 for the current model. */
    this.wound = -1;
    this.published = new Published(this);
    this.looks = 0;
    this.map = new Paced(() => this.#look(), MAP_PAUSE_MS);
  }

  begin() {
    return this.prepare();
  }

  /** @returns {Pack} the corpus of the chosen word */
  get current() {
    const language = languageOf(this.store.get('word'));
    const edition = this.store.get('edition');
    const key = `${this.published.keyOf(language)} ${edition}`;
    const pack = this.slots.get(key) ?? new Pack(this, language, edition);
    this.slots.set(key, pack);
    return pack;
  }

  /** The recorded frames of the run in the current view. */
  get shots() {
    const { running, reel } = this.current;
    return running ? [] : reel.of(viewOf(this.store.values), this.store.get('word'));
  }

  /** The frame that the map shows: the current or a recorded one. */
  get shown() {
    return this.shots[this.wound]?.frame ?? this.frame;
  }

  /**
   * Shows a recorded frame of the training.
   * @param {number} shot the last one is the current model
   */
  wind(shot) {
    this.wound = shot < this.shots.length - 1 ? shot : -1;
    this.changed();
  }

  /** The typed sentence as words of the corpus. */
  get cut() {
    const { store, published } = this;
    const free = published.active;
    return cutSentence(store.get('sentence'), this.current.known, store.get('word'), { free });
  }

  /** Creates an untrained model of the chosen corpus and seed. @returns {Promise<boolean>} */
  prepare(pack = this.current) {
    return this.published.active ? this.published.prepare(pack) : pack.make();
  }

  async train() {
    if (!this.published.active) await this.current.train();
  }

  async reset() {
    if (!this.published.active) await super.reset();
  }

  get all() {
    return [...this.slots.values()];
  }

  async close() {
    await this.published.drop();
    await super.close();
  }

  /** Selects an occurrence; −1 for none. @param {number} occurrence */
  pick(occurrence) {
    this.picked = occurrence;
    this.map.now();
    this.changed();
  }

  // ---- the map

  async #look() {
    const pack = this.current;
    const { model, corpus } = pack;
    const { values } = this.store;
    if (!model || !corpus) return;
    try {
      await this.#watch(pack, model, corpus, values.word);
      const { tokens, place } = this.cut;
      const asked = { typed: place < 0 ? null : { tokens, place }, picked: this.picked };
      const frame = await this.#frame(pack, model, asked);
      if (pack.model !== model || corpus !== pack.corpus || this.current !== pack) return;
      this.frame = frame;
      this.wound = -1;
      pack.remember(frame, viewOf(values));
      await this.#lookAside(pack, model, corpus);
    } catch (error) {
      // No error if the model was closed meanwhile, or has diverged, which is already shown.
      const expected = !error.code || error.code === 'Cancelled' || pack.report?.diverged;
      if (!expected && pack.model === model) pack.error = error;
    }
    this.changed();
  }

  /**
   * During training, records the other words from time to time: their curves and frames are then
   * there when one of them is chosen.
   * @param {Pack} pack @param {import('./pack.js').Model} model
   * @param {import('./occurrences.js').Corpus} corpus
   */
  async #lookAside(pack, model, corpus) {
    if (!pack.running || this.published.active) return;
    this.looks += 1;
    if (this.looks % LOOKS_PER_ASIDE) return;
    const { values } = this.store;
    const others = WORDS.filter(
      (word) => word !== values.word && languageOf(word) === pack.language,
    );
    if (!others.length) return;
    const word = others[(this.looks / LOOKS_PER_ASIDE) % others.length];
    await this.#watch(pack, model, corpus, word);
    const frame = await this.#frame(pack, model, { typed: null, picked: -1 });
    if (pack.model === model && pack.running) pack.remember(frame, viewOf(values));
  }

  /**
   * Sets the watched word. A model watches the occurrences of one word at a time.
   * @param {Pack} pack @param {import('./pack.js').Model} model
   * @param {import('./occurrences.js').Corpus} corpus @param {string} word
   */
  async #watch(pack, model, corpus, word) {
    if (pack.watched === word && pack.occurrences) return;
    const { published } = this;
    const known = pack.watchable.get(word)?.of;
    const occurrences =
      known ??
      (published.active ? await published.occurrences(corpus, word) : occurrencesOf(corpus, word));
    const { sentences, senses, heldout } = occurrences;
    const spelt = published.active ? spellings(word) : word;
    await model.watch({ word: spelt, sentences, senses, heldout });
    if (!known) pack.watchable.set(word, watched(occurrences));
    Object.assign(pack, { watched: word, occurrences });
  }

  /**
   * A frame of the watched word.
   * @param {Pack} pack @param {import('./pack.js').Model} model
   * @param {Parameters<typeof takeFrame>[3]} asked @returns {Promise<Frame>}
   */
  async #frame(pack, model, asked) {
    const { watched: word, watchable, running } = pack;
    const keepers = /** @type {ReturnType<typeof watched>} */ (watchable.get(word));
    const view = /** @type {import('./frame.js').View} */ (this.store.values);
    const step = pack.report?.step ?? 0;
    return { ...(await takeFrame(model, keepers.of, view, asked, keepers, running)), step };
  }

  // ---- the state

  stateChanged(/** @type {string[]} */ changed) {
    if (changed.includes('word')) {
      this.picked = -1;
      this.frame = null;
    }
    const pack = this.current;
    const untouched = !pack.running && !pack.trained;
    if (!pack.model && !pack.preparing) this.prepare(pack);
    else if (changed.includes('seed') && untouched && !this.published.active) this.prepare(pack);
    else if (changed.some((name) => LOOKS.includes(name))) this.map.now();
    this.changed();
  }
}

const LOOKS = ['word', 'layer', 'direction', 'weights', 'gamma', 'axes', 'sentence'];
