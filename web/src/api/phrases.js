/** Pairs of words that belong together, as "new york", joined to one word. */
import { readCorpus } from './corpus.js';
import { getEngine, whereOf } from './engine.js';
import * as check from './options.js';

/**
 * @typedef {object} PhraseOptions
 * @property {number} [minCount] what a pair must occur more often than; 5
 * @property {number} [threshold] the score that a pair must exceed: (count of the pair − minCount) /
 *   (count of the first · count of the second) · number of different words and pairs; 10
 * @property {number} [passes] 2 joins up to four words; 1
 *
 * @typedef {object} Phrase
 * @property {string} phrase new_york
 * @property {number} count how often the pair occurs
 * @property {number} score
 *
 * @typedef {object} FoundPhrases
 * @property {Phrase[]} phrases by falling score, those of the first pass first
 * @property {string} text the text as it is then: words separated by spaces, a sentence per line
 */

/**
 * @param {import('./types.js').CorpusInput} corpus
 * @param {PhraseOptions & import('./types.js').TokenizeOptions & import('./types.js').EngineOptions}
 *   [options]
 * @returns {Promise<FoundPhrases>}
 */
export async function findPhrases(corpus, options = {}) {
  const own = Object.keys(check.phraseTable);
  const split = ['tokenizer', 'sentences'];
  check.checkNames(options, [...own, ...split, ...check.engineNames]);
  check.checkEngine(options);
  const { minCount, threshold, passes, ...engine } = options;
  const phrases = check.phrasesOf({ minCount, threshold, passes });
  check.fill(engine, check.engineTable);
  const { bytes, tokens, replaced, defaults } = await readCorpus(corpus, 'corpus', engine);
  const given = Object.fromEntries(
    Object.entries(engine).filter(([, value]) => value !== undefined),
  );
  const filled = check.fill({ ...defaults, ...given, minCount: undefined }, check.tokenizeTable);
  const found = await getEngine(options.workerUrl).call(
    'findPhrases',
    { bytes, where: whereOf(engine), options: { ...filled, tokens, replaced, phrases } },
    { transfer: [bytes.buffer] },
  );
  const text = new TextDecoder().decode(found.bytes).replaceAll('\0', ' ');
  return { phrases: found.phrases, text };
}
