/** The words of the view into a classifier of sentences, Chinese. */
export const zh = {
  'transfer.inside.text.title': '分类器内部：一句话，每个数',
  'transfer.inside.text.lede':
    '从上往下看你的句子怎样穿过刚训练好的分类器，用的是它现在的权重：每个词有一行数，几行取平均，再从平均给每一类打一个分。',
  'transfer.inside.text.lede.elmo':
    '从上往下看你的句子怎样穿过刚训练好的分类器，用的是它现在的权重：语言模型的每一层先对所有词取平均，几层再加权合成一行，从它给每一类打一个分。',
  'transfer.inside.text.waits': '先训练分类器，再在上面写一句话。',
  'transfer.inside.text.label': '正确的类别',
  'transfer.inside.text.words': '各个词的向量',
  'transfer.inside.text.words.note': '{count} 行，每行 {numbers} 个数；每行各占 {count} 分之一。',
  'transfer.inside.text.layers': '各层，对所有词取平均',
  'transfer.inside.text.layers.note':
    '{count} 行，每行 {numbers} 个数；每行占多少是学出来的（*γ* 乘它在混合里的份额）。',
  'transfer.inside.text.mean': '它们的平均 *m*',
  'transfer.inside.text.mix': '它们的混合 *m*',
  'transfer.inside.text.classes': '各类的权重和得分',
  'transfer.inside.text.classes.note':
    '*W* 给每一类一行：与 *m* 逐列相乘，加起来，再加偏置，就是得分。softmax 把得分变成概率。',
  'transfer.inside.text.scoreOf': '“{label}”的得分',
  'transfer.inside.text.layer':
    '语言模型的第 {layer} 层，对所有词取了平均。这一层的数怎样算出来，可以在实验室的 ELMo 内部看到。',
  'transfer.inside.text.proof':
    '测得的数：本页用上面的数、用双精度把损失从头再算一遍。责任是训练自己的 32 位数，所以大约有六位相同。',
  'transfer.inside.text.adds.words': '每个词给各类的得分加了多少',
  'transfer.inside.text.adds.layers': '每一层给各类的得分加了多少',
  'transfer.inside.text.step': '在这句话上走一步',
  'transfer.inside.text.step.note':
    '长度：平方和的平方根。这一步只用这一句话做梯度下降，学习率是训练开始时的学习率乘这一层的倍数。训练用的是一批批句子，还有 dropout 和 Adam。',
  'transfer.inside.text.layer.head': '输出层',
  'transfer.inside.text.layer.vectors': '词向量',
  'transfer.inside.text.layer.tokens': '词向量（第 0 层）',
  'transfer.inside.text.layer.lstm': 'LSTM 第 {layer} 层',
};
