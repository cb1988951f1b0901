/** The words of the worksheets, and what each has beyond the text of its lesson. */

/**
 * @typedef {object} Sheet
 * @property {Record<'en' | 'zh', string[]>} columns of the table for notes
 * @property {number} rows
 * @property {Record<'en' | 'zh', string[]>} ask questions after the training
 * @property {number} room lines for each answer
 */

export const words = {
  en: {
    title: 'Worksheets',
    note: 'One page of A4 for each lesson: guess and reason before the training, notes during it, an explanation afterwards. Questions and goals are those of the lesson on the page.',
    print:
      'To print one sheet, choose it here and print the page: only this sheet is printed. To print all sheets, choose “Worksheets” in the list at the top of the page first.',
    list: 'Worksheets',
    fields: ['Name', 'Class', 'Date', 'Seat'],
    before: 'Before you train: guess',
    why: 'My reason:',
    mine: 'I guess',
    goal: 'Goal:',
    during: 'While you train: note',
    after: 'Afterwards: explain',
    foot: 'Preformer · CC BY 4.0',
  },
  zh: {
    title: '练习单',
    note: '每个任务一张 A4 纸：训练前写下猜测和理由，训练时做记录，训练后说明原因。问题和目标与页面上的任务相同。',
    print:
      '只打印一张：在这里点开它，再打印网页，就只印这一张。要打印全部练习单，先点页面上方目录里的“练习单”。',
    list: '练习单',
    fields: ['姓名', '班级', '日期', '座号'],
    before: '训练之前：猜一猜',
    why: '理由：',
    mine: '我猜：',
    goal: '目标：',
    during: '训练的时候：记录',
    after: '训练之后：说明原因',
    foot: 'Preformer · CC BY 4.0',
  },
};

/** @type {Record<string, Sheet>} */
export const sheets = {
  numbers: {
    columns: {
      en: ['What I changed', 'king and queen', 'king and cat', 'Goal reached?'],
      zh: ['我改了什么', '“国王”和“王后”', '“国王”和“猫”', '达到目标了吗？'],
    },
    rows: 4,
    ask: {
      en: [
        'Why is the similarity of two different one-hot codes always 0?',
        'A new word is added to the list. What changes in the one-hot codes of the other words?',
      ],
      zh: [
        '两个不同的词，独热编码的相似度为什么总是 0？',
        '词表里加进一个新词，别的词的独热编码有什么变化？',
      ],
    },
    room: 4,
  },
  'next-word': {
    columns: {
      en: ['Step', 'What I changed', 'What came out'],
      zh: ['步骤', '我改了什么', '结果'],
    },
    rows: 4,
    ask: {
      en: ['‘Near does not mean often together.’ Explain with king, queen and palace.'],
      zh: ['“离得近，不等于常在一起。”用“国王”“王后”“王宫”说明。'],
    },
    room: 3,
  },
  dimensions: {
    columns: {
      en: ['Dimensions', 'Epochs', 'I expect', 'Place of queen', 'Goal reached?'],
      zh: ['维数', '轮数', '我以为会', '“王后”的名次', '达到目标了吗？'],
    },
    rows: 8,
    ask: {
      en: [
        'Why do too few numbers fail? What else has to fit into them?',
        'Your neighbour found another smallest number. How can both be right?',
      ],
      zh: [
        '数太少为什么不行？除了国王和王后，还要装下什么？',
        '同桌得到的最小维数和你不同。为什么两个都对？',
      ],
    },
    room: 4,
  },
  apple: {
    columns: {
      en: ['Step', 'Dimensions', 'apple, pear', 'apple, google', 'pear, google'],
      zh: ['步骤', '维数', '苹果、梨子', '苹果、谷歌', '梨子、谷歌'],
    },
    rows: 5,
    ask: {
      en: [
        'Somebody says: ‘With ten times as much text, it will find out what apple means.’ Answer.',
      ],
      zh: ['有人说：“文本多十倍，它就知道‘苹果’是什么意思了。”你怎么回答？'],
    },
    room: 5,
  },
  context: {
    columns: {
      en: ['Step', 'Epochs', 'Layer 0', 'Layer 1', 'Layer 2'],
      zh: ['步骤', '轮数', '第 0 层', '第 1 层', '第 2 层'],
    },
    rows: 5,
    ask: {
      en: [
        'Why is layer 0 no better than a coin?',
        'Write two sentences with apple. Underline the words from which the LSTMs can tell the meaning.',
      ],
      zh: ['第 0 层为什么跟抛硬币一样？', '写两句带“苹果”的话，把 LSTM 能看出意思的词画上线。'],
    },
    room: 3,
  },
  digits: {
    columns: {
      en: ['B starts from', 'Frozen layers', 'B is right', 'From scratch'],
      zh: ['B 的起点', '冻结的层', 'B 的准确率', '从零训练'],
    },
    rows: 5,
    ask: {
      en: ['‘A frozen layer does nothing.’ What do your numbers say?'],
      zh: ['“冻结的层不起作用。”你量到的数怎么说？'],
    },
    room: 6,
  },
  reviews: {
    columns: {
      en: ['Layers', 'Labels per class', 'B is right', 'From scratch'],
      zh: ['怎样借用层', '每类标签数', 'B 的准确率', '从零训练'],
    },
    rows: 6,
    ask: {
      en: [
        'A has never seen a label. What has it learned all the same that helps B?',
        'For which other task could you use A? For which not?',
      ],
      zh: ['A 一个标签也没见过，它学到的什么帮了 B？', 'A 还能借给什么任务？什么任务用不上？'],
    },
    room: 4,
  },
  'own-text': {
    columns: {
      en: ['Text', 'Min count', 'Words left', 'Rarest word: times', 'Nearest to …'],
      zh: ['文本', '最低词频', '留下的词数', '最少见的词出现几次', '与……最相近'],
    },
    rows: 6,
    ask: {
      en: [
        'Take a word that occurs once. Train with two seeds and note its nearest words. What do you conclude?',
        'What do you gain and what do you lose with a higher min count?',
      ],
      zh: [
        '找一个只出现一次的词，用两个种子各训练一次，记下与它最相近的词。你得出什么结论？',
        '最低词频调高，得到什么，失去什么？',
      ],
    },
    room: 3,
  },
  'broken-runs': {
    columns: {
      en: ['Run', 'What I saw', 'I changed', 'What came out'],
      zh: ['第几次', '我看到什么', '我改了什么', '结果'],
    },
    rows: 3,
    ask: {
      en: ['‘If it is bad, train longer.’ For which of the three runs is this wrong, and why?'],
      zh: ['“结果不好，多练就行。”对这三次训练，哪些不对？为什么？'],
    },
    room: 2,
  },
};
