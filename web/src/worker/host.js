/**
 * Answers calls, inside a Worker in a page and in the same process under Node. Calls and answers
 * are plain data in both cases.
 */
import { toData } from './errors.js';
import { work } from './job.js';
import { getEngine } from './loader.js';
import { close, find, findRun, guarded, hold, models, release, wordsOf } from './models.js';
import { lend, startJob } from './transfer.js';

/** @typedef {import('./methods').Method} Method */

/**
 * @template {Method} [M=Method]
 * @typedef {{value: import('./methods').Answer<M>, transfer: Transferable[]} |
 *   {error: import('./errors.js').ErrorData}} Reply
 */

/** @type {Set<number>} jobs that were cancelled */
const cancelledJobs = new Set();

/**
 * Buffers that can be transferred instead of copied: those of an array, of an answer's fields, and
 * of the projection in a report.
 * @param {any} value any: an answer of any kind, searched for arrays
 * @returns {ArrayBuffer[]}
 */
export function buffersOf(value) {
  const parts = ArrayBuffer.isView(value) ? [value] : Object.values(value ?? {});
  const views = [...parts, value?.projection?.positions].filter(ArrayBuffer.isView);
  return views.map((view) => /** @type {ArrayBuffer} */ (view.buffer));
}

/**
 * Runs long work that can be cancelled by its job number.
 * @template T
 * @param {number} job
 * @param {(stopped: () => boolean) => Promise<T>} body
 */
async function cancellable(job, body) {
  try {
    return await body(() => cancelledJobs.has(job));
  } finally {
    cancelledJobs.delete(job);
  }
}

/**
 * Asks the module of words something that needs no model.
 * @template T
 * @param {import('./loader.js').Where} where
 * @param {(engine: import('./loader.js').Engine<'words'>) => T} ask
 */
async function once(where, ask) {
  const engine = await getEngine('words', where);
  try {
    return guarded(engine, () => ask(engine));
  } finally {
    release(engine);
  }
}

/**
 * The word vectors with which another model can begin.
 * @param {number} id id of a model of words
 */
function wordVectors(id) {
  const native = wordsOf(find(id));
  return { words: native.vocabulary(Infinity).words, vectors: native.vectors('input') };
}

/**
 * What a new model takes from another.
 * @param {number} id @param {boolean} [keep] whether its words and output vectors stay, too
 */
