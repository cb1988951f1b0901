/**
 * A copy of a model's weights, whose numbers can be followed, proved and changed. The model itself
 * stays as it is.
 */
import { badParameter } from '../worker/errors.js';
import * as check from './options.js';
import { opened, query, RemoteModel } from './remote.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('../worker/wasm').Entry} Entry
 *
 * @typedef {object} Example
 * @property {Sentence} sentence
 * @property {number} [position] the word to predict, from 0; by default the last. For an NNLM the
 *   number of words means the end of the sentence. ELMo predicts every word.
 * @property {number} [radius] words on either side (Word2Vec); 0, the default: the longest window
 * @property {number} [alpha] learning rate of the step; the model's present one
 * @property {string | number} [noise] what draws the negative samples: `noise` of nextExample(), or
 *   a seed; 1
 */

const NOISE = /^[0-9a-f]{32}$/;

/**
 * A copy of a model, created by model.open.
 * @extends {RemoteModel<import('../worker/wasm').OpenedInfo>}
 */
export class OpenedModel extends RemoteModel {
  /**
   * Every number that the example computes, in order, the gradients on the way back, and the weights
   * before and after one step. For CBOW and Skip-gram the step is training's own. NNLM and ELMo train
   * on batches with an optimiser; here one step of plain gradient descent is taken on this example.
   * @param {Example} example
   * @returns {Promise<import('../worker/wasm').Trace>}
   */
  async trace(example) {
    return this[query]('trace', this.#checked(example));
  }

  /**
   * Measures the slope of the loss at one number in double precision, beside the gradient of
   * back-propagation. For CBOW the loss is weighted by the window's share, as in training.
   * @param {Example} example
   * @param {Entry} entry of a parameter, or of a quantity that the loss depends on
   * @param {{epsilon?: number}} [options]
   * @returns {Promise<import('../worker/wasm').Proof>}
   */
  async prove(example, entry, options = {}) {
    check.checkNames(options, ['epsilon']);
    const { epsilon = 1e-5 } = options;
    check.checkValue('epsilon', epsilon, check.number(1e-5, 1e-9, 1));
    return this[query]('prove', this.#checked(example), checkEntry(entry), epsilon);
  }

  /** All numbers of a parameter, row by row. @param {string} name @returns {Promise<Float32Array>} */
  async weights(name) {
    return this[query]('weights', check.checkText('name', name));
  }

  /** Changes one weight of this copy. @param {Entry} entry @param {number} value */
  async setWeight(entry, value) {
    if (!Number.isFinite(value)) throw badParameter('value', value, 'a finite number');
    return this[query]('setWeight', checkEntry(entry), value);
  }

  /** Takes the step that trace() shows, and keeps it in this copy. @param {Example} example */
  async takeStep(example) {
    return this[query]('takeStep', this.#checked(example));
  }

  /** The hash of this copy's weights: that of the model until they are changed. */
  async weightsHash() {
    return this[query]('weightsHash');
  }

  /** The probability of each word to be drawn as noise (negative sampling). */
  async noise() {
    return this[query]('noise');
  }

  /** The Huffman tree (hierarchical softmax): each word's nodes from the root, and its branches. */
  async tree() {
    return this[query]('tree');
  }

  /** @param {Example} example @returns {import('../worker/wasm').NativeExample} */
  #checked(example) {
    check.checkNames(example, ['sentence', 'position', 'radius', 'alpha', 'noise']);
    const sentence = check.checkSentence('sentence', example.sentence);
    const { radius = 0, alpha = this.options.alpha, noise = 1 } = example;
    check.checkValue('radius', radius, check.integer(0, 0, 1000));
    check.checkValue('alpha', alpha, check.number(0.025, 0, 1e6));
    if (
      typeof noise === 'string' ? !NOISE.test(noise) : !Number.isSafeInteger(noise) || noise < 0
    ) {
      throw badParameter('noise', noise, 'a seed, or noise of nextExample()');
    }
    const { position = -1 } = example;
    check.checkValue('position', position, check.integer(-1, -1, 1e6));
    return { sentence, position, radius, alpha, noise };
  }
}

/** @param {Entry} entry */
function checkEntry(entry) {
  check.checkNames(entry, ['name', 'row', 'col']);
  const { name, row, col } = entry;
  check.checkText('name', name);
  check.checkValue('row', row, check.integer(0, 0, 1e9));
  check.checkValue('col', col, check.integer(0, 0, 1e9));
  return { name, row, col };
}

/** Copies the weights of a model. @param {import('./model.js').Model} model */
export async function openModel(model) {
  const { alpha, learningRate = alpha ?? 0.025 } = model.options;
  const present = model.info.trainable ? (await model.report()).learningRate : learningRate;
  return model[opened](OpenedModel, { alpha: present });
}
