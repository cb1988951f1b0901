import parameters from '../api/parameters.json' with { type: 'json' };
import { decimal, filters, flag, integer, oneOf } from '../link/kinds.js';
import { keyOf } from '../link/parameter-keys.js';

/**
 * @typedef {import('../link/field.js').Field} Field
 * @typedef {import('../api/types.js').TrainingOptions} TrainingOptions
 *
 * @typedef {Required<Omit<TrainingOptions, 'heldout' | 'start' | 'model'>> & {minCount: number,
 *   build: 'exact' | 'fast' | 'parallel', threads: number, heldout: number}} ParameterValues as in
 *   the API, except heldout: percent of the text
 *
 * @typedef {object} Context the values on which defaults depend
 * @property {string} model
 * @property {string} [optimiser] if the reader chose one
 * @property {string} [language] the language in the link: 'en', 'zh' or 'auto'
 * @property {Record<string, unknown>} [defaults] options that the corpus suggests
 *   (`presets[i].defaults`)
 * @property {Partial<import('../text/script.js').Cut>} [corpus]
 */

const WORD2VEC = ['cbow', 'skip-gram'];
const LANGUAGE = ['nnlm', 'elmo'];
const ELMO = ['elmo'];

export const isLanguageModel = (/** @type {string} */ model) => LANGUAGE.includes(model);

/** The corpus's suggestion, else the given value or the result of the given function. */
const suggested =
  (/** @type {string} */ name, /** @type {unknown} */ otherwise) => (/** @type {Context} */ c) =>
    c.defaults?.[name] ?? (typeof otherwise === 'function' ? otherwise(c) : otherwise);

/**
 * Learning rates of optimisers other than the default one, whose rates are in the core. Adaptive
 * optimisers divide by the size of past gradients, so their rates do not depend on the model.
 * @type {Record<string, Record<string, number>>}
 */
const RATES = {
  nnlm: { sgd: 0.1, adagrad: 0.1 },
  elmo: { sgd: 0.5, adagrad: 0.2 }, // 0.2: allenai/bilm-tf, bin/train_elmo.py
};

/** @type {Record<string, number>} */
const defaultRates = parameters.train.alpha.initialByModel;

const rate = (/** @type {Context} */ c) =>
  RATES[c.model]?.[c.optimiser ?? ''] ?? defaultRates[c.model];
/** @type {Record<string, {kind: string, initial?: unknown}>} */
const ROWS = { ...parameters.text, ...parameters.train };

/**
 * A row of the list below.
 * @typedef {{[Name in keyof ParameterValues]: Omit<import('../link/field.js').Field<ParameterValues[Name]>,
 *   'key' | 'initial'> & {name: Name, initial?: unknown}}[keyof ParameterValues]} Parameter
 */

/**
 * Adds the key and the default of a parameter, which come from the core's table.
 * @param {Parameter} row @returns {import('../link/field.js').Row<ParameterValues>}
 */
const trained = (row) => {
  const { name } = row;
  const initial = suggested(name, row.initial ?? ROWS[name].initial);
  const shared = { key: keyOf(name), training: true, initial };
  return { ...row, ...shared };
};

/**
 * The fields that affect the weights besides model and corpus, with the range of the slider.
 * `models`: the models that have the parameter. The defaults suit a toy corpus: gensim's min_count
 * = 5 and sample = 1e-3 would remove most of it.
 * @type {Parameter[]}
 */
