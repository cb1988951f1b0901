/** Base class of everything that is trained step by step. */
import { withSignal } from './engine.js';
import * as check from './options.js';
import { call, query, RemoteModel } from './remote.js';

/**
 * @template Report
 * @typedef {object} Run options of a run. If a run is in progress, options that are left out keep
 *   their values, except the speed
 * @property {AbortSignal} [signal] aborting pauses; the promise then rejects with code Cancelled
 * @property {(report: Report) => void} [onProgress] called with each report
 * @property {(epoch: import('./types.js').EpochReport) => void} [onEpoch] called at the end of every
 *   epoch; of models of words
 * @property {number} [stepsPerSecond] limits the speed; undefined or Infinity: full speed
 * @property {number} [reportsPerSecond] largest number of reports per second; 30
 */

/**
 * @typedef {import('./types.js').TransferOptions} TransferOptions
 * @typedef {import('./types.js').CompareOptions} CompareOptions
 */

/** Runs a model of any kind; used by the subclasses. */
export const run = Symbol('run');

/**
 * Loads the module for transfer. It creates classifiers, which are Trainable themselves, so
 * index.js sets this function; a direct import would be circular.
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
   * Trains until finished or paused. If a run is in progress, changes its speed and reports; both
   * promises resolve when the run ends.
   * @param {Run<Report>} [options]
   * @returns {Promise<Report>}
   */
  async resume(options = {}) {
    check.checkNames(options, [...check.runNames, 'reportsPerSecond']);
    return this[run](options);
  }

  /**
   * @template {Report} Watched
   * @param {Run<Watched>} options its reports contain what `watch` requests
   * @param {{projection?: import('../worker/projector.js').ProjectionOptions | null}} [watch]
   * @returns {Promise<Report>}
   */
  async [run](options, watch = {}) {
    check.checkRun(options);
    const { signal, onProgress, onEpoch, stepsPerSecond, reportsPerSecond } = options;
    if (reportsPerSecond !== undefined) {
      check.checkValue('reportsPerSecond', reportsPerSecond, check.number(30, 0.01, 30));
    }
    let live = true; // reports that arrive after the promise has resolved are ignored
    /** @type {unknown} */
    let thrown;
    const listener =
      (onProgress || onEpoch) &&
      ((/** @type {Watched & {epochEnds?: import('./types.js').EpochReport[]}} */ heard) => {
        if (!live) return;
        const { epochEnds = [], ...report } = heard;
        try {
          for (const epoch of epochEnds) onEpoch?.(epoch);
          onProgress?.(/** @type {Watched} */ (/** @type {unknown} */ (report)));
        } catch (error) {
          live = false;
          thrown = error;
          this.#stop();
        }
      });
    const epochs = onEpoch ? true : undefined;
    const args = { options: { stepsPerSecond, reportsPerSecond, epochs, ...watch } };
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

  /** Pauses without waiting. On a closed model it has no effect. */
  #stop() {
    this[call]('pause', {}).catch(() => {});
  }

  /**
   * Pauses training; resume() goes on.
   * @returns {Promise<Report>} resolves when training has stopped
   */
  async pause() {
    return this[call]('pause', {});
  }

  /**
   * Pauses, then trains `steps` more steps.
   * @param {number} [steps]
   * @returns {Promise<Report>}
   */
  async step(steps = 1) {
    check.checkValue('steps', steps, { kind: 'integer', initial: 1, low: 1, high: 1e12 });
    return this[call]('step', { steps });
  }

  /**
   * Resets the model to untrained weights.
   * @param {{seed?: number}} [options] without a seed, the previous seed is used
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

  /** How far training is. @returns {Promise<Report>} */
  async report() {
    return this[call]('report', {});
  }

  /**
   * Creates an untrained classifier that begins with this model's layers. On a model of words it is
   * a classifier of sentences.
   * @param {TransferOptions} options
   */
  async createTransfer(options) {
    return (await transferring()).createTransfer(this, options);
  }

  /**
   * Trains a classifier on this model's layers: frozen, fine-tuned or, with `from: 'random'`, on
   * random layers of the same shape. This model does not change. If `signal` aborts, the promise
   * rejects with code Cancelled, and the partly trained classifier is the error's `model`.
   * @param {TransferOptions} options
   */
  async transfer(options) {
    return (await transferring()).transfer(this, options);
  }

  /**
   * Compares four ways to learn from few labels: from scratch, on this model's layers frozen or
   * fine-tuned, and on frozen random layers. All of them are trained on the same examples of the
   * pool.
   * @param {CompareOptions} options
   */
  async compare(options) {
    return (await transferring()).compare(this, options);
  }

  /**
   * The number of trainable parameters, or the number of values of loaded vectors.
   * @returns {Promise<number>}
   */
  async parameterCount() {
    return this[query]('parameterCount');
  }

  /**
   * A hash of the weights, 16 hexadecimal digits. Equal runs of the exact build have equal hashes.
   * @returns {Promise<string>}
   */
  async weightsHash() {
    return this[query]('weightsHash');
  }
}
