/** An ELMo with published weights. It accepts sentences of any words. */

import { badParameter } from '../worker/errors.js';
import { getEngine, whereOf } from './engine.js';
import { blobOf } from './load.js';
import * as check from './options.js';
import { readText } from './read-text.js';
import { open, RemoteModel, runJob } from './remote.js';
import * as senses from './senses.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').LayerOptions} LayerOptions
 *
 * @typedef {object} ElmoFiles
 * @property {Blob | Uint8Array | ArrayBuffer | string | object} options options.json: the file, its
 *   text or the parsed object
 * @property {Blob | Uint8Array | ArrayBuffer} weights weights.hdf5 in the layout of bilm-tf
 *
 * @typedef {import('./vectors.js').JobOptions &
 *   import('./types.js').EngineOptions} LoadElmoOptions
 *
 * @typedef {import('../worker/types').ElmoInfo} ElmoInfo
 */

/**
 * Created by loadElmo. A sentence is text, which is split at spaces, or a list of words.
 * @extends {RemoteModel<ElmoInfo>}
 */
export class ElmoReader extends RemoteModel {
  /**
   * One vector per word of the sentence.
   * @param {Sentence} sentence
   * @param {LayerOptions} [options]
   * @returns {Promise<Float32Array>} [tokens, dims]
   */
  async contextVectors(sentence, options) {
    return senses.contextVectors(this, sentence, options);
  }

  /**
   * The watched occurrences that are nearest to a word of this sentence.
   * @param {Sentence} sentence
   * @param {number} position position of the word, from 0
   * @param {LayerOptions & {topn?: number}} [options]
   * @returns {Promise<{sentence: string[], position: number, similarity: number}[]>}
   */
  async contextNeighbours(sentence, position, options) {
    return senses.contextNeighbours(this, sentence, position, options);
  }

  /**
   * Sets the word and the sentences whose occurrences are watched. Replaces the previous ones.
   * @param {import('./senses.js').WatchedWord} what
   * @returns {Promise<{occurrences: number}>}
   */
  async watch(what) {
    return senses.watch(this, what);
  }

  /**
   * The watched occurrences in the plane, and a score per layer of how well it separates the
   * senses.
   * @param {import('./senses.js').SenseMapOptions} [options]
   * @returns {Promise<import('./types.js').SenseMap>}
   */
  async senseMap(options) {
    return senses.senseMap(this, options);
  }

  /**
   * Computes the vectors of sentences in advance, so that later questions about them are fast.
   * @param {Sentence[]} sentences
   * @param {{signal?: AbortSignal, onProgress?: (progress: number) => void}} [options]
   * @returns {Promise<{sentences: number}>}
   */
  async readAhead(sentences, options = {}) {
    check.checkNames(options, ['signal', 'onProgress']);
    check.checkRun(options);
    return this[runJob]('readAhead', [check.joinSentences('sentences', sentences)], options);
  }
}

/**
 * @param {ElmoFiles} files
 * @param {LoadElmoOptions} [options]
 * @returns {Promise<ElmoReader>}
 */
export async function loadElmo(files, options = {}) {
  check.checkNames(files, ['options', 'weights']);
  check.checkNames(options, ['signal', 'onProgress', ...check.engineNames]);
  check.checkEngine(options);
  check.checkRun(options);
  check.fill(options, check.engineTable);
  const { signal, onProgress: listener, build = 'exact' } = options;
  const given = { options: await textOf(files.options), weights: blobOf('weights', files.weights) };
  const engine = getEngine(options.workerUrl);
  const args = { files: given, where: whereOf(options) };
  const opened = await open(engine, 'loadElmo', args, { signal, listener });
  return new ElmoReader(engine, opened, { build });
}

/** @param {ElmoFiles['options']} options */
async function textOf(options) {
  if (typeof options === 'string') return options;
  const isFile =
    options instanceof Blob || options instanceof ArrayBuffer || options instanceof Uint8Array;
  if (isFile) return new TextDecoder().decode((await readText(options, { name: 'options' })).bytes);
  if (options === null || typeof options !== 'object') {
    throw badParameter('options', options, 'the file options.json, or its text');
  }
  return JSON.stringify(options);
}
