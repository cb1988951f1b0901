/** Decodes a text file in the module that reads files. The rules are those of the core. */
import { badParameter } from '../errors.js';
import { getEngine } from '../loader.js';

/**
 * @typedef {{name: string, title: string}} EncodingName `name` for programs, `title` for people
 *
 * @typedef {object} DecodedText
 * @property {Uint8Array<ArrayBuffer>} bytes UTF-8
 * @property {string} encoding
 * @property {string} title of the encoding
 * @property {'given' | 'mark' | 'valid' | 'zeros' | 'damaged' | 'probable'} sign how it was found
 * @property {EncodingName[]} others the next best guesses
 * @property {EncodingName[]} all all encodings
 * @property {number} replaced characters that could not be decoded and are U+FFFD
 */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string | undefined} encoding undefined: the most probable
 * @param {import('../loader.js').Where} where
 * @returns {Promise<DecodedText>}
 */
export async function decodeText(bytes, encoding, where) {
  const { module } = await getEngine('files', where);
  module.refuseOtherFiles(bytes);
  const all = module.encodings();
  const given = encoding === undefined ? undefined : module.findEncoding(encoding);
  if (encoding !== undefined && !given) {
    throw badParameter('encoding', encoding, all.map(({ name }) => name).join(', '));
  }
  /** @type {ReturnType<typeof module.guessEncoding> | (EncodingName & {sign: 'given', others: []})} */
  const guess =
    given && !isMarked(module, bytes)
      ? { ...given, sign: 'given', others: [] }
      : module.guessEncoding(bytes);
  const { name, title, sign, others } = guess;
  const found = { encoding: name, title, sign, others, all };
  // Damaged UTF-8 stays as it is: who reads it replaces what is broken, and counts it.
  if (name === 'utf-8') return { ...found, bytes, replaced: 0 };
  const decoded = module.decode(bytes, name);
  return { ...found, bytes: decoded, replaced: countReplaced(decoded) };
}

/**
 * A byte-order mark is certain, whatever encoding is named.
 * @param {import('../wasm').NativeFilesModule} module @param {Uint8Array} bytes
 */
function isMarked(module, bytes) {
  const length = bytes[0] === 0xef ? 3 : 4; // of the mark of UTF-8, and of the longest
  return module.guessEncoding(bytes.subarray(0, length)).sign === 'mark';
}

/** @param {Uint8Array} bytes UTF-8 */
function countReplaced(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1;
  }
  return count;
}
