/**
 * Letters and digits of another width or in one piece: Ｐｙｔｈｏｎ, ２０２４, ｶﾞ, ﬁ. Unicode calls them
 * compatible with the ordinary ones (NFKC), but not equivalent, so the core takes them for others.
 * Punctuation is left alone: full-width stops end sentences where ASCII ones do not.
 */
const OTHER_WIDTHS = '\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\ufb00-\ufb06';
const RUNS = new RegExp(`[${OTHER_WIDTHS}]+`, 'g');
const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}]*[${OTHER_WIDTHS}][\\p{L}\\p{N}\\p{M}]*`, 'u');

/** The first word with such letters; '' if there is none. @param {string} text */
export const firstOfOtherWidth = (text) => text.match(WORD)?.[0].slice(0, 20) ?? '';

/** The text with ordinary letters. @param {string} text */
export const withOrdinaryWidth = (text) => text.replace(RUNS, (run) => run.normalize('NFKC'));
