const en = {
  title: 'Three rows of Q, 32 numbers each',
  products: 'products of the two',
  sum: 'in all',
  alike: 'How like king?',
  scale: 'cosine: 1 is the same direction, 0 unrelated',
  peak: (/** @type {string} */ value) => `${value}: learned so far: “people”`,
  guess: 'your guess',
  row: (/** @type {string} */ word) => `The row of ${word} in Q, 32 bars`,
  curve: (/** @type {string} */ queen, /** @type {string} */ palace) =>
    `During training the cosine of king and queen rises to ${queen}, that of king and palace ends at ${palace}.`,
  reading: (/** @type {number} */ n) => `reading ${n}`,
  start: 'untrained',
  followers: 'What comes right after them in the text',
  times: (/** @type {number} */ n) => `${n} times`,
  end: 'end',
  renamedTitle: 'The same text, trained twice',
  asWritten: 'as written',
  withName: (/** @type {string} */ name) => `queen is “${name}”`,
  pair: (/** @type {string} */ other) => `king and ${other}`,
  hashes:
    'On the right is a fingerprint, computed from all weights: it is the same. The network gets only the numbers of words, so the new spelling changed nothing.',
  choose: 'Choose, and the renamed text will be trained here.',
  training: 'Training on the renamed text …',
};

/** @type {typeof en} */
const zh = {
  title: 'Q 矩阵里的三行，每行 32 个数',
  products: '两行逐位相乘',
  sum: '加起来',
  alike: '和“国王”有多像？',
  scale: '余弦相似度：1 是方向相同，0 是毫不相干',
  peak: (value) => `${value}：只分得出“这是个人”`,
  guess: '你猜的',
  row: (word) => `Q 中“${word}”那一行，32 根柱`,
  curve: (queen, palace) =>
    `训练过程中，“国王”与“王后”的余弦相似度升到 ${queen}，“国王”与“王宫”的停在 ${palace}。`,
  reading: (n) => `读完 ${n} 遍`,
  start: '还没训练',
  followers: '文本里，紧跟在它们后面的是什么',
  times: (n) => `出现 ${n} 次`,
  end: '句尾',
  renamedTitle: '同一份文本，训练了两次',
  asWritten: '原文',
  withName: (name) => `换成“${name}”`,
  pair: (other) => `国王与${other}`,
  hashes: '右边是全部权重的指纹，两次分毫不差：网络没见过意思，只见过哪个编号跟在哪个编号后面。',
  choose: '选一个，就在这里用改过名的文本训练。',
  training: '正在用改过名的文本训练……',
};

export const words = { en, zh };
