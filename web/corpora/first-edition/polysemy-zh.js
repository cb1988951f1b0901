/**
 * The Chinese words of the polysemy corpus in its first edition (see ../polysemy.js). Words are separated by spaces. The
 * two readings of 花 are a noun and a verb (to spend). Their frames differ, but the words beside 花
 * are the same.
 */

const fillers = {
  left: ['只有', '还是', '说到底 还是', '连'],
  right: ['今年', '现在 也', '到 现在 还', '一直'],
};
const frames = {
  fillers,
  templates: [
    '{before} 说 {left} {word} {right} 需要 {after}',
    '{before} 觉得 {left} {word} {right} 离不开 {after}',
    '{before} 知道 {left} {word} {right} 少不了 {after}',
    '{before} 发现 {left} {word} {right} 等着 {after}',
    '{before} 相信 {left} {word} {right} 带来 {after}',
    '{before} 担心 {left} {word} {right} 没有 {after}',
  ],
};
const months = { left: fillers.left, right: ['今年', '这个 月', '过去 这 一 年', '最近'] };

/** @type {import('../polysemy.js').Polyseme[]} */
export const chinese = [
  {
    word: '苹果',
    senses: [
      {
        name: 'fruit',
        group: 'plants',
        twins: ['梨子', '桃子', '香蕉'],
        before: ['果农', '水果商', '厨师'],
        after: ['阳光', '果园', '果篮'],
        ...frames,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['谷歌', '三星', '华为'],
        before: ['工程师', '设计师', '程序员'],
        after: ['手机', '芯片', '软件'],
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
        after: ['雨水', '粮仓', '磨坊'],
        ...frames,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['联想', '海尔', '格力'],
        before: ['店员', '顾客', '粉丝'],
        after: ['电视', '空调', '路由器'],
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
        before: ['猎人', '鸟迷', '护林员'],
        after: ['树林', '鸟巢', '虫子'],
        ...frames,
      },
      {
        name: 'flower',
        group: 'plants',
        twins: ['牡丹', '茉莉', '月季'],
        before: ['花匠', '园艺师', '画家'],
        after: ['花盆', '花瓶', '肥料'],
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
        templates: frames.templates,
        fillers: months,
      },
      {
        name: 'spend',
        group: 'deeds',
        twins: ['挣', '省', '攒'],
        before: ['会计', '老板', '顾问'],
        after: ['工资', '奖金', '存款'],
        templates: [
          '{before} 说 {left} {word} {right} 的 {after}',
          '{before} 觉得 {left} {word} {right} 全部 {after}',
          '{before} 知道 {left} {word} {right} 剩下 {after}',
          '{before} 发现 {left} {word} {right} 多余 {after}',
          '{before} 相信 {left} {word} {right} 一半 {after}',
          '{before} 担心 {left} {word} {right} 所有 {after}',
        ],
        fillers: months,
      },
    ],
  },
];
