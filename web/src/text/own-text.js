import { suggestCut } from './script.js';
import { startSegmenter } from './start-segmenter.js';

/**
 * A reader's own text. It is stored as bytes, so that ten megabytes are never converted to a string
 * on the main thread.
 * @typedef {object} OwnText
 * @property {string} name
 * @property {Uint8Array} bytes UTF-8
 * @property {import('./script.js').Suggestion} suggestion
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
export const ownTextFromString = (name, text) => ownText(name, new TextEncoder().encode(text));

/**
 * UTF-16 files (Windows "Unicode") are recognised by their byte order mark and converted to UTF-8.
 */
export async function ownTextFromFile(/** @type {File} */ file) {
  checkLength(file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const swapped = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : mark;
  if (!swapped) return ownText(file.name, bytes);
  return ownText(file.name, new TextEncoder().encode(new TextDecoder(swapped).decode(bytes)));
}

/**
 * Cuts the text into words in a worker of its own.
 * @param {Uint8Array} bytes
 * @param {{sentences: string, language: string, signal?: AbortSignal,
 *   onProgress?: (share: number) => void}} options
 * @returns {Promise<Uint8Array>}
 */
export function segment(bytes, { sentences, language, signal, onProgress }) {
  if (!('Segmenter' in Intl)) {
    return Promise.reject(
      new LabError('BadParameter', 'This browser has no Intl.Segmenter.', {
        parameter: 'tokenizer',
      }),
    );
  }
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
      if (data.error) end(() => reject(new Error(data.error)));
      if (data.bytes) end(() => resolve(data.bytes));
    };
    worker.postMessage({ bytes, sentences, language });
  });
}
