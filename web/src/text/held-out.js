/** Splits off the end of a text. It is used for measuring, not for training. */

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const ASCII_STOPS = [0x2e, 0x21, 0x3f]; // . ! ?
const CJK_STOPS = [0xe38082, 0xefbc81, 0xefbc9f]; // 。！？ in UTF-8

/** Whether a sentence ends with the byte before `at`. */
function endsAt(
  /** @type {Uint8Array} */ bytes,
  /** @type {number} */ at,
  /** @type {string} */ sentences,
) {
  if (bytes[at - 1] === LINE_FEED || bytes[at - 1] === RETURN) return true;
  if (sentences !== 'stops') return false;
  if (ASCII_STOPS.includes(bytes[at - 1])) return bytes[at] <= 0x20;
  return CJK_STOPS.includes((bytes[at - 3] << 16) | (bytes[at - 2] << 8) | bytes[at - 1]);
}

/**
 * Splits a text at the end of the first sentence that ends after the first `100 − percent` percent
 * of the bytes.
 * @param {Uint8Array} bytes UTF-8 @param {number} percent @param {string} sentences
 * @returns {{train: Uint8Array, heldout: Uint8Array} | null} null if no sentence ends there
 */
export function splitHeldOut(bytes, percent, sentences) {
  if (!(percent > 0)) return null;
  let at = Math.max(1, Math.floor((bytes.length * (100 - percent)) / 100));
  while (at < bytes.length && !endsAt(bytes, at, sentences)) at += 1;
  const heldout = bytes.subarray(at);
  const isBlank = heldout.every((byte) => byte <= 0x20);
  return isBlank ? null : { train: bytes.subarray(0, at), heldout };
}
