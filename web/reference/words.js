/** What the reference says around what it takes from the types. */

/** @typedef {'en' | 'zh'} Language */

export const words = {
  en: {
    title: 'API reference',
    lead: 'Everything that `preformer` exports, from the types of its sources. Every example runs in the tests, and its answer is what the exact build gives. `await` is needed for everything but properties.',
    given:
      'In the examples `model` is a Skip-gram model of the preset `relations-en`; `small`, `nnlm`, `elmo` and `critic` are small models of words, `classifier` one of pictures, `reader` published ELMo weights, `opened` a copy from `small.open()`; `text`, `reviews` and `pictures` are small inputs.',
    other: '[中文](api.zh.md) · [Coming from gensim](gensim.md) · [Guide](guide.md)',
    index: 'Index',
    functions: 'Functions',
    types: 'Types',
    returns: 'Returns',
    option: 'option',
    property: 'property',
    type: 'type',
    range: 'range',
    initial: 'default',
    gensim: 'gensim',
    meaning: 'meaning',
    what: 'what it does',
    optional: 'optional',
    has: 'Has the properties of',
    and: ', and:',
    to: '…',
    pairs: 'pairs',
    colon: ': ',
    comma: ', ',
    otherwise: (/** @type {unknown} */ initial) => `; ${initial}`,
    inBrackets: (/** @type {string} */ text) => ` (${text})`,
  },
  zh: {
    title: 'API 参考',
    lead: '`preformer` 导出的全部内容，由源码中的类型生成。每个示例都会在测试里运行，所示结果就是精确模式给出的结果。除属性外都要加 `await`。',
    given:
      '示例中 `model` 是用预置语料 `relations-en` 训练的 Skip-gram 模型；`small`、`nnlm`、`elmo`、`critic` 是几个小的词模型，`classifier` 是图片分类器，`reader` 是已发布的 ELMo 权重，`opened` 是 `small.open()` 得到的副本；`text`、`reviews`、`pictures` 是小段输入。',
    other: '[English](api.md) · [从 gensim 过来](gensim.zh.md) · [指南](guide.zh.md)',
    index: '索引',
    functions: '函数',
    types: '类型',
    returns: '返回',
    option: '选项',
    property: '属性',
    type: '类型',
    range: '取值范围',
    initial: '默认值',
    gensim: 'gensim',
    meaning: '含义',
    what: '用途',
    optional: '可省略',
    has: '具有',
    and: ' 的各个属性，还有：',
    to: '到',
    pairs: '对',
    colon: '：',
    comma: '，',
    otherwise: (/** @type {unknown} */ initial) => `；默认 ${initial}`,
    inBrackets: (/** @type {string} */ text) => `（${text}）`,
  },
};

/** How an object of each class is called in the examples. @type {Record<string, string>} */
export const objects = {
  Model: 'model',
  Classifier: 'classifier',
  ElmoReader: 'elmo',
  OpenedModel: 'opened',
  PreformerError: 'error',
};
