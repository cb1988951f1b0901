/**
 * What functions, classes and their members do, in Chinese. A key is a name, with a dot the name of a parameter
 * after it, or `returns`. The name of a class before it is needed only where two classes differ. The first
 * sentence is what the index says.
 * @type {Record<string, string>}
 */
export const members = {
  create: '创建一个尚未训练的模型：读入语料，初始化权重。',
  train:
    '创建模型并训练到结束。如果 `signal` 中止了训练，Promise 以错误码 Cancelled 拒绝，训练到一半的模型在错误的 `model` 里。',
  repeat: `用几个种子训练同样的设置，说出每个答案在几次里成立。

\`\`\`js
const { answers } = await repeat(options, { seeds: 20, ask: [{ similar: 'king' }] });
answers[0].words[0]; // { word: 'queen', first: 18, among: 20, mean: 0.97, spread: 0.01, … }
\`\`\`

不写 \`ask\`，模型就一直开着：用 ask() 提问，用 close() 关闭。`,
  'repeat.options': '一次训练的选项',
  createImages: '创建一个尚未训练的图片分类器。',
  trainImages: '创建图片分类器并训练到结束，做法同 train()。',
  loadElmo: '读入已发布的 ELMo 权重，即 bilm-tf 的两个文件：options.json 和 weights.hdf5。',
  readText: '读入任意编码的文本文件。不写编码时自动判断。',
  findPhrases:
    '找出常在一起的词，如 new york，并连成一个词。打分的公式出自 Mikolov 等（2013），与 gensim 的 Phrases 相同。`train({ phrases: true })` 会在训练之前先这样做。',
  tokenize: '只切分语料，不创建模型。得到各项计数和切分好的前几句。',
  'tokenize.returns':
    'dropped：不属于任何词的符号；encoding：文件的编码；preview：最多 3 句，每句最多 60 个词',
  readLabelledLines:
    '读入带标签的句子，不训练；读法同 transfer() 和 compare()。每行是标签、制表符、句子，或者 `__label__x 句子`。读不懂的行被略去，并计数。',
  load: `读入词向量、检查点或分类器的文件。得到的模型与写出文件的模型回答同样的问题。给出检查点的语料（有验证集的，连同验证集），就可以接着训练。分类器的文件得到 Classifier，不论写明格式还是自动识别。

词向量是边读边处理的，不论传入的是字节、文本还是 Blob（例如读者选的 File）：几个 GB 的文件和 gzip 文件都可以。有错的行被略去；info.imported 说明有多少行、其中的第一行和原因。`,
  'load.file': '文件；格式为 tsv 时是一对文件',

  Model:
    '由 create、train 或 load 得到。NNLM 预测下一个词，CBOW 预测中间的词，ELMo 预测下一个词、前一个词和中间的词。只有 ELMo 的词向量随句子而变。',
  forecast: '估计整个训练在这台电脑上要多久。试训练约十分之一秒，然后恢复到未训练的权重。',
  'forecast.returns': '训练已经开始时为 null',
  multiplyAdds:
    '训练中每个词要做多少次乘加（NNLM、ELMo；别的模型为 0）。可以换几个选项、换一个词数来算。',
  predictNext: '预测下一个词。`</s>` 表示句子结束。`context` 为空时，预测句子的第一个词。',
  'predictNext.context': '前面的词',
  predictPrevious: '预测前一个词。`<s>` 表示句子开头。',
  'predictPrevious.following': '后面的词',
  predictMiddle: '预测空位上的词，根据两边的词，或只根据一边的词。',
  'predictMiddle.context': '其中一个 _ 表示空位',
  scoreSentence: '句中每个词在前面各词之后的概率，以及整句的困惑度。',
  generate: '接着 `prompt` 往下写，逐词采样。',
  'generate.options': 'temperature 为 0 时总是取概率最大的词；topK 为 0 时从所有词里采样',
  'generate.returns': 'prompt 之后的词',
  perplexities: '这个模型和同一语料的 n 元文法的困惑度，在验证集上或在 `text` 上。',
  'perplexities.options': 'progress 为 0 到 1',
  contextVectors: '句中每个词随上下文而变的向量。',
  'contextVectors.returns': '每个词一行',
  contextNeighbours: '被观察的出现处中，与句中某个词最相近的几处。',
  'contextNeighbours.position': '词的位置，从 0 数起',
  watch: '设定要观察的词和句子。会取代先前设定的。',
  senseMap: '把被观察的出现处画到平面上，并给每一层打分：它把各个意思分得多开。',
  nextExample:
    '训练的下一步要看什么；一批里只说第一个例子。说不出时为 null：训练已经结束、使用多个线程，或文本是边读边训练的。',
  sentence: '训练文本中一句的各个词。',
  'sentence.number': '从 0 数起',
  open: '打开模型：得到一份权重的副本，里面的数可以追踪、验证、改动。',
  inside: '追踪一个例子：模型算出的每个数、梯度和一步更新。',
  export:
    '导出为文件的字节；`tsv` 是一对文件。`npy` 只有词向量矩阵，`safetensors` 有全部参数，`checkpoint` 有接着训练所需的一切。在 word2vec 文件和 TSV 文件里，词中的空白和控制字符改写为 _；有这样的词时，onRenamed 得到它们的个数。',
  checkpoint: '检查点：load() 可以从这里接着训练。',
  resume:
    '训练到结束或暂停为止。如果训练正在进行，就改变它的速度和报告；两个 Promise 都在训练停下时兑现。',
  mostSimilar:
    '与“Σ 正词 − Σ 负词”最相近的词。只有一个词时不必写成列表。`restrictVocab` 只在这么多个最常见的词里找。',
  mostSimilarCosmul:
    '同 mostSimilar，但用乘法代替加法。正词的 (1 + cos)/2 相乘，再除以负词的（Levy 与 Goldberg，2014，3CosMul）。`similarity` 就是这个商。',
  similarity: '两个词的余弦相似度。',
  doesntMatch: '与其余的词最合不来的词，以及每个词与全体平均向量的相似度。',
  rank: 'b 在 a 的邻居中排第几：1 + 比 b 更接近 a 的词的个数。',
  vector: '一个词的向量。',
  vectors: '全部词向量，按行排列：V × D 个数。',
  vocabulary: '词表，按出现次数从多到少。',
  'vocabulary.options': 'topn：只要最常见的这么多个词',
  projection: '投影到主成分，每个词两个数。',
  alignPositions:
    '把另一个模型的地图对到这个模型的地图上：整张图旋转、镜像、缩放、平移（Procrustes）。',
  'alignPositions.maps': '每个点两个数',
  'alignPositions.maps.previous': '这张地图上的一些点',
  'alignPositions.maps.current': '同样的点，在另一张地图上',
  'alignPositions.maps.all': '另一张地图的所有点',
  'alignPositions.returns': '`all` 的新位置',
  oneHotMemory: '独热编码和词向量各占多少内存，以字节计。',
  evaluateWordPairs:
    '用词对评分，同 gensim 的 evaluate_word_pairs。文本的每一行有两个词和一个分数，用制表符、分号、逗号或空格隔开；分数是词后面第一个全是数的列。',
  evaluateWordAnalogies:
    '用类比题评分，同 gensim 的 evaluate_word_analogies。文本的每一行有四个词；以冒号开头的行（`: section`）开始新的一节。',
  evaluateFile:
    '自动判断文本是词对还是类比题，然后评分。由所有的行决定：有以冒号开头的行，是类比题；否则有带数的行，是词对；再否则是类比题。',
  nSimilarity: '两组词的平均向量之间的余弦。',
  distances: '一个词到其他各词的 1 − 余弦；不给列表时，到词表里的每个词，按词表的顺序。',
  closerThan: '比 b 更接近 a 的词，按词表的顺序。',
  wmdistance:
    '两段文字之间的词移距离（Kusner 等，2015），用单位向量，求精确解。词表之外的词被略去；一段文字没有别的词时，距离为无穷大。',
  'wmdistance.a': '词的列表',
  'wmdistance.b': '词的列表',
  has: '词表里有没有这个词，按原样写，或按 Unicode 的另一种规范形式写。',
  pause: '暂停训练；resume() 接着训练。',
  'pause.returns': '训练停下时兑现',
  step: '先暂停，再训练 `steps` 步。',
  reset: '重来：恢复到未训练的权重。',
  'reset.options': '不给种子就用先前的种子',
  report: '训练进行到哪里了。',
  createTransfer: '在这个模型的层上创建一个尚未训练的分类器。词模型上得到的是句子分类器。',
  transfer:
    "在这个模型的层上训练分类器：冻结、微调，或者写 `from: 'random'`，用形状相同的随机层。这个模型本身不变。如果 `signal` 中止了训练，Promise 以错误码 Cancelled 拒绝，训练到一半的分类器在错误的 `model` 里。",
  compare:
    '比较用少量标签学习的四种办法：从零训练，把这个模型的层冻结，把它们微调，以及冻结的随机层。四种都用样本池里同样的样本训练。',
  parameterCount: '可训练参数的个数；读入的词向量则是数的个数。',
  weightsHash: '权重的哈希值，16 个十六进制数字。精确模式下，设置相同，哈希值就相同。',
  info: '模型由什么组成、在哪里运行。',
  options: '实际使用的选项，默认值已填好。',
  closed: '是否已经调用过 close()。',
  close:
    '释放模型占用的全部内存。可以调用两次。写 `await using model = …`，代码块结束时会自动调用。',

  Classifier: '图片或句子的分类器，由 createImages、trainImages、model.transfer 或 load 得到。',
  labels: '各类别的名称。',
  layers: '各层，从最底层到输出层。',
  classify: '判断图片或句子的类别，按概率从大到小排列。',
  evaluate: '在没参加训练的样本上的准确率和混淆矩阵。',
  'evaluate.examples': '带有这个分类器的标签',
  'evaluate.options': 'progress 为 0 到 1',
  activations: '一张图片在每一层的输出；最后是输出层的得分。',
  'activations.returns': '通道排在最后',
  filters: '第一层的滤波器，按行排列。',
  'Classifier.inside': `追踪一张图片或一个句子：向前算、往回传的每个数，以及用正确标签走一步前后的权重。一切都按分类器现在的权重来算。

图片：
- \`forward\`：\`image\`；\`conv1.before\`（卷积的和），\`conv1\`（每 2 × 2 个取最大，再过 ReLU），\`conv2\` 也一样；
  \`hidden.before\`、\`hidden\`、\`logits\`、\`probabilities\`；\`probabilities.after\` 用的是走一步之后的权重。类别的顺序
  同 \`labels\`。
- \`backward\`：损失对以上各量的偏导数，从 \`logits\` 往下直到 \`image\`，然后是对每个参数的。冻结的层也有梯度，
  训练时则只算用得着的。
- \`changes\`：每个参数在“W ← W − alpha · rate · 梯度”前后的值。冻结的层不变；各层的 rate 见 \`layers\`。

训练用的是成批的样本、Dropout 和自己的优化器；这里走的是一步普通的梯度下降。分类器本身不变。

句子（\`words\` 是词表里有的词）：
- \`forward\`：在词向量上的分类器有 \`vectors\`（每个词一行）和 \`mean\`；在 ELMo 上的有 \`tokens\`（连同句子两端的标记）、
  \`means\`（每一层对各词的平均）、\`mix.shares\`（各层的份额）和 \`mix\`。然后是 \`logits\`、\`probabilities\`、
  \`probabilities.after\`。
- \`backward\`：对其中各量的，除了 \`tokens\` 和 \`mix.shares\`；然后是对每个参数的。
- \`changes\`：同图片。`,
  'inside.label': '`labels` 中的一个',
  'inside.options': '这一步的学习率；默认是训练的初始学习率',
  forgetting:
    '从这个模型的层出发训练另一个模型，会让这个模型的任务损失多少。给出这个模型的准确率，以及换上另一个模型的层、保留这个模型的输出层时的准确率。',
  'forgetting.other': '从这个模型的层训练出来的模型',
  'forgetting.examples': '带有这个分类器的标签',
  'Classifier.checkpoint': '不含样本的模型，格式是 load() 能读的。',

  ElmoReader: '已发布权重的 ELMo，由 loadElmo 得到。句子可以是文本，按空格切分；也可以是词的列表。',
  readAhead: '预先算好句子的向量，之后问到它们时就快。',

  OpenedModel: '打开的模型副本，由 model.open 得到。',
  trace:
    '追踪一个例子：按计算顺序给出每个数、往回传的梯度，以及走一步前后的权重。对 CBOW 和 Skip-gram，这就是训练的那一步。NNLM 和 ELMo 训练时用成批的例子和优化器；这里只在这个例子上走一步普通的梯度下降。',
  prove:
    '用双精度测量损失对某个数的斜率，与反向传播的梯度并排。对 CBOW，损失按窗口的份额加权，与训练时一样。',
  'prove.entry': '属于一个参数，或属于损失所依赖的一个量',
  weights: '一个参数的全部数值，按行排列。',
  setWeight: '改动这份副本的一个权重。',
  takeStep: '走 trace() 给出的那一步，结果留在这份副本里。',
  'OpenedModel.weightsHash': '这份副本的权重的哈希值：没有改动之前，与模型的相同。',
  noise: '负采样时每个词被抽中的概率。',
  tree: '层次 softmax 的哈夫曼树：每个词从根开始经过的节点，以及在各节点往哪边走。',

  PreformerError: `所有错误的类型：给程序看的错误码，给人看的一句话，以及出错的名称、它的值和允许的取值。

只有 EngineFailure 不是核心给出的：Worker 或 wasm 模块没有载入，或者停止了。`,
  name: '总是 PreformerError。',
  code: '错误的种类。',
  parameter: '出错的选项、词或行；可能为空。',
  value: '它的值，写成文本。',
  permitted: '允许的取值，写成文本。',
  suggestion: '词不在词表里时，最接近的写法；没有接近的就没有。',
  model: '被中止的训练留下的、训练到一半的模型。可以使用，用完要由调用者关闭。',
};
