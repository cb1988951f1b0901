import { finder } from '../link/field.js';
import {
  decimal,
  integer,
  matching,
  oneOf,
  phrase,
  places,
  position,
  word,
  words,
} from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';
import { firstCorpus, MODELS } from '../link/story.js';
import { MAX_LINK_CHARACTERS } from '../link/text-link.js';
import { MODEL_FIELDS } from './model-fields.js';

/**
 * The state of the Lab as one table (link/field.js describes its rows). It is used to read and
 * write links, for the ranges of the sliders, and to determine which changes affect the training.
 *
 * @typedef {import('./model-fields.js').Context} Context
 * @typedef {import('../link/field.js').Field} Field
 *
 * @typedef {object} SettingValues
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} model of MODELS
 * @property {string} corpus a preset's id, or 'own'
 * @property {'space' | 'words' | 'characters' | 'segmenter' | 'jieba1'} tokenizer
 * @property {'lines' | 'stops'} sentences
 *
 * @typedef {object} QuestionValues null: the corpus's example
 * @property {string} speed full, slow or window
 * @property {'input' | 'output'} matrix
 * @property {'pca' | 'analogy' | 'umap'} view
 * @property {number} inside the stop at which the model is opened; 0: the stage shows the map
 * @property {string | null} example a typed sentence that is followed; null: one of the text
 * @property {number} nth that sentence of the text, from 0
 * @property {number | null} guess the position of the word to predict; null: the usual one
 * @property {number} lane Skip-gram: which word of the window is the input
 * @property {string | null} beside ELMo's Inside: a second sentence with the same word
 * @property {string | null} number Inside: the opened number, as block.row.column
 * @property {string} nearest
 * @property {string[] | null} analogy
 * @property {string[] | null} odd
 * @property {string[] | null} pair
 * @property {string | null} next
 * @property {string | null} blank
 * @property {'both' | 'forward' | 'backward'} using
 * @property {string | null} scored
 * @property {'forward' | 'backward'} direction
 * @property {string | null} prompt
 * @property {number} length
 * @property {number} temperature
 * @property {number} topK
 * @property {number} draw
 * @property {string | null} first
 * @property {string | null} second
 * @property {string | null} third
 * @property {number[] | null} places
 * @property {number | null} moment the step of the training that is shown; null: the latest
 * @property {string} words hash of the words and counts that the run was trained on
 * @property {number} rules version of the rules by which the reader's text was cut; links from
 *   before there was one have 1
 *
 * @typedef {SettingValues & import('./model-fields.js').ParameterValues & QuestionValues
 *   & import('../link/link-fields.js').PageValues & {text: string}} Values the state of the Lab
 */

/** @type {import('../link/field.js').Row<Values>[]} */
const SETTING_FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  {
    name: 'model',
    key: 'model',
    initial: 'skip-gram',
    training: true,
    entry: true,
    ...oneOf(...MODELS),
  },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {Context} */ c) => firstCorpus(c.language),
    training: true,
    ...matching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  },
  {
    name: 'tokenizer',
    key: 'cut',
    initial: (/** @type {Context} */ c) => c.corpus?.tokenizer ?? 'words',
    training: true,
    ...oneOf('space', 'words', 'characters', 'segmenter', 'jieba1'),
  },
  {
    name: 'sentences',
    key: 'sentences',
    initial: (/** @type {Context} */ c) => c.corpus?.sentences ?? 'stops',
    training: true,
    ...oneOf('lines', 'stops'),
  },
];

/**
 * The fields of questions and of the view, which do not affect the weights.
 * @type {import('../link/field.js').Row<Values>[]}
 */
const QUESTION_FIELDS = [
  { name: 'speed', key: 'speed', initial: 'full', ...oneOf('full', 'slow', 'window') },
  { name: 'matrix', key: 'matrix', initial: 'input', ...oneOf('input', 'output') },
  { name: 'view', key: 'view', initial: 'pca', ...oneOf('pca', 'analogy', 'umap') },
  // Inside: the model opened, with one example.
  { name: 'inside', key: 'inside', initial: 0, ...integer(0, 7) },
  { name: 'example', key: 'example', initial: null, ...phrase },
  { name: 'nth', key: 'nth', initial: 0, ...integer(0, 1e9) },
  { name: 'guess', key: 'guess', initial: null, ...position },
  { name: 'lane', key: 'lane', initial: 0, ...position },
  { name: 'beside', key: 'beside', initial: null, ...phrase },
  {
    name: 'number',
    key: 'number',
    initial: null,
    ...matching(/^[A-Za-z]\w{0,20}(-[a-z]{1,20})?(\.\d{1,7}){0,2}$/),
  },
  { name: 'nearest', key: 'nearest', initial: '', ...word },
  { name: 'analogy', key: 'analogy', initial: null, ...words(3, 3) },
  { name: 'odd', key: 'odd', initial: null, ...words(3, 8) },
  { name: 'pair', key: 'pair', initial: null, ...words(2, 2) },
  // Predictions. null: the corpus's example; '' is the beginning of a sentence.
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
  // Sentences with the same word, for ELMo's layers: two senses, and the first one again.
  { name: 'first', key: 's1', initial: null, ...phrase },
  { name: 'second', key: 's2', initial: null, ...phrase },
  { name: 'third', key: 's3', initial: null, ...phrase },
  { name: 'places', key: 'at', initial: null, ...places },
  // The training as it was at a step.
  { name: 'moment', key: 'step', initial: null, ...integer(0, 1e12) },
  // The result of the run: hashes of the weights, and of the words and counts it was trained on.
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
  { name: 'words', key: 'words', initial: '', ...matching(/^[0-9a-f]{8}$/) },
  { name: 'rules', key: 'rules', initial: 1, ...integer(1, 1000) },
];

/**
 * The reader's own text, packed. It is the last field, so that a cut link only loses text.
 * @type {import('../link/field.js').Row<Values>}
 */
const TEXT_FIELD = {
  name: 'text',
  key: 'c',
  initial: '',
  training: true,
  ...matching(new RegExp(`^[\\w-]{1,${MAX_LINK_CHARACTERS}}$`)),
};

/** @type {import('../link/field.js').Row<Values>[]} */
export const FIELDS = [
  ...SETTING_FIELDS,
  ...MODEL_FIELDS,
  ...QUESTION_FIELDS,
  ...LINK_FIELDS,
  TEXT_FIELD,
];

export const field = finder(FIELDS);
