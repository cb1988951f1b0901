/** Our lessons in their order. A lesson's file is loaded when it is opened; its title is listed here. */
import { part } from '../../src/api/part.js';

/**
 * @typedef {import('../../src/tasks/lesson.js').Lesson} Lesson
 *
 * @typedef {object} Listed
 * @property {string} id its name in links, and of its file
 * @property {{en: string, zh: string}} title as in the file
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
    minutes: 10,
    load: () => lessonIn(part(() => import('./numbers.json'))),
  },
  {
    id: 'next-word',
    title: {
      en: 'What falls out when a network guesses the next word?',
      zh: '猜下一个词，会顺带得到什么？',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./next-word.json'))),
  },
  {
    id: 'dimensions',
    title: { en: 'How many numbers does a word need?', zh: '一个词需要几个数？' },
    minutes: 10,
    load: () => lessonIn(part(() => import('./dimensions.json'))),
  },
  {
    id: 'apple',
    title: {
      en: 'Where does a word with two meanings go?',
      zh: '一个词有两个意思，该放在哪里？',
    },
    minutes: 20,
    load: () => lessonIn(part(() => import('./apple.json'))),
  },
  {
    id: 'context',
    title: { en: 'Can a vector depend on the sentence?', zh: '词向量能随句子变吗？' },
    minutes: 20,
    load: () => lessonIn(part(() => import('./context.json'))),
  },
  {
    id: 'digits',
    title: { en: 'Are thirty pictures enough?', zh: '三十张图够吗？' },
    minutes: 20,
    load: () => lessonIn(part(() => import('./digits.json'))),
  },
  {
    id: 'reviews',
    title: { en: 'Ten reviews are enough', zh: '十条评论就够了' },
    minutes: 20,
    load: () => lessonIn(part(() => import('./reviews.json'))),
  },
  {
    id: 'own-text',
    title: { en: 'Your own text', zh: '用你自己的文本' },
    minutes: 25,
    load: () => lessonIn(part(() => import('./own-text.json'))),
  },
  {
    id: 'broken-runs',
    title: { en: 'Three broken runs', zh: '三次坏掉的训练' },
    minutes: 25,
    load: () => lessonIn(part(() => import('./broken-runs.json'))),
  },
];
