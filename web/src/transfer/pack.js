import { ModelRun } from '../training/model-run.js';

/**
 * @typedef {import('../api/classifier.js').Classifier} Classifier
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {import('../training/life.js').Fault} Fault
 * @typedef {import('./results.js').Result} Result
 * @typedef {ReturnType<typeof unknown>} Contents
 *
 * @typedef {object} Job what is under way beside pre-training
 * @property {'train' | 'compare'} name
 * @property {number} progress 0 … 1
 * @property {number} secondsLeft NaN while unknown
 * @property {AbortController} control
 *
 * @typedef {object} Comparison
 * @property {Result[]} results as they arrive
 * @property {number[]} labels the axis
 * @property {string[]} modes
 * @property {number} seeds
 * @property {boolean} finished
 *
 * @typedef {object} Moment of pre-training
 * @property {number} epoch passes done, a fraction
 * @property {number} loss
 * @property {number} accuracy NaN where the model classifies nothing
 *
 * @typedef {Classifier | Model} Lender the kind of A depends on the chapter
 * @typedef {{epoch: number, epochs: number, loss: number, accuracy?: number,
 *   examplesPerSecond?: number} & import('../training/life.js').Progress} Report
 */

/** What the page knows of a pre-trained model A, before it has looked. */
const unknown = () => ({
  /** @type {Moment[]} */
  history: [],
  /** How A does on examples it never saw. @type {import('../api/types.js').Evaluation | null} */
  heldout: null,
  /** The first layer's, as they are now. @type {Awaited<ReturnType<Classifier['filters']>> | null} */
  filters: null,
  /** The last B, with all that was measured of it. @type {any} each chapter measures its own */
  last: null,
  /** What came of every B so far, the latest last. @type {any[]} each chapter notes its own */
  tries: [],
  /** @type {Comparison | null} */
  comparison: null,
  /** What went wrong beside pre-training, by step. @type {Partial<Record<Job['name'], Fault | null>>} */
  refused: {},
});

const Run = /** @type {import('../training/model-run.js').RunOf<Lender, Report, Contents>} */ (
  ModelRun
);

/**
 * A pre-trained model A with all that came of it: one for the digits, one for each text and kind of
 * language model.
 */
export class Pack extends Run {
  /** @param {import('./chapter.js').Chapter} chapter @param {string} key */
  constructor(chapter, key) {
    super(chapter.session, unknown);
    this.chapter = chapter;
    this.key = key;
    /** @type {any} the examples: each chapter has its own */
    this.data = null;
    /** @type {Job | null} */
    this.job = null;
    /** Words of a language model. @type {Promise<Set<string>> | null} */
    this.known = null;
  }

  /** By the step that they concern. */
  get errors() {
    return { pretrain: this.error, ...this.refused };
  }

  get wanted() {
    return String(this.chapter.store.get('seed'));
  }

  async create() {
    const { chapter } = this;
    const seed = chapter.store.get('seed');
    this.data ??= await chapter.load(this);
    const model = await chapter.make(this, seed);
    return { model, facts: async () => ({ report: await model.report() }) };
  }

  look() {
    return this.chapter.watch(this);
  }

  measure() {
    return this.chapter.measure(this);
  }

  begun() {
    this.refused = {};
  }

  async restarted() {
    await this.left(this);
    Object.assign(this, unknown());
  }

  /** B goes with A. */
  left(/** @type {Contents} */ { last }) {
    return last?.model.close();
  }

  /** A report becomes a point of the curves; a long run keeps every other point. @param {Report} report */
  reported({ progress, epochs, loss, accuracy = Number.NaN }) {
    this.chapter.session.watching.tick();
    if (!Number.isFinite(loss)) return;
    const epoch = progress * epochs;
    const { history } = this;
    if (history.length && history[history.length - 1].epoch >= epoch) return;
    // A report tells of a few batches: the curves show a moving mean.
    const before = history.at(-1);
    const smooth = (/** @type {number} */ old, /** @type {number} */ now) => old + (now - old) / 4;
    const moment = {
      epoch,
      loss: before ? smooth(before.loss, loss) : loss,
      accuracy: before ? smooth(before.accuracy, accuracy) : accuracy,
    };
    const moments = [...history, moment];
    this.history = moments.length > MAX_MOMENTS ? moments.filter((_, i) => i % 2 === 1) : moments;
  }
}

const MAX_MOMENTS = 400;
