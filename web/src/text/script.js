import { countStops } from './stops.js';

/**
 * @typedef {object} Cut how a text is split
 * @property {'space' | 'words' | 'characters' | 'segmenter' | 'jieba1'} tokenizer
 * @property {'lines' | 'stops'} sentences
 *
 * @typedef {'zh' | 'ja' | 'th' | 'lo' | 'km' | 'my' | 'bo' | 'jv' | 'other'} TextLanguage the language
 *   of a script that is written without spaces
 *
 * @typedef {Cut & {language: TextLanguage}} Suggestion
 */

/**
 * The version of the rules by which texts are cut. Raise it when a text may give other words than
 * before: links with a text of its reader's carry it, because they promise a result.
 */
export const CUTTING_RULES = 2;

/**
 * Whether the words are cut here and the core gets them ready. The number in `jieba1` is the
 * version of the dictionary, so that a link gives the same words later.
 * @param {string} tokenizer
 */
export const isCutHere = (tokenizer) => tokenizer === 'segmenter' || tokenizer === 'jieba1';

/**
 * Scripts written without spaces between words, besides Han and kana.
 * @type {[TextLanguage, RegExp][]}
 */
const SPACELESS = [
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['bo', /\p{Script=Tibetan}/gu],
  ['jv', /\p{Script=Javanese}/gu],
];

/**
 * Whether words of this script are already separated by spaces: then most runs of letters between
 * two spaces are short.
 */
function isSegmented(
  /** @type {string} */ sample,
  /** @type {string} */ script,
  /** @type {number} */ longest,
) {
  const letter = `[\\p{Script=${script}}\\p{M}]`;
  const runs = sample.match(new RegExp(`${letter}+`, 'gu')) ?? [];
  const short = runs.filter((run) => [...run].length <= longest).length;
  const spaced = (sample.match(new RegExp(`${letter}[ \u3000](?=${letter})`, 'gu')) ?? []).length;
  return spaced > runs.length * 0.3 && short > runs.length * 0.8;
}

/** The language of the script that most letters belong to. @param {string} sample */
function languageOf(sample) {
  const count = (/** @type {RegExp} */ pattern) => (sample.match(pattern) ?? []).length;
  const letters = count(/[\p{L}\p{M}]/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana > letters * 0.1) return 'ja';
  if (count(/\p{Script=Han}/gu) > letters * 0.3) return 'zh';
  return SPACELESS.find(([, script]) => count(script) > letters * 0.3)?.[0] ?? 'other';
}

/** The script of a language as Unicode calls it. @type {Record<string, string>} */
const SCRIPTS = {
  ...{ zh: 'Han', ja: 'Han', th: 'Thai', lo: 'Lao', km: 'Khmer' },
  ...{ my: 'Myanmar', bo: 'Tibetan', jv: 'Javanese' },
};

/**
 * Suggests how to split a text, judged by its script. Reads only the beginning.
 * @param {string} text
 * @param {boolean} hasSegmenter whether the browser has Intl.Segmenter
 * @returns {Suggestion}
 */
export function suggestCut(text, hasSegmenter = 'Segmenter' in Intl) {
  const sample = text.slice(0, 20_000);
  const stops = countStops(sample);
  const lines = (sample.match(/\r\n?|\n/g) ?? []).length + 1;
  const sentences = stops >= lines / 2 ? 'stops' : 'lines';
  const language = languageOf(sample);
  if (language === 'other') return { tokenizer: 'words', sentences, language };
  const isCjk = language === 'zh' || language === 'ja';
  if (isSegmented(sample, SCRIPTS[language], isCjk ? 4 : 9)) {
    return { tokenizer: 'space', sentences, language };
  }
  const without = isCjk ? 'characters' : 'words'; // the core knows single letters of CJK only
  return { tokenizer: hasSegmenter ? 'segmenter' : without, sentences, language };
}
