import { EDITION_FIELD } from '../link/edition.js';
import { finder } from '../link/field.js';
import { cleanPhrase, integer, matching, oneOf } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';

/**
 * The state of the transfer page as a table, in the same form as the Lab's (link/field.js): each
 * row describes a field, its key in the URL fragment and its limits.
 * @typedef {import('../link/field.js').Field} Field
 *
 * @typedef {object} TransferValues
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'images' | 'text'} chapter
 * @property {string[]} locks layers that are frozen
 * @property {'pretrained' | 'random'} origin
 * @property {'en' | 'zh' | 'own'} corpus
 * @property {'elmo' | 'skip-gram'} model
 * @property {import('../api/types.js').TransferMode} mode
 * @property {'closed' | 'frozen' | 'fine-tuned' | 'scratch'} inside the network that is opened
 * @property {string} shots labels per class
 * @property {string} sentence
 * @property {'1' | '3' | '5' | '10'} seeds
 * @property {number} seed
 *
 * @typedef {TransferValues & import('../link/link-fields.js').EditionValues} Values the page's state
 */

/** @type {Values['chapter'][]} */
export const CHAPTERS = ['images', 'text'];
/** Layers of the digits' network that can be frozen; the head is always trained. */
export const LOCKABLE = ['conv1', 'conv2', 'hidden'];
/** Layers whose features serve other digits unchanged; they are frozen by default. */
export const GENERAL = ['conv1', 'conv2'];
/** The initial weights of B's layers. @type {Values['origin'][]} */
export const ORIGINS = ['pretrained', 'random'];
/**
 * The four modes by their names in the API, in the order of the list.
 * @type {Values['mode'][]}
 */
export const MODES = ['fine-tuned', 'frozen', 'scratch', 'frozen-random'];
/** The network whose inside is open. @type {Values['inside'][]} */
const INSIDE = ['closed', 'frozen', 'fine-tuned', 'scratch'];
/** Labels per class on the axis of the curves. */
export const LABELS = [1, 2, 5, 10, 50];
const MAX_SENTENCE = 200;

/** Names of layers; `none` for no layer. */
const layers = {
  parse: (/** @type {string} */ text) => {
    if (text === 'none') return [];
    const names = text.split(',');
    if (!names.every((name) => LOCKABLE.includes(name))) return undefined;
    return LOCKABLE.filter((name) => names.includes(name));
  },
  format: (/** @type {string[]} */ names) => (names.length ? names.join(',') : 'none'),
};

/** A sentence on one line. Spaces are kept, because typing may continue. @param {string} text */
const cleanSentence = (text) => cleanPhrase(text).slice(0, MAX_SENTENCE).trimStart();

/** @type {import('../link/field.js').Row<Values>[]} */
export const FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  { name: 'chapter', key: 'chapter', initial: 'images', entry: true, ...oneOf(...CHAPTERS) },
  { name: 'locks', key: 'frozen', initial: GENERAL, ...layers },
  { name: 'origin', key: 'from', initial: 'pretrained', ...oneOf(...ORIGINS) },
  { name: 'inside', key: 'inside', initial: 'closed', ...oneOf(...INSIDE) },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {{language?: 'en' | 'zh'}} */ c) => c.language ?? 'en',
    ...oneOf('en', 'zh', 'own'),
  },
  { name: 'model', key: 'model', initial: 'elmo', ...oneOf('elmo', 'skip-gram') },
  { name: 'mode', key: 'mode', initial: 'frozen', ...oneOf(...MODES) },
  { name: 'shots', key: 'labels', initial: '5', ...oneOf(...LABELS.map(String)) },
  { name: 'sentence', key: 'sentence', initial: '', parse: cleanSentence, format: cleanSentence },
  { name: 'seeds', key: 'seeds', initial: '5', ...oneOf('1', '3', '5', '10') },
  { name: 'seed', key: 'seed', initial: 1, training: true, ...integer(0, 4294967295) },
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
  EDITION_FIELD,
  ...LINK_FIELDS,
];

export const field = finder(FIELDS);
