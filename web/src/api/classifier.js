/** A classifier of images or of sentences, wherever its numbers live. */
import { packFor, packInputs } from './examples.js';
import * as check from './options.js';
import { idOf, query, runJob } from './remote.js';
import { Trainable } from './trainable.js';

/**
 * @typedef {import('./types.js').ClassifierInfo} ClassifierInfo
 * @typedef {import('./types.js').ClassifierReport} ClassifierReport
 * @typedef {import('./types.js').Examples} Examples
 * @typedef {{signal?: AbortSignal, onProgress?: (progress: number) => void}} JobOptions
 */

/**
 * Use createImages, trainImages, model.transfer or load.
 * @extends {Trainable<ClassifierReport, ClassifierInfo>}
 */
export class Classifier extends Trainable {
  /** What it tells apart. @returns {string[]} */
  get labels() {
    return this.info.labels;
  }

  /** Lowest first, the head last. @returns {import('./types.js').Layer[]} */
  get layers() {
    return this.info.layers;
  }

  /**
   * The classes of pictures or sentences, the most probable first.
   * @param {import('./types.js').Inputs} inputs
   * @returns {Promise<{label: string, probabilities: {label: string, probability: number}[]}[]>}
   */
  async classify(inputs) {
    const packed = packInputs('inputs', inputs, this.#size());
    /** @type {Float32Array} */
    const found = await this[query]('classify', packed);
    const { labels } = this;
    return Array.from({ length: found.length / labels.length }, (_, n) => {
      const probabilities = labels
        .map((label, i) => ({ label, probability: found[n * labels.length + i] }))
        .sort((a, b) => b.probability - a.probability);
      return { label: probabilities[0].label, probabilities };
    });
  }

  /**
   * How well it does on examples it has not seen.
   * @param {Examples} examples of its own labels
   * @param {JobOptions} [options] progress 0 … 1
   * @returns {Promise<import('./types.js').Evaluation>}
   */
  async evaluate(examples, options = {}) {
    checkJob(options);
    const packed = packFor(this.info, 'examples', examples);
    const { confusion, predictions, ...counts } = await this[runJob]('evaluate', [packed], options);
    const { labels } = this;
    const row = (/** @type {unknown} */ _label, /** @type {number} */ i) =>
      Array.from(confusion.subarray(i * labels.length, (i + 1) * labels.length));
    return { ...counts, labels, confusion: labels.map(row), predictions: Array.from(predictions) };
  }

  /**
   * What every layer makes of one picture, the head's logits last.
   * @param {Uint8Array | {pixels: Uint8Array}} image
   * @returns {Promise<{layer: string, height: number, width: number, channels: number,
   *   values: Float32Array}[]>} channels last
   */
  async activations(image) {
    return this[query]('activations', packInputs('image', image, this.#size()));
  }

  /**
   * The first layer's filters, row by row.
   * @returns {Promise<{height: number, width: number, count: number, values: Float32Array}>}
   */
  async filters() {
    return this[query]('filters');
  }

  /**
   * What this model's task loses to another training: its accuracy as it is, and with the other
   * model's layers below its own head.
   * @param {Classifier} other that this model's layers went to
   * @param {Examples} examples of this model's labels
   * @param {JobOptions} [options]
   * @returns {Promise<{before: number, after: number}>}
   */
  async forgetting(other, examples, options = {}) {
    checkJob(options);
    const id = this[idOf]('other', other);
    return this[runJob]('forgetting', [id, packFor(this.info, 'examples', examples)], options);
  }

  /** What load() takes: the model without its examples. @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async checkpoint() {
    return (await this[query]('exportAs', 'checkpoint')).vectors;
  }

  #size() {
    const { kind, width, height } = this.info;
    return kind === 'images' ? { width, height } : undefined;
  }
}

/** @param {JobOptions} options */
function checkJob(options) {
  check.checkNames(options, ['signal', 'onProgress']);
  check.checkRun(options);
}
