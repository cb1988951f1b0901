/** A reader's text as sentences of words. */
import { tokenLines } from '../../scripts/tokens.js';
import { ownTextFromString } from '../../text/own-text.js';
import { sentencesOf } from '../lines.js';

/** Browsers cut Chinese differently; characters are the same everywhere. */
const CUTS = ['space', 'words', 'characters'];

/** @param {string} text @returns {Promise<string[][]>} */
export async function cut(text) {
  const { suggestion } = ownTextFromString('', text);
  const tokenizer = CUTS.includes(suggestion.tokenizer) ? suggestion.tokenizer : 'characters';
  const how = /** @type {import('../../api/types.js').TokenizeOptions} */ ({
    tokenizer,
    sentences: suggestion.sentences,
  });
  return sentencesOf(await tokenLines(text, how));
}
