import { decimal, integer, matching, oneOf, phrase, places, word, words } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';
import { MAX_LINK_CHARACTERS } from '../link/text-link.js';
import { MODEL_FIELDS } from './model-fields.js';

export { cleanPhrase, cleanWord } from '../link/kinds.js';

/**
 * The state of the page as one table: each row joins a field, its key in the URL fragment and the
 * limits of its control. Everything else (reading a link, writing one, ranges of the sliders,
 * what counts as a change of the training) walks this list.
 *
 * @typedef {object} Context what the defaults depend on
 * @property {string} model
 * @property {string} [optimiser] if the reader chose one
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
 * @property {string[]} [models] those that know it; absent: all
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {'linear' | 'log'} [scale]
 * @property {string[]} [options]
 * @property {boolean} [switch] on or off
 */

/** The steps of the story. */
export const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];

/** @type {Field[]} */
const SETTING_FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  { name: 'model', key: 'model', initial: 'skip-gram', training: true, ...oneOf(...MODELS) },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {Context} */ c) => (c.language === 'zh' ? 'relations-zh' : 'relations-en'),
    training: true,
    ...matching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  },
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
];

/** What is asked, and how it is shown: nothing of it changes the weights. @type {Field[]} */
const QUESTION_FIELDS = [
  { name: 'speed', key: 'speed', initial: 'full', ...oneOf('full', 'slow', 'window') },
  { name: 'matrix', key: 'matrix', initial: 'input', ...oneOf('input', 'output') },
  { name: 'view', key: 'view', initial: 'pca', ...oneOf('pca', 'analogy', 'umap') },
  { name: 'nearest', key: 'nearest', initial: '', ...word },
  { name: 'analogy', key: 'analogy', initial: null, ...words(3, 3) },
  { name: 'odd', key: 'odd', initial: null, ...words(3, 8) },
  { name: 'pair', key: 'pair', initial: null, ...words(2, 2) },
  // Predictions. null: the corpus's own example; '' is the beginning of a sentence.
  { name: 'next', key: 'next', initial: null, ...phrase },
  { name: 'blank', key: 'blank', initial: null, ...phrase },
  { name: 'using', key: 'using', initial: 'both', ...oneOf('both', 'forward', 'backward') },
  { name: 'scored', key: 'score', initial: null, ...phrase },
  { name: 'direction', key: 'direction', initial: 'forward', ...oneOf('forward', 'backward') },
  { name: 'prompt', key: 'prompt', initial: null, ...phrase },
  { name: 'length', key: 'length', initial: 20, ...integer(1, 100) },
  { name: 'temperature', key: 'temperature', initial: 1, ...decimal(0.1, 3, 0.1) },
  { name: 'topK', key: 'topk', initial: 0, ...integer(0, 100) },
  { name: 'draw', key: 'draw', initial: 1, ...integer(0, 4294967295) },
  // The same word in two sentences, for ELMo's layers.
  { name: 'first', key: 's1', initial: null, ...phrase },
  { name: 'second', key: 's2', initial: null, ...phrase },
  { name: 'places', key: 'at', initial: null, ...places },
  // What the run ended with: the weights, and the words and counts it was trained on.
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
  { name: 'words', key: 'words', initial: '', ...matching(/^[0-9a-f]{8}$/) },
];

/** The reader's own text, packed. It comes last: who cuts a link cuts this. @type {Field} */
const TEXT_FIELD = {
  name: 'text',
  key: 'c',
  initial: '',
  training: true,
  ...matching(new RegExp(`^[\\w-]{1,${MAX_LINK_CHARACTERS}}$`)),
};

/** @type {Field[]} */
export const FIELDS = [
  ...SETTING_FIELDS,
  ...MODEL_FIELDS,
  ...QUESTION_FIELDS,
  ...LINK_FIELDS,
  TEXT_FIELD,
];

export const FIELD = new Map(FIELDS.map((field) => [field.name, field]));

/** @param {string} name @returns {Field} */
export const field = (name) => /** @type {Field} */ (FIELD.get(name));

/** The value a field has when nothing else is said. @param {Field} row @param {Context} context */
export const initialOf = (row, context) =>
  typeof row.initial === 'function' ? row.initial(context) : row.initial;

export const sameValue = (/** @type {any} */ a, /** @type {any} */ b) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\u0000') === b.join('\u0000'));
