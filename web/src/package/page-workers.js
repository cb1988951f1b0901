/** The page's own workers (web/src/state), in the npm package. */
import { startWorker } from '../api/start-worker.js';

// Written out one by one: bundlers must see each name.
export const pageWorkers = {
  umap: () => startWorker(new URL('../../../build/package-parts/umap.js', import.meta.url).href),
  segmenter: () =>
    startWorker(new URL('../../../build/package-parts/segmenter.js', import.meta.url).href),
  ladder: () =>
    startWorker(new URL('../../../build/package-parts/ladder-corpus.js', import.meta.url).href),
  polysemy: () =>
    startWorker(new URL('../../../build/package-parts/polysemy-corpus.js', import.meta.url).href),
  reviews: () =>
    startWorker(new URL('../../../build/package-parts/reviews-corpus.js', import.meta.url).href),
};
