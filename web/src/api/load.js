/** Loads models from files. */

import { badParameter } from '../worker/errors.js';
import { readCorpus, readHeldout } from './corpus.js';
import { getEngine, whereOf } from './engine.js';
import { Model } from './model.js';
import * as check from './options.js';
import { part } from './part.js';
import { open } from './remote.js';

/**
 * @typedef {import('./types.js').CorpusInput} CorpusInput
 * @typedef {import('./types.js').EngineOptions} EngineOptions
 * @typedef {Uint8Array | ArrayBuffer | Blob} Bytes
 * @typedef {Bytes | {vectors: Bytes, metadata: Bytes}} File
 *
 * @typedef {object} ReadOptions options for vectors that are read as a stream
 * @property {number} [limit] largest number of words to read; all by default
 * @property {AbortSignal} [signal]
 * @property {(progress: {progress: number, words: number}) => void} [onProgress] at most 30 calls
 *   per second
 */

/** The formats that load() recognises if `format` is not given. */
const fileFormats = ['auto', 'word2vec', 'word2vec-binary', 'checkpoint', 'classifier'];

/**
 * Loads word vectors, a checkpoint or a classifier. The result answers the same questions as the
 * model that wrote the file. A checkpoint can be trained further if its corpus (and its held-out
 * text, if it had one) is given. A classifier's file gives a Classifier, whether its format is
 * named or recognised.
 *
 * Vectors in a Blob (for example a File that the reader chose), and all vectors with a `limit`, are
 * read as a stream: files of gigabytes and gzip files are possible, and info.imported reports what
 * was found. All other input is read strictly: a file with any fault is rejected.
 * @overload
 * @param {File} file the file; for 'tsv' the pair of files
 * @param {{format?: 'auto' | 'word2vec' | 'word2vec-binary' | 'tsv' | 'checkpoint',
 *   corpus?: CorpusInput, heldout?: CorpusInput} & ReadOptions & EngineOptions} [options]
 * @returns {Promise<Model>}
 */
/**
 * @overload
 * @param {File} file
 * @param {{format: 'classifier'} & EngineOptions} options
 * @returns {Promise<import('./classifier.js').Classifier>}
 */
/**
 * @param {File} file
 * @param {{format?: string, corpus?: CorpusInput, heldout?: CorpusInput} & ReadOptions & EngineOptions}
 *   [options]
 * @returns {Promise<Model | import('./classifier.js').Classifier>}
 */
export async function load(file, options = {}) {
  check.checkNames(options, ['format', 'corpus', 'heldout', ...readNames, ...check.engineNames]);
  check.checkEngine(options);
  check.checkRun(options);
  check.fill(options, check.engineTable);
  if (options.limit !== undefined) check.checkTopn(options.limit, 'limit');
  const isPair = file !== null && typeof file === 'object' && 'vectors' in file;
  const pair = isPair ? file : { vectors: file, metadata: new Uint8Array() };
  const values = isPair ? ['tsv', 'auto'] : fileFormats;
  const { format = values[0] } = options;
  check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
  const streamed = await streamOf(pair, isPair, options);
  if (streamed) return importVectors(streamed, options);
  const bytes = await copyOf('file', pair.vectors);
  const metadata = await copyOf('metadata', pair.metadata);
  const isClassifier = format === 'classifier' || (format === 'auto' && namesClassifier(bytes));
  const isCheckpoint =
    format === 'checkpoint' || (format === 'auto' && !isClassifier && isSafetensors(bytes));
  if (options.corpus !== undefined && !isCheckpoint) {
    throw badParameter('corpus', options.corpus, 'left out: only a checkpoint trains on');
  }
  const engine = getEngine(options.workerUrl);
  const where = whereOf(options);
  const { build = 'exact' } = options;
  if (isClassifier) {
    const { Classifier } = await part(() => import('./classifier.js'));
    const opened = await engine.call(
      'loadClassifier',
      { bytes, where },
      { transfer: [bytes.buffer] },
    );
    return new Classifier(engine, opened, { build });
  }
  const opened = isCheckpoint
    ? await loadCheckpoint(engine, bytes, where, options)
    : await engine.call(
        'load',
        { bytes, metadata, format: isPair ? 'tsv' : format, where },
        { transfer: [bytes.buffer, metadata.buffer] },
      );
  return new Model(engine, opened, { build });
}

