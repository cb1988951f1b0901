import { decimal, integer, matching, oneOf, phrase, places, word, words } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';
import { MODELS } from '../link/story.js';
import { MAX_LINK_CHARACTERS } from '../link/text-link.js';
import { MODEL_FIELDS } from './model-fields.js';

/**
 * The state of the Lab as one table (link/field.js says what a row holds). Everything else (reading a
 * link, writing one, ranges of the sliders, what counts as a change of the training) walks this list.
 *
 * @typedef {import('../link/field.js').Context} Context
 * @typedef {import('../link/field.js').Field} Field
 */

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
