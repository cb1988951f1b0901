import { part } from '../api/part.js';
import { askWorker } from '../text/ask-worker.js';
import { startLadder } from './start-ladder.js';

/**
 * The ladder's text: people, places and polysemes in one text, so that every model can be asked
 * every question. Generated once per language.
 *
 * @typedef {ReturnType<typeof import('../../corpora/polysemy.js').generateLadder>} Corpus
 */

/** @type {Map<string, Promise<Corpus>>} */
const made = new Map();

/** @param {'en' | 'zh'} language @returns {Promise<Corpus>} */
export function ladderCorpus(language) {
  const known = made.get(language);
  if (known) return known;
  const corpus = generated(language);
  made.set(language, corpus);
  corpus.catch(() => made.delete(language));
  return corpus;
}

/** @param {'en' | 'zh'} language @returns {Promise<Corpus>} */
function generated(language) {
  return askWorker(startLadder, { language }, async () => {
    const { generateLadder } = await part(() => import('../../corpora/polysemy.js'));
    return generateLadder({ language });
  });
}
