/**
 * Cuts text into words with Intl.Segmenter. The result is bytes with words separated by spaces, one
 * sentence per line, which the core reads with `tokenizer: 'space'`. The words depend on the
 * browser or on Node and differ between JavaScript engines.
 */
import { join } from '../link/bytes.js';

const SLICE = 20_000; // characters between two progress reports

/**
 * @param {Uint8Array} bytes UTF-8
 * @param {{sentences: string, language: string}} how
 * @param {(share: number) => void} [onProgress]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function cutWords(bytes, { sentences, language }, onProgress) {
  const text = new TextDecoder().decode(bytes);
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
    if (/[\n。！？.!?，,\s]/.test(text[i - 1])) return i;
  }
  return /[\ud800-\udbff]/.test(text[end - 1]) ? end - 1 : end;
}

function cut(
  /** @type {Intl.Segmenter} */ segmenter,
  /** @type {string} */ text,
  /** @type {string} */ sentences,
) {
  const ends = sentences === 'stops' ? /[\n。！？.!?]/ : /\n/;
  let out = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) out += `${segment.toLowerCase().replace(/\s+/g, '')} `;
    else if (ends.test(segment)) out += '\n';
  }
  return out;
}
