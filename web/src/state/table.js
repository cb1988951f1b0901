/**
 * The state of the page as one table: each row joins a field, its key in the URL fragment and the
 * limits of its control. Everything else (reading a link, writing one, ranges of the sliders,
 * what counts as a change of the training) walks this list.
 *
 * @typedef {object} Context what the defaults depend on
 * @property {string} model
 * @property {string} [language] what the link says: 'en', 'zh' or 'auto'
 * @property {Record<string, any>} [defaults] options the corpus suggests (`presets[i].defaults`)
 * @property {{tokenizer?: string, sentences?: string}} [corpus]
 *
 * @typedef {object} Field
 * @property {string} name the field's name in the state
 * @property {string} key its key in the fragment
 * @property {(text: string) => any} parse returns undefined when the text is no value of the field
 * @property {(value: any) => string} format parse(format(x)) equals x
 * @property {any} initial the default, or a function of the Context
 * @property {boolean} [training] part of what determines the trained weights
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {'linear' | 'log'} [scale]
 * @property {string[]} [options]
 */

const clamp = (/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) =>
  Math.min(high, Math.max(low, x));

/** Whole numbers: digits only, then clamped. `1e308`, `NaN`, `-1` and `0x10` are no numbers here. */
export const integer = (/** @type {number} */ min, /** @type {number} */ max) => ({
  min,
  max,
  step: 1,
  parse: (/** @type {string} */ text) =>
    /^\d{1,15}$/.test(text) ? clamp(Number(text), min, max) : undefined,
  format: String,
});

/** Decimals of at most 12 characters, a small exponent allowed (`5e-4`), then clamped. */
export const decimal = (/** @type {number} */ min, /** @type {number} */ max, step = 0.001) => ({
  min,
  max,
  step,
  parse: (/** @type {string} */ text) =>
    /^(?=.{1,24}$)\d{1,9}(\.\d{1,20})?(e-\d{1,2})?$/.test(text)
      ? clamp(Number(text), min, max)
      : undefined,
  format: String,
});

export const oneOf = (/** @type {string[]} */ ...options) => ({
  options,
  parse: (/** @type {string} */ text) => (options.includes(text) ? text : undefined),
  format: String,
});

const MAX_WORD = 64;

/** A word as a query may hold it: no control characters, no lone surrogates, not too long. */
export const cleanWord = (/** @type {string} */ text) =>
  [...text]
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .filter((c) => !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/.test(c) || c.length > 1)
    .slice(0, MAX_WORD)
    .join('')
    .trim();

const word = {
  parse: (/** @type {string} */ text) => cleanWord(text) || undefined,
  format: (/** @type {string} */ value) => value,
};

/** Words joined by commas; a comma within a word is written %2C (once more than the fragment). */
const words = (/** @type {number} */ least, /** @type {number} */ most) => ({
  min: least,
  max: most,
  parse: (/** @type {string} */ text) => {
    const list = text
      .split(',')
      .slice(0, most)
      .map((part) => cleanWord(part.replaceAll('%2C', ',').replaceAll('%25', '%')))
      .filter(Boolean);
    return list.length >= least ? list : undefined;
  },
  format: (/** @type {string[]} */ list) =>
    list.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(','),
});

export const matching = (/** @type {RegExp} */ pattern) => ({
  parse: (/** @type {string} */ text) => (pattern.test(text) ? text : undefined),
  format: String,
});

const suggested =
  (/** @type {string} */ name, /** @type {any} */ otherwise) => (/** @type {Context} */ c) =>
    c.defaults?.[name] ?? (typeof otherwise === 'function' ? otherwise(c) : otherwise);

/**
 * Defaults suit a toy corpus. gensim's min_count = 5 and sample = 1e-3 would erase one.
 * alpha: CBOW averages its context, so its steps are smaller and the rate is larger.
 * @type {Field[]}
 */
