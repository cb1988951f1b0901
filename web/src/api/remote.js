/** A model at the other end of a wire: its number there, and whether it still lives. */

import { badParameter } from '../worker/errors.js';
import { withSignal } from './engine.js';

/** Methods of this file's class that its children share, and nobody else. */
export const call = Symbol('call');
export const query = Symbol('query');
export const runJob = Symbol('job');
export const idOf = Symbol('id');
export const opened = Symbol('opened');

let jobs = 0;

/**
 * Long work, under a number by which it can be cancelled.
 * @param {import('./engine.js').Engine} engine
 * @param {string} method
 * @param {object} args
 * @param {{signal?: AbortSignal, listener?: (progress: any) => void}} options
 * @param {(value: any) => void} [done] hears of the outcome, even where a cancel came too late
 */
function cancellable(engine, method, args, { signal, listener }, done = (_value) => {}) {
  const job = ++jobs;
  const stop = () => void engine.call('cancel', { job }).catch(() => {});
  return withSignal(signal, stop, async () => {
    const value = await engine.call(method, { ...args, job }, { listener });
    done(value);
    return value;
  });
}

/**
 * What long work leads to: a model that nobody has yet. One that came too late is closed.
 * @param {import('./engine.js').Engine} engine
 * @param {string} method
 * @param {object} args
 * @param {{signal?: AbortSignal, listener?: (progress: any) => void}} options
 * @returns {Promise<import('./types.js').Opened>}
 */
export async function open(engine, method, args, options) {
  /** @type {import('./types.js').Opened | undefined} */
  let made;
  try {
    return await cancellable(engine, method, args, options, (value) => {
      made = value;
    });
  } catch (error) {
    if (made) await engine.call('close', { id: made.id });
    throw error;
  }
}

/** @template Info */
export class RemoteModel {
  #engine;
  #id;
  #closed = false;

  /**
   * @param {import('./engine.js').Engine} engine
   * @param {import('./types.js').Opened} opened
   * @param {Record<string, any>} options
   */
  constructor(engine, { id, info }, options) {
    this.#engine = engine;
    this.#id = id;
    const { options: config, ...shown } = info;
    /** @type {Readonly<Info>} */
    this.info = Object.freeze(shown);
    /** The options in force, defaults filled in. @type {Readonly<Record<string, any>>} */
    this.options = Object.freeze({ ...options, ...config });
  }

  get closed() {
    return this.#closed;
  }

  /**
   * @param {string} method
   * @param {object} [args]
   * @param {import('./engine.js').CallOptions} [options]
   */
  [call](method, args, options) {
    return this.#engine.call(method, { id: this.#id, ...args }, options);
  }

  /** @param {string} name @param {any[]} args */
  [query](name, ...args) {
    return this[call]('query', { name, args });
  }

  /**
   * A long question, worked on in slices.
   * @param {string} name
   * @param {any[]} args
   * @param {{signal?: AbortSignal, onProgress?: (progress: any) => void}} options
   */
  [runJob](name, args, { signal, onProgress: listener }) {
    return cancellable(this.#engine, 'job', { id: this.#id, name, args }, { signal, listener });
  }

  /** The number of a model at the same end of the wire. @param {string} name @param {unknown} other */
  [idOf](name, other) {
    if (other instanceof RemoteModel && other.#engine === this.#engine) return other.#id;
    throw badParameter(name, other, 'a model with the same workerUrl');
  }

  /**
   * A new model that another one led to.
   * @template Model
   * @param {new (engine: any, opened: any, options: any) => Model} Kind
   * @param {string} method
   * @param {object} args
   * @param {Record<string, any>} options
   * @param {Transferable[]} transfer
   */
  async [opened](Kind, method, args, options, transfer) {
    return new Kind(this.#engine, await this[call](method, args, { transfer }), options);
  }

  /** Frees everything; calling it twice does no harm. @returns {Promise<void>} */
  async close() {
    this.#closed = true;
    await this[call]('close');
  }
}
