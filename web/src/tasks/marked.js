/**
 * Texts of lessons have two marks: `*king*` is a word that is spoken of, and `{uniform: 0.4}` is a number
 * that a run gives, with its name. All other characters stand for themselves.
 *
 * @typedef {{text: string, kind: 'plain' | 'word' | 'number', name?: string}} Part
 */

const MARK = /\*(?<word>[^\s*](?:[^*\n]*[^\s*])?)\*|\{(?<name>[a-z]\w*): (?<number>[^{}\n]+)\}/giu;

/** @param {string} text @returns {Part[]} */
export function partsOf(text) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  for (const { 0: mark, index, groups = {} } of text.matchAll(MARK)) {
    if (index > at) parts.push({ kind: 'plain', text: text.slice(at, index) });
    const { word, name, number } = groups;
    parts.push(word ? { kind: 'word', text: word } : { kind: 'number', name, text: number });
    at = index + mark.length;
  }
  if (at < text.length) parts.push({ kind: 'plain', text: text.slice(at) });
  return parts;
}

/** Without marks, for names, tables and speech. @param {string} text */
export const plain = (text) =>
  partsOf(text)
    .map((part) => part.text)
    .join('');
