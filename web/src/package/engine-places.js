/**
 * The npm package's engine-places (web/src/api): worker and wasm lie beside the package's modules.
 * They are named in the way that bundlers know, so that Vite and webpack copy them. A bundler that
 * does not (esbuild) leaves them behind: then the worker is taken from a text that has the wasm in it.
 */
import parallelGlue from '#wasm/preformer-parallel.mjs?url';
import exact from '#wasm/preformer-exact.wasm?url';
import fast from '#wasm/preformer-fast.wasm?url';
import parallel from '#wasm/preformer-parallel.wasm?url';
import transferExact from '#wasm/preformer-transfer-exact.wasm?url';
import transferFast from '#wasm/preformer-transfer-fast.wasm?url';
import worker from '#built/worker.js?url';

async function workerInside() {
  const { default: text } = await import('#built/worker-inside.js?raw');
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** @type {Array<() => string | Promise<string>>} */
export const workerPlaces = [() => worker, workerInside];

/** @returns {Record<string, string> | undefined} */
export const filePlaces = () => ({
  'preformer-exact.wasm': exact,
  'preformer-fast.wasm': fast,
  'preformer-parallel.wasm': parallel,
  'preformer-parallel.mjs': parallelGlue,
  'preformer-transfer-exact.wasm': transferExact,
  'preformer-transfer-fast.wasm': transferFast,
});

/** @returns {Promise<never>} */
export const hostInProcess = () =>
  Promise.reject(new Error('This is the build for browsers: there is no Worker here.'));
