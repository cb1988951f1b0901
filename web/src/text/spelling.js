/** @type {((word: string) => string)[]} */
const FORMS = [
  (word) => word,
  (word) => word.normalize(),
  (word) => word.normalize().replaceAll('’', "'"), // as the core writes apostrophes
  (word) => word.normalize('NFD'),
];

/**
 * The spelling in which a word is known, as the core looks words up (cpp/preformer/text/nfc.h): as
 * it is written, or else composed, or else decomposed.
 * @param {Set<string>} known @param {string} word
 */
export function spellingIn(known, word) {
  for (const form of FORMS) {
    const spelling = form(word);
    if (known.has(spelling)) return spelling;
  }
  return undefined;
}
