/** One-hot 展示区的文字，中文。 */
export const zh = {
  'onehot.title': '向量本身：{words} × {words}，对角线上是 1',
  'onehot.label': '单位矩阵，每行一个词',
  'onehot.help': '用方向键逐词移动。',
  'onehot.row': '{word}：第 {index} 个，共 {words} 个',
  'onehot.vector': '第 {index} 位是 1，其余全是 0',
  'onehot.nothing': '没有什么可训练',
  'onehot.fact': '任意两个词：相似度为 0，距离为 √2 ≈ 1.41。国王离王后，和离勺子一样远。',
  'onehot.memory': '内存',
  'onehot.dense': '独热编码，{words} × {words} × 4 字节',
  'onehot.embedding': '词向量（Q 矩阵），{words} × {dimensions} × 4 字节',
  'onehot.next': '去看 NNLM',
};
