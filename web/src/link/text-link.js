/** Packs a text for a link: deflate, then base64url. */
import { join } from './bytes.js';

/** Limit of the packed text. Browsers and servers accept more; chat and mail programs do not. */
export const MAX_LINK_CHARACTERS = 24_000;
/**
 * Limit of the unpacked text: a malicious link must not unpack to gigabytes. Larger texts are not
 * packed either.
 */
const MAX_UNPACKED = 1_000_000;

const body = (/** @type {Uint8Array} */ bytes) =>
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (
    new Response(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)).body
  );

/** @param {Uint8Array} bytes @returns {Promise<string>} '' if the text is too long for a link */
export async function packText(bytes) {
  if (bytes.length > MAX_UNPACKED || !('CompressionStream' in globalThis)) return '';
  const stream = body(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  if (packed.length * (4 / 3) > MAX_LINK_CHARACTERS) return '';
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @returns {Promise<{bytes: Uint8Array} | {problem: 'BrokenLink' | 'LinkTooLarge'}>} the bytes, or
 *   why the text cannot be read: it is damaged or too large
 */
export async function unpackText(text) {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    const bytes = await unpacked(packed);
    return bytes ? { bytes } : { problem: 'LinkTooLarge' };
  } catch {
    return { problem: 'BrokenLink' };
  }
}

/**
 * Unpacks up to the limit; null if there is more.
 * @param {Uint8Array} packed
 * @returns {Promise<Uint8Array | null>}
 */
async function unpacked(packed) {
  const reader = body(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_UNPACKED) {
      reader.cancel().catch(() => {});
      return null;
    }
    parts.push(value);
  }
  return join(parts);
}
