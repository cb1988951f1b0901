/**
 * Preformer's JavaScript API: train word vectors in the browser and ask them questions.
 *
 *     const model = await train({ corpus, model: 'skip-gram', seed: 1 });
 *     await model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'] });
 */
import { readCorpus } from './corpus.js';
import { getEngine, whereOf } from './engine.js';
import { badParameter, cancelled, PreformerError } from './errors.js';
import { Model } from './model.js';
import * as check from './options.js';

export { Model, PreformerError };

const createNames = ['corpus', ...Object.keys(check.trainTable), ...check.engineNames];

/**
 * A model ready to train: the corpus read, the weights drawn.
 * @param {import('./options.js').CreateOptions} options
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
  const filled = check.fill({ ...defaults, ...defined(options) }, check.trainTable);
  const engine = getEngine(options.workerUrl);
  const opened = await engine.call(
    'create',
    {
      bytes,
      where: whereOf(options),
      options: { ...filled, alpha: filled.alpha ?? 0, tokens, replaced }, // 0: the model's own
    },
    { transfer: [bytes.buffer] },
  );
  const model = new Model(engine, opened, filled);
  if (!signal?.aborted) return model;
  await model.close();
  throw cancelled();
}

/**
 * Create a model and train it to the end. Aborting `signal` rejects with code Cancelled and leaves
 * what was trained on the error's `model`.
 * @param {import('./options.js').CreateOptions} options
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

/**
 * Word vectors from a file: the same questions as a trained model, without the training.
 * @param {Uint8Array | ArrayBuffer | {vectors: Uint8Array, metadata: Uint8Array}} file
 *   for 'tsv' the pair of files
 * @param {{format?: 'auto' | 'word2vec' | 'word2vec-binary' | 'tsv'} &
 *   import('./options.js').EngineOptions} [options]
 * @returns {Promise<Model>}
 */
export async function load(file, options = {}) {
  check.checkNames(options, ['format', ...check.engineNames]);
  check.checkEngine(options);
  check.fill(options, check.engineTable);
  const isPair = file !== null && typeof file === 'object' && 'vectors' in file;
  const pair = isPair ? file : { vectors: file, metadata: new Uint8Array() };
  const values = isPair ? ['tsv', 'auto'] : ['auto', 'word2vec', 'word2vec-binary'];
  const { format = values[0] } = options;
  check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
  const bytes = copyOf('file', pair.vectors);
  const metadata = copyOf('metadata', pair.metadata);
  const engine = getEngine(options.workerUrl);
  const opened = await engine.call(
    'load',
    { bytes, metadata, format: isPair ? 'tsv' : format, where: whereOf(options) },
    { transfer: [bytes.buffer, metadata.buffer] },
  );
  return new Model(engine, opened, { build: options.build ?? 'exact' });
}

/**
 * What a corpus becomes, without a model: counts, and the first sentences as they were split.
 * @param {import('./options.js').CorpusInput} corpus
 * @param {import('./options.js').TokenizeOptions & import('./options.js').EngineOptions} [options]
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
