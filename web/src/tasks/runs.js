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
import { LabError } from '../text/own-text.js';
import { reviewsOf } from '../transfer/corpora.js';
import { Keeper } from '../transfer/pictures.js';
import { TransferSession } from '../transfer/session.js';
import { TransferStore } from '../transfer/store.js';

/**
 * A training that can be asked.
 * @typedef {object} Run
 * @property {TaskPage} page
 * @property {import('../api/model.js').Model | null} model of the Lab and of the polysemy lab
 * @property {Record<string, unknown>} settings by their names in the page's table
 * @property {string[][]} sentences of its text; none of a reader's own
 * @property {import('../../corpora/relations.js').Analogy[]} analogies of its text
 * @property {TransferSession | null} transfer
 *
 * @typedef {Run & {close: () => Promise<void>}} Trained
 *
 * @typedef {object} How
 * @property {(share: number) => void} [onProgress]
 * @property {AbortSignal} [signal]
 * @property {string} [workerUrl] trains in another worker than the page's
 *
 * @typedef {'lab' | 'polysemy' | 'transfer'} TaskPage pages whose runs can be asked
 * @typedef {import('../lab/store.js').Place} Place
 */

/** @type {TaskPage[]} */
export const TASK_PAGES = ['lab', 'polysemy', 'transfer'];

/** The page of a link, '' for one whose runs cannot be asked. @param {string} link @returns {TaskPage | ''} */
export function pageOf(link) {
  const [, file = 'lab'] = /(\w+)\.html/.exec(link.split('#')[0]) ?? [];
  return TASK_PAGES.find((page) => page === file) ?? '';
}

/** @param {string} link @returns {Place} */
export const placeOf = (link) => ({
  read: () => (link.includes('#') ? link.slice(link.indexOf('#')) : ''),
  write: () => {},
});

/** @param {string} link @param {How} [how] @returns {Promise<Trained>} */
export async function trained(link, how = {}) {
  const page = pageOf(link);
  const place = placeOf(link);
  if (page === 'transfer') return transferred(place, how);
  const { options, settings } = page === 'polysemy' ? senses(place) : await words(place);
  const { preset: id = '' } = /** @type {{preset?: string}} */ (options.corpus);
  const preset = presets.find((one) => one.id === id);
  const text = (await preset?.load()) ?? '';
  const { onProgress, signal, workerUrl } = how;
  const model = await api.train({
    ...options,
    ...(signal && { signal }),
    ...(workerUrl && { workerUrl }),
    onProgress: ({ progress }) => onProgress?.(progress),
  });
  return {
    page: page || 'lab',
    model,
    settings,
    sentences: text.split('\n').map((line) => line.split(' ')),
    analogies: preset?.analogies ?? [],
    transfer: null,
    close: () => model.close(),
  };
}

/** @param {Place} place */
async function words(place) {
  const store = new Store({ presets, place });
  const source = new CorpusSource({ presets, changed: () => {} });
  if (store.get('corpus') === 'own') {
    const code = await source.restore(store.get('text'));
    if (code) throw new LabError(code, code, { parameter: 'corpus' });
    if (source.text) store.suggest(source.text.suggestion);
  }
  const { values } = store;
  const options = modelOptions(values, await source.options(values));
  return { options, settings: { ...values } };
}

/** @param {Place} place */
function senses(place) {
  const { values } = new SenseStore({ place });
  const { word, edition, seed } = values;
  const id = corpusId({ language: languageOf(word), edition });
  const { tokenizer, sentences, defaults } = presets.find((one) => one.id === id) ?? presets[0];
  /** @type {import('../api/types.js').CreateOptions} */
  const options = {
    ...defaultsFor(defaults, 'elmo'),
    corpus: { preset: id },
    model: 'elmo',
    seed,
    tokenizer,
    sentences,
  };
  return { options, settings: { ...values } };
}

/** Pre-trains A, and B once with the link's padlocks and once from scratch. @param {Place} place @param {How} how */
async function transferred(place, { workerUrl, onProgress, signal }) {
  const store = new TransferStore({ place });
  const keeper = new Keeper(null);
  const own = workerUrl ? { workerUrl } : {};
  const here = {
    ...api,
    create: (/** @type {import('../api/types.js').CreateOptions} */ options) =>
      api.create({ ...options, ...own }),
    createImages: (/** @type {Parameters<typeof api.createImages>[0]} */ options) =>
      api.createImages({ ...options, ...own }),
  };
  const parts = { api: here, digits: loadDigits, reviews: reviewsOf, keeper, store };
  const session = new TransferSession(parts);
  const stop = () => void session.chapter.pause();
  signal?.addEventListener('abort', stop);
  session.addEventListener('change', () => {
    const { report, job } = session.chapter.current;
    const share = (report?.progress ?? 0) / 2;
    onProgress?.(share + (job?.progress ?? 0) / 2);
  });
  await session.start();
  await session.chapter.pretrain();
  signal?.throwIfAborted();
  await session.chapter.train();
  signal?.removeEventListener('abort', stop);
  return {
    page: /** @type {const} */ ('transfer'),
    model: null,
    settings: { ...store.values },
    sentences: [],
    analogies: [],
    transfer: session,
    close: () => session.close(),
  };
}
