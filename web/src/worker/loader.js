/** One wasm module per build, found by feature detection, dropped when it has grown fat or broken. */
import { exceptions, relaxedSimd, simd } from 'wasm-feature-detect';
import { engineFailure } from '../api/errors.js';

/**
 * What a module is for: models of words, or classifiers and what moves between them.
 * @typedef {'words' | 'transfer'} Family
 *
 * @typedef {object} Engine
 * @property {any} module NativeModule or NativeTransferModule, by the family (wasm.d.ts)
 * @property {Family} family
 * @property {'exact' | 'fast'} build that runs
 * @property {string} buildReason why not the build that was asked for; empty if it is
 * @property {() => void} forget let the next model start a fresh module
 */

// Written out one by one: bundlers must see each name.
const factories = {
  words: {
    exact: () => import('#wasm/preformer-exact.mjs'),
    fast: () => import('#wasm/preformer-fast.mjs'),
  },
  transfer: {
    exact: () => import('#wasm/preformer-transfer-exact.mjs'),
    fast: () => import('#wasm/preformer-transfer-fast.mjs'),
  },
};

/** @type {Map<string, Promise<Engine>>} */
const engines = new Map();

/** @param {'exact' | 'fast'} wanted */
async function chooseBuild(wanted) {
  if (!(await simd()) || !(await exceptions())) {
    throw engineFailure(
      'This browser lacks WebAssembly SIMD or exceptions. Use Chrome 95, Firefox 100, Safari 16.4 or a later version.',
      'simd',
    );
  }
  if (wanted === 'fast' && !(await relaxedSimd())) {
    return { build: 'exact', buildReason: 'Relaxed SIMD is not available here.' };
  }
  return { build: wanted, buildReason: '' };
}

/** @param {Family} family @param {any} build @param {string | undefined} assetBase */
async function start(family, build, assetBase) {
  const { default: create } = await factories[family][/** @type {'exact' | 'fast'} */ (build)]();
  const options = assetBase
    ? { locateFile: (/** @type {string} */ name) => new URL(name, assetBase).href }
    : {};
  return create(options);
}

/**
 * @param {Family} family
 * @param {{build: 'exact' | 'fast', assetBase?: string}} where the build wanted
 * @returns {Promise<Engine>}
 */
export async function getEngine(family, { build: wanted, assetBase }) {
  const { build, buildReason } = await chooseBuild(wanted);
  const key = `${family} ${build} ${assetBase ?? ''}`;
  let engine = engines.get(key);
  if (!engine) {
    const forget = () => void engines.delete(key);
    engine = start(family, build, assetBase).then(
      (module) => /** @type {Engine} */ ({ module, family, build, buildReason: '', forget }),
      (error) => {
        forget(); // the network may be back at the next try
        const reason = String(error?.message ?? error).replace(/^Aborted\((.*)\)\..*$/s, '$1');
        throw engineFailure(
          `The ${build} build could not be loaded (${reason}). Check the network and assetBase, then try again.`,
          'wasm',
        );
      },
    );
    engines.set(key, engine);
  }
  return { ...(await engine), buildReason };
}
