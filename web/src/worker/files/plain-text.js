/** Bytes that are a text without further questions. */

const [LINE_FEED, RETURN, ESCAPE, DOLLAR] = [10, 13, 27, 36];

/**
 * Whether the bytes are UTF-8 beyond doubt. Zero bytes may be UTF-16, and ESC $ is ISO-2022-JP:
 * these are left to the core.
 * @param {Uint8Array} bytes
 */
export function isPlain(bytes) {
  if (bytes.includes(0)) return false;
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (bytes[at + 1] === DOLLAR) return false;
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @param {Uint8Array} bytes */
export const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * CR LF and CR become LF, as in cpp/preformer/text/encoding. The bytes themselves change.
 * @param {Uint8Array<ArrayBuffer>} bytes UTF-8
 */
export function unifyLineEnds(bytes) {
  const first = bytes.indexOf(RETURN);
  if (first < 0) return bytes;
  let to = first;
  for (let from = first; from < bytes.length; from++) {
    if (bytes[from] !== RETURN) bytes[to++] = bytes[from];
    else if (bytes[from + 1] !== LINE_FEED) bytes[to++] = LINE_FEED;
  }
  return bytes.slice(0, to);
}
