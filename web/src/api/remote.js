/// <reference lib="esnext.disposable" preserve="true" />
/** A model in the engine, addressed by its number, and whether it is closed. */

import { badParameter } from '../worker/errors.js';
import { withSignal } from './engine.js';

/** Methods that only RemoteModel and its subclasses use. */
export const call = Symbol('call');
export const query = Symbol('query');
export const runJob = Symbol('job');
export const idOf = Symbol('id');
export const lent = Symbol('lent');
export const opened = Symbol('opened');

let jobs = 0;

/**
 * @typedef {import('../worker/methods').Questions} Questions
 * @typedef {import('../worker/methods').Jobs} Jobs
 * @typedef {import('../worker/methods').Method} Method
 * @typedef {import('../worker/methods').Long} Long
 */

/**
 * @template {Method} M
 * @typedef {import('../worker/methods').Arguments<M>} Arguments
 */

/**
 * @template {Method} M
 * @typedef {import('../worker/methods').Answer<M>} Answer
 */

/**
 * @template {Long} M
 * @typedef {{signal?: AbortSignal, listener?: import('../worker/methods').ListenerOf<M>}} LongOptions
 */

/**
 * Runs a long call under a job number, by which it can be cancelled.
 * @template {Long} M
 * @param {import('./engine.js').Engine} engine
 * @param {M} method
 * @param {Omit<Arguments<M>, 'job'>} args
 * @param {LongOptions<M>} options
 * @param {(value: Answer<M>) => void} [done] called with the result, even if the cancel came too
 *   late
 */
function cancellable(engine, method, args, { signal, listener }, done = (_value) => {}) {
  const job = ++jobs;
  const numbered = /** @type {Arguments<M>} */ ({ ...args, job });
  const stop = () => void engine.call('cancel', { job }).catch(() => {});
  return withSignal(signal, stop, async () => {
    const value = await engine.call(method, numbered, { listener });
    done(value);
    return value;
  });
}

/**
 * Calls a method that creates a model. If the caller aborted meanwhile, the model is closed.
 * @template {'import' | 'loadElmo'} M
 * @param {import('./engine.js').Engine} engine
 * @param {M} method
 * @param {Omit<Arguments<M>, 'job'>} args
 * @param {LongOptions<M>} options
 * @returns {Promise<Answer<M>>}
 */
export async function open(engine, method, args, options) {
  /** @type {Answer<M> | undefined} */
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
   * @param {import('../worker/types').Opened<Info>} opened
   * @param {Record<string, any>} options any: the type depends on the name, see the option tables
   */
  constructor(engine, { id, info }, options) {
    this.#engine = engine;
    this.#id = id;
    const { options: config, ...shown } = info;
    /** What the model consists of and where it runs. @type {Readonly<Info>} */
    this.info = Object.freeze(/** @type {Info} */ (shown));
    /**
     * The options in use, with defaults filled in.
     * @type {Readonly<Record<string, any>>} any: as above
     */
    this.options = Object.freeze({ ...options, ...config });
  }

  /** Whether close() was called. */
  get closed() {
    return this.#closed;
  }

  /**
   * @template {Method} M
   * @param {M} method
   * @param {Omit<Arguments<M>, 'id'>} args
   * @param {import('./engine.js').CallOptions<M>} [options]
   */
  [call](method, args, options) {
    const addressed = /** @type {Arguments<M>} */ ({ id: this.#id, ...args });
    return this.#engine.call(method, addressed, options);
  }

  /**
   * Calls a question that is answered in one step.
   * @template {keyof Questions} Name
   * @param {Name} name
   * @param {Parameters<Questions[Name]>} args
   */
  [query](name, ...args) {
    const answer = this[call]('query', { name, args });
    return /** @type {Promise<ReturnType<Questions[Name]>>} */ (answer);
  }

  /**
   * Calls a long question, which the worker answers in slices.
   * @template {keyof Jobs} Name
   * @param {Name} name
   * @param {Parameters<Jobs[Name]>} args
   * @param {{signal?: AbortSignal,
   *   onProgress?: (progress: import('../worker/methods').Shown<Name>) => void}} options
   */
  [runJob](name, args, { signal, onProgress }) {
    const listener = /** @type {LongOptions<'job'>['listener']} */ (onProgress);
    const work = { id: this.#id, name, args };
    const answer = cancellable(this.#engine, 'job', work, { signal, listener });
    return /** @type {Promise<import('../worker/methods').Result<Name>>} */ (answer);
  }

  /** The number of a model in the same engine. @param {string} name @param {unknown} other */
  [idOf](name, other) {
    if (other instanceof RemoteModel && other.#engine === this.#engine) return other.#id;
    throw badParameter(name, other, 'a model with the same workerUrl');
  }

  /**
   * Creates a classifier on the layers of this model.
   * @template Model
   * @param {new (engine: import('./engine.js').Engine, opened: Answer<'transfer'>, options: object)
   *   => Model} Kind
   * @param {Omit<Arguments<'transfer'>, 'id'>} args
   * @param {object} options
   * @param {Transferable[]} transfer
   */
  async [lent](Kind, args, options, transfer) {
    return new Kind(this.#engine, await this[call]('transfer', args, { transfer }), options);
  }

  /**
   * Copies the weights of this model.
   * @template Copy
   * @param {new (engine: import('./engine.js').Engine, opened: Answer<'openInside'>, options: object)
   *   => Copy} Kind
   * @param {object} options
   */
  async [opened](Kind, options) {
    return new Kind(this.#engine, await this[call]('openInside', {}), options);
  }

  /**
   * Frees all memory of the model. Calling it twice is allowed. `await using model = …` calls it at the
   * end of the block.
   * @returns {Promise<void>}
   */
  async close() {
    this.#closed = true;
    await this[call]('close', {});
  }

  /** Closes the model at the end of the block of `await using model = …`. @returns {Promise<void>} */
  async [Symbol.asyncDispose]() {
    await this.close();
  }
}