function startOf(id, keep = false) {
  const start = wordVectors(id);
  if (!keep) return { start };
  const native = wordsOf(find(id));
  const { words, counts } = native.vocabulary(Infinity);
  return {
    start: { ...start, outputs: native.vectors('output') },
    known: { words, counts: Array.from(counts), closed: false },
  };
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {import('./loader.js').Where} where
 * @param {Record<string, unknown> & {heldout: import('./wasm').NativeText}} options
 */
async function createWithPhrases(bytes, where, { phrases, ...options }) {
  const { joinPhrases } = await import('./phrases.js');
  // The API has checked them.
  const how = {
    ...options,
    phrases: /** @type {import('./phrases.js').PhraseOptions} */ (phrases),
  };
  const text = { bytes, tokens: Boolean(options.tokens) };
  const found = await joinPhrases(text, options.heldout, how, where);
  const heldout = { bytes: found.also, tokens: true };
  const opened = await hold(where, 'words', ({ module, threads }) =>
    module.createModel(found.bytes, { ...options, tokens: true, heldout, threads }),
  );
  return { ...opened, info: { ...opened.info, phrases: found.phrases.length } };
}

/**
 * Names of the questions that are passed directly to the core with their arguments. The type
 * requires all of them.
 * @type {Record<keyof import('./methods').Questions, true>}
 */
const questions = {
  mostSimilar: true,
  similarity: true,
  doesntMatch: true,
  rank: true,
  mostSimilarCosmul: true,
  nSimilarity: true,
  distances: true,
  closerThan: true,
  wmdistance: true,
  vector: true,
  vectors: true,
  vocabulary: true,
  projection: true,
  alignPositions: true,
  evaluateWordPairs: true,
  evaluationKind: true,
  predictNext: true,
  predictPrevious: true,
  predictMiddle: true,
  scoreSentence: true,
  generate: true,
  contextVectors: true,
  contextNeighbours: true,
  watch: true,
  senseMap: true,
  classify: true,
  activations: true,
  filters: true,
  inside: true,
  exportAs: true,
  weightsHash: true,
  parameterCount: true,
  multiplyAdds: true,
  nextExample: true,
  sentence: true,
  weights: true,
  trace: true,
  prove: true,
  setWeight: true,
  takeStep: true,
  noise: true,
  tree: true,
};

/** @type {import('./methods').Implemented} */
const methods = {
  ready: () => true,

  async create({ bytes, where, options, start, keep, known }) {
    const begun = start === undefined ? {} : startOf(start, keep);
    const given = { ...options, ...begun, ...(known && { known }) };
    if (options.phrases) return createWithPhrases(bytes, where, given);
    return hold(where, 'words', ({ module, threads }) =>
      module.createModel(bytes, { ...given, threads }),
    );
  },

  async countWords({ bytes, where, options }) {
    const { countWords } = await import('./phrases.js');
    return countWords({ bytes, tokens: options.tokens }, where, options);
  },

  async findPhrases({ bytes, where, options }) {
    const { joinPhrases } = await import('./phrases.js');
    const none = { bytes: new Uint8Array(), tokens: true };
    const { also, ...found } = await joinPhrases(
      { bytes, tokens: options.tokens },
      none,
      options,
      where,
    );
    return found;
  },

  /** Reads vectors from files of any size as a stream. */
  import: ({ files, limit, strict, encoding, job, where }, listener) =>
    cancellable(job, async (stopped) => {
      const { readVectors } = await import('./files/vectors.js');
      const reading = { ...files, limit, strict, encoding };
      const { rows, found } = await readVectors(reading, where, { listener, stopped });
      const opened = await hold(where, 'words', ({ module }) => module.loadVectors(rows));
      return { ...opened, info: { ...opened.info, imported: found } };
    }),

  /** Loads an ELMo with published weights. */
  loadElmo: ({ files, job, where }, listener) =>
    cancellable(job, async (stopped) => {
      const { loadElmo } = await import('./files/elmo.js');
      return loadElmo(files, where, { listener, stopped });
    }),

  loadCheckpoint: ({ bytes, corpus, options, where }) =>
    hold(where, 'words', ({ module, threads }) =>
      corpus
        ? module.resumeCheckpoint(bytes, corpus, { ...options, threads })
        : module.loadCheckpoint(bytes),
    ),

  createImages: ({ examples, options, where }) =>
    hold(where, 'transfer', ({ module }) => module.createImages(examples, options)),

  loadClassifier: ({ bytes, where }) =>
    hold(where, 'transfer', ({ module }) => module.loadClassifier(bytes)),

  transfer: ({ id, examples, options }) => lend(id, examples, options),

  openInside({ id }) {
    const held = find(id);
    const bytes = wordsOf(held).exportAs('checkpoint').vectors;
    return hold(held.where, 'inside', ({ module }) => module.openModel(bytes));
  },

  tokenize: ({ bytes, where, options }) =>
    once(where, ({ module }) => module.tokenize(bytes, options)),

  tokenLines: ({ bytes, where, options }) =>
    once(where, ({ module }) => module.tokenLines(bytes, options)),

  async readLabelledLines({ bytes, where }) {
    const engine = await getEngine('transfer', where);
    try {
      return guarded(engine, () => engine.module.readLabelledLines(bytes));
    } finally {
      release(engine);
    }
  },

  /** Decodes a text file of any encoding. */
  async decodeText({ bytes, encoding, where }) {
    const { decodeText } = await import('./files/decode-text.js');
    return decodeText(bytes, encoding, where);
  },

  resume: ({ id, options }, listener) => findRun(id).resume(options, listener),
  pause: ({ id }) => findRun(id).pause(),
  step: ({ id, steps }) => findRun(id).step(steps),
  reset: ({ id, seed }) => findRun(id).reset(seed),
  report: ({ id }) => findRun(id).report(),
  forecast: ({ id, seed }) => findRun(id).forecast(seed),

  query({ id, name, args }) {
    if (!Object.hasOwn(questions, name)) throw new TypeError(`no query ${name}`);
    // any: the questions of a model depend on its kind; the classes of the API offer only those.
    const native = /** @type {any} */ (find(id).native);
    return native[name](...args);
  },

  job: ({ id, name, args, job }, listener) =>
    cancellable(job, async (cancelled) => {
      const { native, engine } = await startJob(id, name, args);
      const stopped = () => cancelled() || !models.has(id);
      return work(native, { engine, listener, stopped }).finally(() => release(engine));
    }),
  cancel: ({ job }) => void cancelledJobs.add(job),

  close: ({ id }) => close(id),

  /** For tests: numbers of live objects. */
  async census({ where, family = 'words' }) {
    const { module } = await getEngine(family, where);
    return {
      models: models.size,
      nativeModels: module.liveModels(),
      values: module.count_emval_handles?.() ?? 0,
      heapBytes: module.heapBytes(),
    };
  },
};

/**
 * @template {Method} M
 * @param {M} method
 * @param {import('./methods').Arguments<M>} args
 * @param {import('./methods').ListenerOf<M>} [listener]
 * @returns {Promise<Reply<M>>}
 */
export async function call(method, args, listener) {
  try {
    const value = await methods[method](args, listener);
    return { value, transfer: buffersOf(value) };
  } catch (error) {
    if (typeof error?.code !== 'string' && 'id' in args) models.get(args.id)?.engine.forget();
    return { error: toData(error) };
  }
}
