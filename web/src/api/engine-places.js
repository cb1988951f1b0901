/**
 * Where the training worker and the files it needs are. Builds that are laid out in another way (the
 * npm package, a page in one file) put another module in the place of this one.
 */

import { WorkerAddress as Worker } from './start-worker.js';

/** The address that the bundler gave the worker. @returns {string} */
const bundledWorker = () =>
  new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' }).url;

/**
 * Where to look for the worker, in order: the first that starts is used.
 * @type {Array<() => string | Promise<string>>}
 */
export const workerPlaces = [bundledWorker];

/**
 * Addresses of files by name, for a worker that was moved away from them. None: it knows its own.
 * @returns {Record<string, string> | undefined}
 */
export const filePlaces = () => undefined;

/** Answers calls without a worker, as under Node. */
export const hostInProcess = () => import('../worker/host.js');
