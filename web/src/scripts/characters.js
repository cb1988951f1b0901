/**
 * Properties of a code point as in the core (cpp/preformer/text/unicode.h). They differ only for
 * characters that a later Unicode version has added.
 */

const SCRIPTS = '\\p{Script=Han}\\p{Script=Hira}\\p{Script=Kana}\\p{Script=Hang}\\p{Script=Bopo}';
const SHARED = '\u3006\u3031-\u3035\u30fc\uff70\uff9e\uff9f'; // 〆, 〱 to 〵, ー: of several scripts

/** The first match is used. @type {[string, RegExp][]} */
const CLASSES = [
  ['space', /\p{White_Space}/u],
  ['control', /\p{Cc}/u],
  ['cjk', /[\u{20000}-\u{3fffd}]/u], // two planes reserved for ideographs
  ['letter', /\u{16fe3}/u], // the Old Chinese iteration mark, which is not an ideograph in the core
  ['cjk', new RegExp(`(?=\\p{L})[${SCRIPTS}${SHARED}]`, 'u')],
  ['cjk', /(?=\p{N})\p{Script=Han}/u],
  ['letter', /\p{L}/u],
  ['mark', /\p{M}/u],
  ['number', /\p{N}/u],
];

/** @type {Map<string, string>} */
const classes = new Map();

/** @param {string} c a code point */
export function classOf(c) {
  let found = classes.get(c);
  if (found === undefined) {
    found = CLASSES.find(([, pattern]) => pattern.test(c))?.[0] ?? 'other';
    classes.set(c, found);
  }
  return found;
}

/** Maps one code point to one code point. */
export const lower = (/** @type {string} */ c) => {
  const [first] = c.toLowerCase();
  return first;
};
