import { Undo } from './undo.js';

/**
 * What joins a page's state with the API: it holds the runs, and dispatches `change` whenever
 * something has changed that the page shows.
 * @template {import('./model-run.js').ModelRun<any, any, any>} Run any: each page trains its own
 * @template {{follow(heard: (changed: string[]) => void): void}} Store
 */
export class RunSession extends EventTarget {
  undoing = new Undo(() => this.changed());
  /** Until what the link asks for is there. @type {Promise<unknown> | undefined} */
  starting;

  /** @param {Store} store */
  constructor(store) {
    super();
    this.store = store;
    store.follow((changed) => this.stateChanged(changed));
  }

  // ---- what a page says

  /** The run on show. @abstract @returns {Run} */
  get current() {
    throw new Error('abstract');
  }

  /** @abstract @returns {Run[]} */
  get all() {
    throw new Error('abstract');
  }

  /** Makes what the link asks for. @returns {Promise<unknown>} */
  begin() {
    return this.current.make();
  }

  /** @param {string[]} _changed fields of the state */
  stateChanged(_changed) {}

  // ---- what a page asks

  start() {
    this.starting = this.begin();
    return this.starting;
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Was its model made from other settings than those on show? @param {Run} run */
  isStale(run) {
    return run.stale;
  }

  /** Has what the settings describe been trained, or is it under way? */
  get settled() {
    const { running, trained, stale } = this.current;
    return running || (trained && !stale);
  }

  pause() {
    return this.current.pause();
  }

  /** Untrained again. What was trained can be brought back. */
  reset() {
    return this.current.reset();
  }

  /** Closes all models. */
  async close() {
    await Promise.all([...this.all.map((run) => run.close()), this.undoing.drop()]);
  }
}
