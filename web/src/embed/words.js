/**
 * Messages of a demo before it is loaded; few, so that pages stay small.
 * @type {Record<'en' | 'zh', Record<string, string>>}
 */
export const words = {
  en: {
    start: 'Start',
    loading: 'Loading …',
    again: 'Try again',
    private: 'Trains in this page. Nothing you type leaves it.',
    failed: 'The demo could not be loaded: {message}',
    full: 'Open the whole page',
    region: 'Preformer: {title}',
    pages: 'Demos',
    'lab.title': 'Train word vectors',
    'lab.text': 'Watch words arrange themselves on a map, then ask them questions.',
    'ladder.title': 'Five models, one text',
    'ladder.text': 'One-hot, NNLM, CBOW, Skip-gram and ELMo, trained in turn and asked the same.',
    'polysemy.title': 'One word, two senses',
    'polysemy.text': 'Train ELMo and see where each use of a word lands.',
    'transfer.title': 'Learn from a handful',
    'transfer.text': 'Pre-train, then freeze or fine-tune with only a few labels.',
    'inside.title': 'Inside a model',
    'inside.text': 'Follow one sentence through the network, number by number.',
    'figure.title': 'A figure that trains',
    'figure.text': 'Train the model of this figure and see it come about.',
  },
  zh: {
    start: '开始',
    loading: '正在载入……',
    again: '再试一次',
    private: '就在这个页面里训练，你输入的内容不会离开这里。',
    failed: '演示没有载入：{message}',
    full: '打开完整页面',
    region: 'Preformer：{title}',
    pages: '演示',
    'lab.title': '训练词向量',
    'lab.text': '看词语在地图上各就各位，再向它们提问。',
    'ladder.title': '五个模型，同一份文本',
    'ladder.text': '独热编码、NNLM、CBOW、Skip-gram、ELMo 依次训练，回答同样的问题。',
    'polysemy.title': '一个词，两个意思',
    'polysemy.text': '训练 ELMo，看这个词的每一次出现落在哪里。',
    'transfer.title': '一次训练，多处复用',
    'transfer.text': '先预训练，再冻结或微调，只用少量标签。',
    'inside.title': '模型内部',
    'inside.text': '跟着一个句子走过整个网络，每个数都能看到。',
    'figure.title': '当场训练的图',
    'figure.text': '训练这张图的模型，看它怎样一步步形成。',
  },
};

/**
 * @param {'en' | 'zh'} language @param {string} key
 * @param {Record<string, string>} [values]
 */
export const say = (language, key, values = {}) =>
  words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
