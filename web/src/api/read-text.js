/** Text files of any encoding, as UTF-8. */
import { badParameter } from '../worker/errors.js';
import { isGzip, isPlain, unifyLineEnds } from '../worker/files/plain-text.js';
import { getEngine, whereOf } from './engine.js';
import { part } from './part.js';

/** @typedef {import('../worker/files/decode-text.js').DecodedText} DecodedText */

/** @type {Omit<DecodedText, 'bytes'>} */
const PLAIN = {
  encoding: 'utf-8',
  title: 'UTF-8',
  sign: 'valid',
  others: [],
  all: [],
  replaced: 0,
};

/** Copies bytes, so that they can be transferred. @param {string} name @param {unknown} bytes */
async function copyOf(name, bytes) {
  if (bytes instanceof Blob) return new Uint8Array(await bytes.arrayBuffer());
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes.slice(0));
  if (bytes instanceof Uint8Array) return new Uint8Array(bytes);
  throw badParameter(`${name}.bytes`, bytes, 'a Uint8Array, an ArrayBuffer or a Blob');
}

/** As the command line does. @param {Uint8Array<ArrayBuffer>} bytes */
async function unpackedBytes(bytes) {
  if (!isGzip(bytes)) return bytes;
  const { unpacked } = await part(() => import('../worker/files/source.js'));
  return new Uint8Array(await (await unpacked(new Blob([bytes]))).arrayBuffer());
}

/**
 * Reads a text file: UTF-8, or what `encoding` says, or the most probable encoding; a gzip file is
 * unpacked first. Line ends become LF.
 *
 *     const { bytes, title, sign } = await readText(file); // 'GBK', 'probable'
 *
 * @param {Uint8Array | ArrayBuffer | Blob} file
 * @param {{encoding?: string, name?: string} & import('./types.js').EngineOptions} [options] `name`
 *   is used in error messages
 * @returns {Promise<DecodedText>} `bytes` are a copy; `all` is empty if the text is UTF-8
 */
export async function readText(file, { encoding, name = 'file', ...engine } = {}) {
  if (encoding !== undefined && typeof encoding !== 'string') {
    throw badParameter(`${name}.encoding`, encoding, 'the name of an encoding, such as gbk');
  }
  const bytes = await unpackedBytes(await copyOf(name, file));
  const known = encoding !== undefined && /^utf-?8$/i.test(encoding);
  if (known || (encoding === undefined && isPlain(bytes))) {
    return { ...PLAIN, bytes: unifyLineEnds(bytes) };
  }
  const decoded = await getEngine(engine.workerUrl).call(
    'decodeText',
    { bytes, encoding, where: whereOf(engine) },
    { transfer: [bytes.buffer] },
  );
  return { ...decoded, bytes: unifyLineEnds(decoded.bytes) };
}
