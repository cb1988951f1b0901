const en = {
  groups: {
    people: 'people',
    animals: 'animals',
    plants: 'fruit',
    companies: 'companies',
    countries: 'countries',
    capitals: 'capitals',
  },
  label:
    'Words on a map: after training, people, animals, fruit, companies, countries and capitals lie in groups of their own.',
  heap: ['a second ago, all of them', 'lay here, at random'],
  row: (/** @type {number} */ n) => `is now this row of ${n} numbers:`,
  like: (/** @type {string} */ words) => `most like it: ${words}`,
  before: 'before',
  after: (/** @type {number} */ readings, /** @type {string} */ seconds) =>
    `after ${readings} readings, ${seconds} s`,
  moment: 'Moment of the training',
  again: 'Train again',
  seed: (/** @type {number} */ seed) => `seed ${seed}: another random start`,
  training: 'Your browser is training …',
  failed: 'Your browser could not train here; this is the finished map.',
  choose: 'Show the numbers of',
};

/** @type {typeof en} */
const zh = {
  groups: {
    people: '人物',
    animals: '动物',
    plants: '水果',
    companies: '公司',
    countries: '国家',
    capitals: '首都',
  },
  label: '词的地图：训练后，人物、动物、水果、公司、国家、首都各自聚成一群。',
  heap: ['一秒钟前，所有的词', '都随机堆在这里'],
  row: (n) => `现在是这一行 ${n} 个数：`,
  like: (words) => `最像它的词：${words}`,
  before: '训练前',
  after: (readings, seconds) => `读完 ${readings} 遍，${seconds} 秒`,
  moment: '训练进行到哪里',
  again: '再训练一次',
  seed: (seed) => `随机种子 ${seed}：换一个随机的开头`,
  training: '浏览器正在训练……',
  failed: '这里训练不了，图中是训练好的样子。',
  choose: '查看这些词的数',
};

export const words = { en, zh };
