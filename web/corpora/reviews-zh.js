/**
 * The Chinese words of the reviews (see reviews.js), segmented by spaces. All things that are judged
 * are places in a hotel, so that each word of praise or blame can be said of each.
 */

/** @type {import('./reviews.js').ReviewLexicon} */
export const chinese = {
  labels: { good: '好评', bad: '差评' },
  things: ['房间', '大堂', '泳池', '花园', '餐厅', '露台'],
  words: {
    good: [
      ...['漂亮', '出色', '完美', '精致', '不错', '讲究', '理想', '气派', '干净', '舒适', '优雅'],
      ...['典雅', '雅致', '清新', '宽敞', '明亮', '整洁', '时尚', '高级', '豪华', '惊艳', '一流'],
      ...['考究', '亮眼', '大气', '别致', '安静', '迷人', '精美', '用心', '美观', '舒心', '宜人'],
      ...['静谧', '清爽', '洁净', '敞亮', '浪漫', '新颖', '阔气'],
    ],
    bad: [
      ...['糟糕', '差劲', '难看', '简陋', '粗糙', '破旧', '混乱', '寒酸', '破烂', '肮脏', '脏乱'],
      ...['昏暗', '狭窄', '拥挤', '吵闹', '嘈杂', '杂乱', '邋遢', '陈旧', '老旧', '破败', '土气'],
      ...['俗气', '过时', '沉闷', '单调', '乏味', '阴暗', '阴冷', '恶心', '闷热', '老土', '冷清'],
      ...['凌乱', '丑陋', '压抑', '局促', '呆板', '扫兴', '窄小'],
    ],
  },
  clauses: {
    plain: [...Array(4).fill('{thing} {word}'), '{word} 的 {thing}'],
    negated: ['{thing} 并 不 {word}', '没有 {word} 的 {thing}'],
    conceded: ['听 说 {thing} {word}', '{thing} 看着 {word}'],
  },
  comma: '，',
  and: '而且',
  turns: ['但是', '可'],
};
