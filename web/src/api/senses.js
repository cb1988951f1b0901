/** Words in their sentences: ELMo's context vectors, and the occurrences of a word as a map. */
import { badParameter } from '../worker/errors.js';
import * as check from './options.js';
import { Predictions } from './predictions.js';
import { query, RemoteModel } from './remote.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').LayerOptions} LayerOptions
 */

/**
 * Questions to a model that gives a word another vector in every sentence.
 * @template Info
 * @extends {RemoteModel<Info>}
 */
export class SenseQueries extends RemoteModel {
  /**
   * One vector for each word of the sentence.
   * @param {Sentence} sentence
   * @param {LayerOptions} [options]
   * @returns {Promise<Float32Array>} [tokens, dims]
   */
  async contextVectors(sentence, options = {}) {
    const layer = check.checkLayer(options);
    return this[query]('contextVectors', check.checkSentence('sentence', sentence), layer);
  }

  /**
   * The watched occurrences nearest to a word of this sentence.
   * @param {Sentence} sentence
   * @param {number} position of the word, from 0
   * @param {LayerOptions & {topn?: number}} [options]
   * @returns {Promise<{sentence: string[], position: number, similarity: number}[]>}
   */
  async contextNeighbours(sentence, position, options = {}) {
    const { topn = 10 } = options;
    check.checkTopn(topn);
    check.checkValue('position', position, check.integer(0, 0, 1000));
    const layer = check.checkLayer(options, ['topn']);
    return this[query]('contextNeighbours', check.checkSentence('sentence', sentence), {
      ...layer,
      position,
      topn,
    });
  }

  /**
   * Keep an eye on a word in these sentences: its first place in each. Replaces what was watched.
   * @param {{word: string | string[], sentences: Sentence[], senses: number[],
   *   heldout?: boolean[]}} what a sense for each sentence, −1 where it is unknown; senses of
   *   held-out sentences only measure
   * @returns {Promise<{occurrences: number}>}
   */
  async watch(what) {
    check.checkNames(what, ['word', 'sentences', 'senses', 'heldout']);
    const words = check.checkWords('word', what.word);
    const joined = check.joinSentences('sentences', what.sentences);
    const count = what.sentences.length;
    const isSense = (/** @type {any} */ n) => Number.isInteger(n) && n >= -1 && n < 1000;
    const isFlag = (/** @type {unknown} */ flag) => typeof flag === 'boolean';
    const heldout = what.heldout ?? new Array(count).fill(false);
    return this[query]('watch', {
      words,
      sentences: joined,
      senses: check.checkList('senses', what.senses, count, isSense, 'senses, 0 and up or −1'),
      heldout: check.checkList('heldout', heldout, count, isFlag, 'truth values'),
    });
  }

  /**
   * The watched occurrences in the plane, and how well the layers tell their senses apart.
   * `align` turns the map onto the one before.
   * @param {LayerOptions & {sentences?: Sentence[], align?: boolean}} [options] sentences: more of
   *   them to place on the map
   * @returns {Promise<import('./types.js').SenseMap>}
   */
  async senseMap(options = {}) {
    const { sentences = [], align = true } = options;
    if (typeof align !== 'boolean') throw badParameter('align', align, 'true or false');
    const layer = check.checkLayer(options, ['sentences', 'align']);
    const joined = check.joinSentences('sentences', sentences);
    return this[query]('senseMap', { ...layer, sentences: joined, align });
  }
}

/**
 * The same questions, asked of the models that are trained here: their class has a parent already.
 * @returns {typeof Predictions & (new (...args: any[]) => Pick<SenseQueries<any>,
 *   'contextVectors' | 'contextNeighbours' | 'watch' | 'senseMap'>)}
 */
function withSenses() {
  const { constructor: _, ...questions } = Object.getOwnPropertyDescriptors(SenseQueries.prototype);
  const Kind = class extends Predictions {};
  Object.defineProperties(Kind.prototype, questions);
  return /** @type {any} */ (Kind);
}

export const Senses = withSenses();