/**
 * @param {import('./engine.js').Engine} engine
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {import('../worker/loader.js').Where} where
 * @param {{corpus?: import('./types.js').CorpusInput,
 *   heldout?: import('./types.js').CorpusInput}} options
 */
async function loadCheckpoint(engine, bytes, where, { corpus, heldout }) {
  if (corpus === undefined) {
    return engine.call('loadCheckpoint', { bytes, where }, { transfer: [bytes.buffer] });
  }
  const text = await readCorpus(corpus);
  const kept = await readHeldout(heldout);
  const options = { tokens: text.tokens, replaced: text.replaced, heldout: kept };
  return engine.call(
    'loadCheckpoint',
    { bytes, where, corpus: text.bytes, options },
    { transfer: [bytes.buffer, text.bytes.buffer, kept.bytes.buffer] },
  );
}

/**
 * Recognises safetensors: eight bytes of length, then a JSON object. No file of vectors begins like
 * this.
 */
const isSafetensors = (/** @type {Uint8Array} */ bytes) =>
  bytes[8] === 0x7b && bytes[5] === 0 && bytes[6] === 0 && bytes[7] === 0;

/**
 * Recognises a classifier. The metadata are first in the header:
 * {"__metadata__":{"checksum":"…","format":"…".
 */
const namesClassifier = (/** @type {Uint8Array} */ bytes) =>
  isSafetensors(bytes) &&
  new TextDecoder().decode(bytes.subarray(8, 120)).includes('"format":"preformer-classifier"');

/**
 * The files as Blobs if they are vectors to be read as a stream; null for checkpoints and
 * classifiers.
 * @param {{vectors: Bytes, metadata: Bytes}} pair @param {boolean} isPair
 * @param {{limit?: number, format?: string, corpus?: unknown}} options
 * @returns {Promise<{vectors: Blob, metadata?: Blob} | null>}
 */
async function streamOf({ vectors, metadata }, isPair, { limit, format = 'auto', corpus }) {
  const wanted = isBlob(vectors) || (isPair && isBlob(metadata)) || limit !== undefined;
  if (!wanted || ['checkpoint', 'classifier'].includes(format) || corpus !== undefined) return null;
  const file = blobOf('file', vectors);
  if (isPair) return { vectors: file, metadata: blobOf('metadata', metadata) };
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  return format === 'auto' && isSafetensors(start) ? null : { vectors: file };
}

/** @param {{vectors: Blob, metadata?: Blob}} files @param {ReadOptions & EngineOptions} options */
async function importVectors(files, options) {
  const { limit = Infinity, signal, onProgress: listener, build = 'exact' } = options;
  const engine = getEngine(options.workerUrl);
  const args = { files, limit, where: whereOf(options) };
  const opened = await open(engine, 'import', args, { signal, listener });
  return new Model(engine, opened, { build });
}

const readNames = ['limit', 'signal', 'onProgress'];

/** @param {unknown} value @returns {value is Blob} */
const isBlob = (value) => value instanceof Blob;

/** @param {string} name @param {unknown} bytes @returns {Blob} */
export function blobOf(name, bytes) {
  if (isBlob(bytes)) return bytes;
  if (bytes instanceof ArrayBuffer || bytes instanceof Uint8Array)
    return new Blob([/** @type {ArrayBuffer} */ (bytes)]);
  throw badParameter(name, bytes, 'a Uint8Array, an ArrayBuffer or a Blob');
}

/** Copies bytes so that they can be transferred. @param {string} name @param {unknown} bytes */
async function copyOf(name, bytes) {
  if (isBlob(bytes)) return new Uint8Array(await bytes.arrayBuffer());
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes.slice(0));
  if (bytes instanceof Uint8Array) return new Uint8Array(bytes);
  throw badParameter(name, bytes, 'a Uint8Array, an ArrayBuffer or a Blob');
}
