import { LabError } from '../text/own-text.js';
import { RunSession } from '../training/run-session.js';
import { prefersStill } from '../ui/canvas.js';
import { Starting } from './import/starting.js';
import { Live } from './live.js';
import { Pulling } from './map/pulling.js';
import { UmapRun } from './map/umap.js';
import { CorpusSource } from './settings/corpus-source.js';
import { isTrained, Slot } from './slot.js';
import { field } from './table.js';

/**
 * @typedef {import('../training/life.js').Fault} Fault
 * @typedef {import('./table.js').Values} Values
 * @typedef {Awaited<ReturnType<typeof import('../api/index.js').tokenize>>} Tokenized
 */

/** Another corpus has other words, so the reader's words are reset. */
const NO_QUESTIONS = { nearest: undefined, analogy: undefined, odd: undefined, pair: undefined };
/** The fields that choose and cut the text. */
const OF_THE_TEXT = ['corpus', 'text', 'tokenizer', 'sentences'];
const PREPARE_DELAY_MS = 120; // so that dragging a slider creates one model instead of forty

/**
 * Connects the state with the API: creates models when settings change, trains them, and keeps a
 * trained model until the reader trains again.
 * @extends {RunSession<Slot, import('./store.js').Store>}
 */
export class Session extends RunSession {
  /**
   * @param {object} options
   * @param {Pick<typeof import('../api/index.js'), 'create' | 'load' | 'tokenize' | 'findPhrases'>} options.api
   * @param {import('../../corpora/presets.js').Preset[]} options.presets
   * @param {import('./store.js').Store} options.store
   * @param {import('./ask/list.js').Question[]} [options.questions] those of the page
   */
  constructor({ api, presets, store, questions = [] }) {
    super(store);
    this.api = api;
    this.presets = presets;
    /** @type {Map<string, Slot>} */
    this.slots = new Map();
    this.source = new CorpusSource({ presets, changed: () => this.changed() });
    /** @type {Fault | null} */
    this.corpusError = null;
    /** @type {Record<string, Fault>} */
    this.parameterErrors = {};
    /** The loss curves, oldest first. @type {import('./runs.js').Run[]} */
    this.runs = [];
    this.startVectors = new Starting(this);
    this.viewing = '';
    /** Counts of the reader's text, before a model was made of it. @type {Tokenized | null} */
    this.textCounts = null;
    this.live = new Live(this, questions);
    this.umap = new UmapRun(() => this.changed());
    this.pulling = new Pulling(this, prefersStill());
    /** The reader's word pairs or analogies that were evaluated last. */
    this.evaluated = '';
    /** The run with other seeds, once the reader asks for it. @type {import('./seeds/repeats.js').Repeats | null} */
    this.repeats = null;
    /**
     * What stands below a question afterwards.
     * @type {((name: string, asking: import('./ask/question.js').Asking) => unknown) | null}
     */
    this.repeatsNote = null;
    /** The training as it was earlier; loaded when it is asked for. @type {import('./time/travel.js').Travel | null} */
    this.time = null;
  }

  /** Reads the text in the link, and creates the model. */
  async begin() {
    const packed = this.store.get('text');
    const broken = this.store.get('corpus') === 'own' ? await this.#restoreText(packed) : '';
    await this.prepare();
    if (!broken) return;
    this.corpusError = { code: broken };
    this.changed();
  }

  /** @returns {Slot} the slot that the page shows: a run, or an earlier moment of it */
  get current() {
    return this.time?.past ?? this.present;
  }

  /** @returns {Slot} the run, as far as it is trained */
  get present() {
    return this.slot(this.viewing || this.store.get('model'));
  }

  /** @param {string} kind @returns {Slot} */
  slot(kind) {
    const slot = this.slots.get(kind) ?? new Slot(this, kind);
    this.slots.set(kind, slot);
    return slot;
  }

  /** The corpus description of a slot's model. @param {Slot} slot */
  presetOf(slot) {
    const id = slot.model ? slot.values.corpus : this.store.get('corpus');
    return this.presets.find((preset) => preset.id === id);
  }

  /**
   * Uses a reader's own text.
   * @param {{text: import('../text/own-text.js').OwnText, choices?: Partial<Values>,
   *   counts?: Tokenized | null}} chosen
   */
  async useText({ text, choices = {}, counts = null }) {
    this.textCounts = counts;
    const packed = await this.source.use(text);
    this.store.textAtHand = !packed;
    this.store.suggest(text.suggestion);
    this.store.set({
      corpus: 'own',
      text: packed || undefined,
      tokenizer: undefined,
      sentences: undefined,
      ...NO_QUESTIONS,
      ...choices,
    });
    this.changed();
  }

  /** @param {string} id */
  usePreset(id) {
    const text = (id === 'own' && this.source.packed) || undefined;
    const cut = { tokenizer: undefined, sentences: undefined, text };
    this.store.set({ corpus: id, ...cut, ...NO_QUESTIONS });
  }

