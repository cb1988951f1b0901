/**
 * Cuts text into words with Intl.Segmenter. The result is bytes with words separated by spaces, one
 * sentence per line, which the core reads with `tokenizer: 'space'`. The words depend on the
 * browser or on Node and differ between JavaScript engines.
 */
import { join } from '../link/bytes.js';
import { endsSentence, PICTOGRAPH } from './stops.js';

const SLICE = 20_000; // characters between two progress reports

/**
 * @param {Uint8Array} bytes UTF-8
 * @param {{sentences: string, language: string}} how
 * @param {(share: number) => void} [onProgress]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function cutWords(bytes, { sentences, language }, onProgress) {
  const text = new TextDecoder().decode(bytes).normalize();
  const segmenter = new Intl.Segmenter(language === 'ja' ? 'ja' : 'zh', { granularity: 'word' });
  const encoder = new TextEncoder();
  const parts = [];
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start);
    parts.push(encoder.encode(cut(segmenter, text.slice(start, end), sentences)));
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

function cut(
  /** @type {Intl.Segmenter} */ segmenter,
  /** @type {string} */ text,
  /** @type {string} */ sentences,
) {
  let out = '';
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) out += `${segment.toLowerCase().normalize().replace(/\s+/g, '')} `;
    else if (PICTOGRAPH.test(segment)) out += `${segment} `;
    else if (hasEnd(text, index, segment.length, sentences)) out += '\n';
  }
  return out;
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
