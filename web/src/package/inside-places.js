/** Engine-places of what must be one file: worker and wasm are in it. */
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
