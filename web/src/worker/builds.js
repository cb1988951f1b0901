/** Chooses the build: the requested one, or the next best with the reason. */
import { exceptions, relaxedSimd, simd, threads } from 'wasm-feature-detect';
import { engineFailure } from './errors.js';

/**
 * @typedef {import('./types').Build} Build
 * @typedef {import('./types').BuildLacks} BuildLacks
 *
 * @typedef {object} Choice
 * @property {Build} build
 * @property {number} threads
 * @property {string} buildReason why it is not the requested build; empty if it is
 * @property {BuildLacks} buildLacks the same reason as a single word
 */

const MOST_THREADS = 8; // default limit: models of a page's size rarely gain from more

/** @type {Record<string, string>} */
const REASONS = {
  '': '',
  'relaxed-simd': 'Relaxed SIMD is not available here.',
  isolation: 'The page is not cross-origin isolated, so it has no threads.',
  cores: 'Only one processor core is available here.',
  classifier: 'Classifiers train on one thread.',
  unfinished: 'The faster builds are still being built.',
};

/** The number of cores that can run threads. */
export function cores() {
  const { navigator, process } = globalThis;
  // Node reports it differently; bundlers must not find an import of its module.
  const node = process?.getBuiltinModule?.('node:os')?.availableParallelism();
  return Math.max(1, node ?? navigator?.hardwareConcurrency ?? 1);
}

/**
 * What the parallel build requires and this environment lacks.
 * @param {import('./loader.js').Family} family
 */
async function lacksForThreads(family) {
  if (family === 'transfer') return 'classifier';
  // Node has no cross-origin isolation; its threads are always available.
  if (globalThis.crossOriginIsolated === false || !(await threads())) return 'isolation';
  return cores() === 1 ? 'cores' : '';
}

/**
 * @param {Build} build the build that is used
 * @param {BuildLacks} buildLacks why it is not the requested one
 * @returns {Choice}
 */
export const choice = (build, buildLacks, threads = 1) => ({
  build,
  threads,
  buildReason: REASONS[buildLacks],
  buildLacks,
});

/**
 * @param {import('./loader.js').Family} family
 * @param {{build: Build | 'auto', threads?: number}} wanted
 * @returns {Promise<Choice>}
 */
export async function chooseBuild(family, { build: wanted, threads: asked }) {
  if (!(await simd()) || !(await exceptions())) {
    throw engineFailure(
      'This browser lacks WebAssembly SIMD or exceptions. Use Chrome 95, Firefox 100, Safari 16.4 or a later version.',
      'simd',
    );
  }
  // The readers of files, and one example at a time, are not faster in another build.
  if (wanted === 'exact' || family === 'files' || family === 'inside') return choice('exact', '');
  if (!(await relaxedSimd())) return choice('exact', 'relaxed-simd');
  if (wanted === 'fast') return choice('fast', '');
  const lacks = await lacksForThreads(family);
  if (lacks) return choice('fast', lacks);
  return choice('parallel', '', Math.min(asked ?? MOST_THREADS, cores()));
}
