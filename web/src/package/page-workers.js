/** The page's own workers (web/src/state), in the npm package. */
import ladder from '#built/ladder-corpus.js?url';
import polysemy from '#built/polysemy-corpus.js?url';
import reviews from '#built/reviews-corpus.js?url';
import segmenter from '#built/segmenter.js?url';
import umap from '#built/umap.js?url';
import { startWorker } from '../api/start-worker.js';

export const pageWorkers = {
  umap: () => startWorker(umap),
  segmenter: () => startWorker(segmenter),
  ladder: () => startWorker(ladder),
  polysemy: () => startWorker(polysemy),
  reviews: () => startWorker(reviews),
};
