/**
 * @typedef {import('../i18n/errors.js').Fault} Fault
 * @typedef {{step: number, progress: number, finished: boolean, diverged?: boolean, tokens?: number}}
 *   Progress what a run reads in a report
 * @typedef {{undoing: import('./undo.js').Undo, changed: () => void}} Page
 */
/**
 * @template R
 * @typedef {Pick<import('../api/trainable.js').Trainable<R, unknown>,
 *   'resume' | 'pause' | 'step' | 'reset' | 'weightsHash' | 'close'>} Trained
 */
/**
 * What goes with a model. C: what the page adds.
 * @template M, R, C
 * @typedef {{model: M | null, recipe: string, report: R | null, hash: string, secondsLeft: number,
 *   tokensPerSecond: number, error: Fault | null} & C} Facts
 */
/**
 * Makes a model, and says how to read what the page shows of it.
 * @template M, R, C
 * @typedef {() => Promise<{model: M, facts: () => Promise<Partial<Facts<M, R, C>>>}>} Maker
 */
/**
 * A model that can be brought back; `facts` are null while it is in place.
 * @template M, R, C
 * @typedef {{facts: Facts<M, R, C> | null}} Kept
 */

/**
 * A model with what is known of it. When another takes its place it is closed, unless it is held.
 * The runs of a page override what stands under "what a page says".
 * @template {Trained<R>} M
 * @template {Progress} R
 * @template {object} C
 */
export class Life {
  /** @type {Set<Kept<M, R, C>>} */
  #kept = new Set();
  #blank;
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

  /** @param {Page} page @param {() => C} contents what the page knows of a new model */
  constructor(page, contents) {
    this.page = page;
    const { model, recipe, report, hash, secondsLeft, tokensPerSecond, error } = this;
    const facts = { model, recipe, report, hash, secondsLeft, tokensPerSecond, error };
    this.#blank = () => ({ ...facts, ...contents() });
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

  /** A model of the settings on show. @abstract @returns {ReturnType<Maker<M, R, C>>} */
  create() {
    throw new Error('abstract');
  }

  /** How training goes, and what its reports show: options of `resume`. */
  get how() {
    return {};
  }

  /** A new model is in place. */
  placed() {}
  /** Training begins, or goes on. */
  begun() {}
  /** A report has arrived. @param {R} _report */
  reported(_report) {}
  /** Other weights are at rest: what is shown of them follows. @returns {void | Promise<void>} */
  look() {}
  /** The weights are at rest at the end of training. @returns {void | Promise<void>} */
  measure() {}
  /** The model that had finished is untrained again. @returns {void | Promise<void>} */
  restarted() {}
  /** The model was closed: frees what its contents own. @param {C} _contents @returns {void | Promise<void>} */
  left(_contents) {}
  /** Shows an error where a reader will look for it. @param {Fault} error */
  blame(error) {
    this.error = error;
  }

  // ---- one report, and one model, after the other

  /** @param {R} report */
  arrived(report) {
    this.report = report;
    if (report.diverged) this.error = { code: 'Diverged' };
    this.reported(report);
    this.page.changed();
  }

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
    const blank = this.#blank();
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

/** Closes a model. One of a worker that has died needs no closing. @param {{close: () => Promise<void>}} model */
export const shut = (model) => model.close().catch(() => {});

/**
 * @template {{model: unknown}} T
 * @param {T} run @returns {run is T & {model: NonNullable<T['model']>}}
 */
export const hasModel = (run) => run.model !== null;
