import { hasModel } from '../training/life.js';
import { ModelRun } from '../training/model-run.js';
import { forecastOf } from './advice.js';
import { modelOptions, stepsPerSecond } from './model-options.js';
import { newRun, record, withRun } from './runs.js';
import { field } from './table.js';

/**
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {import('../api/vectors.js').WatchedReport} Report
 * @typedef {import('../training/life.js').Fault} Fault
 * @typedef {import('./table.js').Values} Values
 * @typedef {ReturnType<typeof unknown>} Contents
 */

/** The Lab's data of a new model. */
export const unknown = () => ({
  /** The settings with which it was made; only a few for vectors from a file. */
  values: /** @type {Values} */ ({}),
  /**
   * The vectors from a file with which it began.
   * @type {import('./import/lender.js').Lender | null}
   */
  start: null,
  /** The most frequent words first, up to a limit. @type {Array<{word: string, count: number}>} */
  vocabulary: [],
  /** @type {Set<string>} */
  known: new Set(),
  /** @type {import('../api/vectors.js').Projection | null} */
  projection: null,
  /**
   * The duration of the whole run on this machine, if it was measured.
   * @type {import('../api/types.js').Forecast | null}
   */
  forecast: null,
  /** A change of settings that suits the text better. @type {import('./advice.js').Change | null} */
  advised: null,
  /** Positions in the plane of the analogy. @type {Float32Array | null} */
  plane: null,
  /** @type {import('./map/umap.js').UmapOf | null} */
  umap: null,
  /** @type {Int32Array | null} */
  clusters: null,
  // any, five times: each question defines the type of its own answer (lab/ask).
  /** @type {any} result for the corpus's own analogies */
  evaluation: null,
  /** @type {any} answers to the questions on word vectors */
  answers: {},
  /** @type {import('./runs.js').Run | null} */
  run: null,
  /** Its earlier moments, if they were recorded. @type {import('./time/recording.js').Recording | null} */
  recording: null,
  /** @type {any} next word, blank, score, generated text; {} while unknown */
  predictions: {},
  /** @type {any} perplexities of the model and of n-grams on held-out text; null while unknown */
  perplexities: null,
  /** @type {any} ELMo's vectors of two sentences, by layer; null while unknown */
  contexts: null,
});

const Run = /** @type {import('../training/run-session.js').RunOf<Model, Report, Contents>} */ (
  ModelRun
);

/** The models that were created here, not read from a file. @type {WeakSet<Model>} */
const created = new WeakSet();

/**
 * One step of the story with its model. The page has one slot per kind of model, so models are kept
 * when the reader moves along the story.
 */
export class Slot extends Run {
  /** @param {import('./session.js').Session} session @param {string} kind a step of the story, or 'loaded' */
  constructor(session, kind) {
    super(session, unknown);
    this.session = session;
    this.kind = kind;
  }

  /** The key of its settings (Store.trainingKey); for vectors from a file, the file's name. */
  get key() {
    return this.recipe;
  }

  get wanted() {
    return this.kind === 'loaded' ? this.recipe : this.session.keyOf(this.kind);
  }

  get mustBeMade() {
    // A checkpoint does not contain the vectors with which its run began.
    const lost = this.start && this.finished && this.model?.info.started === undefined;
    return super.mustBeMade || Boolean(lost);
  }

  /** @returns {import('../api/vectors.js').WatchedRun} */
  get how() {
    const { live, store } = this.session;
    const speed = { stepsPerSecond: stepsPerSecond(store.get('speed'), this) };
    return hasModel(this) ? { ...speed, ...live.watching(this) } : speed;
  }

  async create() {
    const { session } = this;
    const values = { ...session.store.valuesOf(this.kind) };
    const options = modelOptions(values, await session.source.options(values));
    const { lender } = session.startVectors;
    const begun = session.startVectors.optionsFor(values);
    const model = await session.api.create({ ...options, ...begun });
    created.add(model);
    const start = 'start' in begun ? lender : null;
    return { model, facts: async () => ({ ...(await listed(model)), values, start }) };
  }

