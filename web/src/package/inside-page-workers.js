/** Starts the pages' own workers in builds as a single file. */
import ladder from '#built/ladder-corpus.js?raw';
import polysemy from '#built/polysemy-corpus.js?raw';
import reviews from '#built/reviews-corpus.js?raw';
import segmenter from '#built/segmenter.js?raw';
import umap from '#built/umap.js?raw';
import { startWorker } from '../api/start-worker.js';

/** @param {string} text */
function start(text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = startWorker(address);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

export const startUmap = () => start(umap);
export const startSegmenter = () => start(segmenter);
export const startLadder = () => start(ladder);
export const startPolysemy = () => start(polysemy);
export const startReviews = () => start(reviews);
