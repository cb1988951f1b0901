import { decimal, filters, flag, integer, oneOf } from '../link/kinds.js';

/** @typedef {import('../link/field.js').Context} Context @typedef {import('../link/field.js').Field} Field */

const WORD2VEC = ['cbow', 'skip-gram'];
const LANGUAGE = ['nnlm', 'elmo'];
const ELMO = ['elmo'];

export const isLanguageModel = (/** @type {string} */ model) => LANGUAGE.includes(model);

/** What the corpus suggests, else the value or what the function says. */
const suggested =
  (/** @type {string} */ name, /** @type {any} */ otherwise) => (/** @type {Context} */ c) =>
    c.defaults?.[name] ?? (typeof otherwise === 'function' ? otherwise(c) : otherwise);

/**
 * CBOW averages its context, so its steps are smaller and the rate is larger. Adaptive optimisers
 * divide by the size of past gradients, so theirs does not depend on the model.
 */
const RATES = /** @type {Record<string, any>} */ ({
  cbow: 0.2,
  'skip-gram': 0.05,
  nnlm: { sgd: 0.1, adagrad: 0.1, adam: 0.002 },
  elmo: { sgd: 0.5, adagrad: 0.2, adam: 0.01 }, // 0.2: allenai/bilm-tf, bin/train_elmo.py
});

function rate(/** @type {Context} */ c) {
  const rates = RATES[c.model] ?? 0.05;
  return typeof rates === 'number' ? rates : rates[c.optimiser ?? OPTIMISER];
}

const OPTIMISER = 'adam';

/** @param {Partial<Field> & {name: string, key: string}} row @returns {Field} */
const trained = (row) =>
  /** @type {any} */ ({ ...row, training: true, initial: suggested(row.name, row.initial) });

/**
 * What decides the weights beyond model and corpus. `models`: those that know the parameter.
 * Defaults suit a toy corpus: gensim's min_count = 5 and sample = 1e-3 would erase one.
 * @type {Field[]}
 */
