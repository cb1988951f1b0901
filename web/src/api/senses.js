/**
 * Words in their sentences: ELMo's context vectors, and a map of the occurrences of a word. Used
 * for models whose vectors depend on the sentence, trained here or published.
 */
import { badParameter } from '../worker/errors.js';
import * as check from './options.js';
import { query } from './remote.js';

/**
 * @typedef {import('./remote.js').RemoteModel<unknown>} Reader
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').LayerOptions} LayerOptions
 *
 * @typedef {object} WatchedWord a word in sentences; its first position in each sentence counts
 * @property {string | string[]} word
 * @property {Sentence[]} sentences
 * @property {number[]} senses one per sentence; −1 if the sense is unknown
 * @property {boolean[]} [heldout] true for sentences whose senses are used only for measuring
 *
 * @typedef {LayerOptions & {sentences?: Sentence[], align?: boolean}} SenseMapOptions
 *   sentences: further sentences to place on the map; align: rotate the map to match the previous
 *   one
 */

/** @param {Reader} model @param {Sentence} sentence @param {LayerOptions} [options] */
export function contextVectors(model, sentence, options = {}) {
  const layer = check.checkLayer(options);
  return model[query]('contextVectors', check.checkSentence('sentence', sentence), layer);
}

/**
 * @param {Reader} model @param {Sentence} sentence @param {number} position
 * @param {LayerOptions & {topn?: number}} [options]
 */
export function contextNeighbours(model, sentence, position, options = {}) {
  const { topn = 10 } = options;
  check.checkTopn(topn);
  check.checkValue('position', position, check.integer(0, 0, 1000));
  const layer = check.checkLayer(options, ['topn']);
  const words = check.checkSentence('sentence', sentence);
  return model[query]('contextNeighbours', words, { ...layer, position, topn });
}

/** @param {Reader} model @param {WatchedWord} what */
export function watch(model, what) {
  check.checkNames(what, ['word', 'sentences', 'senses', 'heldout']);
  const words = check.checkWords('word', what.word);
  const joined = check.joinSentences('sentences', what.sentences);
  const count = what.sentences.length;
  const isSense = (/** @type {unknown} */ n) =>
    Number.isInteger(n) && Number(n) >= -1 && Number(n) < 1000;
  const isFlag = (/** @type {unknown} */ flag) => typeof flag === 'boolean';
  const heldout = what.heldout ?? new Array(count).fill(false);
  return model[query]('watch', {
    words,
    sentences: joined,
    senses: check.checkList('senses', what.senses, count, isSense, 'senses, 0 and up or −1'),
    heldout: check.checkList('heldout', heldout, count, isFlag, 'truth values'),
  });
}

/** @param {Reader} model @param {SenseMapOptions} [options] */
export function senseMap(model, options = {}) {
  const { sentences = [], align = true } = options;
  if (typeof align !== 'boolean') throw badParameter('align', align, 'true or false');
  const layer = check.checkLayer(options, ['sentences', 'align']);
  const joined = check.joinSentences('sentences', sentences);
  return model[query]('senseMap', { ...layer, sentences: joined, align });
}
