/** An ELMo with published weights: it reads sentences of any words. */

import { badParameter } from '../worker/errors.js';
import { getEngine, whereOf } from './engine.js';
import { blobOf } from './load.js';
import * as check from './options.js';
import { open, runJob } from './remote.js';
import { SenseQueries } from './senses.js';

/**
 * @typedef {object} ElmoFiles
 * @property {Blob | Uint8Array | ArrayBuffer | string | object} options options.json: the file, its
 *   text or what that says
 * @property {Blob | Uint8Array | ArrayBuffer} weights weights.hdf5, in the layout of bilm-tf
 *
 * @typedef {{signal?: AbortSignal, onProgress?: (progress: number) => void} &
 *   import('./types.js').EngineOptions} ElmoOptions
 *
 * @typedef {object} ElmoInfo
 * @property {number} layers above the token layer
 * @property {number} dimensions of a vector, both directions together
 * @property {number} cells of an LSTM
 * @property {number} parameters numbers in the weights
 * @property {'exact' | 'fast' | 'parallel'} build that runs
 * @property {string} buildReason why not the build that was asked for
 * @property {import('./types.js').BuildLacks} buildLacks the same as a word
 */

/**
 * Use loadElmo. Sentences are text, split at spaces, or lists of words.
 * @extends {SenseQueries<ElmoInfo>}
 */
export class ElmoReader extends SenseQueries {
  /**
   * Reads sentences ahead: what is asked about them later is answered at once.
   * @param {import('./types.js').Sentence[]} sentences
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
 * @param {ElmoOptions} [options]
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

/** @param {any} options */
async function textOf(options) {
  if (typeof options === 'string') return options;
  if (options instanceof Blob) return options.text();
  if (options instanceof ArrayBuffer || options instanceof Uint8Array) {
    return new TextDecoder().decode(options);
  }
  if (options === null || typeof options !== 'object') {
    throw badParameter('options', options, 'the file options.json, or its text');
  }
  return JSON.stringify(options);
}
