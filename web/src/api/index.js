/**
 * Preformer's JavaScript API: train word vectors in the browser and query them.
 *
 *     const model = await train({ corpus, model: 'skip-gram', seed: 1 });
 *     await model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'] });
 *
 * Train classifiers with few labels on the layers of a model:
 *
 *     const reviews = await model.transfer({ examples: 'good\ta fine film\nbad\tso dull\n' });
 */

import { badParameter, cancelled, PreformerError } from '../worker/errors.js';
import { defaultsFor, readCorpus, readHeldout } from './corpus.js';
import { getEngine, whereOf } from './engine.js';
import { Model } from './model.js';
import * as check from './options.js';
import { part } from './part.js';
import { idOf } from './remote.js';
import { isStream } from './streams.js';
import { transferWith } from './trainable.js';

export { load } from './load.js';
export { Model, PreformerError };

transferWith(() => part(() => import('./transfer.js')));

const createNames = [
  'corpus',
  'heldout',
  'start',
  'keep',
  'phrases',
  ...Object.keys(check.trainTable),
  ...check.engineNames,
];

/** @param {import('./types.js').CreateOptions | import('./types.js').StreamOptions} options @returns {options is import('./types.js').StreamOptions} */
const inPieces = (options) => isStream(options?.corpus);

/** Options that a model takes over from the one it goes on with. */
const kept = ['model', 'objective', 'window', 'negative', 'nsExponent', 'sample'];

/**
 * Creates an untrained model: reads the corpus and initialises the weights.
 * @param {import('./types.js').CreateOptions} options
 * @returns {Promise<Model>}
 */
export async function create(options) {
  check.checkNames(options, [...createNames, ...check.runNames]);
  check.checkRun(options);
  check.checkEngine(options);
  check.fill(options, check.engineTable);
  // Checked before the corpus is read, so that a misspelt option fails at once.
  check.fill(options, check.trainTable);
  const { signal } = options;
  if (signal?.aborted) throw cancelled(signal);
  const { start, keep = false } = options;
  if (start !== undefined && !(start instanceof Model))
    throw badParameter('start', start, 'a model');
  if (typeof keep !== 'boolean' || (keep && !start)) {
    throw badParameter('keep', keep, 'true or false, and true only with start');
  }
  const phrases = check.phrasesOf(options.phrases);
  if (isStream(options.corpus)) {
    throw badParameter('corpus', options.corpus, 'read in pieces by train(), not by create()');
  }
  const { bytes, tokens, replaced, encoding, defaults } = await readCorpus(
    options.corpus,
    'corpus',
    options,
  );
  const suggested = defaultsFor(defaults, options.model ?? 'skip-gram');
  if (start) suggested.vectorSize = start.info.dimensions;
  if (start && keep) for (const name of kept) suggested[name] ??= start.options[name];
  const filled = check.fill({ ...suggested, ...defined(options) }, check.trainTable);
  const heldout = await readHeldout(options.heldout, options);
  const engine = getEngine(options.workerUrl);
  const opened = await engine.call(
    'create',
    {
      bytes,
      where: whereOf(options),
      start: start?.[idOf]('start', start),
      keep,
      // 0: the default of the model.
      options: { ...filled, alpha: filled.alpha ?? 0, tokens, replaced, heldout, phrases },
    },
    { transfer: [bytes.buffer, heldout.bytes.buffer] },
  );
  if (encoding) opened.info.encoding = encoding;
  const model = new Model(engine, opened, filled);
  if (!signal?.aborted) return model;
  await model.close();
  throw cancelled(signal);
}

/**
 * Creates a model and trains it to the end. If `signal` aborts, the promise rejects with code
 * Cancelled, and the partly trained model is the error's `model`.
 * @param {import('./types.js').CreateOptions | import('./types.js').StreamOptions} options
 * @returns {Promise<Model>}
 */
export async function train(options) {
  if (inPieces(options)) {
    check.checkNames(options, [...createNames, ...check.runNames]);
    check.checkRun(options);
    check.checkEngine(options);
    check.fill(options, check.engineTable);
    if (options.signal?.aborted) throw cancelled(options.signal);
    return (await part(() => import('./stream.js'))).trainStream(options);
  }
  const model = await create(options);
  const { signal, onProgress, onEpoch, stepsPerSecond } = options;
  try {
    await model.resume({ signal, onProgress, onEpoch, stepsPerSecond });
    return model;
  } catch (error) {
    if (error instanceof PreformerError && error.code === 'Cancelled') error.model = model;
    else await model.close();
    throw error;
  }
}

