/**
 * Transfer between models. Models of words and classifiers are in separate wasm modules; a model of
 * words is passed from one to the other as the bytes of its checkpoint.
 */
import { getEngine } from './loader.js';
import { find, guarded, hold, wordsOf } from './models.js';

/**
 * @typedef {import('./models.js').Held} Held
 * @typedef {import('./wasm').NativeClassifier} NativeClassifier
 * @typedef {import('./wasm').NativeExamples} Examples
 * @typedef {import('./methods').Jobs} Jobs
 *
 * @typedef {Held & {native: NativeClassifier, engine: import('./loader.js').Engine<'transfer'>}}
 *   HeldClassifier
 * @typedef {{native: import('./wasm').NativeJob, engine: import('./loader.js').Engine}} Job
 */

/** @param {Held} held @returns {held is HeldClassifier} */
const isClassifier = (held) => held.engine.family === 'transfer';

/** Each question below belongs to one kind of model; the classes of the API offer only those. */
const classifier = (/** @type {Held} */ held) => /** @type {NativeClassifier} */ (held.native);
const reader = (/** @type {Held} */ held) =>
  /** @type {import('./wasm').NativeReader} */ (held.native);

const bytesOf = (/** @type {Held} */ held) => wordsOf(held).exportAs('checkpoint').vectors;

/**
 * Creates a classifier on the layers of a model.
 * @param {number} id @param {Examples} examples @param {Record<string, unknown>} options
 */
export function lend(id, examples, options) {
  const held = find(id);
  if (isClassifier(held)) {
    const make = () => held.native.transfer(examples, options);
    return hold(held.where, 'transfer', make, held.engine);
  }
  return hold(held.where, 'transfer', ({ module }) =>
    module.createFromWords(bytesOf(find(id)), examples, options),
  );
}

/** @param {Held} held @param {Parameters<Jobs['compare']>} args @returns {Promise<Job>} */
async function compare(held, args) {
  if (isClassifier(held)) return { native: held.native.compare(...args), engine: held.engine };
  const engine = await getEngine('transfer', held.where);
  const bytes = bytesOf(held);
  return { native: guarded(engine, () => engine.module.compareWords(bytes, ...args)), engine };
}

/**
 * The questions that the core answers in slices, with the functions that start them.
 * @type {{[Name in keyof Jobs]: (held: Held, ...args: Parameters<Jobs[Name]>) =>
 *   ReturnType<Jobs[Name]> | Promise<Job>}}
 */
const jobs = {
  evaluateWordAnalogies: (held, text, strict) => wordsOf(held).evaluateWordAnalogies(text, strict),
  perplexities: (held, text) => wordsOf(held).perplexities(text),
  evaluate: (held, examples) => classifier(held).evaluate(examples),
  readAhead: (held, sentences) => reader(held).readAhead(sentences),
  compare: (held, ...args) => compare(held, args),
  forgetting: (held, other, examples) =>
    classifier(held).forgetting(bytesOf(find(other)), examples),
};

/** @param {number} id @param {keyof Jobs} name @param {unknown[]} args @returns {Promise<Job>} */
export async function startJob(id, name, args) {
  const held = find(id);
  if (!Object.hasOwn(jobs, name)) throw new TypeError(`no question ${name}`);
  // any: the arguments of `name`, which RemoteModel of the API has checked.
  const begin = /** @type {(held: Held, ...args: any[]) => Promise<Job> | Job['native']} */ (
    jobs[name]
  );
  const begun = await begin(held, ...args);
  return 'engine' in begun ? begun : { native: begun, engine: held.engine };
}
