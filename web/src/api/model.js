/** A model, wherever its numbers live: every method asks the engine and returns a promise. */
import { withSignal } from './engine.js';
import * as check from './options.js';
import { call, query } from './remote.js';
import { Senses } from './senses.js';

/** @typedef {import('./types.js').Report} Report */

/** Use create, train or load. */
export class Model extends Senses {
  /**
   * Train until finished or paused. While a run is under way, changes its speed and shares its end.
   * @param {import('./types.js').RunOptions} [options]
   * @returns {Promise<Report>}
   */
  async resume(options = {}) {
    check.checkNames(options, check.runNames);
    check.checkRun(options);
    const { signal, onProgress, stepsPerSecond } = options;
    let live = true; // reports that arrive after the promise resolved are stale
    /** @type {unknown} */
    let thrown;
    const listener =
      onProgress &&
      ((/** @type {Report} */ report) => {
        if (!live) return;
        try {
          onProgress(report);
        } catch (error) {
          live = false;
          thrown = error;
          this.#stop();
        }
      });
    const run = () => this[call]('resume', { options: { stepsPerSecond } }, { listener });
    try {
      const report = await withSignal(signal, () => this.#stop(), run);
      if (thrown) throw thrown;
      return report;
    } finally {
      live = false;
    }
  }

  /** Pause without waiting; a closed model is at rest already. */
  #stop() {
    this[call]('pause').catch(() => {});
  }

  /** @returns {Promise<Report>} once training stands still */
  async pause() {
    return this[call]('pause');
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
    check.checkValue('seed', seed, check.trainTable.seed);
    const report = await this[call]('reset', { seed });
    Object.assign(this, { options: Object.freeze({ ...this.options, seed }) });
    return report;
  }

  /** @returns {Promise<Report>} */
  async report() {
    return this[call]('report');
  }

  /**
   * As a file's bytes; TSV is a pair of files. 'npy' is the bare matrix of word vectors,
   * 'safetensors' all parameters, 'checkpoint' all that is needed to go on.
   * @overload
   * @param {'word2vec' | 'word2vec-binary' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * @overload
   * @param {'tsv'} format
   * @returns {Promise<{vectors: Uint8Array<ArrayBuffer>, metadata: Uint8Array<ArrayBuffer>}>}
   */
  /**
   * @param {'word2vec' | 'word2vec-binary' | 'tsv' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<any>}
   */
  async export(format) {
    const values = ['word2vec', 'word2vec-binary', 'tsv', 'npy', 'safetensors', 'checkpoint'];
    check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
    const files = await this[query]('exportAs', format);
    return format === 'tsv' ? files : files.vectors;
  }

  /** What load() takes to go on where training stands. @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async checkpoint() {
    return this.export('checkpoint');
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
