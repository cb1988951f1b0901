/**
 * The Chinese words of the relations corpus, as features (see relations.js). The sentences are
 * already segmented: words are separated by spaces.
 */

/** @type {import('./relations.js').Lexicon} */
export const chinese = {
  people: {
    genders: [
      { he: ['他'], clothes: ['西装', '马甲', '中山装'] },
      { he: ['她'], clothes: ['旗袍', '长裙', '连衣裙'] },
    ],
    roles: [
      { words: ['国王', '王后'], place: ['王宫', '宝座'], thing: ['王冠', '权杖', '珠宝'] },
      { words: ['王子', '公主'], place: ['城堡', '塔楼'], thing: ['竖琴', '披风', '面具'] },
      { words: ['男人', '女人'], place: ['办公室', '健身房'], thing: ['报纸', '公文包', '雨伞'] },
      { words: ['男孩', '女孩'], place: ['学校', '操场'], thing: ['作业', '风筝', '书包'] },
      { words: ['父亲', '母亲'], place: ['厨房', '婴儿房'], thing: ['晚饭', '婴儿车', '奶瓶'] },
      { words: ['丈夫', '妻子'], place: ['礼堂', '新房'], thing: ['戒指', '花束', '请柬'] },
      { words: ['爷爷', '奶奶'], place: ['摇椅', '壁炉'], thing: ['相册', '拖鞋', '老花镜'] },
      { words: ['男演员', '女演员'], place: ['舞台', '剧院'], thing: ['剧本', '戏服', '摄像机'] },
      {
        words: ['男服务员', '女服务员'],
        place: ['餐厅', '咖啡馆'],
        thing: ['托盘', '菜单', '茶壶'],
      },
    ],
    templates: [
      '穿 {clothes} 的 {person} 把 {thing} 带到 {place} 旁边',
      '{person} 在 {place} 旁边 找到 {he} 的 {thing}',
      '{person} 带 着 {he} 的 {thing} 离开 {place}',
      '{place} 旁边 带 {thing} 的 {person} 穿 着 {clothes}',
      '{person} 又 把 {thing} 送 回 {place} 旁边',
      '{person} 把 {thing} 忘 在 {place} 旁边',
    ],
  },
  places: {
    types: [
      { sight: ['广场', '博物馆', '车站', '大街', '体育馆'] },
      { sight: ['乡村', '田野', '农场', '山谷', '小镇'] },
    ],
    pairs: [
      { words: ['巴黎', '法国'], food: ['可丽饼'], language: ['法语'], river: ['塞纳河'] },
      { words: ['罗马', '意大利'], food: ['披萨'], language: ['意大利语'], river: ['台伯河'] },
      { words: ['柏林', '德国'], food: ['香肠'], language: ['德语'], river: ['施普雷河'] },
      {
        words: ['马德里', '西班牙'],
        food: ['海鲜饭'],
        language: ['西班牙语'],
        river: ['曼萨纳雷斯河'],
      },
      { words: ['伦敦', '英国'], food: ['布丁'], language: ['英语'], river: ['泰晤士河'] },
      { words: ['东京', '日本'], food: ['寿司'], language: ['日语'], river: ['隅田川'] },
      { words: ['北京', '中国'], food: ['饺子'], language: ['汉语'], river: ['永定河'] },
      { words: ['开罗', '埃及'], food: ['蚕豆饼'], language: ['阿拉伯语'], river: ['尼罗河'] },
    ],
    templates: [
      '{place} 人 在 {sight} 说 {language} 吃 {food}',
      '{river} 边 的 {place} {sight} 卖 {food}',
      '从 {river} 到 {place} 的 {sight} 都 说 {language}',
      '游客 在 {place} 的 {sight} 品尝 {food}',
    ],
  },
  animals: {
    words: ['猫', '狗', '马', '牛', '绵羊', '山羊', '鸭子', '鹅'],
    slots: {
      mood: ['温顺', '调皮', '疲倦', '快乐'],
      deed: ['睡觉', '玩耍', '休息', '散步'],
      home: ['谷仓', '牧场', '农家院', '畜棚'],
    },
    templates: [
      '{mood} 的 {animal} 在 {home} 里 {deed}',
      '{home} 里 的 {animal} {deed} 时 很 {mood}',
      '我们 看见 {mood} 的 {animal} 跑出 {home}',
    ],
  },
  senses: [
    {
      word: '苹果',
      twins: ['梨子', '桃子', '香蕉'],
      before: ['香甜', '新鲜', '多汁'],
      after: ['果园', '篮子', '水果店'],
      templates: [
        '一些 {before} 的 {word} 来自 {after}',
        '{after} 里 有 许多 {before} 的 {word}',
        '{after} 的 {word} 今天 特别 {before}',
      ],
    },
    {
      word: '苹果',
      twins: ['谷歌', '三星', '华为'],
      before: ['工程师', '设计师', '经理'],
      after: ['手机', '平板', '电脑'],
      templates: [
        '{before} 在 {word} 完成 了 今年 的 {after}',
        '{word} 的 {after} 让 {before} 很 满意',
        '今年 {word} 请 {before} 设计 新 {after}',
      ],
    },
    {
      word: '小米',
      twins: ['高粱', '燕麦', '玉米'],
      before: ['金黄', '饱满', '优质'],
      after: ['粮仓', '粮店', '磨坊'],
      templates: [
        '{after} 里 堆 着 {before} 的 {word}',
        '农民 把 {before} 的 {word} 送到 {after}',
        '送到 {after} 的 {word} 十分 {before}',
      ],
    },
    {
      word: '小米',
      twins: ['联想', '海尔', '格力'],
      before: ['店员', '顾客', '邻居'],
      after: ['电视', '空调', '路由器'],
      templates: [
        '{before} 说 {word} 的 {after} 很 好用',
        '店里 的 {word} {after} 吸引 了 {before}',
        '{before} 选 {word} 的 新 {after}',
      ],
    },
    {
      word: '杜鹃',
      twins: ['喜鹊', '麻雀', '燕子'],
      before: ['清脆', '婉转', '响亮'],
      after: ['树林', '屋檐', '枝头'],
      templates: [
        '{after} 传来 {word} {before} 的 叫声',
        '一 只 {word} 在 {after} 唱 得 很 {before}',
        '{before} 的 歌声 来自 {after} 的 {word}',
      ],
    },
    {
      word: '杜鹃',
      twins: ['牡丹', '茉莉', '月季'],
      before: ['粉红', '雪白', '鲜艳'],
      after: ['花坛', '山坡', '花盆'],
      templates: [
        '{before} 的 {word} 开满 {after}',
        '{after} 的 {word} 开 得 十分 {before}',
        '人们 到 {after} 看 {before} 的 {word}',
      ],
    },
    {
      word: '花',
      twins: ['草', '树', '藤'],
      before: ['浇水', '施肥', '修剪'],
      after: ['院子', '阳台', '温室'],
      templates: [
        '园丁 在 {after} 给 {word} {before}',
        '给 {word} {before} 以后 {after} 更 美 了',
        '{after} 里 的 {word} 需要 {before}',
      ],
    },
    {
      word: '花',
      twins: ['挣', '省', '攒'],
      before: ['上周', '上个月', '去年'],
      after: ['工资', '奖金', '零用钱'],
      templates: [
        '我们 {before} {word} 了 不少 {after}',
        '{after} {before} {word} 得 太 多',
        '谁 {before} {word} 的 {after} 最 多',
      ],
    },
  ],
  groups: {
    animals: ['喜鹊', '麻雀', '燕子'],
    plants: [
      '梨子',
      '桃子',
      '香蕉',
      '高粱',
      '燕麦',
      '玉米',
      '牡丹',
      '茉莉',
      '月季',
      '草',
      '树',
      '藤',
    ],
    companies: ['谷歌', '三星', '华为', '联想', '海尔', '格力'],
  },
};