/**
 * Trains the same run with several seeds, and says in how many of them an answer held:
 *
 *     const { answers } = await repeat(options, { seeds: 20, ask: [{ similar: 'king' }] });
 *     answers[0].words[0]; // { word: 'queen', first: 18, among: 20, mean: 0.97, spread: 0.01, … }
 *
 * Without `ask` the models stay open: ask() asks them, close() closes them.
 * @param {import('./types.js').CreateOptions} options of one run
 * @param {import('./repeat.js').RepeatOptions} [how]
 */
export async function repeat(options, how) {
  return (await part(() => import('./repeat.js'))).repeatWith(create, options, how);
}

/**
 * Creates an untrained classifier of images.
 * @param {import('./types.js').ImageOptions} options
 */
export async function createImages(options) {
  return (await part(() => import('./images.js'))).createImages(options);
}

/**
 * Creates a classifier of images and trains it to the end, as train() does.
 * @param {import('./types.js').ImageOptions} options
 */
export async function trainImages(options) {
  return (await part(() => import('./images.js'))).trainImages(options);
}

/**
 * Loads an ELMo with published weights from the files of bilm-tf: options.json and weights.hdf5.
 * @param {import('./elmo.js').ElmoFiles} files
 * @param {import('./elmo.js').LoadElmoOptions} [options]
 */
export async function loadElmo(files, options) {
  return (await part(() => import('./elmo.js'))).loadElmo(files, options);
}

/**
 * Reads a text file of any encoding: read-text.js says how.
 * @param {Parameters<typeof import('./read-text.js').readText>[0]} file
 * @param {Parameters<typeof import('./read-text.js').readText>[1]} [options]
 */
export async function readText(file, options) {
  return (await part(() => import('./read-text.js'))).readText(file, options);
}

/**
 * Finds pairs of words that belong together, as "new york", and joins them, by the score of Mikolov et
 * al. 2013, as gensim's Phrases does. `train({ phrases: true })` does it before training.
 * @param {import('./types.js').CorpusInput} corpus
 * @param {import('./phrases.js').PhraseOptions & import('./types.js').TokenizeOptions &
 *   import('./types.js').EngineOptions} [options]
 * @returns {Promise<import('./phrases.js').FoundPhrases>}
 */
export async function findPhrases(corpus, options) {
  return (await part(() => import('./phrases.js'))).findPhrases(corpus, options);
}

/**
 * Reads a corpus without creating a model. Returns counts and the first sentences as they were
 * split.
 * @param {import('./types.js').CorpusInput} corpus
 * @param {import('./types.js').TokenizeOptions & import('./types.js').EngineOptions} [options]
 * @returns {Promise<{tokens: number, sentences: number, vocabulary: number, replaced: number,
 *   overlong: number, dropped: number, droppedSigns: string[], alone: number, encoding?: string,
 *   preview: string[][]}>} dropped: signs that are no part of a token; encoding: of a file;
 *   preview: at most 3 sentences of at most 60 tokens
 */
export async function tokenize(corpus, options = {}) {
  check.checkNames(options, [...Object.keys(check.tokenizeTable), ...check.engineNames]);
  check.checkEngine(options);
  check.fill(options, { ...check.engineTable, ...check.tokenizeTable });
  const { bytes, tokens, replaced, encoding, defaults } = await readCorpus(
    corpus,
    'corpus',
    options,
  );
  const filled = check.fill({ ...defaults, ...defined(options) }, check.tokenizeTable);
  const found = await getEngine(options.workerUrl).call(
    'tokenize',
    { bytes, where: whereOf(options), options: { ...filled, tokens, replaced } },
    { transfer: [bytes.buffer] },
  );
  return encoding ? { ...found, encoding } : found;
}

/**
 * Reads labelled lines, as transfer() and compare() do, without training: label, tab, sentence, or
 * `__label__x sentence`. Lines that cannot be read are left out and counted.
 * @param {string | {bytes: Uint8Array | ArrayBuffer}} text
 * @param {import('./types.js').EngineOptions} [options]
 * @returns {Promise<import('./types.js').LabelledLines>}
 */
export async function readLabelledLines(text, options = {}) {
  check.checkNames(options, check.engineNames);
  check.checkEngine(options);
  check.fill(options, check.engineTable);
  const { packFor } = await part(() => import('./examples.js'));
  const { lines } = await packFor({}, 'examples', text);
  if (!lines) throw badParameter('examples', text, 'lines of label, tab, sentence, or {bytes}');
  const args = { bytes: lines, where: whereOf(options) };
  return getEngine(options.workerUrl).call('readLabelledLines', args, { transfer: [lines.buffer] });
}

/**
 * Removes undefined values, so that they do not override a preset's defaults.
 * @param {object} options
 */
const defined = (options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
