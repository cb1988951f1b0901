/** Our lessons in their order. A lesson's file is loaded when it is opened; what its card says is listed here. */
import { part } from '../../src/api/part.js';

/**
 * @typedef {import('../../src/tasks/lesson.js').Lesson} Lesson
 *
 * @typedef {object} Listed
 * @property {string} id its name in links, and of its file
 * @property {{en: string, zh: string}} title as in the file
 * @property {{en: string, zh: string}} [about] as in the file
 * @property {number} minutes as in the file
 * @property {() => Promise<Lesson>} load
 */

/** The content of a file of JSON. @param {Promise<{default: unknown}>} file */
export const lessonIn = async (file) => /** @type {Lesson} */ ((await file).default);

/** @type {Listed[]} */
export const OUR_LESSONS = [
  {
    id: 'numbers',
    title: { en: 'Can a number be a word?', zh: '给词编个号就够了吗？' },
    about: {
      en: 'A one-hot code tells words apart and says nothing else. Random numbers are no better. Train until king and queen are alike.',
      zh: '独热编码只能把词区分开，随机数也好不到哪里去。训练到“国王”和“王后”相像为止。',
    },
    minutes: 10,
    load: () => lessonIn(part(() => import('./numbers.json'))),
  },
  {
    id: 'next-word',
    title: {
      en: 'What falls out when a network guesses the next word?',
      zh: '猜下一个词，会顺带得到什么？',
    },
    about: {
      en: 'A network is trained to guess the next word. It guesses combinations it has never read, and its table Q turns into word vectors that nobody asked for.',
      zh: '只训练网络猜下一个词。没读过的搭配它也猜得出，Q 矩阵还成了词向量，虽然没有人要求过。',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./next-word.json'))),
  },
  {
    id: 'dimensions',
    title: { en: 'How many numbers does a word need?', zh: '一个词需要几个数？' },
    about: {
      en: 'Make king − man + woman = queen come out, with as few dimensions as you can.',
      zh: '用尽量少的维数，让“国王 − 男人 + 女人 = 王后”成立。',
    },
    minutes: 10,
    load: () => lessonIn(part(() => import('./dimensions.json'))),
  },
  {
    id: 'apple',
    title: {
      en: 'Where does a word with two meanings go?',
      zh: '一个词有两个意思，该放在哪里？',
    },
    about: {
      en: 'apple is a fruit and a company, but it has one row of numbers. Where does training put it?',
      zh: '苹果既是水果，也是公司，可是它只有一行数。训练会把它放到哪里？',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./apple.json'))),
  },
  {
    id: 'context',
    title: { en: 'Can a vector depend on the sentence?', zh: '词向量能随句子变吗？' },
    about: {
      en: 'ELMo looks a word up in a table, and then computes a new vector for each sentence. The table cannot tell the two apples apart; what is computed can, once it is trained.',
      zh: 'ELMo 先查表，再为每句话现算一个向量。表分不清两个“苹果”，算出来的向量分得清，前提是练够了。',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./context.json'))),
  },
  {
    id: 'digits',
    title: { en: 'Are thirty pictures enough?', zh: '三十张图够吗？' },
    about: {
      en: 'Network A has learned the digits 0 to 4. Network B has thirty pictures of 5 to 9. What can B borrow from A, and what does a frozen layer do?',
      zh: '网络 A 学过 0 到 4。网络 B 只有三十张 5 到 9 的图。B 能向 A 借什么？冻结的层又在做什么？',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./digits.json'))),
  },
  {
    id: 'reviews',
    title: { en: 'Ten reviews are enough', zh: '十条评论就够了' },
    about: {
      en: 'A language model has read reviews that nobody has sorted into good and bad. How many sorted ones does a classifier still need?',
      zh: '语言模型读过很多没有标好坏的评论。再教它分好坏，还要多少条有标签的？',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./reviews.json'))),
  },
  {
    id: 'own-text',
    title: { en: 'Your own text', zh: '用你自己的文本' },
    about: {
      en: 'Bring a text of your own. How many of its words occur only once, and what can a model learn about them?',
      zh: '带一段你自己的文本来。有多少词只出现一次？从一次里模型能学到什么？',
    },
    minutes: 25,
    load: () => lessonIn(part(() => import('./own-text.json'))),
  },
  {
    id: 'broken-runs',
    title: { en: 'Three broken runs', zh: '三次坏掉的训练' },
    about: {
      en: 'Three trainings that went wrong. Find out why, and mend each with one setting.',
      zh: '三次训练都出了问题。找出原因，每次只改一个设置，把它修好。',
    },
    minutes: 25,
    load: () => lessonIn(part(() => import('./broken-runs.json'))),
  },
];