const PARAMETERS = [
  {
    name: 'objective',

    models: WORD2VEC,
    ...oneOf('negative-sampling', 'hierarchical-softmax', 'softmax'),
  },
  { name: 'vectorSize', ...integer(2, 300) },
  { name: 'window', models: WORD2VEC, ...integer(1, 10) },
  { name: 'negative', models: WORD2VEC, ...integer(1, 20) },
  { name: 'context', models: ['nnlm'], ...integer(1, 10) },
  { name: 'hidden', models: ['nnlm'], ...integer(1, 500) },
  { name: 'layers', models: ELMO, ...integer(1, 4) },
  {
    name: 'cellSize',

    models: ELMO,
    scale: 'log',
    ...integer(4, 512),
  },
  {
    name: 'alpha',
    initial: rate,
    scale: 'log',
    ...decimal(0.0001, 1, 0.0001),
  },
  {
    name: 'epochs',

    scale: 'log',
    ...integer(1, 200),
  },
  { name: 'seed', ...integer(0, 4294967295) },
  {
    name: 'minCount',

    scale: 'log',
    ...integer(1, 1000),
  },
  { name: 'sample', models: WORD2VEC, ...decimal(0, 0.1, 0.0001) },
  { name: 'nsExponent', models: WORD2VEC, ...decimal(0, 1, 0.05) },
  { name: 'draws', models: WORD2VEC, ...oneOf('stream', 'keyed') },
  { name: 'sharedWindows', models: ['skip-gram'], scale: 'log', ...integer(1, 16) },
  { name: 'direct', models: ['nnlm'], ...flag },
  { name: 'charCnn', models: ELMO, ...flag },
  { name: 'charSize', models: ELMO, ...integer(2, 64) },
  {
    name: 'charFilters',

    models: ELMO,
    ...filters,
  },
  { name: 'highways', models: ELMO, ...integer(0, 4) },
  { name: 'skipConnections', models: ELMO, ...flag },
  { name: 'dropout', models: ELMO, ...decimal(0, 0.8, 0.05) },
  { name: 'cellClip', models: ELMO, ...decimal(0, 20, 0.5) },
  { name: 'projClip', models: ELMO, ...decimal(0, 20, 0.5) },
  { name: 'samples', models: LANGUAGE, ...integer(0, 8192) },
  { name: 'unroll', models: ELMO, ...integer(2, 100) },
  { name: 'carryState', models: ELMO, ...flag },
  {
    name: 'optimiser',

    models: LANGUAGE,
    ...oneOf('sgd', 'adagrad', 'adam'),
  },
  {
    name: 'schedule',

    models: LANGUAGE,
    ...oneOf('constant', 'linear', 'inverse-time'),
  },
  {
    name: 'minAlpha',

    scale: 'log',
    ...decimal(0.00001, 0.1, 0.00001),
  },
  {
    name: 'batch',

    models: LANGUAGE,
    scale: 'log',
    ...integer(1, 512),
  },
  {
    name: 'weightDecay',

    models: LANGUAGE,
    ...decimal(0, 0.1, 0.0001),
  },
  { name: 'clipNorm', models: LANGUAGE, ...decimal(0, 100, 1) },
  { name: 'heldout', initial: 10, models: LANGUAGE, ...integer(0, 50) },
  { name: 'patience', models: LANGUAGE, ...integer(0, 20) },
  { name: 'build', initial: 'exact', ...oneOf('exact', 'fast', 'parallel') },
  { name: 'threads', initial: 2, ...integer(2, 16) },
];

export const MODEL_FIELDS = PARAMETERS.map(trained);

/** The fields of one-hot: the one that determines the vocabulary, and the build. */
const ONE_HOT = ['minCount', 'build'];
const OF_SAMPLING = ['negative', 'nsExponent', 'sharedWindows'];
const OF_CHARACTERS = ['charSize', 'charFilters', 'highways'];

/**
 * Whether the parameter has an effect, given the others.
 * @param {Pick<Field, 'name' | 'models'>} row
 * @param {Pick<import('./table.js').Values,
 *   'model' | 'objective' | 'charCnn' | 'build' | 'schedule' | 'direct'>} values
 */
export function applies(row, values) {
  const { name, models } = row;
  if (values.model === 'one-hot') return ONE_HOT.includes(name);
  if (models && !models.includes(values.model)) return false;
  if (OF_SAMPLING.includes(name)) return values.objective === 'negative-sampling';
  if (OF_CHARACTERS.includes(name)) return values.charCnn;
  if (name === 'samples') return values.model !== 'nnlm' || !values.direct;
  if (name === 'threads') return values.build === 'parallel';
  if (name === 'minAlpha') return !isLanguageModel(values.model) || values.schedule === 'linear';
  return true;
}

/**
 * Whether equal runs give equal weights. The threads of CBOW and Skip-gram share weights and
 * overwrite each other's updates, differently in every run.
 * @param {string} model @param {import('../api/types.js').Info | undefined} info
 */
export const repeats = (model, info) =>
  isLanguageModel(model) || info?.build !== 'parallel' || info.threads < 2;
