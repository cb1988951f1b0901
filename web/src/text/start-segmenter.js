import { startWorker, WorkerAddress as Worker } from '../api/start-worker.js';

/** Starts the worker that cuts text into words. The package's build replaces this file (web/src/package). */
export const startSegmenter = () =>
  startWorker(
    new Worker(new URL('./segmenter-worker.js', import.meta.url), { type: 'module' }).url,
  );
