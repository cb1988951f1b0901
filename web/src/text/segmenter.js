/**
 * Cuts text into words: by a dictionary, which gives the same words everywhere, or with
 * Intl.Segmenter, whose words differ between JavaScript engines. The result is bytes with words
 * separated by spaces, one sentence per line, which the core reads with `tokenizer: 'space'`.
 */
import { join } from '../link/bytes.js';
import { endsSentence, PICTOGRAPH } from './stops.js';

const SLICE = 20_000; // characters between two progress reports

/**
 * @typedef {object} Cutting
 * @property {string} sentences
 * @property {string} language
 * @property {import('./dictionary.js').Dictionary} [dictionary] without it: Intl.Segmenter
 */

/**
 * @param {Uint8Array} bytes UTF-8
 * @param {Cutting} how
 * @param {(share: number) => void} [onProgress]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function cutWords(bytes, { sentences, language, dictionary }, onProgress) {
  const text = new TextDecoder().decode(bytes).normalize();
  const cutter = dictionary
    ? (/** @type {string} */ part) => cutByDictionary(dictionary, part, sentences)
    : bySegmenter(language, sentences);
  const encoder = new TextEncoder();
  const parts = [];
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start);
    parts.push(encoder.encode(cutter(text.slice(start, end))));
    start = end;
    onProgress?.(start / text.length);
  }
  return join(parts);
}

/** Ends a slice after a line or a full stop if one is near, so that no word is cut in two. */
function sliceEnd(/** @type {string} */ text, /** @type {number} */ start) {
  const end = start + SLICE;
  if (end >= text.length) return text.length;
  for (let i = end; i > start + SLICE / 2; i--) {
    if (/[。！？，\s]/.test(text[i - 1])) return i;
  }
  return /[\ud800-\udbff]/.test(text[end - 1]) ? end - 1 : end;
}

/** @param {string} language @param {string} sentences @returns {(text: string) => string} */
function bySegmenter(language, sentences) {
  const locale = language === 'other' ? 'zh' : language;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    let out = '';
    for (const { segment, index, isWordLike } of segmenter.segment(text)) {
      if (isWordLike) out += `${segment.toLowerCase().normalize().replace(/\s+/g, '')} `;
      else if (PICTOGRAPH.test(segment)) out += `${segment} `;
      else if (hasEnd(text, index, segment.length, sentences)) out += '\n';
    }
    return out;
  };
}

/** Whether a sentence ends within a segment that is no word. */
function hasEnd(
  /** @type {string} */ text,
  /** @type {number} */ index,
  /** @type {number} */ length,
  /** @type {string} */ sentences,
) {
  for (let at = index; at < index + length; at++) {
    if (endsSentence(text, at, sentences)) return true;
  }
  return false;
}

const HAN = '[\\u3400-\\u4dbf\\u4e00-\\u9fff]';
const WORD = `(?:(?!${HAN})[\\p{L}\\p{M}\\p{N}])+`;

/** Runs of Han that the dictionary cuts; other words, with marks inside; signs; what may end a sentence. */
const PIECES = new RegExp(
  `(${HAN}+)|(${WORD}(?:['’.·-]${WORD})*|(?:${PICTOGRAPH.source}))|([\\n\\r\\u2028\\u2029.!?…。．｡！？؟۔।॥။។៕།༎])`,
  'gu',
);

/**
 * @param {import('./dictionary.js').Dictionary} dictionary
 * @param {string} text @param {string} sentences
 */
function cutByDictionary(dictionary, text, sentences) {
  let out = '';
  for (const { index, 1: han, 2: word, 3: end } of text.matchAll(PIECES)) {
    if (han) out += `${dictionary.cut(han).join(' ')} `;
    else if (word) out += `${word.toLowerCase().normalize()} `;
    else if (end && endsSentence(text, index, sentences)) out += '\n';
  }
  return out;
}
