/** What is trained step by step, wherever its numbers live. */
import { withSignal } from './engine.js';
import * as check from './options.js';
import { call, query, RemoteModel } from './remote.js';

/**
 * @template Report
 * @typedef {object} Run what a second call while a run is under way leaves out stays as it is, but
 *   for the speed
 * @property {AbortSignal} [signal] aborting pauses; the promise rejects with code Cancelled
 * @property {(report: Report) => void} [onProgress]
 * @property {number} [stepsPerSecond] slow motion; undefined or Infinity: full speed
 * @property {number} [reportsPerSecond] at most; 30
 */

/**
 * @typedef {import('./types.js').TransferOptions} TransferOptions
 * @typedef {import('./types.js').CompareOptions} CompareOptions
 */

/** Runs a model of any kind; shared with the classes below this one. */
export const run = Symbol('run');

/**
 * Loads the module that only transfer needs. It makes classifiers, which are Trainable themselves:
 * index.js hands it in, so that no module imports itself through others.
 * @type {() => Promise<typeof import('./transfer.js')>}
 */
let transferring = async () => {
  throw new Error('api/index.js has not been loaded.');
};

/** @param {typeof transferring} load */
export function transferWith(load) {
  transferring = load;
}

/**
 * @template Report
 * @template Info
 * @extends {RemoteModel<Info>}
 */
export class Trainable extends RemoteModel {
  /**
   * Train until finished or paused. While a run is under way, changes its speed and what it shows,
   * and shares its end.
   * @param {Run<Report>} [options]
   * @returns {Promise<Report>}
   */
  async resume(options = {}) {
    check.checkNames(options, [...check.runNames, 'reportsPerSecond']);
    return this[run](options);
  }

  /**
   * @template {Report} Watched
   * @param {Run<Watched>} options with reports that carry what `watch` asks for
   * @param {{projection?: import('../worker/projector.js').ProjectionOptions | null}} [watch]
   * @returns {Promise<Report>}
   */
  async [run](options, watch = {}) {
    check.checkRun(options);
    const { signal, onProgress, stepsPerSecond, reportsPerSecond } = options;
    if (reportsPerSecond !== undefined) {
      check.checkValue('reportsPerSecond', reportsPerSecond, check.number(30, 0.01, 30));
    }
    let live = true; // reports that arrive after the promise resolved are stale
    /** @type {unknown} */
    let thrown;
    const listener =
      onProgress &&
      ((/** @type {Watched} */ report) => {
        if (!live) return;
        try {
          onProgress(report);
        } catch (error) {
          live = false;
          thrown = error;
          this.#stop();
        }
      });
    const args = { options: { stepsPerSecond, reportsPerSecond, ...watch } };
    try {
      const report = await withSignal(
        signal,
        () => this.#stop(),
        () => this[call]('resume', args, { listener }),
      );
      if (thrown) throw thrown;
      return report;
    } finally {
      live = false;
    }
  }

  /** Pause without waiting; a closed model is at rest already. */
  #stop() {
    this[call]('pause', {}).catch(() => {});
  }

  /** @returns {Promise<Report>} once training stands still */
  async pause() {
    return this[call]('pause', {});
  }

  /**
   * Pause, then train `steps` more.
   * @param {number} [steps]
   * @returns {Promise<Report>}
   */
  async step(steps = 1) {
    check.checkValue('steps', steps, { kind: 'integer', initial: 1, low: 1, high: 1e12 });
    return this[call]('step', { steps });
  }

  /**
   * Back to untrained weights.
   * @param {{seed?: number}} [options] without a seed: the one before
   * @returns {Promise<Report>}
   */
  async reset(options = {}) {
    check.checkNames(options, ['seed']);
    const seed = options.seed ?? this.options.seed;
    check.checkValue('seed', seed, check.seed);
    const report = await this[call]('reset', { seed });
    Object.assign(this, { options: Object.freeze({ ...this.options, seed }) });
    return report;
  }

  /** @returns {Promise<Report>} */
  async report() {
    return this[call]('report', {});
  }

  /**
   * A classifier that begins with this model's layers, not trained yet. Models of words lend theirs
   * to classifiers of sentences.
   * @param {TransferOptions} options
   */
  async createTransfer(options) {
    return (await transferring()).createTransfer(this, options);
  }

  /**
   * A classifier on this model's layers: frozen, fine-tuned or, with `from: 'random'`, on layers of
   * the same shape. Trained; this model stays as it is. Aborting `signal` rejects with code
   * Cancelled and leaves what was trained on the error's `model`.
   * @param {TransferOptions} options
   */
  async transfer(options) {
    return (await transferring()).transfer(this, options);
  }

  /**
   * Four ways to few labels, side by side: from scratch, on this model's layers frozen or
   * fine-tuned, and on frozen random ones. Every mode gets the same examples of the pool.
   * @param {CompareOptions} options
   */
  async compare(options) {
    return (await transferring()).compare(this, options);
  }

  /** Trainable numbers, or those of loaded vectors. @returns {Promise<number>} */
  async parameterCount() {
    return this[query]('parameterCount');
  }

  /** 16 hexadecimal digits; equal for equal runs of the exact build. @returns {Promise<string>} */
  async weightsHash() {
    return this[query]('weightsHash');
  }
}
