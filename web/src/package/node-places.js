/** Engine-places under Node: calls run in this process. */

/** @type {Array<() => string | Promise<string>>} */
export const workerPlaces = [];

/** @returns {Record<string, string> | undefined} */
export const filePlaces = () => undefined;

/** Runs the calls without a worker, as under Node. */
export const hostInProcess = () => import('../worker/host.js');
