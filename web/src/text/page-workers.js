/** The page's own workers, beside the one that trains. */
import { startWorker } from '../api/start-worker.js';

/** Bundlers recognise `new Worker(new URL(…))` only; this one merely tells what it was given. */
class Worker {
  /** @param {URL} url @param {object} _options */
  constructor(url, _options) {
    this.url = url.href;
  }
}

/** @type {Record<'umap' | 'segmenter' | 'ladder' | 'polysemy' | 'reviews', () => globalThis.Worker>} */
export const pageWorkers = {
  umap: () =>
    startWorker(
      new Worker(new URL('../lab/map/umap-worker.js', import.meta.url), { type: 'module' }).url,
    ),
  segmenter: () =>
    startWorker(
      new Worker(new URL('./segmenter-worker.js', import.meta.url), { type: 'module' }).url,
    ),
  ladder: () =>
    startWorker(
      new Worker(new URL('../ladder/corpus-worker.js', import.meta.url), { type: 'module' }).url,
    ),
  polysemy: () =>
    startWorker(
      new Worker(new URL('../polysemy/corpus-worker.js', import.meta.url), { type: 'module' }).url,
    ),
  reviews: () =>
    startWorker(
      new Worker(new URL('../transfer/corpus-worker.js', import.meta.url), { type: 'module' }).url,
    ),
};
