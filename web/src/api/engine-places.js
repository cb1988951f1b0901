/**
 * The locations of the training worker and of the files it needs. Builds with another layout (the
 * npm package, the page in one file) replace this module.
 */

import { part } from './part.js';
import { WorkerAddress as Worker } from './start-worker.js';

/** The URL of the worker as the bundler gives it. @returns {string} */
const bundledWorker = () =>
  new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' }).url;

/**
 * Possible locations of the worker, in order. The first one that starts is used.
 * @type {Array<() => string | Promise<string>>}
 */
export const workerPlaces = [bundledWorker];

/**
 * URLs of the engine's files by name, for a worker that is not beside them. Undefined here: this
 * worker finds its files itself.
 * @returns {Record<string, string> | undefined}
 */
export const filePlaces = () => undefined;

/** Runs the calls without a worker, as under Node. */
export const hostInProcess = () => part(() => import('../worker/host.js'));
