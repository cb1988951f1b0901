/**
 * Where the training worker and the files it needs are. Builds that are laid out in another way (the
 * npm package, a page in one file) put another module in the place of this one.
 */

/**
 * The address that the bundler gave the worker. Bundlers recognise `new Worker(new URL(…))` only;
 * this Worker merely tells what it was given.
 * @returns {string}
 */
function bundledWorker() {
  class Worker {
    /** @param {URL} url @param {object} _options */
    constructor(url, _options) {
      this.url = url.href;
    }
  }
  return new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' }).url;
}

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

/**
 * Answers calls without a worker, as under Node.
 * @returns {Promise<{call: (method: string, args: any, listener?: any) => Promise<any>}>}
 */
export const hostInProcess = () => import('../worker/host.js');
