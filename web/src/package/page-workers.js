/** Starts the pages' own workers in the npm package. */
import { startWorker } from '../api/start-worker.js';

// Written out one by one, because bundlers must find each name.
export const startUmap = () =>
  startWorker(new URL('../../../build/package-parts/umap.js', import.meta.url).href);

export const startSegmenter = () =>
  startWorker(new URL('../../../build/package-parts/segmenter.js', import.meta.url).href);

export const startLadder = () =>
  startWorker(new URL('../../../build/package-parts/ladder-corpus.js', import.meta.url).href);

export const startPolysemy = () =>
  startWorker(new URL('../../../build/package-parts/polysemy-corpus.js', import.meta.url).href);

export const startReviews = () =>
  startWorker(new URL('../../../build/package-parts/reviews-corpus.js', import.meta.url).href);
