import { finder } from '../link/field.js';
import { cleanPhrase, integer, matching, oneOf, word, words } from '../link/kinds.js';
import { LINK_FIELDS } from '../link/link-fields.js';
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
 * @typedef {LadderValues & import('../link/link-fields.js').PageValues} Values the page's state
 */

/**
 * Sentences of the held-out text, one per sense: the possible meanings of a polyseme.
 * @type {Record<string, string[]>}
 */
const SENTENCES = {
  apple: [
    'farmers say this very old apple this year needs sunshine',
    'engineers say this very old apple this year needs phones',
  ],
  bank: [
    'fishermen leave this very old bank this year without boats',
    'lawyers praise this very old bank this year for loans',
  ],
  苹果: ['果农 说 连 苹果 今年 需要 阳光', '工程师 说 只有 苹果 今年 需要 手机'],
  小米: ['磨坊主 说 连 小米 到 现在 还 需要 粮仓', '店员 说 还是 小米 到 现在 还 需要 电视'],
  杜鹃: ['猎人 说 连 杜鹃 现在 也 需要 树林', '园艺师 说 说到底 还是 杜鹃 现在 也 需要 花瓶'],
  花: ['园丁 说 连 花 过去 这 一 年 需要 浇水', '会计 说 连 花 这个 月 的 工资'],
};

/** The initial questions for each corpus. `next` and `blank` are from its held-out text. */
export const FIRST = {
  en: {
    similar: 'king',
    analogy: ['man', 'woman', 'king'],
    next: 'designers compare this very old apple now and then with',
    blank: 'the _ left the gym with her umbrella',
    polyseme: 'apple',
    polysemes: ['apple', 'bank'],
  },
  zh: {
    similar: '国王',
    analogy: ['男人', '女人', '国王'],
    next: '工程师 觉得 连 苹果 到 现在 还 离不开',
    blank: '_ 又 把 王冠 送 回 宝座 旁边',
    polyseme: '苹果',
    polysemes: ['苹果', '小米', '杜鹃', '花'],
  },
};

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

/** @template {keyof typeof FIRST['en']} Name @param {Name} name */
const first = (name) => (/** @type {Context} */ c) => FIRST[c.corpus][name];
const firstSentence = (/** @type {number} */ i) => (/** @type {Context} */ c) =>
  SENTENCES[c.polyseme]?.[i] ?? '';

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
  { name: 'question', key: 'ask', initial: 'similar', ...oneOf(...QUESTIONS) },
  { name: 'similar', key: 'similar', initial: first('similar'), ...word },
  { name: 'analogy', key: 'analogy', initial: first('analogy'), ...words(3, 3) },
  { name: 'next', key: 'next', initial: first('next'), ...sentence },
  { name: 'blank', key: 'blank', initial: first('blank'), ...sentence },
  {
    name: 'polyseme',
    key: 'word',
    initial: first('polyseme'),
    ...oneOf(...FIRST.en.polysemes, ...FIRST.zh.polysemes),
  },
  { name: 'first', key: 's1', initial: firstSentence(0), ...sentence },
  { name: 'second', key: 's2', initial: firstSentence(1), ...sentence },
  { name: 'hash', key: 'hash', initial: '', ...matching(/^[0-9a-f]{16}$/) },
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