export const MODEL_FIELDS = [
  {
    name: 'objective',
    key: 'objective',
    initial: 'negative-sampling',
    models: WORD2VEC,
    ...oneOf('negative-sampling', 'hierarchical-softmax', 'softmax'),
  },
  { name: 'vectorSize', key: 'size', initial: 32, ...integer(2, 300) },
  { name: 'window', key: 'window', initial: 5, models: WORD2VEC, ...integer(1, 10) },
  { name: 'negative', key: 'negative', initial: 5, models: WORD2VEC, ...integer(1, 20) },
  { name: 'context', key: 'context', initial: 3, models: ['nnlm'], ...integer(1, 10) },
  { name: 'hidden', key: 'hidden', initial: 64, models: ['nnlm'], ...integer(1, 500) },
  { name: 'layers', key: 'layers', initial: 2, models: ELMO, ...integer(1, 4) },
  {
    name: 'cellSize',
    key: 'cells',
    initial: 32,
    models: ELMO,
    scale: /** @type {const} */ ('log'),
    ...integer(4, 512),
  },
  {
    name: 'alpha',
    key: 'alpha',
    initial: rate,
    scale: /** @type {const} */ ('log'),
    ...decimal(0.0001, 1, 0.0001),
  },
  {
    name: 'epochs',
    key: 'epochs',
    initial: 10,
    scale: /** @type {const} */ ('log'),
    ...integer(1, 200),
  },
  { name: 'seed', key: 'seed', initial: 1, ...integer(0, 4294967295) },
  {
    name: 'minCount',
    key: 'mincount',
    initial: 1,
    scale: /** @type {const} */ ('log'),
    ...integer(1, 1000),
  },
  { name: 'sample', key: 'sample', initial: 0, models: WORD2VEC, ...decimal(0, 0.1, 0.0001) },
  // 0.75: arXiv:1310.4546 §2.2
  { name: 'nsExponent', key: 'nsexp', initial: 0.75, models: WORD2VEC, ...decimal(0, 1, 0.05) },
  { name: 'direct', key: 'direct', initial: false, models: ['nnlm'], ...flag },
  { name: 'charCnn', key: 'charcnn', initial: false, models: ELMO, ...flag },
  { name: 'charSize', key: 'charsize', initial: 8, models: ELMO, ...integer(2, 64) },
  {
    name: 'charFilters',
    key: 'filters',
    initial: () => [
      [1, 8],
      [2, 16],
      [3, 32],
    ],
    models: ELMO,
    ...filters,
  },
  { name: 'highways', key: 'highways', initial: 1, models: ELMO, ...integer(0, 4) },
  { name: 'skipConnections', key: 'skip', initial: true, models: ELMO, ...flag },
  { name: 'dropout', key: 'dropout', initial: 0, models: ELMO, ...decimal(0, 0.8, 0.05) },
  { name: 'cellClip', key: 'cellclip', initial: 3, models: ELMO, ...decimal(0, 20, 0.5) },
  { name: 'projClip', key: 'projclip', initial: 3, models: ELMO, ...decimal(0, 20, 0.5) },
  { name: 'samples', key: 'samples', initial: 0, models: ELMO, ...integer(0, 8192) },
  { name: 'unroll', key: 'unroll', initial: 20, models: ELMO, ...integer(2, 100) },
  { name: 'carryState', key: 'carry', initial: false, models: ELMO, ...flag },
  {
    name: 'optimiser',
    key: 'optimiser',
    initial: OPTIMISER,
    models: LANGUAGE,
    ...oneOf('sgd', 'adagrad', 'adam'),
  },
  {
    name: 'schedule',
    key: 'schedule',
    initial: 'linear',
    models: LANGUAGE,
    ...oneOf('constant', 'linear', 'inverse-time'),
  },
  {
    name: 'minAlpha',
    key: 'minalpha',
    initial: 0.0001,
    scale: /** @type {const} */ ('log'),
    ...decimal(0.00001, 0.1, 0.00001),
  },
  {
    name: 'batch',
    key: 'batch',
    initial: 32,
    models: LANGUAGE,
    scale: /** @type {const} */ ('log'),
    ...integer(1, 512),
  },
  {
    name: 'weightDecay',
    key: 'decay',
    initial: 0,
    models: LANGUAGE,
    ...decimal(0, 0.1, 0.0001),
  },
  { name: 'clipNorm', key: 'clip', initial: 0, models: LANGUAGE, ...decimal(0, 100, 1) },
  { name: 'heldout', key: 'heldout', initial: 10, models: LANGUAGE, ...integer(0, 50) },
  { name: 'patience', key: 'patience', initial: 0, models: LANGUAGE, ...integer(0, 20) },
  { name: 'build', key: 'build', initial: 'exact', ...oneOf('exact', 'fast', 'parallel') },
  { name: 'threads', key: 'threads', initial: 2, ...integer(2, 16) },
].map(trained);

/** What one-hot has: what makes the vocabulary, and who counts. */
const ONE_HOT = ['minCount', 'build'];
const OF_CHARACTERS = ['charSize', 'charFilters', 'highways'];

/** Does the parameter say anything, given the others? @param {Field} row @param {any} values */
export function applies(row, values) {
  const { name, models } = row;
  if (values.model === 'one-hot') return ONE_HOT.includes(name);
  if (models && !models.includes(values.model)) return false;
  if (name === 'negative' || name === 'nsExponent') return values.objective === 'negative-sampling';
  if (OF_CHARACTERS.includes(name)) return values.charCnn;
  if (name === 'threads') return values.build === 'parallel';
  if (name === 'minAlpha') return !isLanguageModel(values.model) || values.schedule === 'linear';
  return true;
}

/**
 * Do equal runs end in equal weights here? Threads that share CBOW's or Skip-gram's weights write
 * over each other, every time in another way.
 * @param {string} model @param {import('../api/types.js').Info | undefined} info
 */
export const repeats = (model, info) =>
  isLanguageModel(model) || info?.build !== 'parallel' || info.threads < 2;
