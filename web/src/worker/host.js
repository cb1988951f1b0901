/**
 * Answers calls. It runs inside a Worker in a page and in-process under Node; the calls and answers
 * are plain data either way.
 */
import { toData } from './errors.js';
import { work } from './job.js';
import { getEngine } from './loader.js';
import { close, find, findRun, guarded, hold, models, release } from './models.js';
import { lend, startJob } from './transfer.js';

/**
 * What a method shows while it works: the share that is done, the results so far, or a report.
 * @typedef {number | object} Progress
 * @typedef {(progress: any) => void} Listener of the kind of progress that the method has
 *
 * @typedef {{value: any, transfer?: Transferable[]} | {error: import('./errors.js').ErrorData}}
 *   Reply the value is what the method returns
 *
 * @typedef {import('./wasm').NativeModel} NativeModel
 * @typedef {import('./wasm').NativeClassifier} NativeClassifier
 */

/** @type {Set<number>} jobs that were cancelled */
const cancelledJobs = new Set();

/**
 * Buffers that may move instead of being copied: of an array, of an answer's fields, of the
 * projection in a report.
 * @param {any} value anything that can be sent
 * @returns {ArrayBuffer[]}
 */
export function buffersOf(value) {
  const parts = ArrayBuffer.isView(value) ? [value] : Object.values(value ?? {});
  const views = [...parts, value?.projection?.positions].filter(ArrayBuffer.isView);
  return views.map((view) => /** @type {ArrayBuffer} */ (view.buffer));
}

/**
 * Long work that is cancelled by its number.
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

/** What another model can begin with. @param {NativeModel} native */
const wordVectors = (native) => ({
  words: native.vocabulary(Infinity).words,
  vectors: native.vectors('input'),
});

/** Questions that go straight to the core, with their arguments. */
const queries = new Set(
  [
    'mostSimilar similarity doesntMatch rank vector vectors vocabulary projection',
    'evaluateWordPairs exportAs weightsHash parameterCount',
    'predictNext predictPrevious predictMiddle scoreSentence generate',
    'contextVectors contextNeighbours watch senseMap',
    'classify activations filters',
  ]
    .join(' ')
    .split(' '),
);

/** @type {Record<string, (args: any, listener?: Listener) => any>} */
const methods = {
  ready: () => true,

  async create({ bytes, where, options, start }) {
    const begun = start === undefined ? {} : { start: wordVectors(find(start).native) };
    return hold(where, 'words', ({ module, threads }) =>
      module.createModel(bytes, { ...options, ...begun, threads }),
    );
  },

  load: ({ bytes, metadata, format, where }) =>
    hold(where, 'words', ({ module }) => module.loadModel(bytes, format, metadata)),

  /** Vectors from files of any size, as a stream. */
  import: ({ files, limit, job, where }, listener) =>
    cancellable(job, async (stopped) => {
      const { readVectors } = await import('./files/vectors.js');
      const { bytes, found } = await readVectors({ ...files, limit }, { listener, stopped });
      const load = (/** @type {any} */ { module }) =>
        module.loadModel(bytes, 'word2vec-binary', new Uint8Array());
      const opened = await hold(where, 'words', load);
      return { ...opened, info: { ...opened.info, imported: found } };
    }),

  /** An ELMo from published weights. */
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

  async tokenize({ bytes, where, options }) {
    const engine = await getEngine('words', where);
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

  /** For tests: what is still alive. */
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
