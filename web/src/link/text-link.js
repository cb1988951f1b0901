/** A text in a link: deflate, then base64url. */
import { join } from './bytes.js';

/** Of the packed text. Browsers and servers take more; people, chats and mail do not. */
export const MAX_LINK_CHARACTERS = 24_000;
/** A hostile link must not unpack to gigabytes; nor may one carry what it could not read again. */
const MAX_UNPACKED = 1_000_000;

const body = (/** @type {Uint8Array} */ bytes) =>
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (
    new Response(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)).body
  );

/** @param {Uint8Array} bytes @returns {Promise<string>} '' when the text is too long for a link */
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
 * @returns {Promise<{bytes: Uint8Array} | {problem: 'BrokenLink' | 'LinkTooLarge'}>} why it could
 *   not be read: damaged, or more than a link may carry
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

/** Stops where too much comes out. @param {Uint8Array} packed @returns {Promise<Uint8Array | null>} */
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
