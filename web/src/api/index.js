/**
 * Preformer's JavaScript API: train word vectors in the browser and ask them questions.
 *
 *     const model = await train({ corpus, model: 'skip-gram', seed: 1 });
 *     await model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'] });
 */
import { defaultsFor, readCorpus } from './corpus.js';
import { getEngine, whereOf } from './engine.js';
import { badParameter, cancelled, PreformerError } from './errors.js';
import { Model } from './model.js';
import * as check from './options.js';

export { Model, PreformerError };

const createNames = ['corpus', 'heldout', ...Object.keys(check.trainTable), ...check.engineNames];

/**
 * A model ready to train: the corpus read, the weights drawn.
 * @param {import('./types.js').CreateOptions} options
 * @returns {Promise<Model>}
 */
export async function create(options) {
  check.checkNames(options, [...createNames, ...check.runNames]);
  check.checkRun(options);
  check.checkEngine(options);
  check.fill(options, check.engineTable);
  check.fill(options, check.trainTable); // before the corpus is read: a typo fails at once
  const { signal } = options;
  if (signal?.aborted) throw cancelled();
  const { bytes, tokens, replaced, defaults } = await readCorpus(options.corpus);
  const suggested = defaultsFor(defaults, options.model ?? 'skip-gram');
  const filled = check.fill({ ...suggested, ...defined(options) }, check.trainTable);
  const heldout = await readHeldout(options.heldout);
  const engine = getEngine(options.workerUrl);
  const opened = await engine.call(
    'create',
    {
      bytes,
      where: whereOf(options),
      options: { ...filled, alpha: filled.alpha ?? 0, tokens, replaced, heldout }, // 0: the model's
    },
    { transfer: [bytes.buffer, heldout.bytes.buffer] },
  );
  const model = new Model(engine, opened, filled);
  if (!signal?.aborted) return model;
  await model.close();
  throw cancelled();
}

/**
 * Create a model and train it to the end. Aborting `signal` rejects with code Cancelled and leaves
 * what was trained on the error's `model`.
 * @param {import('./types.js').CreateOptions} options
 * @returns {Promise<Model>}
 */
export async function train(options) {
  const model = await create(options);
  const { signal, onProgress, stepsPerSecond } = options;
  try {
    await model.resume({ signal, onProgress, stepsPerSecond });
    return model;
  } catch (error) {
    if (error instanceof PreformerError && error.code === 'Cancelled') error.model = model;
    else await model.close();
    throw error;
  }
}

/** Nothing held out is an empty text. @param {import('./types.js').CorpusInput} [heldout] */
async function readHeldout(heldout) {
  if (heldout === undefined) return { bytes: new Uint8Array(), tokens: false };
  const { bytes, tokens } = await readCorpus(heldout, 'heldout');
  if (bytes.length > 0) return { bytes, tokens };
  throw badParameter('heldout', '', 'text of one sentence or more, or left out');
}

/** Formats that load() tells apart by itself, unless one is named. */
const fileFormats = ['auto', 'word2vec', 'word2vec-binary', 'checkpoint'];

/**
 * Word vectors from a file, or a checkpoint: the same questions as to the model that wrote it. A
 * checkpoint trains on when it comes with its corpus (and what was held out).
 * @param {Uint8Array | ArrayBuffer | {vectors: Uint8Array, metadata: Uint8Array}} file
 *   for 'tsv' the pair of files
 * @param {{format?: 'auto' | 'word2vec' | 'word2vec-binary' | 'tsv' | 'checkpoint',
 *   corpus?: import('./types.js').CorpusInput, heldout?: import('./types.js').CorpusInput} &
 *   import('./types.js').EngineOptions} [options]
 * @returns {Promise<Model>}
 */
export async function load(file, options = {}) {
  check.checkNames(options, ['format', 'corpus', 'heldout', ...check.engineNames]);
  check.checkEngine(options);
  check.fill(options, check.engineTable);
  const isPair = file !== null && typeof file === 'object' && 'vectors' in file;
  const pair = isPair ? file : { vectors: file, metadata: new Uint8Array() };
  const values = isPair ? ['tsv', 'auto'] : fileFormats;
  const { format = values[0] } = options;
  check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
  const bytes = copyOf('file', pair.vectors);
  const metadata = copyOf('metadata', pair.metadata);
  const isCheckpoint = format === 'checkpoint' || (format === 'auto' && isSafetensors(bytes));
  if (options.corpus !== undefined && !isCheckpoint) {
    throw badParameter('corpus', options.corpus, 'left out: only a checkpoint trains on');
  }
  const engine = getEngine(options.workerUrl);
  const where = whereOf(options);
  const opened = isCheckpoint
    ? await loadCheckpoint(engine, bytes, where, options)
    : await engine.call(
        'load',
        { bytes, metadata, format: isPair ? 'tsv' : format, where },
        { transfer: [bytes.buffer, metadata.buffer] },
      );
  return new Model(engine, opened, { build: options.build ?? 'exact' });
}

/**
 * @param {import('./engine.js').Engine} engine
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {object} where
 * @param {{corpus?: import('./types.js').CorpusInput,
 *   heldout?: import('./types.js').CorpusInput}} options
 */
async function loadCheckpoint(engine, bytes, where, { corpus, heldout }) {
  if (corpus === undefined) {
    return engine.call('loadCheckpoint', { bytes, where }, { transfer: [bytes.buffer] });
  }
  const text = await readCorpus(corpus);
  const kept = await readHeldout(heldout);
  const options = { tokens: text.tokens, replaced: text.replaced, heldout: kept };
  return engine.call(
    'loadCheckpoint',
    { bytes, where, corpus: text.bytes, options },
    { transfer: [bytes.buffer, text.bytes.buffer, kept.bytes.buffer] },
  );
}

/** Eight bytes of length, then a JSON object: nothing that a file of vectors begins with. */
const isSafetensors = (/** @type {Uint8Array} */ bytes) =>
  bytes[8] === 0x7b && bytes[5] === 0 && bytes[6] === 0 && bytes[7] === 0;

/**
 * What a corpus becomes, without a model: counts, and the first sentences as they were split.
 * @param {import('./types.js').CorpusInput} corpus
 * @param {import('./types.js').TokenizeOptions & import('./types.js').EngineOptions} [options]
 * @returns {Promise<{tokens: number, sentences: number, vocabulary: number, replaced: number,
 *   overlong: number, preview: string[][]}>} preview: at most 3 sentences, 60 tokens
 */
export async function tokenize(corpus, options = {}) {
  check.checkNames(options, [...Object.keys(check.tokenizeTable), ...check.engineNames]);
  check.checkEngine(options);
  check.fill(options, { ...check.engineTable, ...check.tokenizeTable });
  const { bytes, tokens, replaced, defaults } = await readCorpus(corpus);
  const filled = check.fill({ ...defaults, ...defined(options) }, check.tokenizeTable);
  return getEngine(options.workerUrl).call(
    'tokenize',
    { bytes, where: whereOf(options), options: { ...filled, tokens, replaced } },
    { transfer: [bytes.buffer] },
  );
}

/** Without undefined values, which must not hide a preset's default. @param {object} options */
const defined = (options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** A copy that may be transferred. @param {string} name @param {unknown} bytes */
function copyOf(name, bytes) {
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes.slice(0));
  if (bytes instanceof Uint8Array) return new Uint8Array(bytes);
  throw badParameter(name, bytes, 'a Uint8Array or an ArrayBuffer');
}
