import { startWorker, WorkerAddress as Worker } from '../api/start-worker.js';

/** Starts the worker that writes the Ladder's text. The package's build replaces this file (web/src/package). */
export const startLadder = () =>
  startWorker(new Worker(new URL('./corpus-worker.js', import.meta.url), { type: 'module' }).url);
