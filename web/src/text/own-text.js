import { part } from '../api/part.js';
import { suggestCut } from './script.js';
import { startSegmenter } from './start-segmenter.js';

/**
 * How a file was decoded.
 * @typedef {Omit<import('../worker/files/decode-text.js').DecodedText, 'bytes'>} Decoded
 */

/**
 * A reader's own text. It is stored as bytes, so that ten megabytes are never converted to a string
 * on the main thread.
 * @typedef {object} OwnText
 * @property {string} name
 * @property {Uint8Array} bytes UTF-8
 * @property {import('./script.js').Suggestion} suggestion
 * @property {File} [file] that it was read from
 * @property {Decoded} [decoded] the encoding of that file
 */

export const MAX_BYTES = 64 * 1024 * 1024;

/** An error in the form of the API's errors, so that one function translates both. */
export class LabError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {object} [more] values used in the translated message
   */
  constructor(code, message, more = {}) {
    super(message);
    this.code = code;
    Object.assign(this, more);
  }
}

/** @param {number} length in bytes */
function checkLength(length) {
  if (length <= MAX_BYTES) return;
  throw new LabError('TooLarge', 'The text is larger than the page can take.', {
    parameter: 'corpus',
    value: String(length),
    permitted: String(MAX_BYTES),
  });
}

/** @param {string} name @param {Uint8Array} bytes @returns {OwnText} */
export function ownText(name, bytes) {
  checkLength(bytes.length);
  return { name, bytes, suggestion: suggestCut(beginning(bytes)) };
}

/** @param {Uint8Array} bytes @param {number} [most] */
export const beginning = (bytes, most = 60_000) =>
  new TextDecoder().decode(bytes.subarray(0, most)).replace(/\ufffd+$/, '');

/** @param {string} name @param {string} text */
export const ownTextFromString = (name, text) =>
  ownText(name, new TextEncoder().encode(text.replace(/\r\n?/g, '\n'))); // as a text field does

/**
 * A file of any encoding; without one, the most probable is taken.
 * @param {File} file @param {string} [encoding]
 * @returns {Promise<OwnText>}
 */
export async function ownTextFromFile(file, encoding) {
  checkLength(file.size);
  const { readText } = await part(() => import('../api/read-text.js'));
  const { bytes, ...decoded } = await readText(file, { encoding });
  return { ...ownText(file.name, bytes), file, decoded };
}

/**
 * A small file of any encoding, as a string.
 * @param {File} file @param {string} [encoding]
 */
export async function textOfFile(file, encoding) {
  const { bytes, decoded } = await ownTextFromFile(file, encoding);
  return { text: new TextDecoder().decode(bytes), file, decoded };
}

/** The worker cannot know it: bundlers put it elsewhere. */
async function dictionaryAddress() {
  const { chineseWordsAddress } = await part(() => import('../../corpora/chinese-words.js'));
  return chineseWordsAddress().href;
}

/**
 * Cuts the text into words in a worker of its own.
 * @param {Uint8Array} bytes
 * @param {{sentences: string, language: string, tokenizer: string, signal?: AbortSignal,
 *   onProgress?: (share: number) => void}} options
 * @returns {Promise<Uint8Array>}
 */
export async function segment(bytes, { sentences, language, tokenizer, signal, onProgress }) {
  if (tokenizer === 'segmenter' && !('Segmenter' in Intl)) {
    throw new LabError('BadParameter', 'This browser has no Intl.Segmenter.', {
      parameter: 'tokenizer',
    });
  }
  const dictionary = tokenizer === 'segmenter' ? undefined : await dictionaryAddress();
  return new Promise((resolve, reject) => {
    const worker = startSegmenter();
    const end = (/** @type {() => void} */ settle) => {
      worker.terminate();
      settle();
    };
    signal?.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
    worker.onerror = () => end(() => reject(new Error('The segmenter did not start.')));
    worker.onmessage = ({ data }) => {
      if (data.progress !== undefined) onProgress?.(data.progress);
      if (data.error) end(() => reject(new LabError(data.code ?? 'other', data.error, data)));
      if (data.bytes) end(() => resolve(data.bytes));
    };
    worker.postMessage({ bytes, sentences, language, dictionary });
  });
}
