/**
 * @typedef {import('../i18n/errors.js').Fault} Fault
 * @typedef {{step: number, progress: number, finished: boolean, diverged?: boolean,
 *   tokens?: number}} Progress the fields of a report that a run reads
 *
 * @typedef {object} Page
 * @property {import('./undo.js').Undo} undoing
 * @property {() => void} changed
 * @property {Keeping | null} [keeping] where trainings are kept
 *
 * @typedef {Maker<any, any, any>} AnyMaker any, also below: each page has its own types
 * @typedef {{recall(run: any): Promise<AnyMaker | null>, note?: object | null}} Keeping
 */
/**
 * @template R
 * @typedef {Pick<import('../api/trainable.js').Trainable<R, unknown>,
 *   'resume' | 'pause' | 'step' | 'reset' | 'weightsHash' | 'close'>} Trained
 */
/**
 * A model with its data. C: the data that the page adds.
 * @template M, R, C
 * @typedef {{model: M | null, recipe: string, report: R | null, hash: string, secondsLeft: number,
 *   tokensPerSecond: number, error: Fault | null} & C} Facts
 */
/**
 * Creates a model, and returns a function that reads the data the page shows of it.
 * @template M, R, C
 * @typedef {() => Promise<{model: M, facts: () => Promise<Partial<Facts<M, R, C>>>}>} Maker
 */
/**
 * A model that can be restored; `facts` is null while the model is in use.
 * @template M, R, C
 * @typedef {{facts: Facts<M, R, C> | null}} Kept
 */

/**
 * A model with its data. A model that is replaced is closed unless it is held. The runs of a page
 * override the methods under "overridden by pages".
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
  /** The settings from which the model was made. */
  recipe = '';
  /** @type {R | null} */
  report = null;
  /** Hash of the weights while the model is at rest; '' while unknown. */
  hash = '';
  /** NaN while unknown. */
  secondsLeft = Number.NaN;
  /** Measured between reports; 0 while unknown. */
  tokensPerSecond = 0;
  /** @type {Fault | null} */
  error = null;

  /** @param {Page} page @param {() => C} contents the page's data of a new model */
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

  /** Whether the model was made from other settings than the current ones. */
  get stale() {
    return this.model !== null && this.recipe !== this.wanted;
  }

  // ---- overridden by pages

  /** The settings from which a new model would be made. @abstract @returns {string} */
  get wanted() {
    throw new Error('abstract');
  }

  /** Creates a model with the current settings. @abstract @returns {ReturnType<Maker<M, R, C>>} */
  create() {
    throw new Error('abstract');
  }

  /** The options of `resume`: the speed of training and the contents of its reports. */
  get how() {
    return {};
  }

  /** Called when a new model is in place. */
  placed() {}
  /** Called when training starts or resumes. */
  begun() {}
  /** Called when a report has arrived. @param {R} _report */
  reported(_report) {}
  /**
   * Called when the weights have changed and are at rest, to update what is shown of them.
   * @returns {void | Promise<void>}
   */
  look() {}
  /**
   * Called at the end of training, when the weights are at rest.
   * @returns {void | Promise<void>}
   */
  measure() {}
  /**
   * Called when a finished model was reset to untrained weights.
   * @returns {void | Promise<void>}
   */
  restarted() {}
  /**
   * Called when the model was closed, to free the resources of its contents.
   * @param {C} _contents
   * @returns {void | Promise<void>}
   */
  left(_contents) {}
  /** Shows an error at the control that it concerns. @param {Fault} error */
  blame(error) {
    this.error = error;
  }

  // ---- kept trainings

  /** How to restore the kept training of the current settings; null if there is none. */
  async kept() {
    return (await this.page.keeping?.recall(this).catch(() => null)) ?? null;
  }

  /** @returns {ReturnType<Maker<M, R, C>>} */
  async keptOrNew() {
    const how = await this.kept();
    // What cannot be restored is reported by `keeping`.
    const found = how ? await how().catch(() => null) : null;
    return found ?? this.create();
  }

  // ---- reports and replacement of models

  /** @param {R} report @param {import('./eta.js').Eta} [eta] of the training that sent it */
  arrived(report, eta) {
    this.report = report;
    if (eta) {
      this.secondsLeft = eta.update(performance.now(), report.progress, report.tokens);
      this.tokensPerSecond = eta.tokensPerSecond;
    }
    if (report.diverged) this.error = { code: 'Diverged' };
    this.reported(report);
    this.page.changed();
  }

  /** Keeps the current model open until it is released. */
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

  /** Replaces the model by another one, or by none. @param {Partial<Facts<M, R, C>>} facts */
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

/**
 * Closes a model. Errors are ignored: in a worker that has failed there is nothing to close.
 * @param {{close: () => Promise<void>}} model
 */
export const shut = (model) => model.close().catch(() => {});

/**
 * @template {{model: unknown}} T
 * @param {T} run @returns {run is T & {model: NonNullable<T['model']>}}
 */
export const hasModel = (run) => run.model !== null;
