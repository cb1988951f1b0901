/** Texts as the tokens that models are trained on, for programs that have no tokenizer. */
import { readCorpus } from '../api/corpus.js';
import { getEngine, whereOf } from '../api/engine.js';
import * as check from '../api/options.js';

/** @typedef {import('../api/types.js').TokenizeOptions} Cut */

/**
 * The sentences of a text as the core cuts it: one per line, tokens separated by spaces.
 * @param {string} text @param {Cut} cut
 */
export async function tokenLines(text, cut) {
  const { bytes, tokens, replaced } = await readCorpus(text);
  const options = { ...check.fill(cut, check.tokenizeTable), tokens, replaced };
  const lines = await getEngine().call(
    'tokenLines',
    { bytes, where: whereOf({}), options },
    { transfer: [bytes.buffer] },
  );
  return new TextDecoder().decode(lines).replace(/\n$/, '');
}
