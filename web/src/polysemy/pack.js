import { ModelRun } from '../training/model-run.js';
import { SenseAxes } from './axes.js';
import { addMoment } from './curve.js';
import { Reel } from './reel.js';
import { Turn } from './turn.js';

/**
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {Pick<import('../api/types.js').Report, 'step' | 'epoch' | 'epochs' | 'progress' |
 *   'epochLoss' | 'finished'> & {diverged?: boolean, tokens?: number}} Report
 * @typedef {ReturnType<typeof unknown>} Contents
 */

/** The page's data of a new model. */
const unknown = () => ({
  /** The labelled sentences. @type {import('./occurrences.js').Corpus | null} */
  corpus: null,
  /** The words of the corpus. @type {Set<string>} */
  known: new Set(),
  /** The word whose occurrences are watched. */
  watched: '',
  /** @type {import('./occurrences.js').Occurrences | null} occurrences of that word */
  occurrences: null,
  /**
   * By word: its occurrences, and what keeps the direction of its map.
   * @type {Map<string, {of: import('./occurrences.js').Occurrences, turn: Turn, axes: SenseAxes}>}
   */
  watchable: new Map(),
  /**
   * The separation of each word's senses over time.
   * @type {Map<string, import('./curve.js').Moment[]>}
   */
  history: new Map(),
  reel: new Reel(),
});

/** @param {import('./occurrences.js').Occurrences} of */
export const watched = (of) => ({ of, turn: new Turn(), axes: new SenseAxes() });

const Run = /** @type {import('../training/run-session.js').RunOf<Model, Report, Contents>} */ (
  ModelRun
);

/** The corpus of a language, and its model. */
export class Pack extends Run {
  /**
   * @param {import('./session.js').SenseSession} session @param {'en' | 'zh'} language
   * @param {import('../link/edition.js').Edition} edition
   */
  constructor(session, language, edition) {
    super(session, unknown);
    this.session = session;
    this.language = language;
    this.edition = edition;
  }

  get wanted() {
    return this.session.published.active ? this.recipe : String(this.session.store.get('seed'));
  }

  async create() {
    const { session, language, edition } = this;
    const seed = session.store.get('seed');
    const { corpus, options } = await session.corpora(language, edition);
    const model = await session.api.create({ ...options, model: 'elmo', seed });
    const facts = async () => {
      const [report, words] = await Promise.all([model.report(), model.vocabulary()]);
      return { report, corpus, known: new Set(words.map(({ word }) => word)) };
    };
    return { model, facts };
  }

  look() {
    return this.session.map.now();
  }

  begun() {
    this.session.wound = -1;
  }

  /** Clears the curves and starts a new recording. */
  restarted() {
    this.history.clear();
    this.reel = new Reel();
    return this.session.map.now();
  }

  reported() {
    if (this === this.session.current) this.session.map.tick();
  }

  /**
   * Adds a frame to the curves and, during training, to the recording.
   * @param {import('./frame.js').Frame} frame @param {string} view
   */
  remember(frame, view) {
    const { word } = frame.of;
    const { progress = 0, epochs = 1, step = 0 } = this.report ?? {};
    const epoch = progress * epochs;
    const moments = this.history.get(word) ?? [];
    this.history.set(word, moments);
    addMoment(moments, { epoch, gaps: frame.layers.map(({ separation }) => separation) });
    // Frames after training are not recorded, except the final state.
    const before = this.reel.recorded(view, word);
    const last = before.length > 0 && epoch > (before.at(-1)?.epoch ?? 0);
    if (last && !this.running) this.reel.settle(view, frame);
    if (this.running || step === 0 || last) this.reel.add(view, { frame, epoch });
  }
}