export const FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  {
    name: 'model',
    key: 'model',
    initial: 'skip-gram',
    training: true,
    ...oneOf('one-hot', 'cbow', 'skip-gram'),
  },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {Context} */ c) => (c.language === 'zh' ? 'relations-zh' : 'relations-en'),
    training: true,
    ...matching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  },
  { name: 'text', key: 'c', initial: '', training: true, ...matching(/^[\w-]{1,16384}$/) },
  {
    name: 'tokenizer',
    key: 'cut',
    initial: (/** @type {Context} */ c) => c.corpus?.tokenizer ?? 'words',
    training: true,
    ...oneOf('space', 'words', 'characters', 'segmenter'),
  },
  {
    name: 'sentences',
    key: 'sentences',
    initial: (/** @type {Context} */ c) => c.corpus?.sentences ?? 'stops',
    training: true,
    ...oneOf('lines', 'stops'),
  },
  {
    name: 'objective',
    key: 'objective',
    initial: suggested('objective', 'negative-sampling'),
    training: true,
    ...oneOf('negative-sampling', 'hierarchical-softmax', 'softmax'),
  },
  {
    name: 'vectorSize',
    key: 'size',
    initial: suggested('vectorSize', 32),
    training: true,
    ...integer(2, 300),
  },
  {
    name: 'window',
    key: 'window',
    initial: suggested('window', 5),
    training: true,
    ...integer(1, 10),
  },
  {
    name: 'negative',
    key: 'negative',
    initial: suggested('negative', 5),
    training: true,
    ...integer(1, 20),
  },
  {
    name: 'alpha',
    key: 'alpha',
    initial: suggested('alpha', (/** @type {Context} */ c) => (c.model === 'cbow' ? 0.2 : 0.05)),
    training: true,
    scale: 'log',
    ...decimal(0.001, 1),
  },
  {
    name: 'epochs',
    key: 'epochs',
    initial: suggested('epochs', 10),
    training: true,
    scale: 'log',
    ...integer(1, 200),
  },
  { name: 'seed', key: 'seed', initial: 1, training: true, ...integer(0, 4294967295) },
  {
    name: 'minCount',
    key: 'mincount',
    initial: suggested('minCount', 1),
    training: true,
    scale: 'log',
    ...integer(1, 1000),
  },
  {
    name: 'sample',
    key: 'sample',
    initial: suggested('sample', 0),
    training: true,
    ...decimal(0, 0.1, 0.0001),
  },
  {
    name: 'nsExponent',
    key: 'nsexp',
    initial: suggested('nsExponent', 0.75), // arXiv:1310.4546 §2.2
    training: true,
    ...decimal(0, 1, 0.05),
  },
  {
    name: 'minAlpha',
    key: 'minalpha',
    initial: suggested('minAlpha', 0.0001),
    training: true,
    scale: 'log',
    ...decimal(0.00001, 0.1, 0.00001),
  },
  { name: 'build', key: 'build', initial: 'exact', training: true, ...oneOf('exact', 'fast') },
  { name: 'speed', key: 'speed', initial: 'full', ...oneOf('full', 'slow', 'window') },
  { name: 'matrix', key: 'matrix', initial: 'input', ...oneOf('input', 'output') },
  { name: 'view', key: 'view', initial: 'pca', ...oneOf('pca', 'analogy', 'umap') },
  { name: 'nearest', key: 'nearest', initial: '', ...word },
  { name: 'analogy', key: 'analogy', initial: null, ...words(3, 3) },
  { name: 'odd', key: 'odd', initial: null, ...words(3, 8) },
  { name: 'pair', key: 'pair', initial: null, ...words(2, 2) },
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
];

export const FIELD = new Map(FIELDS.map((field) => [field.name, field]));

/** @param {string} name @returns {Field} */
export const field = (name) => /** @type {Field} */ (FIELD.get(name));

/** The value a field has when nothing else is said. @param {Field} row @param {Context} context */
export const initialOf = (row, context) =>
  typeof row.initial === 'function' ? row.initial(context) : row.initial;

export const sameValue = (/** @type {any} */ a, /** @type {any} */ b) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\u0000') === b.join('\u0000'));
