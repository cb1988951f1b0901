const decode = (/** @type {string} */ text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined; // an invalid escape
  }
};

/**
 * Splits `#key=value&…` into pairs. Invalid pairs and repeated keys after the first are ignored.
 * @param {string} hash @returns {Array<[string, string]>} decoded
 */
export function pairsOf(hash) {
  /** @type {Map<string, string>} */
  const pairs = new Map();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=');
    if (equals <= 0) continue;
    const key = part.slice(0, equals);
    const text = decode(part.slice(equals + 1));
    if (text !== undefined && !pairs.has(key)) pairs.set(key, text);
  }
  return [...pairs];
}

/** Commas are not escaped; a fragment may contain them. */
export const encode = (/** @type {string} */ text) =>
  encodeURIComponent(text).replaceAll('%2C', ',');
