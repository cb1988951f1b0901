/**
 * Sends calls to the engine: one worker per page, shared by all models, or the same process where
 * there is no Worker.
 */
import * as Comlink from 'comlink';
import { cancelled, engineFailure, PreformerError } from '../worker/errors.js';
import { filePlaces, hostInProcess, workerPlaces } from './engine-places.js';
import { reasonFor, sentenceOf, watchPolicy } from './no-worker.js';
import { waysToStart } from './start-worker.js';

/** @typedef {import('../worker/methods').Method} Method */

/**
 * @template {Method} [M=Method]
 * @typedef {object} CallOptions
 * @property {import('../worker/methods').ListenerOf<M>} [listener]
 * @property {Transferable[]} [transfer]
 */

/**
 * @typedef {() => string | Promise<string>} Place returns the URL of a worker
 *
 * @typedef {object} Engine
 * @property {<M extends Method>(method: M, args: import('../worker/methods').Arguments<M>,
 *   options?: CallOptions<M>) => Promise<import('../worker/methods').Answer<M>>} call
 */

/**
 * @param {string} url
 * @param {(url: string) => Worker} way how to start it
 * @param {() => void} died called if the worker fails after it has started
 * @returns {Promise<Engine['call']>}
 */
async function start(url, way, died) {
  let started = false;
  const worker = way(url);
  // any: Comlink's types cannot express a method whose result type depends on its name argument.
  /** @type {{call: (method: Method, args: object, port?: MessagePort) => Promise<any>}} */
  const remote = Comlink.wrap(worker);
  /** The reject functions of all calls in progress. A worker that failed never answers them. */
  const rejecters = new Set();
  /** @type {PreformerError | undefined} */
  let death;
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    if (started) died();
    const message = `The training worker stopped: ${event.message ?? url}.`;
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
 * Creates a message port that passes its messages to `listener`. A Comlink proxy would send a reply
 * to each message.
 * @param {(progress: never) => void} listener receives the progress of the method
 */
function portTo(listener) {
  const { port1: near, port2 } = new MessageChannel();
  near.onmessage = ({ data }) => listener(/** @type {never} */ (data));
  return { near, far: Comlink.transfer(port2, [port2]) };
}

/**
 * Starts the workers in order until one starts.
 * @param {Place[]} places
 * @param {() => void} died
 */
async function startAny(places, died) {
  const policy = watchPolicy();
  /** Of the first place, which is the regular one. @type {Error | undefined} */
  let failure;
  /** @type {string | undefined} */
  let first;
  for (const place of places) {
    try {
      const url = await place();
      first ??= url;
      for (const way of waysToStart(url)) {
        try {
          return await start(url, way, died);
        } catch (error) {
          failure ??= error;
        }
      }
    } catch (error) {
      failure ??= error; // the place itself could not be loaded
    }
  }
  const reason = await reasonFor(first, await policy.end());
  throw engineFailure(sentenceOf(reason, failure?.message), reason);
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
 * The engine with the worker at `workerUrl`; by default the page's own engine.
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

/** @param {import('./types.js').EngineOptions} options what the loader in the worker requires */
export function whereOf({ build = 'exact', threads, assetBase, workerUrl }) {
  const base = assetBase && new URL(String(assetBase), globalThis.location?.href).href;
  const folder = base?.endsWith('/') || !base ? base : `${base}/`;
  // If the caller gave the worker's URL, the files are expected beside that worker.
  return { build, threads, assetBase: folder, files: workerUrl ? undefined : filePlaces() };
}

/**
 * Runs `body`. If `signal` aborts, calls `stop`; the promise then rejects with Cancelled once
 * `body` has ended.
 * @template T
 * @param {AbortSignal | undefined} signal
 * @param {() => void} stop
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withSignal(signal, stop, body) {
  if (signal?.aborted) throw cancelled(signal);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const value = await body();
    if (signal?.aborted) throw cancelled(signal);
    return value;
  } catch (error) {
    // The engine knows of the abort, not of its reason.
    if (signal?.aborted && error.code === 'Cancelled') error.cause ??= signal.reason;
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
