import { gunzip } from '../../corpora/prepared-file.js';

/**
 * Wasm as text in a module: compressed by gzip, then base64, which takes half the size of the bytes
 * themselves.
 * @param {string} base64 @returns {Promise<Uint8Array>}
 */
export const unpackWasm = (base64) =>
  gunzip(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
