/**
 * What functions and methods take and give beside options, in Chinese: by the name of the type, with a dot the name of
 * its property after it.
 * @type {Record<string, string>}
 */
export const results = {
  'Analogies.total': '问了多少题；至少一题',
  'Analogies.oov': '因为有词不在词表里而略去的题数',
  'Analogies.firstUnknown': '第一个不在词表里的词；没有则为 null',

  AskAnalogy: '三个词：第一个之于第二个，正如第三个之于……',
  AskBlank: '空位 _ 上的词（CBOW、ELMo）',
  AskEvaluate: '词对或类比，读法与 evaluateFile() 相同',
  AskGenerate: '续写一段开头；每次训练都用同一串随机数来抽（NNLM、ELMo）',
  AskNext: '下一个词（NNLM、ELMo）',
  AskOdd: '与其余的词最合不来的词',
  AskPair: '两个词的余弦；答案是第二个词',
  AskScore: '一个句子的困惑度，以及每个词多少比特（NNLM、ELMo）',
  AskSimilar: '与一个词最相近的词',
  AskedSection: '一节和它的题目，每题四个词。',
  'AskedSection.right': '答对的题',

  BuildLacks: '这个环境缺少所选计算方式要求的什么。',
  Bytes: '字节或文本',
  Change: '一个参数的若干行，在走一步的前后。',

  'ClassifierInfo.layers': '从最底层到最高层',
  'ClassifierInfo.examples': '训练用的样本数；从文件读入的分类器为 0',
  'ClassifierInfo.width': '图片的宽度；文本为 0',
  'ClassifierInfo.vocabulary': '词数；图片为 0',
  'ClassifierInfo.unknown': '样本中不在词表里的词有多少个',
  'ClassifierInfo.trainable': '从文件读入的分类器为 false',

  'ClassifierReport.accuracy':
    '上一份报告以来训练过的样本的准确率；第一份报告之前为 NaN。训练结束时的报告里等于 `epochAccuracy`',
  'ClassifierReport.epochAccuracy': '这一轮到现在为止的准确率；训练结束后是最后一轮的',
  'ClassifierReport.examples': '总共训练了多少个样本，重复的也算',
  'ClassifierReport.caching': '正在让样本通过一遍冻结的层时为 true',
  'ClassifierRun.signal': '中止时暂停；Promise 随即以错误码 Cancelled 拒绝',
  'ClassifierRun.onProgress': '每秒最多调用 30 次',

  'ClassifierRun.stepsPerSecond': '限制速度；undefined 或 Infinity：全速',

  Comparison: '测试样本上的准确率，0 到 1。',
  'Comparison.summary': 'spread：各个种子之间的样本标准差',

  'ElmoFiles.options': 'options.json：文件、文件的文本，或解析好的对象',
  'ElmoFiles.weights': 'weights.hdf5，排列同 bilm-tf',
  ElmoInfo: '已发布权重的 ELMo 的各项信息。',
  'ElmoInfo.layers': '词的底层之上有多少层',
  'ElmoInfo.dimensions': '两个方向合起来的向量的维数',
  'ElmoInfo.cells': 'LSTM 的记忆单元数',
  'ElmoInfo.parameters': '权重的个数',

  Entry: '一个参数里的一个数，或者向前算出的一个量里的一个数。',

  EpochReport: '一轮结束。',
  'EpochReport.epoch': '刚结束的是第几轮，从 1 数起',
  'EpochReport.loss': '这一轮中每次预测的平均损失，以 nat 为单位',
  'EpochReport.heldoutLoss': '这一轮之后验证集的损失，如果那时已经测好；没有验证集则为 NaN',
  'EpochReport.tokens': '到现在为止处理了语料里的多少个词',

  'Evaluation.accuracy': '0 到 1',
  'Evaluation.confusion': '样本数，先按真正的标签，再按预测的标签',
  'Evaluation.predictions': '每个样本一个数：它在 `labels` 里的位置',
  EvaluationText: '一段文本，或者装着它的文件',

  'Example.position':
    '要预测哪个词，从 0 数起；默认最后一个。对 NNLM，等于词数时表示句子结束。ELMo 预测每一个词',
  'Example.radius': '左右各看多少个词（Word2Vec）；0，也就是默认值：最大的窗口',
  'Example.alpha': '这一步的学习率；默认是模型现在的学习率',
  'Example.noise': '由什么来抽负样本：nextExample() 的 `noise`，或一个种子；默认 1',
  Examples: '模型所接受的那一类样本',

  Forecast: '整个训练在这台电脑上要多久，由最初的几步测得。',

  Found: '一个词向量文件除词向量以外的情况。',
  'Found.words': '读到的词数；words + leftOut 是看过的行数',
  'Found.promised': '第一行所说的词数；没有这样的第一行则为 0',
  'Found.limited': '是否因为到了上限，没有读到末尾',
  'Found.short': '文件的行数是否比第一行所说的少',
  'Found.long': '是否比第一行所说的多；文本文件多出来的行也读',
  'Found.leftOut': '略去的行数',
  'Found.duplicates': '其中重复出现的词；用的是第一次的向量',
  'Found.renamed': '读到的词中，空白或控制字符改为 _ 的',
  'Found.firstLeftOut':
    '略去的第一行。line：从 1 数起，二进制文件里是第几个词；file：TSV 的哪个文件；text：那个词，或者不是数的内容，原因为 count 时是数的个数',
  'Found.encoding': '读文本文件时所用的编码，UTF-8 除外',
  'Found.column': 'TSV 文件里，词所在的列（从 1 数起）、共有几列，以及它的列名',

  'FoundPhrases.phrases': '按得分从高到低，第一遍找到的在前',
  'FoundPhrases.text': '连好之后的文本：词用空格隔开，一句一行',

  ImageTrace: '一张图片算出的数；特征图的每一行是一个位置，每一列是一个通道。',

  'Info.vocabulary': '词数',
  'Info.dimensions': '词向量的维数',
  'Info.tokens': '语料里的词数，少见的词已略去；没有语料则为 0',
  'Info.replaced': '换成 U+FFFD 的无效 UTF-8 序列和落单的代理项',
  'Info.overlong': '超过 1,000 字节的词，已略去',
  'Info.dropped': '不属于任何词的符号；标点不算',
  'Info.droppedSigns': '其中前几个不同的，最多六个',
  'Info.alone': '一句里只有它自己的词：Word2Vec 从它们学不到什么',
  'Info.heldoutTokens': '验证集中在词表里的词有多少个',
  'Info.threadsUsed': '分担计算的线程数；分开反而费时的话为 1',
  'Info.imported': '来自文件的词向量：读了什么、略去和改写了什么',
  'Info.phrases': '连成一个词的词对有多少个，如果要求这样做',
  'Info.started': '初始向量来自另一个模型的词有多少个',
  'Info.trainable': '对词向量，以及没有语料的检查点，为 false',

  Inputs: '没有标签的图片或句子',
  'Layer.parameters': '它有多少个参数',
  'Layer.learningRate': 'alpha 的系数；冻结的层为 0',

  LineCounts: '文件的各行是怎样用掉的：lines = read + headings + blank + leftOut.count。',
  'LineCounts.headings': '列名或节名',
  'LineCounts.blank': '空行和注释',
  'LineCounts.leftOut': '每一行都用上了则为 null。line、reason 和 message 说的是其中的第一行',

  NextExample: '训练的下一步要看什么。',

  Perplexities:
    '验证集上的困惑度：e 的“每次预测的平均损失”次方（以 nat 为单位），都用同样的词和句尾来算。检查点读入时没有给出语料的话，为 NaN。',
  'Perplexities.bigram': '二元文法，经过插值',
  'Perplexities.trigram': '三元文法，经过插值',
  'Perplexities.mixed': '½ 模型 + ½ 三元文法',

  'Phrase.phrase': '如 new_york',
  'Phrase.count': '这个词对出现的次数',

  Place: '模型用哪种计算方式运行。',
  'Place.build': '实际使用的计算方式',
  'Place.threads': '训练的线程数',
  'Place.buildReason': '为什么不是所选的方式；选了 auto 时，为什么不是最快的。没有不同则为空',
  'Place.buildLacks': '同样的原因，用一个单词表示',

  Prediction: '一个词；`</s>` 表示句子结束，`<s>` 表示句子开头。',

  Progress: '任何一种训练的进度。',
  'Progress.progress': '0 到 1',
  'Progress.epoch': '现在是第几轮，从 1 数起',
  'Progress.step': '已经走了多少步：窗口（Word2Vec）、批（NNLM、ELMo）或小批（分类器）',
  'Progress.steps': '整个训练预计有多少步',
  'Progress.loss':
    '上一份报告以来每次预测的平均损失，以 nat 为单位；第一份报告之前为 NaN。它涉及训练的多长一段，取决于电脑的快慢。训练结束时的报告里等于 `epochLoss`',
  'Progress.epochLoss':
    '这一轮到现在为止每次预测的平均损失，以 nat 为单位；训练结束后是最后一轮的。它只取决于训练本身：设置相同，在哪里都是同一个数',
  'Progress.diverged': '损失变成无穷大，提前结束；请调小学习率',

  Projection: '到主成分的投影',
  'Projection.positions': '每个词两个数',
  'Projection.explained': '每条轴解释的方差，占总方差的份额',
  'Projection.meanSimilarity': '这些词两两之间余弦的平均；接近 1 时，所有向量都朝同一个方向',

  Proof: '反向传播的斜率和测量到的斜率，双精度。',
  Quantity: '追踪结果中的一个数组。',

  'Report.heldoutLoss': '最近一轮结束时验证集上每次预测的损失，以 nat 为单位；还不知道时为 NaN',
  'Report.heldoutPerplexity': 'e 的 heldoutLoss 次方',
  'Report.tokens': '处理了语料里的多少个词',
  'Report.stoppedEarly': '验证集的损失不再下降，提前结束',

  'SenseMap.positions': '每个被观察的出现处两个数，接着是另加的句子',
  'SenseMap.explained': '每条轴解释的方差，占总方差的份额',
  'SenseMap.static': '这个词不看上下文的向量所在的位置',
  'SenseMap.layers': '第 0 到第 L 层，然后是各层的混合',
  'SenseMap.accuracy': '选中的层：验证集的出现处中，离自己的意思最近的占多少',
  'SenseMap.separation': '选中的层',
  'SenseMap.neighbours': '每个另加的句子一项',

  Sentence: '文本，切分方式同语料；或者词的列表',
  'SentenceScore.words': '每个词和它的概率；从前往后时，最后是 `</s>`；从后往前时，最先是 `<s>`',
  SentenceTrace: '一个句子在分类器里算出的数。',

  Stream:
    '一段段文本，或者写成词的列表的句子。先读一遍计数，然后每轮读一遍，从不整个放进内存。生成器只能读一遍：请给出启动它的函数',

  TextExamples: '文本的每一行是标签、制表符、句子',
  TextFile: '文本文件',
  'TextFile.encoding': '如 `gbk` 或 `windows-1252`；默认是 UTF-8，或最可能的编码',

  Trace: '一个例子算出的数，按计算的顺序。',
  WatchedWord: '句子里的一个词；每个句子里只算它第一次出现的位置',
  'WatchedWord.senses': '每个句子一个；−1 表示不知道是哪个意思',
  'WatchedWord.heldout': '只用来测量的句子为 true',

  'WordPairs.spearman': '词对没有相关性时为 NaN；原因在 noCorrelation 里',
  'WordPairs.pairs': '两个词都在词表里的词对有多少个',
  'WordPairs.oov': '因为有词不在词表里而略去的词对有多少个',
  'WordPairs.firstUnknown': '第一个不在词表里的词；没有则为 null',
};
