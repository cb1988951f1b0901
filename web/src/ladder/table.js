import { cleanPhrase, integer, oneOf, word, words } from '../state/kinds.js';
import { QUESTIONS } from './rungs.js';

/**
 * The state of the ladder as a table, in the shape of the Lab's own (state/table.js): a row joins a
 * field, its key in the URL fragment and its limits.
 * @typedef {import('../state/table.js').Field} Field
 */

/** Sentences of the held-out text, a sense each: what a polyseme may mean. */
const SENTENCES = {
  apple: [
    'farmers praise another apple now and then for sunshine',
    'engineers leave this very old apple now and then without phones',
  ],
  bank: [
    'sailors say this bank today needs reeds',
    'lawyers praise this very old bank this year for loans',
  ],
  苹果: ['果农 发现 还是 苹果 到 现在 还 等着 阳光', '程序员 发现 连 苹果 到 现在 还 等着 软件'],
  小米: ['农民 发现 连 小米 一直 等着 雨水', '粉丝 发现 说到底 还是 小米 到 现在 还 等着 路由器'],
  杜鹃: ['鸟迷 说 还是 杜鹃 一直 需要 鸟巢', '花匠 说 只有 杜鹃 到 现在 还 需要 花盆'],
  花: ['姑妈 说 只有 花 今年 需要 修剪', '会计 知道 说到底 还是 花 今年 剩下 工资'],
};

/** What each corpus is asked first. `next` and `blank` come from its held-out text. */
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
    next: '程序员 发现 连 苹果 到 现在 还 等着',
    blank: '_ 带 着 她 的 公文包 离开 健身房',
    polyseme: '苹果',
    polysemes: ['苹果', '小米', '杜鹃', '花'],
  },
};

const MAX_SENTENCE = 160;

/** A sentence on one line: no control characters, not too long. */
export const cleanSentence = (/** @type {string} */ text) =>
  cleanPhrase(text).slice(0, MAX_SENTENCE).trimStart();

const sentence = {
  parse: (/** @type {string} */ text) => cleanSentence(text) || undefined,
  format: String,
};

/** @typedef {{language: string, corpus: 'en' | 'zh', polyseme: string}} Context */
const first = (/** @type {keyof typeof FIRST['en']} */ name) => (/** @type {any} */ c) =>
  FIRST[/** @type {Context} */ (c).corpus][name];
const firstSentence = (/** @type {number} */ i) => (/** @type {any} */ c) =>
  SENTENCES[/** @type {keyof typeof SENTENCES} */ (c.polyseme)]?.[i] ?? '';

/** Rows come after those that their defaults depend on. @type {Field[]} */
export const FIELDS = [
  { name: 'language', key: 'lang', initial: 'auto', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
  {
    name: 'corpus',
    key: 'corpus',
    initial: (/** @type {any} */ c) => (c.language === 'zh' ? 'zh' : 'en'),
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
];

/** @param {string} name @returns {Field} */
export const field = (name) => /** @type {Field} */ (FIELDS.find((row) => row.name === name));
