/** The texts around the answers. */
export const words = {
  en: {
    title: 'Questions about word vectors, answered by trying · Preformer',
    description:
      'Twenty-five questions that people ask about one-hot, NNLM, Word2Vec, ELMo and transfer, each with a short answer whose numbers you can train again in your browser.',
    heading: 'Questions',
    lead: 'Twenty-five questions that people really ask. Each answer quotes numbers from a run that takes a few seconds: train it here and compare, or open it in the Lab and look around.',
    skip: 'Skip to the questions',
    find: 'Search the questions',
    contents: 'All questions',
    nothing:
      'No question contains all of these words. Try fewer, or a word such as cosine, loss or frozen.',
    clear: 'Show all questions',
    foot: 'Same seed, same numbers, on any computer. Nothing you do leaves this page.',
    api: 'For your own programs: the API reference',
  },
  zh: {
    title: '词向量问答，答案当场训练给你看 · Preformer',
    description:
      '关于独热编码、NNLM、Word2Vec、ELMo 和迁移学习，大家常问的 25 个问题。回答都很短，里面的数字都能在你的浏览器里重新训练出来。',
    heading: '问答',
    lead: '这 25 个问题都是真的有人问过的。回答里的数字来自几秒钟就能完成的训练：你可以在这里重新训练一次，核对数字；也可以到实验室里打开，自己四处看看。',
    skip: '跳到问题',
    find: '搜索问题',
    contents: '全部问题',
    nothing: '没有哪个问题同时包含这些词。少输几个词试试，或者搜“余弦”“损失”“冻结”。',
    clear: '显示全部问题',
    foot: '种子相同，在哪台电脑上结果都一样。你在这里做的事，不会离开这个页面。',
    api: '写自己的程序：API 参考',
  },
};
