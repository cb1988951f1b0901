/**
 * The chapters of the Story and their titles.
 *
 * @typedef {object} Title
 * @property {string} name for the row of chapters
 * @property {string} question the chapter's question
 * @property {string} about what it is about, in a word
 * @property {string} description for search engines
 * @property {string} answers the question to which it leads, by its id on the page of questions
 */

export const CHAPTERS = [
  'number',
  'table',
  'guess',
  'by-product',
  'blank',
  'opposites',
  'direction',
  'apple',
  'context',
  'loan',
];

/** Chapters in which nothing is trained. */
export const UNTRAINED = ['number', 'table'];

/**
 * The lesson by which a chapter is set as a task. One-hot has nothing to train, so that the first
 * chapter leads to a lesson about what training adds to it.
 * @param {string} chapter
 */
export const taskOf = (chapter) => (chapter === 'number' ? 'numbers' : `story-${chapter}`);

/** @type {Record<'en' | 'zh', Record<string, Title>>} */
export const titles = {
  en: {
    number: {
      name: 'Number',
      question: 'Can a number be a word?',
      about: 'one-hot',
      description: 'One-hot vectors tell words apart, but no two words are more alike than others.',
      answers: 'one-hot-input',
    },
    table: {
      name: 'Table',
      question: 'What comes out of word times table?',
      about: 'the matrix Q',
      description: 'A one-hot row times the matrix Q is a row of Q: the word vector, looked up.',
      answers: 'two-matrices',
    },
    guess: {
      name: 'Guess',
      question: 'Can it guess a sentence it never read?',
      about: 'NNLM',
      description:
        'A neural language model gives a fair probability to a pair of words that its text lacks.',
      answers: 'guess-from-context',
    },
    'by-product': {
      name: 'By-product',
      question: 'Why do words draw together unasked?',
      about: 'why likeness arises',
      description:
        'Words followed by the same words get nearly the same corrections, so their vectors draw near.',
      answers: 'why-good-vectors',
    },
    blank: {
      name: 'Blank',
      question: 'What if all we want is the table?',
      about: 'CBOW',
      description:
        'CBOW drops the hidden layer and the order of words: Q is as good, in far less time.',
      answers: 'rare-words',
    },
    opposites: {
      name: 'Opposites',
      question: 'Do opposites end up far apart?',
      about: 'Skip-gram',
      description: 'He and she are used alike, so their vectors lie near each other.',
      answers: 'opposites',
    },
    direction: {
      name: 'Direction',
      question: 'Where in the numbers is ‘female’?',
      about: 'analogy',
      description: 'Queen minus king is spread over all the numbers: a direction, not a column.',
      answers: 'single-dimensions',
    },
    apple: {
      name: 'Apple',
      question: 'Where does a word with two meanings go?',
      about: 'one row, two meanings',
      description: 'One word has one row: apple lies between the fruit and the companies.',
      answers: 'elmo-chinese',
    },
    context: {
      name: 'Context',
      question: 'Can a vector depend on the sentence?',
      about: 'ELMo',
      description: 'ELMo reads the sentence from both sides and computes a vector for this use.',
      answers: 'elmo-chinese',
    },
    loan: {
      name: 'Loan',
      question: 'Can thirty examples be enough?',
      about: 'pre-training',
      description:
        'Layers trained on many examples, frozen or fine-tuned, help where examples are few.',
      answers: 'freezing',
    },
  },
  zh: {
    number: {
      name: '编号',
      question: '编了号，机器就懂这个词了吗？',
      about: '独热编码',
      description: '独热向量只能区分词：任何两个词之间的相似度都一样。',
      answers: 'one-hot-input',
    },
    table: {
      name: '查表',
      question: '独热向量乘上 Q，会得到什么？',
      about: 'Q 矩阵',
      description: '独热向量乘以 Q 矩阵，得到的正是 Q 的一行：这一行就是词向量。',
      answers: 'two-matrices',
    },
    guess: {
      name: '猜词',
      question: '没读过的句子，它猜得出吗？',
      about: 'NNLM',
      description: '神经网络语言模型对训练文本里没有的搭配，也能给出合理的概率。',
      answers: 'guess-from-context',
    },
    'by-product': {
      name: '副产品',
      question: '没有人要求，“国王”和“王后”为什么会靠近？',
      about: '副产品',
      description: '后面常跟同样的词，得到的修正就差不多，向量便靠到了一起。',
      answers: 'why-good-vectors',
    },
    blank: {
      name: '填空',
      question: '要是只想要 Q，其余的网络还用得着吗？',
      about: 'CBOW',
      description: 'CBOW 去掉隐藏层，也不管词序：Q 一样好，快得多。',
      answers: 'rare-words',
    },
    opposites: {
      name: '反义',
      question: '意思相反的词，会离得很远吗？',
      about: 'Skip-gram',
      description: '“他”和“她”用法相似，所以向量离得近。',
      answers: 'opposites',
    },
    direction: {
      name: '方向',
      question: '“女”藏在哪几个数里？',
      about: '类比',
      description: '王后减国王，差别分散在所有的数里：那是一个方向，不是某一列。',
      answers: 'single-dimensions',
    },
    apple: {
      name: '苹果',
      question: '一个词有两个意思，该放在哪里？',
      about: '静态词向量的局限',
      description: '一个词只有一行：“苹果”落在水果和公司之间。',
      answers: 'elmo-chinese',
    },
    context: {
      name: '语境',
      question: '向量能随句子变吗？',
      about: 'ELMo',
      description: 'ELMo 从两头读句子，为这一处的词现算一个向量。',
      answers: 'elmo-chinese',
    },
    loan: {
      name: '借用',
      question: '三十张图够吗？',
      about: '预训练',
      description: '用大量数据练好的层，可以借给数据很少的任务，冻结或微调都行。',
      answers: 'freezing',
    },
  },
};
