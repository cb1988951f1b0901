import { startWorker, WorkerAddress as Worker } from '../../api/start-worker.js';

/** Starts the worker that computes UMAP. The package's build replaces this file (web/src/package). */
export const startUmap = () =>
  startWorker(new Worker(new URL('./umap-worker.js', import.meta.url), { type: 'module' }).url);
