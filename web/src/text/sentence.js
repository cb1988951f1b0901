import { spellingIn } from './spelling.js';

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
    ? [...text.matchAll(/[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}]/gu)].map(([run]) => run)
    : wordsOf(text, known);
  for (const run of runs) {
    for (const part of /\p{Script=Han}/u.test(run) ? longest(run, known) : [run]) {
      const found = free ? part : spellingIn(known, part);
      (found === undefined ? unknown : tokens).push(found ?? part);
    }
  }
  const same = (/** @type {string} */ token) => isWord(token, word, free);
  return { tokens, unknown, place: tokens.findIndex(same) };
}

/** As the core cuts words: with the marks inside them, and emoji. */
const WORDS =
  /\p{Regional_Indicator}{2}|\p{So}(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d[\p{So}\p{Sm}])*|[\p{L}\p{N}\p{M}\u200c\u200d]+(?:['’.·״",][\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;

/**
 * Marks stay inside a word if the word is known with them; else they separate.
 * @param {string} text @param {Set<string>} known @returns {string[]}
 */
function wordsOf(text, known) {
  return [...text.normalize().toLowerCase().matchAll(WORDS)].flatMap(([run]) => {
    const whole = spellingIn(known, run) !== undefined || /^\p{So}|^\p{RI}/u.test(run);
    return whole ? [run] : (run.match(/[\p{L}\p{N}\p{M}'’\u200c\u200d]+/gu) ?? []);
  });
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
