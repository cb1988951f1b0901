/**
 * Trains what a link of our pages promises, without the page: the same modules read the link, so the
 * weights are those that the page would have.
 */
import { loadDigits } from '../../corpora/digits.js';
import { presets } from '../../corpora/presets.js';
import { defaultsFor } from '../api/corpus.js';
import * as api from '../api/index.js';
import { modelOptions } from '../lab/model-options.js';
import { CorpusSource } from '../lab/settings/corpus-source.js';
import { Store } from '../lab/store.js';
import { SenseStore } from '../polysemy/store.js';
import { corpusId, languageOf } from '../polysemy/table.js';
import { reviewsOf } from '../transfer/corpora.js';
import { Keeper } from '../transfer/pictures.js';
import { TransferSession } from '../transfer/session.js';
import { TransferStore } from '../transfer/store.js';

/**
 * @typedef {object} Trained
 * @property {import('../api/model.js').Model | null} model of the Lab and of the polysemy lab
 * @property {string[][]} sentences of its text
 * @property {string[][]} analogies of its text: a is to b as c is to d
 * @property {TransferSession | null} transfer
 * @property {() => Promise<void>} close
 *
 * @typedef {{onProgress?: (share: number) => void}} How
 */

/** @param {string} link @param {How} [how] @returns {Promise<Trained>} */
export async function trained(link, how = {}) {
  const place = { read: () => link.slice(link.indexOf('#')), write: () => {} };
  if (/transfer\.html/.test(link)) return transferred(place);
  const options = /polysemy\.html/.test(link) ? senses(place) : await words(place);
  const { preset: id } = /** @type {{preset: string}} */ (options.corpus);
  const preset = presets.find((one) => one.id === id);
  const text = (await preset?.load()) ?? '';
  const model = await api.train({
    ...options,
    onProgress: ({ progress }) => how.onProgress?.(progress),
  });
  return {
    model,
    sentences: text.split('\n').map((line) => line.split(' ')),
    analogies: (preset?.analogies ?? []).map(({ a, b, c, d }) => [a, b, c, d]),
    transfer: null,
    close: () => model.close(),
  };
}

/** @typedef {import('../lab/store.js').Place} Place */

/** @param {Place} place */
async function words(place) {
  const { values } = new Store({ presets, place });
  const source = new CorpusSource({ presets, changed: () => {} });
  return modelOptions(values, await source.options(values));
}

/** @param {Place} place @returns {import('../api/types.js').CreateOptions} */
function senses(place) {
  const { word, edition, seed } = new SenseStore({ place }).values;
  const id = corpusId({ language: languageOf(word), edition });
  const { tokenizer, sentences, defaults } = presets.find((one) => one.id === id) ?? presets[0];
  const suggested = defaultsFor(defaults, 'elmo');
  return { ...suggested, corpus: { preset: id }, model: 'elmo', seed, tokenizer, sentences };
}

/** Pre-trains A, and B once with the link's padlocks and once from scratch. @param {Place} place */
async function transferred(place) {
  const store = new TransferStore({ place });
  const keeper = new Keeper(null);
  const parts = { api, digits: loadDigits, reviews: reviewsOf, keeper, store };
  const session = new TransferSession(parts);
  await session.start();
  await session.chapter.pretrain();
  await session.chapter.train();
  return {
    model: null,
    sentences: [],
    analogies: [],
    transfer: session,
    close: () => session.close(),
  };
}
