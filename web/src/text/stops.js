/**
 * Where sentences end, for words that the browser cuts. The rules are the core's
 * (cpp/preformer/text/sentence_ends.h); a test compares the two.
 */

const ALWAYS = new Set('。．｡！？؟۔।॥။។៕།༎');
const STOPS = new Set(['.', '!', '?', '…', ...ALWAYS]);
const CLOSERS = new Set('"\'”’»›)]}）］｝」』】》〉〕〗〙〟');
const APOSTROPHES = new Set("'’‘‛＇´`′");

const IGNORED = /[\u00ad\u2060\ufeff]/;
const BLANK = /[\p{White_Space}\p{Cc}]/u;
const WORD = /[\p{L}\p{N}]/u;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ーｰ]/u;
/** The last letter or emoji before a place. */
const LAST_LETTER = /[\p{L}\p{So}](?=[^\p{L}\p{So}]*$)/u;

/** Signs that are words of their own, as in the core: emoji, hearts, stars, check marks. */
export const PICTOGRAPH =
  /(?!\p{P}|\p{N})[\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2600-\u2767\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u{1f000}-\u{1faff}\u{1fc00}-\u{1fffd}]/u;

const LINE_ENDS = /[\n\r]/;
const RARE_LINE_ENDS = /[\u2028\u2029]/; // these count where stops do

/** The code point at a place, ignorable ones skipped; '' at the end. */
function pointAt(/** @type {string} */ text, /** @type {number} */ at) {
  let place = at;
  while (place < text.length && IGNORED.test(text[place])) place += 1;
  return place < text.length ? String.fromCodePoint(text.codePointAt(place) ?? 0) : '';
}

/**
 * Whether a sentence ends with the character at `at`.
 * @param {string} text @param {number} at @param {string} sentences 'lines' or 'stops'
 */
export function endsSentence(text, at, sentences) {
  const c = text[at];
  if (LINE_ENDS.test(c)) return true;
  if (sentences !== 'stops') return false;
  if (RARE_LINE_ENDS.test(c)) return true;
  if (!STOPS.has(c)) return false;
  const next = pointAt(text, at + 1);
  if (ALWAYS.has(c)) return c !== '．' || !joins(text[at - 1], next);
  if (next === '' || BLANK.test(next)) return true;
  if (APOSTROPHES.has(next)) return !WORD.test(pointAt(text, at + 2)); // the U.S.'s
  if (CLOSERS.has(next) || PICTOGRAPH.test(next)) return true;
  const [last = ''] = text.slice(Math.max(0, at - 100), at).match(LAST_LETTER) ?? [];
  return CJK.test(next) && CJK.test(last);
}

/** Whether a full-width point stands between two numbers or two letters. */
function joins(/** @type {string | undefined} */ before, /** @type {string} */ next) {
  if (!before || CJK.test(before) || CJK.test(next)) return false;
  return [/\p{N}/u, /\p{L}/u].some((kind) => kind.test(before) && kind.test(next));
}

/** How many sentences of a text end with a stop. @param {string} text */
export function countStops(text) {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (STOPS.has(text[at]) && endsSentence(text, at, 'stops')) count += 1;
  }
  return count;
}
