/**
 * Guesses in a link: `#guesses=by-product.palace.queen.af1efe3a~…`, for each chapter what was guessed,
 * what came out, the first digits of the weights' hash, then the seed unless it is 1 and the language
 * unless it is the page's. From this every training can be repeated and compared.
 *
 * @typedef {import('./progress.js').Seen} Seen
 */

const HASH_DIGITS = 8;

const guarded = (/** @type {string} */ text) =>
  text.replace(/[^\w-]|_/g, (sign) => `_${sign.charCodeAt(0).toString(16)}-`);
const plain = (/** @type {string} */ text) =>
  text.replace(/_([0-9a-f]+)-/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** @param {Record<string, Seen>} seen @param {string} language of the page */
export function guessesIn(seen, language) {
  return Object.entries(seen)
    .filter(([, { guess }]) => guess !== undefined)
    .map(([id, { guess = '', outcome = '', hash = '', seed = 1, language: trained }]) => {
      const other = trained && trained !== language ? trained : '';
      const fields = [
        id,
        guess,
        outcome,
        hash.slice(0, HASH_DIGITS),
        seed === 1 ? '' : seed,
        other,
      ];
      return fields.map(String).map(guarded).join('.').replace(/\.+$/, '');
    })
    .join('~');
}

/**
 * Reads the guesses of a link; what cannot be read is counted and left out.
 * @param {string} text @param {Record<string, string[]>} options of each chapter, in order
 * @returns {{seen: Record<string, Seen>, unread: number}}
 */
export function readGuesses(text, options) {
  /** @type {Record<string, Seen>} */
  const seen = {};
  const entries = text.split('~').filter(Boolean).slice(0, 100);
  for (const entry of entries) {
    const [id, guess = '', outcome = '', hash = '', seed = '', language = ''] = entry
      .split('.')
      .map(plain);
    const known = Object.hasOwn(options, id) ? ['', ...options[id]] : [];
    const number = seed === '' ? 1 : Number(seed);
    const good =
      known.includes(guess) &&
      known.includes(outcome) &&
      /^([0-9a-f]{8})?$/.test(hash) &&
      Number.isInteger(number) &&
      number >= 0 &&
      number < 2 ** 32 &&
      ['', 'en', 'zh'].includes(language);
    if (!good) continue;
    seen[id] = { guess, seed: number };
    if (outcome) seen[id].outcome = outcome;
    if (hash) seen[id].hash = hash;
    if (language) seen[id].language = language;
  }
  return { seen, unread: entries.length - Object.keys(seen).length };
}
