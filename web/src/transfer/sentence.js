import { cutSentence } from '../text/sentence.js';

/**
 * Splits a typed sentence into words that the language model has read: English at characters that
 * are not letters, Chinese by the longest known word from the left. Punctuation marks are words if
 * the model knows them.
 * @param {string} text @param {Set<string>} known
 * @returns {{tokens: string[], unknown: string[]}} `unknown` is not part of `tokens`
 */
export function cutReview(text, known) {
  /** @type {string[]} */
  const tokens = [];
  /** @type {string[]} */
  const unknown = [];
  for (const [run] of text.matchAll(/[\p{L}\p{N}'’]+|[^\p{L}\p{N}'’\s]/gu)) {
    if (/^[^\p{L}\p{N}'’]/u.test(run)) {
      if (known.has(run)) tokens.push(run);
      continue;
    }
    const cut = cutSentence(run, known, '');
    tokens.push(...cut.tokens);
    unknown.push(...cut.unknown);
  }
  return { tokens, unknown };
}

/**
 * Joins words as people write them, without spaces before marks and between Chinese words.
 * @param {string} line
 */
export const readable = (line) =>
  line
    .slice(0, 160)
    .replace(/(?<=[\p{Script=Han}，。！？]) (?=[\p{Script=Han}，。！？])/gu, '')
    .replace(/ (?=[,.!?;])/g, '');
