import { countStops } from './stops.js';

/**
 * @typedef {object} Cut how a text is split
 * @property {'space' | 'words' | 'characters' | 'segmenter'} tokenizer
 * @property {'lines' | 'stops'} sentences
 *
 * @typedef {Cut & {language: 'zh' | 'ja' | 'other'}} Suggestion
 */

/**
 * The version of the rules by which texts are cut. Raise it when a text may give other words than
 * before: links with a text of its reader's carry it, because they promise a result.
 */
export const CUTTING_RULES = 2;

/**
 * Suggests how to split a text, judged by its script. Reads only the beginning.
 * @param {string} text
 * @param {boolean} hasSegmenter whether the browser has Intl.Segmenter
 * @returns {Suggestion}
 */
export function suggestCut(text, hasSegmenter = 'Segmenter' in Intl) {
  const sample = text.slice(0, 20_000);
  const count = (/** @type {RegExp} */ pattern) => (sample.match(pattern) ?? []).length;
  const letters = count(/\p{L}/gu);
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const stops = countStops(sample);
  const lines = count(/\r\n?|\n/g) + 1;
  const sentences = stops >= lines / 2 ? 'stops' : 'lines';
  const language = kana > letters * 0.1 ? 'ja' : han > letters * 0.3 ? 'zh' : 'other';
  if (language === 'other') return { tokenizer: 'words', sentences, language };
  // Whether the text is already segmented: Han words are separated by spaces, and most have four
  // letters or fewer.
  const runs = sample.match(/\p{Script=Han}+/gu) ?? [];
  const short = runs.filter((run) => [...run].length <= 4).length;
  const spaced = count(/\p{Script=Han}[ \u3000]\p{Script=Han}/gu);
  if (spaced > runs.length * 0.3 && short > runs.length * 0.8) {
    return { tokenizer: 'space', sentences, language };
  }
  return { tokenizer: hasSegmenter ? 'segmenter' : 'characters', sentences, language };
}
