/** A word that the model does not know, or too few words. */
export class ExampleError extends Error {
  /** @param {'unknown' | 'oneWord' | 'noSentence' | 'tooLarge' | 'elmo.beside.lacks'} reason @param {string[]} [words] */
  constructor(reason, words = []) {
    super(reason);
    this.reason = reason;
    this.words = words;
  }
}

/** @param {string} text */
export const split = (text) => text.split(/\s+/).filter(Boolean);
