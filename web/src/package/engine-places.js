/**
 * The npm package's engine-places (web/src/api): the worker and the wasm files are beside the
 * package's modules. They are named in a form that bundlers recognise, so Vite and webpack copy
 * them. A bundler that does not (esbuild) leaves them out; then the worker is started from a text
 * that contains the wasm.
 */

const beside = () => new URL('../../../build/package-parts/worker.js', import.meta.url).href;

async function inside() {
  const { default: text } = await import('#built/worker-inside.js?raw');
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** @type {Array<() => string | Promise<string>>} */
export const workerPlaces = [beside, inside];

/** @returns {Record<string, string> | undefined} undefined if modules have no URL */
export function filePlaces() {
  try {
    return {
      'preformer-exact.wasm': new URL('../../../build/wasm/preformer-exact.wasm', import.meta.url)
        .href,
      'preformer-fast.wasm': new URL('../../../build/wasm/preformer-fast.wasm', import.meta.url)
        .href,
      'preformer-parallel.wasm': new URL(
        '../../../build/wasm/preformer-parallel.wasm',
        import.meta.url,
      ).href,
      'preformer-parallel.mjs': new URL(
        '../../../build/wasm/preformer-parallel.mjs',
        import.meta.url,
      ).href,
      'preformer-files-exact.wasm': new URL(
        '../../../build/wasm/preformer-files-exact.wasm',
        import.meta.url,
      ).href,
      'preformer-inside-exact.wasm': new URL(
        '../../../build/wasm/preformer-inside-exact.wasm',
        import.meta.url,
      ).href,
      'preformer-transfer-exact.wasm': new URL(
        '../../../build/wasm/preformer-transfer-exact.wasm',
        import.meta.url,
      ).href,
      'preformer-transfer-fast.wasm': new URL(
        '../../../build/wasm/preformer-transfer-fast.wasm',
        import.meta.url,
      ).href,
    };
  } catch {
    return undefined;
  }
}

/** @returns {Promise<never>} */
export const hostInProcess = () =>
  Promise.reject(new Error('This is the build for browsers: there is no Worker here.'));
