/**
 * From model to model. Models of words and classifiers live in wasm modules of their own; a model
 * of words passes from one to the other as the bytes of its checkpoint.
 */
import { getEngine } from './loader.js';
import { find, guarded, hold } from './models.js';

/**
 * @typedef {import('./models.js').Held} Held
 * @typedef {import('./loader.js').Engine} Engine
 * @typedef {{native: import('./wasm').NativeJob, engine: Engine}} Job
 */

const isClassifier = (/** @type {Held} */ { engine }) => engine.family === 'transfer';
const bytesOf = (/** @type {Held} */ { native }) => native.exportAs('checkpoint').vectors;

/** A classifier on the layers of a model. @param {number} id @param {any} examples @param {any} options */
export function lend(id, examples, options) {
  const held = find(id);
  return hold(
    held.where,
    'transfer',
    (engine) =>
      isClassifier(held)
        ? held.native.transfer(examples, options)
        : engine.module.createFromWords(bytesOf(find(id)), examples, options),
    isClassifier(held) ? held.engine : undefined,
  );
}

/** @type {Record<string, (held: Held, args: any[]) => Promise<Job>>} */
const special = {
  async compare(held, args) {
    if (isClassifier(held)) return { native: held.native.compare(...args), engine: held.engine };
    const engine = await getEngine('transfer', held.where);
    const bytes = bytesOf(held);
    return { native: guarded(engine, () => engine.module.compareWords(bytes, ...args)), engine };
  },

  async forgetting(held, [other, examples]) {
    const bytes = bytesOf(find(other));
    return { native: held.native.forgetting(bytes, examples), engine: held.engine };
  },
};

/** Questions that the core answers in slices. */
const jobs = new Set(['evaluateWordAnalogies', 'perplexities', 'evaluate', 'readAhead']);

/** @param {number} id @param {string} name @param {any[]} args @returns {Promise<Job>} */
export async function startJob(id, name, args) {
  const held = find(id);
  if (jobs.has(name)) return { native: held.native[name](...args), engine: held.engine };
  if (!(name in special)) throw new TypeError(`no question ${name}`);
  return special[name](held, args);
}
