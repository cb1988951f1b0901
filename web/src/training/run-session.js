import { Undo } from './undo.js';

/**
 * The base class of a page's runs: ModelRun, with the page's contents as properties.
 * @template {import('./life.js').Trained<R>} M
 * @template {import('./life.js').Progress} R
 * @template {object} C
 * @typedef {new (page: import('./life.js').Page, contents: () => C) =>
 *   import('./model-run.js').ModelRun<M, R, C> & C} RunOf
 */

/**
 * Connects a page's state with the API: owns the runs, and dispatches `change` when anything that
 * the page shows has changed.
 * @template {import('./model-run.js').AnyRun} Run
 * @template {{follow(heard: (changed: string[]) => void): void}} Store
 */
export class RunSession extends EventTarget {
  undoing = new Undo(() => this.changed());
  /** Resolves when the model of the link is ready. @type {Promise<unknown> | undefined} */
  starting;
  /** Where trainings are kept; null where they are not. @type {import('./life.js').Keeping | null} */
  keeping = null;

  /** @param {Store} store */
  constructor(store) {
    super();
    this.store = store;
    store.follow((changed) => this.stateChanged(changed));
  }

  // ---- overridden by pages

  /** The run that is shown. @abstract @returns {Run} */
  get current() {
    throw new Error('abstract');
  }

  /** @abstract @returns {Run[]} */
  get all() {
    throw new Error('abstract');
  }

  /** Creates the model of the link. @returns {Promise<unknown>} */
  begin() {
    return this.current.make();
  }

  /** @param {string[]} _changed names of the changed fields */
  stateChanged(_changed) {}

  // ---- used by pages

  start() {
    this.starting = this.begin();
    return this.starting;
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Whether its model was made from other settings than the current ones. @param {Run} run */
  isStale(run) {
    return run.stale;
  }

  /** Whether the current settings are trained or being trained. */
  get settled() {
    const { running, trained, stale } = this.current;
    return running || (trained && !stale);
  }

  pause() {
    return this.current.pause();
  }

  /** Resets the model to untrained weights. A trained model can be restored. */
  reset() {
    return this.current.reset();
  }

  /** Closes all models. */
  async close() {
    await Promise.all([...this.all.map((run) => run.close()), this.undoing.drop()]);
  }
}
