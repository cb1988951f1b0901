import { EDITION_FIELD } from '../link/edition.js';
import { finder } from '../link/field.js';
import { cleanPhrase, decimal, integer, matching, oneOf } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';

/**
 * The state of the polysemy lab as a table, in the same form as the Lab's (link/field.js): each row
 * describes a field, its key in the URL fragment and its limits.
 * @typedef {import('../link/field.js').Field} Field
 *
 * @typedef {object} SenseValues
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} word
 * @property {string} layer of LAYERS
 * @property {'both' | 'forward' | 'backward'} direction
 * @property {'senses' | 'pca'} axes
 * @property {number[]} weights shares of the layers in the mix
 * @property {number} gamma
 * @property {string} sentence
 * @property {number} seed
 *
 * @typedef {SenseValues & import('../link/link-fields.js').EditionValues} Values the page's state
 */

/** The words a reader can choose; their language determines the corpus. */
export const WORDS = ['apple', 'bank', '苹果', '小米', '杜鹃', '花'];
export const LAYERS = ['0', '1', '2', 'mix'];
/** The possible axes of the map. @type {Values['axes'][]} */
export const AXES = ['senses', 'pca'];
/** Layers that can be mixed: the token layer and two LSTM layers. */
export const MIXED = 3;
export const MAX_SENTENCE = 160;

/** @param {string} word @returns {'en' | 'zh'} */
export const languageOf = (word) => (/^[a-z]/.test(word) ? 'en' : 'zh');

/**
 * The id of the corpus.
 * @param {{language: 'en' | 'zh', edition: import('../link/edition.js').Edition}} of
 */
export const corpusId = ({ language, edition }) =>
  edition === '1' ? `polysemy-${language}` : `polysemy-${language}-${edition}`;

/** Three shares: `0.2,0.3,0.5`. They are scaled to sum to 1; all zeros are invalid. */
const shares = {
  parse: (/** @type {string} */ text) => {
    const numbers = text.split(',').map((part) => (/^\d(\.\d{1,6})?$/.test(part) ? +part : -1));
    const sum = numbers.reduce((a, b) => a + b, 0);
    if (numbers.length !== MIXED || numbers.some((x) => x < 0) || sum === 0) return undefined;
    return numbers.map((x) => round(x / sum));
  },
  format: (/** @type {number[]} */ list) => list.join(','),
};

const round = (/** @type {number} */ x) => Math.round(1000 * x) / 1000;

/**
 * A sentence on one line: no control characters, limited length. Spaces are kept, because typing
 * may continue.
 */
export const cleanSentence = (/** @type {string} */ text) =>
  cleanPhrase(text).slice(0, MAX_SENTENCE).trimStart();

const sentence = {
  parse: (/** @type {string} */ text) => cleanSentence(text) || undefined,
  format: String,
};

/** @type {Record<string, string>} the initial word, by the reader's language */
const FIRST = { en: 'apple', zh: '苹果' };

// Bilm-tf's initial values: all weights are 0 before the softmax.
export const EQUAL = [0.333, 0.333, 0.333];

/** @type {import('../link/field.js').Row<Values>[]} */
export const FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  {
    name: 'word',
    key: 'word',
    initial: (/** @type {{language?: string}} */ c) => FIRST[c.language ?? ''] ?? '',
    ...oneOf(...WORDS),
  },
  { name: 'layer', key: 'layer', initial: '2', ...oneOf(...LAYERS) },
  { name: 'direction', key: 'dir', initial: 'both', ...oneOf('both', 'forward', 'backward') },
  { name: 'axes', key: 'axes', initial: 'senses', ...oneOf(...AXES) },
  { name: 'weights', key: 's', initial: EQUAL, ...shares },
  { name: 'gamma', key: 'gamma', initial: 1, ...decimal(0.1, 2, 0.05) },
  { name: 'sentence', key: 'sentence', initial: '', ...sentence },
  { name: 'seed', key: 'seed', initial: 1, training: true, ...integer(0, 4294967295) },
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
  EDITION_FIELD,
  ...LINK_FIELDS,
];

export const field = finder(FIELDS);

/**
 * Sets one share; the others keep their proportions and add up to the rest.
 * @param {number[]} weights @param {number} index @param {number} value 0 … 1
 */
export function withShare(weights, index, value) {
  const others = weights.reduce((sum, x, i) => (i === index ? sum : sum + x), 0);
  const rest = 1 - value;
  return weights.map((x, i) => {
    if (i === index) return round(value);
    return round(others > 0 ? (x / others) * rest : rest / (weights.length - 1));
  });
}
