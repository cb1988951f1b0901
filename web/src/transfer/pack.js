import { ModelRun } from '../training/model-run.js';

/**
 * @typedef {import('../api/classifier.js').Classifier} Classifier
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {import('../training/life.js').Fault} Fault
 * @typedef {import('./results.js').Result} Result
 * @typedef {ReturnType<typeof unknown>} Contents
 *
 * @typedef {object} Job a job in progress other than pre-training
 * @property {'train' | 'compare'} name
 * @property {number} progress 0 … 1
 * @property {number} secondsLeft NaN while unknown
 * @property {AbortController} control
 *
 * @typedef {object} Comparison
 * @property {Result[]} results the results so far
 * @property {number[]} labels values of the axis
 * @property {string[]} modes
 * @property {number} seeds
 * @property {boolean} finished
 *
 * @typedef {object} Moment a point of A's training curve
 * @property {number} epoch passes so far, as a fraction
 * @property {number} loss
 * @property {number} accuracy NaN if the model is not a classifier
 *
 * @typedef {Classifier | Model} Lender the type of A depends on the chapter
 * @typedef {{epoch: number, epochs: number, loss: number, accuracy?: number,
 *   epochLoss: number, epochAccuracy?: number, examplesPerSecond?: number} & import('../training/life.js').Progress} Report
 */

/** The page's data of a new model A. */
const unknown = () => ({
  /** @type {Moment[]} */
  history: [],
  /**
   * A's accuracy on examples it was not trained on.
   * @type {import('../api/types.js').Evaluation | null}
   */
  heldout: null,
  /**
   * The current filters of the first layer.
   * @type {Awaited<ReturnType<Classifier['filters']>> | null}
   */
  filters: null,
  /** The last B with its measurements. @type {any} each chapter has its own measurements */
  last: null,
  /**
   * The results of all Bs so far, the latest last.
   * @type {any[]} each chapter records its own values
   */
  tries: [],
  /** @type {Comparison | null} */
  comparison: null,
  /** Errors of jobs, by step. @type {Partial<Record<Job['name'], Fault | null>>} */
  refused: {},
});

const Run = /** @type {import('../training/run-session.js').RunOf<Lender, Report, Contents>} */ (
  ModelRun
);

/**
 * A pre-trained model A and everything derived from it: one pack for the digits, one for each text
 * and kind of language model.
 */
export class Pack extends Run {
  /** @param {import('./chapter.js').Chapter} chapter @param {string} key */
  constructor(chapter, key) {
    super(chapter.session, unknown);
    this.chapter = chapter;
    this.key = key;
    /** @type {any} the examples, whose type depends on the chapter */
    this.data = null;
    /** @type {Job | null} */
    this.job = null;
    /** The vocabulary of a language model. @type {Promise<Set<string>> | null} */
    this.known = null;
  }

  /** Errors by step. */
  get errors() {
    return { pretrain: this.error, ...this.refused };
  }

  get wanted() {
    return String(this.chapter.store.get('seed'));
  }

  get mustBeMade() {
    // A kept classifier answers and lends its layers, but does not train.
    const kept = this.finished && this.model?.info.trainable === false;
    return super.mustBeMade || kept;
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

  /** Closes B together with A. */
  left(/** @type {Contents} */ { last }) {
    return last?.model.close();
  }

  /** Adds a report to the curves; long curves are halved in resolution. @param {Report} report */
  reported({ progress, epochs, loss, accuracy = Number.NaN }) {
    this.chapter.session.watching.tick();
    if (!Number.isFinite(loss)) return;
    const epoch = progress * epochs;
    const { history } = this;
    if (history.length && history[history.length - 1].epoch >= epoch) return;
    // A report covers a few batches, so the curves show a moving mean.
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
