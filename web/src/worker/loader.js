/**
 * Loads one wasm module per build, chosen by feature detection. A module that has grown too large
 * or has failed is discarded.
 */

import { choice as choiceOf, chooseBuild } from './builds.js';
import { engineFailure } from './errors.js';

/**
 * The content of a module: models of words, classifiers and transfer, the readers of files, or
 * what follows one example through a model.
 * @typedef {'words' | 'transfer' | 'files' | 'inside'} Family
 * @typedef {{words: import('./wasm').NativeModule,
 *   transfer: import('./wasm').NativeTransferModule,
 *   files: import('./wasm').NativeFilesModule,
 *   inside: import('./wasm').NativeInsideModule}} Modules
 */

/**
 * @template {Family} [F=Family]
 * @typedef {object} Engine
 * @property {Modules[F]} module
 * @property {F} family
 * @property {import('./builds.js').Build} build the build that is used
 * @property {number} threads number of training threads
 * @property {string} buildReason why it is not the requested build; empty if it is
 * @property {import('./builds.js').BuildLacks} buildLacks the same reason as a single word
 * @property {() => void} forget makes the next model load a new module
 * @property {() => void} retire as forget, for a module without models; ends its threads
 */

/**
 * @typedef {object} Where
 * @property {import('./builds.js').Build | 'auto'} build the requested build
 * @property {number} [threads] for the parallel build
 * @property {string} [assetBase] folder of the wasm files
 * @property {Record<string, string>} [files] their URLs by name, if a bundler moved them
 */

// Written out one by one, because bundlers must find each name.
const factories = {
  words: {
    exact: () => import('#wasm/preformer-exact.mjs'),
    fast: () => import('#wasm/preformer-fast.mjs'),
    parallel: () => import('#wasm/preformer-parallel.mjs'),
  },
  transfer: {
    exact: () => import('#wasm/preformer-transfer-exact.mjs'),
    fast: () => import('#wasm/preformer-transfer-fast.mjs'),
    // Never used: classifiers have no parallel build.
    parallel: () => import('#wasm/preformer-transfer-fast.mjs'),
  },
  // Only the exact build has these two: chooseBuild() asks for no other.
  files: {
    exact: () => import('#wasm/preformer-files-exact.mjs'),
    fast: () => import('#wasm/preformer-files-exact.mjs'),
    parallel: () => import('#wasm/preformer-files-exact.mjs'),
  },
  inside: {
    exact: () => import('#wasm/preformer-inside-exact.mjs'),
    fast: () => import('#wasm/preformer-inside-exact.mjs'),
    parallel: () => import('#wasm/preformer-inside-exact.mjs'),
  },
};

/** By family, build, threads and assetBase. @type {Map<string, Promise<Engine>>} */
const engines = new Map();

/**
 * The parallel module starts its threads with `new Worker(address)`. If the address has another
 * origin, as on a CDN, a script of this origin must import it.
 * @template T
 * @param {() => Promise<T>} body
 * @param {Record<string, string>} [files]
 * @returns {Promise<T>}
 */
async function withThreadsFromElsewhere(body, files = {}) {
  const { Worker: Plain, origin } = globalThis;
  if (!Plain) return body(); // Node
  /** @param {string | URL} address @param {WorkerOptions} [options] */
  function SameSiteWorker(address, options) {
    const beside = new URL(address, import.meta.url);
    const moved = files[beside.pathname.split('/').pop() ?? ''];
    const url = moved ? new URL(moved) : beside;
    if (url.origin === origin) return new Plain(url, options);
    const text = `import ${JSON.stringify(url.href)};`;
    const script = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return new Plain(script, options);
  }
  // any: a function called by `new` that returns an object can replace a class.
  globalThis.Worker = /** @type {any} */ (SameSiteWorker);
  try {
    return await body();
  } finally {
    globalThis.Worker = Plain;
  }
}

/**
 * @param {Family} family
 * @param {import('./builds.js').Choice} choice
 * @param {Where} where
 */
async function start(family, { build, threads }, { assetBase, files }) {
  const { default: create } = await factories[family][build]();
  const options =
    assetBase || files
      ? {
          locateFile: (/** @type {string} */ name) =>
            assetBase ? new URL(name, assetBase).href : (files?.[name] ?? name),
        }
      : {};
  if (build !== 'parallel') return create(options);
  return withThreadsFromElsewhere(() => create({ ...options, threads }), files);
}

/**
 * False while a faster build is still being compiled; its module then has no export
 * (vite.config.js). True if the module cannot be loaded; start() then reports the error.
 * @param {Family} family @param {import('./builds.js').Build} build
 */
const isFinished = (family, build) =>
  build === 'exact' ||
  factories[family][build]().then(
    (module) => Boolean(module.default),
    () => true,
  );

/**
 * @template {Family} F
 * @param {F} family
 * @param {Where} where
 * @returns {Promise<Engine<F>>}
 */
export async function getEngine(family, where) {
  let choice = await chooseBuild(family, where);
  if (!(await isFinished(family, choice.build))) choice = choiceOf('exact', 'unfinished');
  const { build, threads } = choice;
  const { assetBase } = where;
  const key = `${family} ${build} ${threads} ${assetBase ?? ''}`;
  let engine = engines.get(key);
  if (!engine) {
    const forget = () => void engines.delete(key);
    engine = start(family, choice, where).then(
      (module) => {
        const retire = () => {
          forget();
          module.PThread?.terminateAllThreads(); // otherwise they would wait forever
        };
        return { module, family, ...choice, forget, retire };
      },
      (error) => {
        forget(); // the network may be available at the next attempt
        const reason = String(error?.message ?? error).replace(/^Aborted\((.*)\)\..*$/s, '$1');
        throw engineFailure(
          `The ${build} build could not be loaded (${reason}). Check the network and assetBase, then try again.`,
          'wasm',
        );
      },
    );
    engines.set(key, engine);
  }
  // The map's type does not contain the family; the key begins with it.
  return { .../** @type {Engine<F>} */ (await engine), ...choice };
}
