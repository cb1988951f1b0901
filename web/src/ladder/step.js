import { ModelRun } from '../training/model-run.js';
import { watching } from './look.js';
import { SHARED } from './rungs.js';

/**
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {import('../api/vectors.js').WatchedReport} Report
 * @typedef {ReturnType<typeof unknown>} Contents
 */

const MAX_POINTS = 240;
const BYTES = 4; // per number

/** The ladder's data of a new model. */
const unknown = () => ({
  /** The most frequent words first. @type {string[]} */
  words: [],
  /** The points of the loss curve. @type {{epoch: number, loss: number}[]} */
  points: [],
  /** The positions of the words on the map. @type {Float32Array | null} */
  positions: null,
  /**
   * The occurrences of the polyseme, if the model distinguishes them.
   * @type {import('./look.js').Cloud | null}
   */
  cloud: null,
  /**
   * The projection of the words of the analogy.
   * @type {{words: string[], positions: Float32Array} | null}
   */
  plane: null,
  /** The polyseme whose occurrences are watched. */
  watched: '',
  /** Duration of training. */
  seconds: 0,
  parameters: Number.NaN,
  bytes: Number.NaN,
  /**
   * Perplexities on the held-out text, including n-grams.
   * @type {import('../api/types.js').Perplexities | null}
   */
  perplexities: null,
  /** The result of all analogies of the corpus. @type {{correct: number, total: number} | null} */
  analogies: null,
  /** The answers by question. @type {Record<string, import('./answers.js').Answer>} */
  answers: {},
});

const Run = /** @type {import('../training/run-session.js').RunOf<Model, Report, Contents>} */ (
  ModelRun
);

/** One step of the ladder with its model. */
export class Step extends Run {
  #start = 0;
  #before = 0;

  /** @param {import('./session.js').LadderSession} session @param {import('./rungs.js').Rung} rung */
  constructor(session, rung) {
    super(session, unknown);
    this.session = session;
    this.rung = rung;
    /** @type {'waiting' | 'running' | 'paused' | 'done' | 'failed'} */
    this.state = 'waiting';
  }

  get wanted() {
    return String(this.session.store.get('seed'));
  }

  /** The text to train on, and the held-out text of a model that predicts words. */
  get texts() {
    const { rung, session } = this;
    const { text, heldout } = /** @type {import('./corpus.js').Corpus} */ (session.corpus);
    return { corpus: text, ...(rung.predicts ? { heldout } : {}) };
  }

  async create() {
    const { rung, session } = this;
    const model = await session.api.create({
      ...SHARED,
      ...rung.options,
      model: rung.id,
      seed: session.store.get('seed'),
      ...this.texts,
    });
    return { model, facts: () => this.factsOf(model) };
  }

  /** What is shown of a new model. @param {Model} model */
  async factsOf(model) {
    const trains = isTrainable(this);
    const [vocabulary, parameters] = await Promise.all([
      model.vocabulary(),
      trains ? model.parameterCount() : 0,
    ]);
    const words = vocabulary.map(({ word }) => word);
    // Written out, one-hot vectors are the identity matrix.
    return { words, parameters, bytes: BYTES * (trains ? parameters : words.length ** 2) };
  }

  placed() {
    Object.assign(this.session, { words: this.words, known: new Set(this.words) });
  }

  begun() {
    this.#before = this.seconds;
    this.#start = performance.now();
  }

  get how() {
    return watching(this);
  }

  reported(/** @type {Report} */ { loss, progress, epochs, projection }) {
    if (projection) this.positions = projection.positions;
    this.seconds = this.#before + (performance.now() - this.#start) / 1000;
    if (Number.isFinite(loss)) {
      const points = [...this.points, { epoch: progress * epochs, loss }];
      const long = points.length > MAX_POINTS;
      Object.assign(this, { points: long ? points.filter((_, i) => i % 2) : points });
    }
    this.session.look.tick();
  }
}

/** @typedef {Step & {model: Model}} WithModel */

/** One-hot vectors are not trained. */
export const isTrainable = (/** @type {Step} */ { rung }) => rung.id !== 'one-hot';
