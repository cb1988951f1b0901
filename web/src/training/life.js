/**
 * @typedef {import('../i18n/errors.js').Fault} Fault
 * @typedef {{step: number, progress: number, finished: boolean, diverged?: boolean, tokens?: number}}
 *   Progress what a run reads in a report
 */
/**
 * @typedef {{stepsPerSecond?: number, reportsPerSecond?: number,
 *   projection?: import('../api/vectors.js').ProjectionOptions | null}} How
 */
/**
 * @template R
 * @typedef {object} Trained what a run requires of its model (api/trainable.js)
 * @property {(how: How & {onProgress?: (report: R) => void}) => Promise<R>} resume
 * @property {() => Promise<R>} pause
 * @property {(steps?: number) => Promise<R>} step
 * @property {() => Promise<R>} reset
 * @property {() => Promise<string>} weightsHash
 * @property {() => Promise<void>} close
 */
/**
 * A new model, and how to read what the page shows of it.
 * @template M, R, C
 * @typedef {{model: M, facts: () => Promise<Partial<Facts<M, R, C>>>}} Made
 */
/**
 * @template M, R, C
 * @typedef {() => Promise<Made<M, R, C>>} Maker
 */
/**
 * What goes with a model. C: what the page adds.
 * @template M, R, C
 * @typedef {{model: M | null, recipe: string, report: R | null, hash: string, secondsLeft: number,
 *   tokensPerSecond: number, error: Fault | null} & C} Facts
 */
/**
 * A model that can be brought back; `facts` are null while it is in place.
 * @template M, R, C
 * @typedef {{facts: Facts<M, R, C> | null}} Kept
 */

const untouched = () => ({
  model: null,
  recipe: '',
  report: null,
  hash: '',
  secondsLeft: Number.NaN,
  tokensPerSecond: 0,
  error: null,
});

/**
 * A model with what is known of it. When another takes its place it is closed, unless it is held.
 * @template {Trained<R>} M
 * @template {Progress} R
 * @template {object} C
 */
export class Life {
  /** @type {Set<Kept<M, R, C>>} */
  #kept = new Set();
  #contents;
  /** @type {M | null} */
  model = null;
  /** What the model was made from. */
  recipe = '';
  /** @type {R | null} */
  report = null;
  /** Of the weights at rest; '' while it is unknown. */
  hash = '';
  /** NaN while it is unknown. */
  secondsLeft = Number.NaN;
  /** As the reports come in; 0 while it is unknown. */
  tokensPerSecond = 0;
  /** @type {Fault | null} */
  error = null;

  /** @param {() => C} contents what the page knows of a new model */
  constructor(contents) {
    this.#contents = contents;
    Object.assign(this, contents());
  }

  get trained() {
    return (this.report?.step ?? 0) > 0;
  }

  get finished() {
    return Boolean(this.report?.finished);
  }

  /** Was the model made from other settings than those on show? */
  get stale() {
    return this.model !== null && this.recipe !== this.wanted;
  }

  // ---- what a page says

  /** What a model would be made from now. @abstract @returns {string} */
  get wanted() {
    throw new Error('abstract');
  }

  /** Makes a model of the settings on show. @abstract @returns {Promise<Made<M, R, C>>} */
  create() {
    throw new Error('abstract');
  }

  /** Something has changed that the page shows. */
  changed() {}

  /** Other weights are at rest: brings what is shown of them up to date. @returns {void | Promise<void>} */
  look() {}

  /** They are at rest at the end of training. @returns {void | Promise<void>} */
  measure() {}

  /** How training goes, and what its reports show. @returns {How} */
  get how() {
    return {};
  }

  /** Training begins, or goes on. */
  begun() {}

  /** The model in place is untrained again. @returns {void | Promise<void>} */
  restarted() {}

  /** A report has arrived. @param {R} _report */
  reported(_report) {}

  /** Shows an error where a reader will look for it. @param {Fault} error */
  blame(error) {
    this.error = error;
  }

  /** The model was closed: frees what its contents own. @param {C} _contents @returns {void | Promise<void>} */
  left(_contents) {}

  // ---- one model after the other

  /** The model in place stays open until it is released. */
  hold() {
    /** @type {Kept<M, R, C>} */
    const kept = { facts: null };
    this.#kept.add(kept);
    return kept;
  }

  /** @param {Kept<M, R, C>} kept */
  async release(kept) {
    this.#kept.delete(kept);
    if (kept.facts) await this.#free(kept.facts);
  }

  /** Another model takes the place, or none. @param {Partial<Facts<M, R, C>>} facts */
  async replace(facts) {
    const blank = { ...untouched(), ...this.#contents() };
    const before = /** @type {Facts<M, R, C>} */ (
      Object.fromEntries(Object.entries(this).filter(([name]) => name in blank))
    );
    for (const kept of this.#kept) kept.facts ??= before;
    Object.assign(this, blank, facts);
    await this.#free(before);
  }

  /** @param {Facts<M, R, C>} facts */
  async #free(facts) {
    const held = [...this.#kept].some((kept) => kept.facts === facts);
    if (!facts.model || facts.model === this.model || held) return;
    await Promise.all([shut(facts.model), this.left(facts)]);
  }
}

/**
 * @template {{model: unknown}} T
 * @param {T} run @returns {run is T & {model: NonNullable<T['model']>}}
 */
export const hasModel = (run) => run.model !== null;

/** Closes a model. One of a worker that has died needs no closing. @param {{close: () => Promise<void>}} model */
export const shut = (model) => model.close().catch(() => {});
