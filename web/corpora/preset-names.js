/** The names of groups of words and of senses, as readers see them. */

export const groupNames = {
  en: {
    people: 'people',
    countries: 'countries',
    capitals: 'capitals',
    plants: 'plants',
    companies: 'companies',
    animals: 'animals',
    waterside: 'waterside',
    deeds: 'deeds',
  },
  zh: {
    people: '人物',
    countries: '国家',
    capitals: '首都',
    plants: '植物',
    companies: '公司',
    animals: '动物',
    waterside: '水边',
    deeds: '动作',
  },
};

export const senseNames = {
  en: {
    fruit: 'fruit',
    company: 'company',
    river: 'river bank',
    money: 'money',
    grain: 'millet',
    bird: 'bird',
    flower: 'flower',
    spend: 'to spend',
  },
  zh: {
    fruit: '水果',
    company: '公司',
    river: '水边',
    money: '金融',
    grain: '谷物',
    bird: '鸟',
    flower: '花卉',
    spend: '花费',
  },
};