  /**
   * Counts and first sentences of a text, without training. Throws if no model can be made of it.
   * @param {import('./settings/corpus-source.js').TextValues} values
   * @param {import('../text/own-text.js').OwnText} [text]
   * @param {(share: number) => void} [onProgress] of cutting the words of `text`
   */
  async preview(values, text, onProgress) {
    const source = text ? this.source.of(text, onProgress) : this.source;
    const { corpus, ...cut } = await source.whole(values);
    const result = await this.api.tokenize(corpus, cut);
    if (result.vocabulary < 2) {
      const code = result.tokens ? 'VocabularyTooSmall' : 'EmptyCorpus';
      throw new LabError(code, code, { parameter: 'corpus', overlong: result.overlong });
    }
    return result;
  }

  /**
   * The phrases of a text, and the text with them joined.
   * @param {Parameters<Session['preview']>[0]} values
   * @param {import('../text/own-text.js').OwnText} text
   * @param {{minCount: number, threshold: number}} how
   */
  async phrases(values, text, how) {
    const { corpus, tokenizer, sentences } = await this.source.of(text).whole(values);
    return this.api.findPhrases(corpus, { tokenizer, sentences, ...how });
  }

  /**
   * Creates an untrained model with the current settings.
   * @returns {Promise<boolean>} whether it was created
   */
  prepare(kind = this.store.get('model')) {
    clearTimeout(this.timer); // replaces the delayed call
    return this.slot(kind).make();
  }

  get settled() {
    const { running, trained, stale, kind } = this.present;
    return running || (trained && !stale) || kind === 'loaded';
  }

  pause() {
    return this.present.pause();
  }

  reset() {
    this.time?.leave();
    return this.present.reset();
  }

  async train() {
    const { present: slot } = this;
    if (slot.kind !== 'loaded' && slot.kind !== 'one-hot') await slot.train();
  }

  async step(steps = 1) {
    this.time?.leave();
    const { present: slot } = this;
    await slot.step(steps);
    await this.pulling.show(slot);
  }

  async setSpeed(/** @type {string} */ speed) {
    this.store.set({ speed });
    await this.present.adjust();
  }

  async clearRuns() {
    const { runs } = this;
    await this.undoing.offer('clear', () => {
      this.runs = runs;
    });
    this.runs = runs.filter((run) => run === this.present.run && run.points.length > 0);
    this.changed();
  }

  get all() {
    return [...this.slots.values()];
  }

  close() {
    this.umap.cancel();
    void this.repeats?.drop();
    void this.time?.close();
    return super.close();
  }

  // ---- settings

  /** The key of the settings for a model of that kind. @param {string} kind */
  keyOf(kind) {
    const own = this.store.get('corpus') === 'own';
    return `${this.store.trainingKey(kind)}${own ? this.source.revision : ''}${this.startVectors.key}`;
  }

  stateChanged(/** @type {string[]} */ changed) {
    if (changed.includes('model')) this.viewing = '';
    if (changed.includes('model')) this.time?.leave();
    const slot = this.present;
    if (changed.some((name) => field(name).training)) {
      this.corpusError = null; // they concerned other settings
      this.parameterErrors = {};
    }
    // A run of another text would go on behind the name of this one.
    if (changed.some((name) => OF_THE_TEXT.includes(name))) {
      for (const other of this.all) if (other.running) void other.pause();
    }
    if (this.#isOtherText()) {
      this.start();
    } else if (this.#isDue(slot)) this.#prepareSoon();
    this.live.follow(changed);
    this.#leaveUmap(changed);
    this.changed();
  }

  /** UMAP is computed for one model; another one is shown as PCA until the reader asks for it. */
  #leaveUmap(/** @type {string[]} */ changed) {
    const other = changed.includes('model') || changed.includes('corpus');
    if (!other || changed.includes('view') || this.store.get('view') !== 'umap') return;
    if (!this.current.umap?.positions || changed.includes('corpus'))
      this.store.set({ view: undefined });
  }

  /** Whether the address contains another text than the current one (a link opened in this tab). */
  #isOtherText() {
    const text = this.store.get('text');
    return this.store.get('corpus') === 'own' && text !== '' && text !== this.source.packed;
  }

  #prepareSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // It may have been created or trained meanwhile.
      if (this.#isDue(this.present)) this.prepare();
    }, PREPARE_DELAY_MS);
  }

  /**
   * Whether a model should be created: there is none, or its settings changed before it was
   * trained.
   * @param {Slot} slot
   */
  #isDue(slot) {
    const made = slot.model && !slot.stale;
    return slot.kind !== 'loaded' && !made && !isTrained(slot) && !slot.running;
  }

  /**
   * Reads the text in the link. If that fails, returns the error code and uses the example corpus.
   */
  async #restoreText(/** @type {string} */ packed) {
    const problem = await this.source.restore(packed);
    if (problem) this.store.set({ corpus: undefined, text: undefined }, { locked: true });
    else if (this.source.text) this.store.suggest(this.source.text.suggestion);
    return problem;
  }
}
