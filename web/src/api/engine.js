/** Where calls go: to one Worker a page, shared by all models, or in-process where there is none. */
import * as Comlink from 'comlink';
import { cancelled, engineFailure, PreformerError } from './errors.js';

/**
 * @typedef {object} CallOptions
 * @property {(progress: any) => void} [listener]
 * @property {Transferable[]} [transfer]
 *
 * @typedef {object} Engine
 * @property {(method: string, args: any, options?: CallOptions) => Promise<any>} call
 */

/**
 * The address that the bundler gave the worker. Bundlers recognise `new Worker(new URL(…))` only;
 * this Worker merely tells what it was given.
 * @returns {string}
 */
function bundledWorkerUrl() {
  class Worker {
    /** @param {URL} url @param {object} _options */
    constructor(url, _options) {
      this.url = url.href;
    }
  }
  return new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' }).url;
}

/**
 * A worker script must come from the page's own origin; a script from a CDN is imported by a
 * one-line script that does.
 * @param {string} url
 */
function startWorker(url) {
  if (new URL(url, location.href).origin === location.origin) {
    return new Worker(url, { type: 'module', name: 'preformer' });
  }
  const script = new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address, { type: 'module', name: 'preformer' });
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** @param {string} url @returns {Engine} */
function workerEngine(url) {
  const worker = startWorker(url);
  /** @type {any} */
  const remote = Comlink.wrap(worker);
  /** What rejects each call under way: a dead worker would never answer them. */
  const rejecters = new Set();
  /** @type {PreformerError | undefined} */
  let death;
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    engines.delete(url);
    worker.terminate();
    const message = `The training worker could not run: ${event.message ?? url}. Where a page forbids blob: workers, pass workerUrl.`;
    death = engineFailure(message, 'worker');
    for (const reject of rejecters) reject(death);
  });
  return {
    call(method, args, { listener, transfer = [] } = {}) {
      return new Promise((resolve, reject) => {
        if (death) throw death;
        rejecters.add(reject);
        remote
          .call(method, Comlink.transfer(args, transfer), listener && Comlink.proxy(listener))
          .then(unwrap)
          .then(resolve, reject)
          .finally(() => rejecters.delete(reject));
      });
    },
  };
}

/** @returns {Engine} */
function localEngine() {
  const host = import('../worker/host.js');
  return {
    async call(method, args, { listener } = {}) {
      const { call } = await host;
      return unwrap(await call(method, args, listener));
    },
  };
}

/** @param {import('../worker/host.js').Reply} reply */
function unwrap(reply) {
  if ('error' in reply) throw new PreformerError(reply.error);
  return reply.value;
}

/** @type {Map<string, Engine>} */
const engines = new Map();

/**
 * The engine of `workerUrl`; without one, the page's own.
 * @param {string | URL} [workerUrl]
 * @returns {Engine}
 */
export function getEngine(workerUrl) {
  const inPage = typeof Worker === 'function' && typeof location === 'object';
  const key = inPage ? String(workerUrl ?? bundledWorkerUrl()) : '';
  let engine = engines.get(key);
  if (!engine) {
    try {
      engine = inPage ? workerEngine(key) : localEngine();
    } catch (error) {
      throw engineFailure(
        `The training worker could not start: ${error.message}. Pass workerUrl, an address on this site.`,
        'worker',
      );
    }
    engines.set(key, engine);
  }
  return engine;
}

/** @param {import('./types.js').EngineOptions} options what the loader in the worker needs */
export function whereOf({ build = 'exact', threads, assetBase }) {
  const base = assetBase && new URL(String(assetBase), globalThis.location?.href).href;
  return { build, threads, assetBase: base?.endsWith('/') || !base ? base : `${base}/` };
}

/**
 * Run `body`; when `signal` aborts, `stop` is called, and the promise rejects with Cancelled once
 * the body has come to rest.
 * @template T
 * @param {AbortSignal | undefined} signal
 * @param {() => void} stop
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withSignal(signal, stop, body) {
  if (signal?.aborted) throw cancelled();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const value = await body();
    if (signal?.aborted) throw cancelled();
    return value;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
