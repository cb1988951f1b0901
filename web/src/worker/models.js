/** The open models: native objects, each with its wasm module. */
import { PreformerError } from './errors.js';
import { getEngine } from './loader.js';
import { TrainingRun } from './run.js';

/**
 * @typedef {import('./wasm').NativeModel} NativeModel
 * @typedef {import('./wasm').NativeClassifier} NativeClassifier
 * @typedef {NativeModel | NativeClassifier | import('./wasm').NativeReader |
 *   import('./wasm').NativeOpened} Native
 * @typedef {import('./loader.js').Engine} Engine
 * @typedef {import('./loader.js').Family} Family
 * @typedef {object} Held a model with its module and its run
 * @property {Native} native
 * @property {Engine} engine
 * @property {Where} where
 * @property {TrainingRun} [run]
 * @typedef {import('./loader.js').Where} Where
 */

const ROOMY_BYTES = 64e6; // wasm memory never shrinks; a module with a larger heap is not reused

/** @type {Map<number, Held>} */
export const models = new Map();
let nextId = 1;
/**
 * @type {Engine | undefined} the parallel module of the latest model; its threads are kept for the
 *   next
 */
let latestParallel;

/** @param {number} id @returns {Held} */
export function find(id) {
  const held = models.get(id);
  if (held) return held;
  throw new PreformerError({
    code: 'BadParameter',
    message: 'This model is closed. Create or load it again.',
    parameter: 'model',
  });
}

/** A model of words. @param {Held} held */
export const wordsOf = (held) => /** @type {NativeModel} */ (held.native);

/** @param {number} id @returns {TrainingRun} */
export function findRun(id) {
  const { run } = find(id);
  if (run) return run;
  throw new PreformerError({
    code: 'BadParameter',
    message:
      'Vectors from a file, and a checkpoint without what it was trained on, cannot be trained further. Create a model, load the checkpoint together with its corpus, or transfer it to examples.',
    parameter: 'model',
  });
}

/** Frees a module's memory and threads if no model uses them. @param {Engine} engine */
export function release(engine) {
  const inUse = [...models.values()].some((held) => held.engine.module === engine.module);
  if (inUse) return;
  const old = engine.build === 'parallel' && engine.module !== latestParallel?.module;
  if (old || engine.module.heapBytes() > ROOMY_BYTES) engine.retire();
}

/** Keeps the threads of only one module at a time. @param {Engine} engine */
function keepThreads(engine) {
  if (engine.build !== 'parallel') return;
  const before = latestParallel;
  latestParallel = engine;
  if (before && before.module !== engine.module) release(before);
}

/**
 * Runs `body` with the wasm module of `engine`. Errors of the core keep their code; any other error
 * is a trap, after which the module is not used for new models.
 * @template T
 * @param {Engine} engine
 * @param {() => T} body
 * @returns {T}
 */
export function guarded(engine, body) {
  try {
    return body();
  } catch (error) {
    if (typeof error?.code !== 'string') engine.forget();
    throw error;
  }
}

/**
 * @template {Native} N
 * @param {N} _native @param {{trainable: boolean}} info
 * @returns {_native is N & import('./run.js').Native}
 */
const canTrain = (_native, { trainable }) => trainable;

/**
 * @template {Family} F
 * @template {Native} N
 * @param {Where} where
 * @param {F} family
 * @param {(engine: import('./loader.js').Engine<F>) => N} make
 * @param {import('./loader.js').Engine<F>} [chosen] the module to use; by default one for `where`
 * @returns {Promise<import('./types').Opened<ReturnType<N['info']> & import('./types').Place>>}
 */
export async function hold(where, family, make, chosen) {
  const engine = chosen ?? (await getEngine(family, where));
  keepThreads(engine);
  let native;
  try {
    native = guarded(engine, () => make(engine));
    const info = /** @type {ReturnType<N['info']>} */ (native.info());
    /** @type {Held} */
    const held = { native, engine, where };
    if (canTrain(native, info)) held.run = new TrainingRun(native);
    const { run } = held;
    const id = nextId++;
    models.set(id, held);
    const { build, buildReason, buildLacks, threads } = engine;
    const place = { build, buildReason, buildLacks, threads };
    return { id, info: { ...info, ...place }, report: run?.report() };
  } catch (error) {
    native?.delete();
    release(engine);
    throw error;
  }
}

/** Stops the model's run and frees the model. @param {number} id */
export async function close(id) {
  const held = models.get(id);
  if (!held) return;
  models.delete(id); // first, so that nothing new starts while the run stops
  await held.run?.pause();
  held.native.delete();
  release(held.engine);
}
