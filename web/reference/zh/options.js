/**
 * What options mean, in Chinese: by the name of their type, a dot and their name. Ranges and defaults stand in
 * columns of their own, unless the API checks the option without a table.
 * @type {Record<string, string>}
 */
export const options = {
  ClassifierOptions: '怎样训练分类器；默认值因分类器的种类而异',
  'ClassifierOptions.epochs': '把样本过多少遍',
  'ClassifierOptions.minSteps': '至少训练多少步；不够就再过几遍',
  'ClassifierOptions.batch': '每一步用多少个样本',
  'ClassifierOptions.alpha': '初始学习率',
  'ClassifierOptions.minAlpha': '最终学习率',
  'ClassifierOptions.optimiser': '优化器',
  'ClassifierOptions.schedule': '学习率怎样变化',
  'ClassifierOptions.weightDecay': '权重衰减',
  'ClassifierOptions.clipNorm': '全部梯度合起来的最大范数；0 表示不限',
  'ClassifierOptions.gradual': '在训练的前一半里，从上往下逐层解冻',
  'ClassifierOptions.seed': '随机种子：样本、选项和种子都相同，结果逐位相同',

  'CommonOptions.model': '训练哪一种模型',
  'CommonOptions.vectorSize': '词向量的维数',
  'CommonOptions.alpha': '初始学习率；因模型而异',
  'CommonOptions.minAlpha': '最终学习率',
  'CommonOptions.epochs': '把语料读多少遍',
  'CommonOptions.seed': '随机种子：语料、选项和种子都相同，结果逐位相同',
  'CommonOptions.heldout': '验证集：只用来测量、不参加训练的文本；自带的语料用它自己的验证集',
  'CommonOptions.start':
    '从哪个模型的词向量开始：它有的词，以它的向量为初始向量；vectorSize 就是它的维数',
  'CommonOptions.keep':
    '从 `start`（CBOW 或 Skip-gram 模型）接着训练：它的词连同出现次数都留在词表里，语料里没有的也留下；输出向量也保留；它的选项就是默认值；默认 false',

  'ComparedOptions.pool': '样本池：带少量标签的训练集从中抽取',
  'ComparedOptions.test': '测试用的样本',
  'ComparedOptions.modes': '比较哪几种办法；默认四种都比',
  'ComparedOptions.labels': '每个类别多少个样本；默认 [1, 2, 5, 10, 50]',
  'ComparedOptions.seeds': '每种训练多少次，种子为 `seed`、`seed` + 1……',
  'ComparedOptions.head': '各个新输出层的选项',
  'ComparedOptions.learningRates': '微调时相邻两层学习率之比；默认 2.6',
  'ComparedOptions.signal': '中止时停止比较；Promise 随即以错误码 Cancelled 拒绝',
  'ComparedOptions.onProgress': '得到目前为止的结果',

  DescentOptions: 'NNLM 和 ELMo 怎样优化',
  'DescentOptions.optimiser': '优化器',
  'DescentOptions.schedule': '学习率怎样变化',
  'DescentOptions.batch': '每一步有多少次预测（NNLM）或多少个句子（ELMo）',
  'DescentOptions.samples':
    '采样 softmax 每次抽多少个词，训练时只在这些词上计算；0 表示在所有词上计算的完整 softmax。不能与 NNLM 的直接连接同用',
  'DescentOptions.weightDecay': '权重衰减',
  'DescentOptions.clipNorm': '全部梯度合起来的最大范数；0 表示不限',
  'DescentOptions.patience': '验证集的损失连续这么多轮没有变好，就提前停止；0 表示从不',

  ElmoOptions: 'bilm-tf 也有的选项，名称与它的相同',
  'ElmoOptions.layers': '每个方向有多少个 LSTM 层',
  'ElmoOptions.cellSize': 'LSTM 的记忆单元数，投影到 vectorSize 维',
  'ElmoOptions.cellClip': '记忆单元不超出 ± 这个值；0 表示不限',
  'ElmoOptions.projClip': '投影之后不超出 ± 这个值；0 表示不限',
  'ElmoOptions.skipConnections': '跳跃连接：把每一层的输出加到下一层的输出上',
  'ElmoOptions.dropout': '训练时随机置零的比例',
  'ElmoOptions.unroll': '梯度最多往回传多少个词',
  'ElmoOptions.carryState': '把 LSTM 的状态从一句延续到下一句',
  'ElmoOptions.charCnn': '用字符算出词向量',
  'ElmoOptions.charSize': '每个字符用多少个数表示',
  'ElmoOptions.charFilters': '各个卷积的宽度和个数',
  'ElmoOptions.highways': '卷积之后有多少个 Highway 层',
  'ElmoOptions.maxCharacters': '每个词读多少个字节，连同两端的标记',

  'EngineOptions.build':
    '计算方式。`exact`（精确）：在任何浏览器里结果逐位相同；`fast`（快速）：使用 relaxed SIMD；`parallel`（并行）：使用 relaxed SIMD 和多线程，要求页面跨源隔离，CBOW 和 Skip-gram 每次训练的结果略有不同，NNLM 和 ELMo 的结果随线程数而变；`auto`：这里能用的最快的一种。不能用的换成次好的，原因在 info.buildReason 里',
  'EngineOptions.threads':
    '并行模式的线程数，最多等于处理器的核心数；默认用上所有核心，最多 8 个。别的计算方式只有一个线程',
  'EngineOptions.workerUrl': 'Worker 脚本的地址，用于禁止 blob: 的 Worker 的页面',
  'EngineOptions.assetBase': 'wasm 文件所在的文件夹',

  'ExportOptions.onRenamed': '有的词写出时带上了 _，就调用它',

  'ImageExamples.pixels': '0（纸）到 255（墨），逐行排列，一张接一张',
  'ImageExamples.labels': '每张图片一个；整数从小到大显示，名称按首次出现的顺序显示',
  'ImageExamples.width': '宽度，以像素计；默认 28',
  'ImageExamples.height': '高度，以像素计；默认 28',

  JobOptions: 'progress 为 0 到 1',

  LayerOptions: '选择 ELMo 的哪个向量',
  'LayerOptions.layer': '0（词的底层）到 LSTM 的层数，或者各层的混合；默认 `mix`',
  'LayerOptions.direction': '取哪个方向的向量，从前往后、从后往前，还是双向',
  'LayerOptions.weights': '混合的权重，取 softmax 之前的值，每层一个；默认全部相等',
  'LayerOptions.gamma': '混合之后乘上的系数',

  'LentOptions.examples': '训练用的样本',
  'LentOptions.from': '层从哪里来；random：形状相同、全新的随机层',
  'LentOptions.head': '新输出层的选项；dropout 默认 0.25',
  'LentOptions.frozen':
    '哪些层不训练；默认 `none`。all：除输出层外全部冻结；general：特征不必改动就能用于别的任务的层，compare() 冻结的就是这些层',
  'LentOptions.learningRates':
    '从每一层到下面一层，学习率缩小的倍数；或者给出每一层的学习率。都要乘上 alpha；默认 2.6（ULMFiT），随机层为 1',

  NetworkOptions: '图片网络的选项',
  'NetworkOptions.examples': '训练用的样本',
  'NetworkOptions.filters': '两个卷积层各有多少个滤波器；默认 [12, 24]',
  'NetworkOptions.kernel': '两层滤波器的边长：kernel × kernel；默认 5',
  'NetworkOptions.hidden': '隐藏层的单元数；默认 128',
  'NetworkOptions.dropout': '输出层之前的 Dropout；默认 0.5',

  'NnlmOptions.context': '根据前面多少个词预测下一个',
  'NnlmOptions.hidden': '隐藏单元数',
  'NnlmOptions.direct': '从词向量到输出的直接连接',

  'PhraseOptions.minCount': '词对出现的次数须多于这个数；默认 5',
  'PhraseOptions.threshold':
    '词对的得分须高于这个数：（词对的次数 − minCount）/（第一个词的次数 · 第二个词的次数）· 不同的词和词对的个数；默认 10',
  'PhraseOptions.passes': '2 表示最多可连成四个词；默认 1',

  'ProjectionOptions.align': '旋转各点，使它们与上一次投影一致；默认 true',
  'ProjectionOptions.words': '投影哪些词；默认整个词表',

  ReadOptions: '词向量文件的选项',
  'ReadOptions.limit': '最多读多少个词；默认全部',
  'ReadOptions.strict': '文件里有什么要略去或改写时，拒绝整个文件，并给出第一个原因；默认 false',
  'ReadOptions.encoding':
    '文本文件的编码，如 `gbk`；不写则是 UTF-8，或看起来最可能的编码（info.imported.encoding）。二进制文件和有效的 UTF-8 按原样读',
  'ReadOptions.signal': '中止时停止读入；Promise 随即以错误码 Cancelled 拒绝',
  'ReadOptions.onProgress': '每秒最多调用 30 次',

  'RepeatOptions.seeds': '训练多少次，种子为 `seed`、`seed` + 1……；也可以给出各个种子；默认 5',
  'RepeatOptions.ask': '要问的问题；写了它，每个模型回答完就关闭',
  'RepeatOptions.workers':
    '同时训练的各个 Worker 的地址；undefined：页面自己的那一个。同一个地址，片段不同，就是另一个 Worker',

  'RepeatOptions.signal': '中止时停止；Promise 随即以错误码 Cancelled 拒绝',
  'RepeatOptions.onProgress': '训练完了几次，其余的还要多久',

  Run: '训练的选项。训练正在进行时，没写的选项保持原来的值，速度除外',
  'Run.signal': '中止时暂停；Promise 随即以错误码 Cancelled 拒绝',
  'Run.onProgress': '每份报告都会调用它',
  'Run.onEpoch': '每一轮结束时调用；只用于词模型',
  'Run.stepsPerSecond': '限制速度；undefined 或 Infinity：全速',
  'Run.reportsPerSecond': '每秒最多多少份报告；默认 30',

  'RunOptions.signal': '中止时暂停；Promise 随即以错误码 Cancelled 拒绝',
  'RunOptions.onProgress': '每秒最多调用 30 次',
  'RunOptions.onEpoch': '每一轮结束时调用',
  'RunOptions.stepsPerSecond': '限制速度；undefined 或 Infinity：全速',

  SenseMapOptions: 'sentences：还要画到地图上的句子；align：旋转地图，使它与上一张一致',

  StreamOptions: '边读文本边训练的选项；用于 CBOW 和 Skip-gram',
  'StrictOption.strict': '有读不懂的行时，拒绝整个文本，而不是略去这一行并计数；默认 false',

  'TokenizeOptions.tokenizer': '文本怎样切分成词',
  'TokenizeOptions.sentences': '句子到哪里结束',
  'TokenizeOptions.minCount': '比这更少见的词会被略去',
  'TokenizeOptions.maxVocabulary': '只留最常见的这么多个词；0 表示全部保留',
  'TokenizeOptions.unknown': '词表之外的词略去，还是改为 `<unk>`',
  'TokenizeOptions.phrases':
    '把常在一起的词对连成一个词，如 new york 连成 new_york；true：用 findPhrases() 的默认值；默认 false',

  'Watched.projection': '在报告里加上投影；计算投影最多占五分之一的时间；null：不要投影',

  Word2VecOptions: 'CBOW 和 Skip-gram 的选项',
  'Word2VecOptions.objective': '训练目标',
  'Word2VecOptions.window': '中心词与上下文的词最远隔多少个词',
  'Word2VecOptions.negative': '每个窗口的负样本数',
  'Word2VecOptions.sample': '常见词的下采样阈值；0 表示全部保留',
  'Word2VecOptions.nsExponent': '噪声指数：负样本按词频的这个次方抽取',
  'Word2VecOptions.draws':
    '随机数：整次训练共用一条流，或者由种子、轮次和行号决定；后者把一行留空，只影响它自己',
  'Word2VecOptions.sharedWindows':
    'Skip-gram：一句里相邻的多少个窗口共用负样本，合为一步；越多越快',
};
