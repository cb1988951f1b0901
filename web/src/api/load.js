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
 * @typedef {Uint8Array | ArrayBuffer | Blob | string} Bytes bytes, or text
 * @typedef {Bytes | {vectors: Bytes, metadata: Bytes}} File
 *
 * @typedef {object} ReadOptions options for files of vectors
 * @property {number} [limit] largest number of words to read; all by default
 * @property {boolean} [strict] refuse a file of which anything would be left out or renamed, with
 *   the first reason; false
 * @property {string} [encoding] of text files, such as 'gbk'; without it, UTF-8, or the encoding in
 *   which the words probably are (info.imported.encoding). Binary files and valid UTF-8 are read as
 *   they are.
 * @property {AbortSignal} [signal] aborting stops; the promise then rejects with code Cancelled
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
 * Vectors are read as a stream, whether they are bytes, text or a Blob (for example a File that the
 * reader chose): files of gigabytes and gzip files are possible. Rows that are faulty are left out,
 * and info.imported reports how many, the first of them and its reason.
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
  const { strict = false } = options;
  if (typeof strict !== 'boolean') throw badParameter('strict', strict, 'true or false');
  const { encoding } = options;
  if (encoding !== undefined && typeof encoding !== 'string') {
    throw badParameter('encoding', encoding, 'the name of an encoding, such as gbk');
  }
  const isPair = file !== null && typeof file === 'object' && 'vectors' in file;
  const values = isPair ? ['tsv', 'auto'] : fileFormats;
  const { format = values[0] } = options;
  check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
  const vectors = blobOf('file', isPair ? file.vectors : file);
  const start = new Uint8Array(await vectors.slice(0, HEADER_BYTES).arrayBuffer());
  const isClassifier =
    format === 'classifier' || (format === 'auto' && !isPair && namesClassifier(start));
  const isCheckpoint =
    format === 'checkpoint' ||
    (format === 'auto' && !isPair && !isClassifier && isSafetensors(start));
  if (options.corpus !== undefined && !isCheckpoint) {
    throw badParameter('corpus', options.corpus, 'left out: only a checkpoint trains on');
  }
  if (!isClassifier && !isCheckpoint) {
    const metadata = isPair ? blobOf('metadata', file.metadata) : undefined;
    return importVectors({ vectors, metadata }, options);
  }
  const bytes = new Uint8Array(await vectors.arrayBuffer());
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
  const opened = await loadCheckpoint(engine, bytes, where, options);
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

/** @param {{vectors: Blob, metadata?: Blob}} files @param {ReadOptions & EngineOptions} options */
async function importVectors(files, options) {
  const { limit = Infinity, strict = false, encoding, signal, build = 'exact' } = options;
  const { onProgress: listener } = options;
  const engine = getEngine(options.workerUrl);
  const args = { files, limit, strict, encoding, where: whereOf(options) };
  const opened = await open(engine, 'import', args, { signal, listener });
  return new Model(engine, opened, { build });
}

const readNames = ['limit', 'strict', 'encoding', 'signal', 'onProgress'];
/** Enough of a file to recognise checkpoints and classifiers. */
const HEADER_BYTES = 120;

/** @param {unknown} value @returns {value is Blob} */
const isBlob = (value) => value instanceof Blob;

/** @param {string} name @param {unknown} bytes @returns {Blob} */
export function blobOf(name, bytes) {
  if (isBlob(bytes)) return bytes;
  if (bytes instanceof ArrayBuffer || bytes instanceof Uint8Array || typeof bytes === 'string')
    return new Blob([/** @type {ArrayBuffer | string} */ (bytes)]);
  throw badParameter(name, bytes, 'a Uint8Array, an ArrayBuffer, a Blob or text');
}
