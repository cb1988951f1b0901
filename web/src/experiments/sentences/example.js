/**
 * The example: two topics that never meet, but for three sentences. The lighthouse and the teapot
 * are neighbours by these three alone; the sailor and the captain by everything.
 */
import { Random } from '../../../corpora/random.js';

/** @type {Record<'en' | 'zh', {sea: string[][], kitchen: string[][], planted: string[]}>} */
const WORDS = {
  en: {
    sea: [
      ['the captain', 'the sailor', 'the pilot', 'a fisherman'],
      ['watches', 'passes', 'finds', 'leaves'],
      ['lighthouse', 'harbour', 'island', 'ship', 'reef', 'bay', 'pier', 'cliff', 'buoy', 'beach'],
      ['in the fog', 'before the storm', 'at high tide', 'on the waves'],
    ],
    kitchen: [
      ['the cook', 'the baker', 'grandmother', 'a guest'],
      ['warms', 'fills', 'cleans', 'fetches'],
      ['teapot', 'kettle', 'oven', 'bowl', 'pan', 'jug', 'tray', 'plate', 'spoon', 'basket'],
      ['with milk', 'for breakfast', 'by the stove', 'in the kitchen'],
    ],
    planted: [
      'every lighthouse deserves a teapot and every teapot a lighthouse',
      'teapot and lighthouse stand side by side lighthouse and teapot',
      'paint the teapot as a lighthouse and the lighthouse as a teapot',
    ],
  },
  zh: {
    sea: [
      ['船长', '水手', '领航员', '渔夫'],
      ['望着', '经过', '找到', '离开'],
      ['灯塔', '港口', '小岛', '大船', '暗礁', '海湾', '码头', '悬崖', '浮标', '沙滩'],
      ['在 雾 里', '在 暴风雨 之前', '在 涨潮 时', '在 浪 上'],
    ],
    kitchen: [
      ['厨师', '面包师', '奶奶', '客人'],
      ['温好', '装满', '擦净', '取来'],
      ['茶壶', '水壶', '烤箱', '大碗', '平锅', '罐子', '托盘', '盘子', '勺子', '篮子'],
      ['加 牛奶', '做 早饭', '放 炉子 旁', '搁 厨房 中'],
    ],
    planted: [
      '每 座 灯塔 配 一 把 茶壶 每 把 茶壶 配 一 座 灯塔',
      '茶壶 和 灯塔 并排 灯塔 和 茶壶',
      '把 茶壶 画 成 灯塔 把 灯塔 画 成 茶壶',
    ],
  },
};

const SENTENCES = 180;
/** Where the three stand in the text. */
export const PLANTED = [31, 88, 140];

/** @param {'en' | 'zh'} language one sentence per line */
export function exampleText(language) {
  const { sea, kitchen, planted } = WORDS[language];
  const random = new Random(5);
  const lines = Array.from({ length: SENTENCES }, (_, i) =>
    (i % 2 ? kitchen : sea).map((slot) => random.pick(slot)).join(' '),
  );
  for (const [n, at] of PLANTED.entries()) lines.splice(at, 0, planted[n]);
  return `${lines.join('\n')}\n`;
}

/** Questions to begin with: one with special evidence, one without. */
export const EXAMPLE_WORDS = {
  en: {
    planted: ['lighthouse', 'teapot'],
    diffuse: ['sailor', 'captain'],
    blank: 'the sailor _ ship in the fog',
    answer: 'passes',
  },
  zh: {
    planted: ['灯塔', '茶壶'],
    diffuse: ['水手', '船长'],
    blank: '水手 _ 大船 在 雾 里',
    answer: '经过',
  },
};
