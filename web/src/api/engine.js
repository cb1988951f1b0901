/** Where calls go: to one Worker a page, shared by all models, or in-process where there is none. */
import * as Comlink from 'comlink';
import { cancelled, engineFailure, PreformerError } from '../worker/errors.js';
import { filePlaces, hostInProcess, workerPlaces } from './engine-places.js';
import { startWorker } from './start-worker.js';

/** @typedef {import('../worker/methods').Method} Method */

/**
 * @template {Method} [M=Method]
 * @typedef {object} CallOptions
 * @property {import('../worker/methods').ListenerOf<M>} [listener]
 * @property {Transferable[]} [transfer]
 */

/**
 * @typedef {() => string | Promise<string>} Place where a worker is
 *
 * @typedef {object} Engine
 * @property {<M extends Method>(method: M, args: import('../worker/methods').Arguments<M>,
 *   options?: CallOptions<M>) => Promise<import('../worker/methods').Answer<M>>} call
 */

/** @param {string} url @param {() => void} died after it had started @returns {Promise<Engine['call']>} */
async function start(url, died) {
  let started = false;
  const worker = startWorker(url);
  // any: Comlink's types know no method whose answer depends on the name it is given.
  /** @type {{call: (method: Method, args: object, port?: MessagePort) => Promise<any>}} */
  const remote = Comlink.wrap(worker);
  /** What rejects each call under way: a dead worker would never answer them. */
  const rejecters = new Set();
  /** @type {PreformerError | undefined} */
  let death;
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    if (started) died();
    const message = `The training worker could not run: ${event.message ?? url}. Where a page forbids blob: workers, pass workerUrl.`;
    death = engineFailure(message, 'worker');
    for (const reject of rejecters) reject(death);
  });
  /** @type {Engine['call']} */
  const call = (method, args, { listener, transfer = [] } = {}) =>
    new Promise((resolve, reject) => {
      if (death) throw death;
      rejecters.add(reject);
      const progress = listener && portTo(listener);
      remote
        .call(method, Comlink.transfer(args, transfer), progress?.far)
        .then(unwrap)
        .then(resolve, reject)
        .finally(() => {
          rejecters.delete(reject);
          progress?.near.close();
        });
    });
  await call('ready', {});
  started = true;
  return call;
}

/**
 * A port whose messages `listener` receives. A Comlink proxy would answer each of them.
 * @param {(progress: never) => void} listener of whatever the method shows
 */
function portTo(listener) {
  const { port1: near, port2 } = new MessageChannel();
  near.onmessage = ({ data }) => listener(/** @type {never} */ (data));
  return { near, far: Comlink.transfer(port2, [port2]) };
}

/** The first of the places whose worker starts. @param {Place[]} places @param {() => void} died */
async function startAny(places, died) {
  /** @type {Error | undefined} */
  let reason;
  for (const place of places) {
    try {
      return await start(await place(), died);
    } catch (error) {
      reason ??= error; // the first place is where the worker should have been
    }
  }
  if (reason instanceof PreformerError) throw reason;
  throw engineFailure(
    `The training worker could not start: ${reason?.message}. Pass workerUrl, an address on this site.`,
    'worker',
  );
}

/** @param {string} key @param {Place[]} places @returns {Engine} */
function workerEngine(key, places) {
  const died = () => void engines.delete(key);
  const started = startAny(places, died);
  started.catch(died);
  return {
    async call(method, args, options) {
      const call = await started;
      return call(method, args, options);
    },
  };
}

/** @returns {Engine} */
function localEngine() {
  const host = hostInProcess();
  return {
    async call(method, args, { listener } = {}) {
      const { call } = await host;
      return unwrap(await call(method, args, listener));
    },
  };
}

/**
 * @template {Method} M
 * @param {import('../worker/host.js').Reply<M>} reply
 */
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
  const key = String(workerUrl ?? '');
  let engine = engines.get(key);
  if (!engine) {
    const places = workerUrl ? [() => String(workerUrl)] : workerPlaces;
    engine = inPage ? workerEngine(key, places) : localEngine();
    engines.set(key, engine);
  }
  return engine;
}

/** @param {import('./types.js').EngineOptions} options what the loader in the worker needs */
export function whereOf({ build = 'exact', threads, assetBase, workerUrl }) {
  const base = assetBase && new URL(String(assetBase), globalThis.location?.href).href;
  const folder = base?.endsWith('/') || !base ? base : `${base}/`;
  // A worker that the page put somewhere itself has its files beside it.
  return { build, threads, assetBase: folder, files: workerUrl ? undefined : filePlaces() };
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
