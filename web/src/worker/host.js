/**
 * Holds the models and answers calls. It runs inside a Worker in a page and in-process under Node;
 * the calls and answers are plain data either way.
 */
import { PreformerError, toData } from '../api/errors.js';
import { work } from './job.js';
import { getEngine } from './loader.js';
import { TrainingRun } from './run.js';

/**
 * @typedef {import('./wasm').NativeModel} NativeModel
 * @typedef {import('./loader.js').Engine} Engine
 * @typedef {{native: NativeModel, engine: Engine, run?: TrainingRun}} Held a model and its keeper
 * @typedef {{value: any, transfer?: Transferable[]} | {error: import('../api/errors.js').ErrorData}}
 *   Reply
 * @typedef {(progress: any) => void} Listener
 */

const ROOMY_BYTES = 64e6; // wasm memory never shrinks: a module above this is not kept for reuse

/** @type {Map<number, Held>} */
const models = new Map();
/** @type {Set<number>} jobs that were cancelled */
const cancelledJobs = new Set();
let nextId = 1;

/** @param {number} id @returns {Held} */
function find(id) {
  const held = models.get(id);
  if (held) return held;
  throw new PreformerError({
    code: 'BadParameter',
    message: 'This model is closed. Create or load it again.',
    parameter: 'model',
  });
}

/** @param {number} id @returns {TrainingRun} */
function findRun(id) {
  const { run } = find(id);
  if (run) return run;
  throw new PreformerError({
    code: 'BadParameter',
    message:
      'Vectors from a file, and a checkpoint without its corpus, cannot be trained further. Create a model, or load the checkpoint together with its corpus.',
    parameter: 'model',
  });
}

/** Free memory that no model needs any more. @param {Engine} engine */
function release(engine) {
  const inUse = [...models.values()].some((held) => held.engine.module === engine.module);
  if (!inUse && engine.module.heapBytes() > ROOMY_BYTES) engine.forget();
}

/**
 * Run `body` with the wasm module of `build`. Errors of the core keep their code; anything else is
 * a trap, after which the module's memory cannot be trusted with new models.
 * @template T
 * @param {Engine} engine
 * @param {() => T} body
 * @returns {T}
 */
function guarded(engine, body) {
  try {
    return body();
  } catch (error) {
    if (typeof error?.code !== 'string') engine.forget();
    throw error;
  }
}

/**
 * @param {{build: 'exact' | 'fast', assetBase?: string}} where
 * @param {(engine: Engine) => NativeModel} make
 */
async function hold({ build, assetBase }, make) {
  const engine = await getEngine(build, assetBase);
  let native;
  try {
    native = guarded(engine, () => make(engine));
    const info = native.info();
    const held = { native, engine, run: info.trainable ? new TrainingRun(native) : undefined };
    const id = nextId++;
    models.set(id, held);
    const { build, buildReason } = engine;
    return { id, info: { ...info, build, buildReason }, report: held.run?.report() };
  } catch (error) {
    native?.delete();
    release(engine);
    throw error;
  }
}

/** Answers whose buffers may move instead of being copied. @param {any} value */
function buffersOf(value) {
  const parts = ArrayBuffer.isView(value) ? [value] : Object.values(value ?? {});
  return parts.filter(ArrayBuffer.isView).map((view) => /** @type {ArrayBuffer} */ (view.buffer));
}

/** Questions that go straight to the core, with their arguments. */
const queries = new Set(
  [
    'mostSimilar similarity doesntMatch rank vector vectors vocabulary projection',
    'evaluateWordPairs exportAs weightsHash parameterCount',
    'predictNext predictPrevious predictMiddle scoreSentence generate',
    'contextVectors contextNeighbours watch senseMap',
  ]
    .join(' ')
    .split(' '),
);
/** Questions that the core answers in slices. */
const jobs = new Set(['evaluateWordAnalogies', 'perplexities']);

/** @type {Record<string, (args: any, listener?: Listener) => any>} */
const methods = {
  ready: () => true,

  create: ({ bytes, where, options }) =>
    hold(where, ({ module }) => module.createModel(bytes, options)),

  load: ({ bytes, metadata, format, where }) =>
    hold(where, ({ module }) => module.loadModel(bytes, format, metadata)),

  loadCheckpoint: ({ bytes, corpus, options, where }) =>
    hold(where, ({ module }) =>
      corpus ? module.resumeCheckpoint(bytes, corpus, options) : module.loadCheckpoint(bytes),
    ),

  async tokenize({ bytes, where, options }) {
    const engine = await getEngine(where.build, where.assetBase);
    try {
      return guarded(engine, () => engine.module.tokenize(bytes, options));
    } finally {
      release(engine);
    }
  },

  resume: ({ id, options }, listener) => findRun(id).resume(options, listener),
  pause: ({ id }) => findRun(id).pause(),
  step: ({ id, steps }) => findRun(id).step(steps),
  reset: ({ id, seed }) => findRun(id).reset(seed),
  report: ({ id }) => findRun(id).report(),

  query({ id, name, args }) {
    const { native } = find(id);
    if (!queries.has(name)) throw new TypeError(`no query ${name}`);
    return /** @type {any} */ (native)[name](...args);
  },

  async job({ id, name, args, job }, listener) {
    if (!jobs.has(name)) throw new TypeError(`no question ${name}`);
    try {
      const { native } = find(id);
      return await work(/** @type {any} */ (native)[name](...args), {
        listener,
        stopped: () => cancelledJobs.has(job) || !models.has(id),
      });
    } finally {
      cancelledJobs.delete(job);
    }
  },
  cancel: ({ job }) => void cancelledJobs.add(job),

  async close({ id }) {
    const held = models.get(id);
    if (!held) return;
    models.delete(id); // first, so that nothing new starts while the run comes to rest
    await held.run?.pause();
    held.native.delete();
    release(held.engine);
  },

  /** For tests: what is still alive. */
  async census({ where }) {
    const { module } = await getEngine(where.build, where.assetBase);
    return {
      models: models.size,
      nativeModels: module.liveModels(),
      values: module.count_emval_handles?.() ?? 0,
      heapBytes: module.heapBytes(),
    };
  },
};

/**
 * @param {string} method
 * @param {any} args
 * @param {Listener} [listener]
 * @returns {Promise<Reply>}
 */
export async function call(method, args, listener) {
  try {
    const value = await methods[method](args, listener);
    return { value, transfer: buffersOf(value) };
  } catch (error) {
    if (typeof error?.code !== 'string') models.get(args.id)?.engine.forget();
    return { error: toData(error) };
  }
}
