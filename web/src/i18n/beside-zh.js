/** Skip-gram 自己的提问的文字：一个词旁边会有哪些词。 */
export const zh = {
  'beside.title': '它旁边会有哪些词？',
  'beside.word': '让 Skip-gram 预测邻居的词',
  'beside.score': '得分 σ(o · v)',
  'beside.take': '{word}，{probability}：改问这个词',
  'beside.takeScored': '{word}，{probability}，得分 {score}：改问这个词',
  'beside.large': '词表太大，这里没法把每个词都比一遍。',
  'beside.softmax': 'P：对所有词的 o · v 做 softmax，训练时就是这么算的。',
  'beside.hierarchical-softmax': 'P：沿着树走到这个词，每一步的概率相乘。',
  'beside.negative-sampling':
    '得分只用来分辨真邻居和噪声词，不是概率。由它推出 P ∝ U(w) · e^(o · v)，U(w) 是抽到 w 作噪声的概率。',
};
