/** The initial questions of the ladder, by the edition of its text (link/edition.js). */

/** @typedef {import('../link/edition.js').Edition} Edition */

/** The words with two senses, by the text's language. */
export const POLYSEMES = { en: ['apple', 'bank'], zh: ['苹果', '小米', '杜鹃', '花'] };

/**
 * Sentences of the held-out text, one per sense: the possible meanings of a polyseme.
 * @type {Record<Edition, Record<string, string[]>>}
 */
export const SENTENCES = {
  1: {
    apple: [
      'farmers say this very old apple this year needs sunshine',
      'engineers say this very old apple this year needs phones',
    ],
    bank: [
      'fishermen leave this very old bank this year without boats',
      'lawyers praise this very old bank this year for loans',
    ],
    苹果: ['果农 说 连 苹果 今年 需要 阳光', '工程师 说 只有 苹果 今年 需要 手机'],
    小米: ['磨坊主 说 连 小米 到 现在 还 需要 粮仓', '店员 说 还是 小米 到 现在 还 需要 电视'],
    杜鹃: ['猎人 说 连 杜鹃 现在 也 需要 树林', '园艺师 说 说到底 还是 杜鹃 现在 也 需要 花瓶'],
    花: ['园丁 说 连 花 过去 这 一 年 需要 浇水', '会计 说 连 花 这个 月 的 工资'],
  },
  2: {
    apple: [
      'farmers say now apple profits still need sunshine',
      'engineers say this year apple sales still need chips',
    ],
    bank: [
      'fishermen say this bank these days needs fish',
      'clerks say this bank these days needs forms',
    ],
    苹果: ['果农 说 今年 苹果 确实 离不开 阳光', '工程师 发现 今年 苹果 其实 缺少 芯片'],
    小米: ['农民 说 今年 小米 说到底 离不开 化肥', '顾客 说 如今 小米 其实 离不开 口碑'],
    杜鹃: ['护林员 认为 今年 杜鹃 说到底 少不了 树林', '花匠 认为 今年 杜鹃 确实 少不了 肥料'],
    花: ['园丁 说 就 花 今年 最 需要 浇水', '老板 说 就 花 最近 的 奖金'],
  },
};

const similar = { en: 'king', zh: '国王' };
const analogy = { en: ['man', 'woman', 'king'], zh: ['男人', '女人', '国王'] };

/**
 * The initial questions for each text. `next` and `blank` are from its held-out part.
 * @typedef {{similar: string, analogy: string[], next: string, blank: string, polyseme: string,
 *   polysemes: string[]}} First
 *
 * @param {'en' | 'zh'} language @param {Pick<First, 'next' | 'blank'>} sentences
 * @returns {First}
 */
const firstOf = (language, sentences) => ({
  similar: similar[language],
  analogy: analogy[language],
  polyseme: POLYSEMES[language][0],
  polysemes: POLYSEMES[language],
  ...sentences,
});

/** @type {Record<Edition, Record<'en' | 'zh', First>>} */
export const FIRSTS = {
  1: {
    en: firstOf('en', {
      next: 'designers compare this very old apple now and then with',
      blank: 'the _ left the gym with her umbrella',
    }),
    zh: firstOf('zh', {
      next: '工程师 觉得 连 苹果 到 现在 还 离不开',
      blank: '_ 又 把 王冠 送 回 宝座 旁边',
    }),
  },
  2: {
    en: firstOf('en', {
      next: 'engineers say this year apple sales still need',
      blank: 'the _ left the playground with her schoolbag',
    }),
    zh: firstOf('zh', {
      next: '工程师 认为 如今 苹果 看 起来 少不了',
      blank: '_ 在 办公室 旁边 找到 她 的 报纸',
    }),
  },
};
