/**
 * Converts what a reader types to words of the corpus.
 * @typedef {{tokens: string[], unknown: string[], place: number}} Cut `place` is the index of the
 *   word, or −1
 */

/**
 * English is split at characters that are not letters. Chinese is written without spaces: from the
 * left, the longest word of the vocabulary is taken each time. Unknown words are listed in
 * `unknown` and left out. For a `free` model, which accepts any spelling, all tokens are kept as
 * written, including punctuation.
 * @param {string} text @param {Set<string>} known @param {string} word
 * @param {{free?: boolean}} [how]
 * @returns {Cut}
 */
export function cutSentence(text, known, word, { free = false } = {}) {
  /** @type {string[]} */
  const tokens = [];
  /** @type {string[]} */
  const unknown = [];
  const runs = free
    ? text.matchAll(/[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}]/gu)
    : text.toLowerCase().matchAll(/[\p{L}\p{N}'’]+/gu);
  for (const [run] of runs) {
    for (const part of /\p{Script=Han}/u.test(run) ? longest(run, known) : [run]) {
      (free || known.has(part) ? tokens : unknown).push(part);
    }
  }
  const same = (/** @type {string} */ token) => isWord(token, word, free);
  return { tokens, unknown, place: tokens.findIndex(same) };
}

/** Whether a token is the word, in any of the spellings that published.js watches. */
function isWord(
  /** @type {string} */ token,
  /** @type {string} */ word,
  /** @type {boolean} */ free,
) {
  return token === word || (free && spellings(word).includes(token));
}

/** @param {string} run @param {Set<string>} known @returns {string[]} */
function longest(run, known) {
  const letters = [...run];
  const parts = [];
  let strange = '';
  const most = Math.max(1, ...[...known].map((word) => word.length));
  for (let i = 0; i < letters.length; ) {
    let length = Math.min(most, letters.length - i);
    while (length > 1 && !known.has(letters.slice(i, i + length).join(''))) length--;
    const part = letters.slice(i, i + length).join('');
    i += length;
    if (!known.has(part)) {
      strange += part;
      continue;
    }
    if (strange) parts.push(strange);
    strange = '';
    parts.push(part);
  }
  if (strange) parts.push(strange);
  return parts;
}

/** Joins tokens as people write them: Chinese has no spaces. @param {string[]} tokens */
export const written = (tokens) => tokens.join(spaceOf(tokens));

/** @param {string[]} tokens */
export const spaceOf = (tokens) => (/\p{Script=Han}/u.test(tokens[0] ?? '') ? '' : ' ');

/**
 * Spellings of a word that count as the same word; some models distinguish upper and lower case.
 */
export const spellings = (/** @type {string} */ word) => [
  ...new Set([word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()]),
];
