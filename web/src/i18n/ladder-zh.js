/** Messages of the ladder in Chinese. */
export const zh = {
  'ladder.page.title': 'Preformer：阶梯',
  'ladder.title': '阶梯：五个模型，一份文本，同样的问题',
  'ladder.lede':
    '在 Transformer 之前，每个模型都做到了前一个做不到的事。用同样的句子训练全部五个，再问它们同一个问题，看哪一级能答对。',
  'ladder.rungs': '各级模型，由早到晚',

  'ladder.train.train': '全部训练',
  'ladder.train.stop': '停止',
  'ladder.train.resume': '继续',
  'ladder.train.again': '重新训练',
  'ladder.corpus': '文本',
  'ladder.corpus.en': 'English',
  'ladder.corpus.zh': '中文',
  'ladder.progress.preparing': '正在准备……',
  'ladder.progress.ready': '准备就绪：{sentences} 个句子，五个模型。请按“全部训练”。',
  'ladder.progress.running': '正在训练 {name}',
  'ladder.progress.stopped': '已停止。按“继续”接着训练。',
  'ladder.progress.done': '五个模型都已训练好，用时 {seconds} 秒。',

  'ladder.rung.one-hot': '独热编码',
  'ladder.rung.nnlm': 'NNLM',
  'ladder.rung.cbow': 'CBOW',
  'ladder.rung.skip-gram': 'Skip-gram',
  'ladder.rung.elmo': 'ELMo',
  'ladder.rung.before': '更早',
  'ladder.rung.one-hot.adds': '每个词一个编号',
  'ladder.rung.nnlm.adds': '预测下一个词',
  'ladder.rung.cbow.adds': '上下文 → 词，而且快',
  'ladder.rung.skip-gram.adds': '词 → 上下文',
  'ladder.rung.elmo.adds': '每次出现各有一个向量',

  'ladder.state.waiting': '尚未训练',
  'ladder.state.preparing': '正在读取文本……',
  'ladder.state.epoch': '第 {epoch} / {epochs} 轮',
  'ladder.state.measuring': '正在评测……',
  'ladder.state.paused': '已停止',
  'ladder.state.done': '训练用时 {seconds} 秒',
  'ladder.state.nothing': '不需要训练',
  'ladder.loss': '损失 {loss}',
  'ladder.loss.none': '没有损失',
  'ladder.seconds': '{seconds} 秒',

  'ladder.figure.parameters': '参数',
  'ladder.figure.memory': '内存',
  'ladder.figure.time': '训练',
  'ladder.figure.bits': '每词比特数',
  'ladder.figure.bits.other': '它不预测下一个词，没法比。',
  'ladder.bits.note':
    '每词比特数：没参加训练的句子有多出乎意料，越低越好。各模型的损失出自不同的任务，不能互相比较。',
  'ladder.ngrams':
    '每词比特数：没参加训练的句子有多出乎意料，越低越好。只统计二元词组为 {bigram}，三元词组为 {trigram}。各模型的损失出自不同的任务，不能互相比较。',

  'ladder.task.one-hot': '给文本里的词编号，没有什么要学。',
  'ladder.task.nnlm': '根据前四个词猜下一个词；每个词的向量是学出来的副产品。',
  'ladder.task.cbow': '根据周围各词的平均，猜中间的词。',
  'ladder.task.skip-gram': '根据一个词，猜它周围的词。',
  'ladder.task.elmo':
    '两个 LSTM 都学着猜下一个词，一个从前往后读，一个从后往前读。读到一个词时的状态，就是这个词在这句话里的向量。',
  'ladder.map.identity': '单位矩阵：{count} 个词，彼此同样远。',
  'ladder.map.words': '{count} 个词向量的地图，按类别着色。',
  'ladder.map.cloud': '“{word}”的 {count} 次出现，按词义着色。',
  'ladder.map.plane': '四个词的 PCA 投影：从“{a}”到“{b}”、从“{c}”到“{d}”各有一个箭头。',
  'ladder.map.planeShort': '四个词的 PCA 投影',
  'ladder.map.identityShort': '每行一个 1，其余全是 0',
  'ladder.map.wordsShort': '{count} 个词',
  'ladder.map.wordsShort.one': '1 个词',
  'ladder.map.cloudShort': '“{word}”出现 {count} 次，一次一个点',

  'ladder.group.people': '人物',
  'ladder.group.plants': '植物',
  'ladder.group.companies': '公司',
  'ladder.group.capitals': '首都',
  'ladder.group.countries': '国家',
  'ladder.group.waterside': '水边',
  'ladder.group.animals': '动物',
  'ladder.group.deeds': '动作',

  'ladder.ask.title': '同一个问题，问五个模型',
  'ladder.ask.similar': '相似词',
  'ladder.ask.analogy': '类比',
  'ladder.ask.next': '下一个词',
  'ladder.ask.blank': '填空',
  'ladder.ask.senses': '一词两义',
  'ladder.ask.right': '，答对：{names}',
  'ladder.ask.nobody': '无',
  'ladder.ask.similar.before': '哪些词和',
  'ladder.ask.similar.after': '相似？',
  'ladder.ask.similar.label': '词',
  'ladder.ask.analogy.label': '类比的第 {number} 个词',
  'ladder.ask.analogy.isTo': '之于',
  'ladder.ask.analogy.as': '，正如',
  'ladder.ask.next.label': '句子的开头',
  'ladder.ask.next.hint': '……接下来呢？',
  'ladder.ask.blank.label': '一个句子，缺的词写作 _',
  'ladder.ask.blank.hint': '_ 是缺的词',
  'ladder.ask.senses.word': '有两个意思的词',
  'ladder.ask.senses.label': '第 {number} 句',

  'ladder.problem.unknown': '这份文本里没有：{words}',
  'ladder.problem.blank': '请在缺词的地方写 _。',
  'ladder.problem.polyseme': '两个句子都要有“{word}”。',

  'ladder.verdict.yes': '答对',
  'ladder.verdict.wrong': '答了，但不准',
  'ladder.verdict.open': '作答',
  'ladder.verdict.no': '做不到',
  'ladder.answer.items': '它的回答',
  'ladder.right': '正确',
  'ladder.votes': '最近 {of} 个中的 {count} 个',
  'ladder.end': '句尾',

  'ladder.why.similar.one-hot':
    '所有相似度都是 0。在独热编码里，“{word}”离同类的词和离别的词一样远。',
  'ladder.why.similar.nnlm':
    '{of} 个里有 {count} 个是同类。词向量只是副产品，够预测下一个词用就行。',
  'ladder.why.similar.cbow': '{of} 个里有 {count} 个是同类：能填进同样空位的词，互相靠近。',
  'ladder.why.similar.skip-gram': '{of} 个里有 {count} 个是同类：周围的词相同，向量就靠近。',
  'ladder.why.similar.elmo':
    '{of} 个里有 {count} 个是同类。这里比的是最底层的词向量，还没有读上下文。',
  'ladder.why.similar.nnlm.open': '后面常接同样的词，向量就靠近。',
  'ladder.why.similar.cbow.open': '能填进同样空位的词，互相靠近。',
  'ladder.why.similar.skip-gram.open': '周围的词相同，向量就靠近。',
  'ladder.why.similar.elmo.open': '这里比的是最底层的词向量，还没有读上下文。',

  'ladder.why.analogy.one-hot': '{b} − {a} + {c} 离其余的词都一样远，没法选。',
  'ladder.why.analogy.nnlm': '它的任务并不要求两个差向量平行。全部类比题的准确率：{accuracy}。',
  'ladder.why.analogy.cbow':
    '从“{c}”出发，加上从“{a}”到“{b}”的差向量。全部类比题的准确率：{accuracy}。',
  'ladder.why.analogy.skip-gram':
    '从“{c}”出发，加上从“{a}”到“{b}”的差向量。全部类比题的准确率：{accuracy}。',
  'ladder.why.analogy.elmo':
    '主要靠 LSTM 来预测，词向量的差不必平行。全部类比题的准确率：{accuracy}。',

  'ladder.why.analogy.nnlm.yes':
    '它的任务并不要求两个差向量平行；但这份文本太规整，结果还是平行了。全部类比题的准确率：{accuracy}。',
  'ladder.why.analogy.elmo.yes':
    '这里用的是最底层的词向量：任务并不要求两个差向量平行，但在这份文本里还是平行了。全部类比题的准确率：{accuracy}。',
  'ladder.why.similar.nnlm.yes':
    '{of} 个里有 {count} 个是同类。词向量只是副产品：后面常接同样的词，向量就靠近。',
  'ladder.why.next.nnlm.yes': '它只看 {context} 个词：“{seen}”。这一次够用了。',
  'ladder.why.next.elmo.wrong': '前向 LSTM 读了整个句子，包括开头的“{begin}”，但没记住关键的词。',
  'ladder.why.blank.nnlm.yes': '它只看左边。这一次左边就够了。',
  'ladder.why.blank.cbow.wrong': '它把空位周围的词取平均，词序和远近都丢了。',
  'ladder.why.blank.elmo.wrong':
    '一个 LSTM 从左边读到空位，另一个从右边读到空位，合起来还是没猜中。',
  'ladder.why.senses.elmo.wrong':
    '每个句子里各有一个向量，但这两个还没分开。没参加训练的句子里，{told} 分对了。',
  'ladder.why.next.one-hot': '它只能把词区分开，不做预测。',
  'ladder.why.next.nnlm': '它只看 {context} 个词：“{seen}”。再往前的，它看不到。',
  'ladder.why.next.cbow': '它根据两边猜中间的词，不管词序。这里没有右边。',
  'ladder.why.next.skip-gram': '它猜周围有哪些词，不分远近左右，没有哪个算“下一个”。',
  'ladder.why.next.elmo': '前向 LSTM 读了整个句子，开头的“{begin}”也还记得。',

  'ladder.why.blank.one-hot': '它只能把词区分开，不做预测。',
  'ladder.why.blank.nnlm': '它只看左边，右边的线索它看不到。',
  'ladder.why.blank.cbow': '它的训练就是填空：把空位周围的词取平均，不管词序。',
  'ladder.why.blank.skip-gram': '它用一个词猜周围，不会用周围猜一个词。',
  'ladder.why.blank.elmo': '一个 LSTM 从左边读到空位，另一个从右边读到空位。',

  'ladder.why.senses.one-hot': '“{word}”只是矩阵的一行，不管是什么意思。',
  'ladder.why.senses.nnlm':
    '只有一个向量，两句里完全相同：最近的词里，{firstName} {first} 个，{secondName} {second} 个。',
  'ladder.why.senses.cbow':
    '只有一个向量，两句里完全相同：最近的词里，{firstName} {first} 个，{secondName} {second} 个。',
  'ladder.why.senses.skip-gram':
    '只有一个向量，两句里完全相同：最近的词里，{firstName} {first} 个，{secondName} {second} 个。',
  'ladder.why.senses.elmo': '每个句子里各有一个向量。没参加训练的句子里，{told} 分对了。',

  'ladder.sense.fruit': '水果',
  'ladder.sense.company': '公司',
  'ladder.sense.river': '水边',
  'ladder.sense.money': '金融',
  'ladder.sense.grain': '谷物',
  'ladder.sense.bird': '鸟',
  'ladder.sense.flower': '花卉',
  'ladder.sense.spend': '花费',

  'ladder.lesson.title': '每一级多了什么',
  'ladder.lesson.one-hot.title': '独热编码：只是个编号',
  'ladder.lesson.one-hot':
    '每个词一行，一位是 1，其余全是 0。任意两行互相垂直，没有远近之分。后面的模型，学的都是更短的一行数。',
  'ladder.lesson.nnlm.title': 'NNLM：会预测的词',
  'ladder.lesson.nnlm':
    'Bengio 等人（2003）让网络根据前几个词的向量猜下一个词。这些向量排成 Q 矩阵，和网络一起学；词向量是副产品。从一个词学到的，相似的词也用得上，所以没读过的搭配它也能应付。',
  'ladder.lesson.word2vec.title': 'CBOW 与 Skip-gram：主产品是词向量',
  'ladder.lesson.word2vec':
    'Mikolov 等人（2013）去掉了隐藏层，也不再管词序。剩下的部分快到能读几十亿词，向量也排得整齐：国王 − 男人 + 女人，就在王后旁边。代价是：它不再知道下一个词是什么。',
  'ladder.lesson.elmo.title': 'ELMo：句子里的词',
  'ladder.lesson.elmo':
    'Peters 等人（2018）用两个 LSTM 从两头读句子。读到一个词时的状态，就是这个词在这句话里的向量：句子不同，“苹果”的向量也不同。代价是训练更久，而且每个新句子都得重新读一遍。',
  'ladder.lesson.after.title': '然后呢',
  'ladder.lesson.after':
    'LSTM 把读过的一切都压进一个状态，一个词一个词往后传：离得远的渐渐淡去，也没法并行计算。注意力让每个词直接看到所有的词，那就是下一级：Transformer。',
};
