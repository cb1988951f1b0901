/** A classifier of images or sentences. The weights are in the engine. */
import { badParameter } from '../worker/errors.js';
import { packFor, packInputs } from './examples.js';
import * as check from './options.js';
import { idOf, query, runJob } from './remote.js';
import { Trainable } from './trainable.js';

/**
 * @typedef {import('./types.js').ClassifierInfo} ClassifierInfo
 * @typedef {import('./types.js').ClassifierReport} ClassifierReport
 * @typedef {import('./types.js').Examples} Examples
 * @typedef {import('./vectors.js').JobOptions} JobOptions
 */

/**
 * Created by createImages, trainImages, model.transfer or load.
 * @extends {Trainable<ClassifierReport, ClassifierInfo>}
 */
export class Classifier extends Trainable {
  /** The names of the classes. @returns {string[]} */
  get labels() {
    return this.info.labels;
  }

  /** The layers from the lowest to the head. @returns {import('./types.js').Layer[]} */
  get layers() {
    return this.info.layers;
  }

  /**
   * The classes of pictures or sentences, sorted by falling probability.
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
   * Accuracy and confusion matrix on examples that were not used for training.
   * @param {Examples} examples with the labels of this classifier
   * @param {JobOptions} [options] progress is 0 … 1
   * @returns {Promise<import('./types.js').Evaluation>}
   */
  async evaluate(examples, options = {}) {
    checkJob(options);
    const packed = await packFor(this.info, 'examples', examples);
    const { confusion, predictions, ...counts } = await this[runJob]('evaluate', [packed], options);
    const { labels } = this;
    const row = (/** @type {unknown} */ _label, /** @type {number} */ i) =>
      Array.from(confusion.subarray(i * labels.length, (i + 1) * labels.length));
    return { ...counts, labels, confusion: labels.map(row), predictions: Array.from(predictions) };
  }

  /**
   * The output of every layer for one picture; the last one is the head's logits.
   * @param {Uint8Array | {pixels: Uint8Array}} image
   * @returns {Promise<{layer: string, height: number, width: number, channels: number,
   *   values: Float32Array}[]>} channels last
   */
  async activations(image) {
    return this[query]('activations', packInputs('image', image, this.#size()));
  }

  /**
   * The filters of the first layer, row by row.
   * @returns {Promise<{height: number, width: number, count: number, values: Float32Array}>}
   */
  async filters() {
    return this[query]('filters');
  }

  /**
   * Every number that one picture or sentence computes, forward and back, and the weights before and
   * after one step on it with its true label, at the present weights of this classifier.
   *
   * Of a picture:
   * - `forward`: `image`, `conv1.before` (the convolution's sums), `conv1` (after the maximum of each
   *   2 × 2 of them and the ReLU), the same for `conv2`, `hidden.before`, `hidden`, `logits`,
   *   `probabilities`; `probabilities.after` with the weights after the step. The order of classes is
   *   that of `labels`.
   * - `backward`: ∂loss/∂ of each of these from `logits` down to `image`, then of each parameter.
   *   Frozen layers have gradients, too, although training does not compute those it has no use for.
   * - `changes`: each parameter before and after W ← W − alpha · rate · gradient. A frozen layer does
   *   not change; the rates are those of `layers`.
   *
   * Training takes batches, dropout and an optimiser of its own; here one step of plain gradient
   * descent is taken. The classifier stays as it is.
   * @overload
   * @param {Uint8Array | {pixels: Uint8Array}} example
   * @param {string | number} label one of `labels`
   * @param {{alpha?: number}} [options] learning rate of the step; the first one of the training
   * @returns {Promise<import('./types.js').ImageTrace>}
   */
  /**
   * Of a sentence, `words` are those that the vocabulary has.
   * - `forward` of a classifier on word vectors: `vectors` (a row per word), `mean`; on an ELMo:
   *   `tokens` (with the signs at both ends), `means` (of each layer over the words), `mix.shares`
   *   (what each layer counts for), `mix`. Then `logits`, `probabilities`, `probabilities.after`.
   * - `backward`: of each of these but `tokens` and `mix.shares`, then of each parameter.
   * - `changes`: as of a picture.
   * @overload
   * @param {import('./types.js').Sentence} example
   * @param {string | number} label one of `labels`
   * @param {{alpha?: number}} [options]
   * @returns {Promise<import('./types.js').SentenceTrace>}
   */
  /**
   * @param {any} example any: packInputs() checks it
   * @param {string | number} label
   * @param {{alpha?: number}} [options]
   * @returns {Promise<any>} any: of a picture or a sentence
   */
  async inside(example, label, options = {}) {
    check.checkNames(options, ['alpha']);
    const { alpha = this.options.alpha } = options;
    check.checkValue('alpha', alpha, check.number(0.01, 0, 1e6));
    const { labels } = this;
    if (!labels.includes(String(label))) throw badParameter('label', label, labels.join(', '));
    const { width, height, kind } = this.info;
    const isText = kind === 'text';
    const packed = packInputs(
      isText ? 'sentence' : 'image',
      isText ? [example] : example,
      this.#size(),
    );
    const size = packed.pixels?.length ?? width * height;
    if (size !== width * height) throw badParameter('image', `${size} numbers`, 'one picture');
    const one = { ...packed, labels: [String(label)], targets: new Int32Array(1) };
    return this[query]('inside', one, alpha);
  }

  /**
   * Measures what this model's task loses when another model is trained further from its layers:
   * the accuracy of this model, and the accuracy with the other model's layers below this model's
   * head.
   * @param {Classifier} other a model that was trained from this model's layers
   * @param {Examples} examples with the labels of this classifier
   * @param {JobOptions} [options]
   * @returns {Promise<{before: number, after: number}>}
   */
  async forgetting(other, examples, options = {}) {
    checkJob(options);
    const id = this[idOf]('other', other);
    return this[runJob](
      'forgetting',
      [id, await packFor(this.info, 'examples', examples)],
      options,
    );
  }

  /**
   * The model without its examples, in the format that load() reads.
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
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
