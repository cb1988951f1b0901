/**
 * The Chinese words of the polysemy corpus (see polysemy.js). Words are separated by spaces. Every
 * sentence that can be drawn is one that people could say: each cue suits each verb and each twin
 * of its sense.
 *
 * The two readings of 花 are a noun and a verb (to spend). Their frames differ, but the words beside
 * 花 are the same.
 */

const frames = {
  fillers: {
    left: ['今年', '现在', '如今', '今年 的'],
    right: ['其实', '确实', '说到底', '看 起来'],
  },
  templates: [
    '{before} 说 {left} {word} {right} 离不开 {after}',
    '{before} 觉得 {left} {word} {right} 需要 {after}',
    '{before} 认为 {left} {word} {right} 少不了 {after}',
    '{before} 发现 {left} {word} {right} 缺少 {after}',
    '{before} 相信 {left} {word} {right} 全靠 {after}',
    '{before} 知道 {left} {word} {right} 缺不了 {after}',
  ],
};
const months = {
  left: ['还是', '就', '说到底 还是', '到头来 还是'],
  right: ['今年', '这个 月', '这 一 年', '最近'],
};

/** @type {import('./polysemy.js').Polyseme[]} */
export const chinese = [
  {
    word: '苹果',
    senses: [
      {
        name: 'fruit',
        group: 'plants',
        twins: ['梨子', '桃子', '香蕉'],
        before: ['果农', '村民', '果商'],
        after: ['阳光', '雨水', '冷库'],
        ...frames,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['谷歌', '三星', '华为'],
        before: ['工程师', '设计师', '程序员'],
        after: ['芯片', '用户', '软件'],
        ...frames,
      },
    ],
  },
  {
    word: '小米',
    senses: [
      {
        name: 'grain',
        group: 'plants',
        twins: ['高粱', '燕麦', '玉米'],
        before: ['农民', '磨坊主', '粮商'],
        after: ['化肥', '石磨', '粮仓'],
        ...frames,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['联想', '海尔', '格力'],
        before: ['店员', '顾客', '粉丝'],
        after: ['广告', '口碑', '新品'],
        ...frames,
      },
    ],
  },
  {
    word: '杜鹃',
    senses: [
      {
        name: 'bird',
        group: 'animals',
        twins: ['喜鹊', '麻雀', '燕子'],
        before: ['护林员', '鸟迷', '动物学家'],
        after: ['树林', '昆虫', '栖息地'],
        ...frames,
      },
      {
        name: 'flower',
        group: 'plants',
        twins: ['牡丹', '茉莉', '月季'],
        before: ['花匠', '园艺师', '花农'],
        after: ['肥料', '温室', '水分'],
        ...frames,
      },
    ],
  },
  {
    word: '花',
    senses: [
      {
        name: 'flower',
        group: 'plants',
        twins: ['草', '树', '藤'],
        before: ['园丁', '邻居', '姑妈'],
        after: ['浇水', '施肥', '修剪'],
        templates: [
          '{before} 说 {left} {word} {right} 最 需要 {after}',
          '{before} 觉得 {left} {word} {right} 最 该 {after}',
          '{before} 认为 {left} {word} {right} 少不了 {after}',
          '{before} 发现 {left} {word} {right} 忘 了 {after}',
          '{before} 承认 {left} {word} {right} 离不开 {after}',
          '{before} 知道 {left} {word} {right} 缺不了 {after}',
        ],
        fillers: months,
      },
      {
        name: 'spend',
        group: 'deeds',
        twins: ['挣', '省', '攒'],
        before: ['会计', '老板', '学生'],
        after: ['工资', '奖金', '生活费'],
        templates: [
          '{before} 说 {left} {word} {right} 的 {after}',
          '{before} 觉得 {left} {word} {right} 那 点 {after}',
          '{before} 认为 {left} {word} {right} 全部 {after}',
          '{before} 发现 {left} {word} {right} 自己 的 {after}',
          '{before} 承认 {left} {word} {right} 这 份 {after}',
          '{before} 知道 {left} {word} {right} 仅 有 的 {after}',
        ],
        fillers: months,
      },
    ],
  },
];
