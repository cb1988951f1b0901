import { part } from '../api/part.js';
import { askWorker } from '../text/ask-worker.js';
import { startLadder } from './start-ladder.js';

/**
 * The ladder's text: people, places and polysemes in one text, so that every model can be asked
 * every question. Generated once per language and edition.
 *
 * @typedef {ReturnType<typeof import('../../corpora/polysemy.js').generateLadder>} Corpus
 */

/** @type {Map<string, Promise<Corpus>>} */
const made = new Map();

/**
 * @param {'en' | 'zh'} language @param {import('../link/edition.js').Edition} edition
 * @returns {Promise<Corpus>}
 */
export function ladderCorpus(language, edition) {
  const key = `${language} ${edition}`;
  const known = made.get(key);
  if (known) return known;
  const corpus = generated({ language, edition: Number(edition) });
  made.set(key, corpus);
  corpus.catch(() => made.delete(key));
  return corpus;
}

/** @param {object} options @returns {Promise<Corpus>} */
function generated(options) {
  return askWorker(startLadder, options, async () => {
    const { generateLadder } = await part(() => import('../../corpora/polysemy.js'));
    return generateLadder(options);
  });
}
