/** Engine-places of builds as a single file, which contains the worker and the wasm. */
import text from '#built/worker-inside.js?raw';

/** @type {string | undefined} */
let address;

function workerInside() {
  address ??= URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  return address;
}

/** @type {Array<() => string | Promise<string>>} */
export const workerPlaces = [workerInside];

/** @returns {Record<string, string> | undefined} */
export const filePlaces = () => undefined;

/** @returns {Promise<never>} */
export const hostInProcess = () => Promise.reject(new Error('There is no Worker here.'));
