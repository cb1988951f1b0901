/** Strings of the pull of a training step on the map, in Chinese. */
export const zh = {
  'map.pull.sentence': '箭头：用第 {number} 句训练一步，',
  'map.pull.own': '箭头：用这句话训练一步，',
  'map.pull.moves': '{words} 的行各往哪边移（画得比实际长）。',
  'map.pull.target': '虚线圈：要猜的词“{word}”。',
  'map.pull.noise': '紫圈：{count} 个噪声词。它们和要猜的词只动输出矩阵里的行，不在这张图上。',
  'map.pull.word': '“{word}”',
  'map.pull.join': '',
};
