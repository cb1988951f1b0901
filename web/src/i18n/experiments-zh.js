/** 实验页的文字；每个实验另有自己的文件。 */
export const zh = {
  'experiments.title': '实验',
  'experiments.lead':
    '在这里训练一次只要一秒，而且到哪里结果都逐位相同。所以有些问题不必估算：重新训练一遍，看看就知道。',
  'experiments.loading': '正在打开实验……',
  'experiments.unknown': '这里没有叫“{id}”的实验。全部实验如下：',
  'experiments.text.long': '共 {lines} 行，{size}。框里只显示开头，免得页面变慢；用的是全部文本。',
  'experiments.text.clear': '移除',
  'experiments.text.tooLong': '你的文本太长，放不进链接：请留着文件，分享链接时另外发送。',
  'experiments.text.BrokenLink': '链接中的文本已损坏或不完整。请复制完整的链接。',
  'experiments.text.LinkTooLarge': '链接中的文本解压后超出上限。',
  'experiments.sentences': '哪些句子',
  'experiments.sentences.question': '是哪些句子起了作用？',
  'experiments.sentences.lead': '选一个近邻或类比，从文本里划掉几句，重新训练，看它还成不成立。',
  'experiments.texts': '两份文本',
  'experiments.texts.question': '两份文本之间，哪些词变了？',
  'experiments.texts.lead':
    '在两份文本上用同样的设置训练，把一张图转到另一张上，看哪些词移动了、有几次训练都这样、又是哪些句子造成的。',
  'experiments.guess': '你来当模型',
  'experiments.guess.question': '你猜得比模型准吗？',
  'experiments.guess.lead':
    '猜句子的下一个词，这些句子谁都没训练过；再把几个词摆到一张空图上。然后看看模型是怎么做的。',
};
