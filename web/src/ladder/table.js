import { EDITION_FIELD } from '../link/edition.js';
import { finder } from '../link/field.js';
import { cleanPhrase, integer, matching, oneOf, word, words } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';
import { FIRSTS, POLYSEMES, SENTENCES } from './first-questions.js';
import { QUESTIONS } from './rungs.js';

/**
 * The state of the ladder as a table, in the same form as the Lab's (link/field.js): each row
 * describes a field, its key in the URL fragment and its limits.
 * @typedef {import('../link/field.js').Field} Field
 *
 * @typedef {object} LadderValues
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'en' | 'zh'} corpus
 * @property {number} seed
 * @property {import('./rungs.js').Question} question
 * @property {string} similar
 * @property {string[]} analogy
 * @property {string} next
 * @property {string} blank
 * @property {string} polyseme
 * @property {string} first a sentence with the polyseme
 * @property {string} second another sentence with it
 *
 * @typedef {LadderValues & import('../link/link-fields.js').EditionValues} Values the page's state
 */

const MAX_SENTENCE = 160;

/** A sentence on one line: no control characters, limited length. */
export const cleanSentence = (/** @type {string} */ text) =>
  cleanPhrase(text).slice(0, MAX_SENTENCE).trimStart();

const sentence = {
  parse: (/** @type {string} */ text) => cleanSentence(text) || undefined,
  format: String,
};

/**
 * The context of the defaults: the values of the preceding rows.
 * @typedef {Partial<Values> & {corpus: 'en' | 'zh', polyseme: string}} Context
 */

/** @template {keyof import('./first-questions.js').First} Name @param {Name} name */
const first = (name) => (/** @type {Context} */ c) => FIRSTS[c.edition ?? '2'][c.corpus][name];
const firstSentence = (/** @type {number} */ i) => (/** @type {Context} */ c) =>
  SENTENCES[c.edition ?? '2'][c.polyseme]?.[i] ?? '';

/**
 * A row comes after the rows on which its default depends.
 * @type {import('../link/field.js').Row<Values>[]}
 */
export const FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {Context} */ c) => (c.language === 'zh' ? 'zh' : 'en'),
    ...oneOf('en', 'zh'),
  },
  { name: 'seed', key: 'seed', initial: 1, training: true, ...integer(0, 4294967295) },
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
  EDITION_FIELD,
  { name: 'question', key: 'ask', initial: 'similar', ...oneOf(...QUESTIONS) },
  { name: 'similar', key: 'similar', initial: first('similar'), ...word },
  { name: 'analogy', key: 'analogy', initial: first('analogy'), ...words(3, 3) },
  { name: 'next', key: 'next', initial: first('next'), ...sentence },
  { name: 'blank', key: 'blank', initial: first('blank'), ...sentence },
  {
    name: 'polyseme',
    key: 'word',
    initial: first('polyseme'),
    ...oneOf(...POLYSEMES.en, ...POLYSEMES.zh),
  },
  { name: 'first', key: 's1', initial: firstSentence(0), ...sentence },
  { name: 'second', key: 's2', initial: firstSentence(1), ...sentence },
  ...LINK_FIELDS,
];

export const field = finder(FIELDS);

/** The fields that each question uses. @type {Record<import('./rungs.js').Question, string[]>} */
export const FIELDS_OF = {
  similar: ['similar'],
  analogy: ['analogy'],
  next: ['next'],
  blank: ['blank'],
  senses: ['polyseme', 'first', 'second'],
};
