/** One wasm module per build, found by feature detection, dropped when it has grown fat or broken. */

import { choice as choiceOf, chooseBuild } from './builds.js';
import { engineFailure } from './errors.js';

/**
 * What a module is for: models of words, or classifiers and what moves between them.
 * @typedef {'words' | 'transfer'} Family
 * @typedef {{words: import('./wasm').NativeModule,
 *   transfer: import('./wasm').NativeTransferModule}} Modules
 */

/**
 * @template {Family} [F=Family]
 * @typedef {object} Engine
 * @property {Modules[F]} module
 * @property {F} family
 * @property {import('./builds.js').Build} build that runs
 * @property {number} threads that train
 * @property {string} buildReason why not the build that was asked for; empty if it is
 * @property {import('./builds.js').BuildLacks} buildLacks the same as a word
 * @property {() => void} forget let the next model start a fresh module
 * @property {() => void} retire the same; nothing lives in this one any more
 */

/**
 * @typedef {object} Where
 * @property {import('./builds.js').Build | 'auto'} build the build wanted
 * @property {number} [threads] with the parallel build
 * @property {string} [assetBase] the folder of the wasm files
 * @property {Record<string, string>} [files] their addresses by name, where a bundler moved them
 */

// Written out one by one: bundlers must see each name.
const factories = {
  words: {
    exact: () => import('#wasm/preformer-exact.mjs'),
    fast: () => import('#wasm/preformer-fast.mjs'),
    parallel: () => import('#wasm/preformer-parallel.mjs'),
  },
  transfer: {
    exact: () => import('#wasm/preformer-transfer-exact.mjs'),
    fast: () => import('#wasm/preformer-transfer-fast.mjs'),
    parallel: () => import('#wasm/preformer-transfer-fast.mjs'), // never chosen
  },
};

/** By family, build, threads and place. @type {Map<string, Promise<Engine>>} */
const engines = new Map();

/**
 * The parallel module starts its threads by `new Worker(address)`. Where that address is on another
 * site, as with a CDN, a script of this site must import it.
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
  // any: called by `new`, a function that returns an object stands for a class.
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
 * False while a faster build is still being compiled: its module then exports nothing (vite.config.js).
 * One that cannot be loaded counts as there: start() reports it.
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
          module.PThread?.terminateAllThreads(); // they would wait for work for ever
        };
        return { module, family, ...choice, forget, retire };
      },
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
  // The map does not know which family a key belongs to; the key begins with it.
  return { .../** @type {Engine<F>} */ (await engine), ...choice };
}
