/** A short text in a link: deflate, then base64url. Long ones stay out: chats cut long links. */

export const MAX_LINK_CHARACTERS = 6000;
const MAX_UNPACKED = 1_000_000; // a hostile link must not unpack to gigabytes

const body = (/** @type {Uint8Array} */ bytes) =>
  /** @type {ReadableStream<any>} */ (new Response(/** @type {any} */ (bytes)).body);

/** @param {Uint8Array} bytes @returns {Promise<string>} '' when the text is too long for a link */
export async function packText(bytes) {
  if (bytes.length > 200_000 || !('CompressionStream' in globalThis)) return '';
  const stream = body(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  if (packed.length * (4 / 3) > MAX_LINK_CHARACTERS) return '';
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} text @returns {Promise<Uint8Array | undefined>} undefined when it is broken */
export async function unpackText(text) {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    const reader = body(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MAX_UNPACKED) {
        await reader.cancel();
        return undefined;
      }
      parts.push(value);
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  } catch {
    return undefined;
  }
}
