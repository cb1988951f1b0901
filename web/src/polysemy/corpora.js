import { presets } from '../../corpora/presets.js';
import { part } from '../api/part.js';
import { askWorker } from '../text/ask-worker.js';
import { startPolysemy } from './start-polysemy.js';
import { corpusId } from './table.js';

/**
 * The labelled corpus of a language, and the options to train on it.
 * @param {'en' | 'zh'} language @param {import('../link/edition.js').Edition} edition
 */
export async function labelledCorpus(language, edition) {
  const id = corpusId({ language, edition });
  const preset = presets.find((one) => one.id === id);
  if (!preset) throw new Error(`No corpus of polysemes in ${language}.`);
  const { tokenizer, sentences, defaults } = preset;
  const corpus = await generated({ language, edition: Number(edition) });
  return {
    corpus,
    options: { ...suiting(defaults, 'elmo'), corpus: corpus.text, tokenizer, sentences },
  };
}

/** @param {object} options @returns {Promise<import('./occurrences.js').Corpus>} */
function generated(options) {
  return askWorker(startPolysemy, options, async () => {
    const { generatePolysemy } = await part(() => import('../../corpora/polysemy.js'));
    return generatePolysemy(options);
  });
}

/** @typedef {import('../../corpora/presets.js').Preset} Preset */

/** A preset may suggest a value per model: { alpha: { cbow: 0.2, elmo: 0.01 } }. */
function suiting(/** @type {Preset['defaults']} */ defaults, /** @type {string} */ model) {
  const entries = Object.entries(defaults).map(([name, value]) =>
    typeof value === 'object' ? [name, value[model]] : [name, value],
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
