import { cutSentence } from '../text/sentence.js';

/**
 * What a reader types as words that the language model has read: English at what is no letter,
 * Chinese from the left by the longest word it knows. Marks count where they were words to it.
 * @param {string} text @param {Set<string>} known
 * @returns {{tokens: string[], unknown: string[]}} `unknown` is left out
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

/** As people write it: words stand apart for the model; marks and Chinese words do not for us. @param {string} line */
export const readable = (line) =>
  line
    .slice(0, 160)
    .replace(/(?<=[\p{Script=Han}，。！？]) (?=[\p{Script=Han}，。！？])/gu, '')
    .replace(/ (?=[,.!?;])/g, '');