  placed() {
    Object.assign(this.session, { corpusError: null, parameterErrors: {} });
    // A checkpoint is not measured: it may have begun with vectors that it does not contain.
    if (this.model && created.has(this.model)) void forecastOf(this).catch(() => {}); // it was closed
  }

  look() {
    this.session.live.refresh();
  }

  /** Whether it is an earlier moment of a run. */
  get past() {
    return false;
  }

  /** How its map is shown. @param {import('../api/vectors.js').Projection} projection */
  async oriented(projection) {
    return projection;
  }

  begun() {
    const { session } = this;
    session.time?.begun(this);
    if (isTrained(this) && this.run && session.runs.includes(this.run)) return;
    const run = newRun(this.kind, this.key, this.values);
    run.baselines = this.perplexities; // perplexities of n-grams, which do not depend on the run
    session.runs = withRun(session.runs, run);
    Object.assign(this, { run });
  }

  reported(/** @type {Report} */ report) {
    if (this.run) record(this.run, report);
    this.session.time?.reported(this);
    if (hasModel(this)) this.session.live.reported(this, report);
  }

  blame(/** @type {Fault} */ error) {
    const { session } = this;
    const { code = '', parameter = '' } = error;
    if (OF_THE_TEXT.includes(code)) {
      session.corpusError = error;
      // Map and answers of an untrained model of another text would look like this text's.
      if (!isTrained(this)) void this.replace({});
      // Rare words were left out, so the reason may be this control's value.
      const rare = code === 'VocabularyTooSmall' && session.store.get('minCount') > 1;
      const reason = code === 'NothingToLearn' && field(parameter)?.training ? parameter : '';
      const control = rare ? 'minCount' : reason;
      session.parameterErrors = control && control !== 'corpus' ? { [control]: error } : {};
    } else if (code === 'BadParameter' && field(parameter)?.training) {
      session.parameterErrors = { ...session.parameterErrors, [parameter]: error };
    } else this.error = error;
  }
}

/** Errors by which a text cannot be trained on. */
export const OF_THE_TEXT = ['EmptyCorpus', 'VocabularyTooSmall', 'NothingToLearn', 'TooLarge'];

/** @typedef {Slot & {model: Model}} WithModel */

/**
 * The largest numbers of words that are listed and searched, and that are drawn. The core has all
 * words.
 */
const MAX_LISTED = 20_000;
export const MAX_DRAWN = 3_000;

/** Reads the vocabulary and the report of a new model. @param {Model} model */
export async function listed(model) {
  const [words, report] = await Promise.all([
    model.vocabulary({ topn: MAX_LISTED }),
    model.info.trainable ? model.report() : null,
  ]);
  const vocabulary = words.slice(0, MAX_LISTED);
  return { vocabulary, known: new Set(vocabulary.map(({ word }) => word)), report };
}

/** Vectors and models from files count as trained. */
export const isTrained = (/** @type {Slot | undefined} */ slot) =>
  slot?.kind === 'loaded' || (slot?.report?.step ?? 0) > 0;

/** Share of an epoch after which answers are more than chance. */
const LEAST_EPOCHS = 0.1;

/**
 * Whether the model has seen enough to be asked for a verdict: a few windows leave the vectors
 * random.
 * @param {Slot} slot
 */
export function hasLearnt(slot) {
  const { kind, report } = slot;
  if (kind === 'loaded') return true;
  if (!report || !isTrained(slot)) return false;
  return report.finished || report.progress * report.epochs >= LEAST_EPOCHS;
}

/** Mean similarity above which the order of neighbours is noise. */
const COLLAPSED = 0.95;

/** Whether all words of a trained model point nearly the same way. @param {Slot} slot */
export const isCollapsed = (slot) =>
  isTrained(slot) && (slot.projection?.meanSimilarity ?? 0) > COLLAPSED;

/** Whether the model has output vectors that are comparable to its input vectors. */
export const hasOutput = (/** @type {Slot} */ { kind }) => kind === 'cbow' || kind === 'skip-gram';

/**
 * The kind of a slot's model; for a checkpoint from a file, the kind with which it was trained.
 * @param {Slot} slot
 */
export const modelKind = ({ kind, model }) =>
  kind === 'loaded' ? (model?.options.model ?? kind) : kind;
