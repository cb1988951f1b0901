/** 余弦一步步算出来的文字。 */
export const zh = {
  'cosine.learnt': '学到的向量：每个词 {numbers} 个数',
  'cosine.products': '乘积',
  'cosine.sum': '乘积相加',
  'cosine.length': '“{word}”的长度',
  'cosine.of': '余弦',
  'cosine.quotient': '{sum} ÷（{a} × {b}）= {cosine}',
  'cosine.zero': '全是 0 的一行没有方向，也就没有余弦。先训练吧。',
  'cosine.diverged': '这些数已经不是有限的了，算不出余弦。',
  'cosine.onehot': '独热编码：每个词 {size} 个数，只有一个不是 0',
  'cosine.onehotOther':
    '两个 1 不在同一个位置，每个乘积里都有 0：0 ÷（1 × 1）= 0。任何两个词都一样不像。',
  'cosine.onehotSame': '同一个词：1 × 1 = 1，1 ÷（1 × 1）= 1。',
  'cosine.table': '以表格查看',
  'cosine.number': '第几个',
  'cosine.strip': '{name}：{count} 个数，从 {least} 到 {most}',
};
