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
const lessonIn = async (file) => /** @type {Lesson} */ ((await file).default);

/** @type {Listed[]} */
export const OUR_LESSONS = [
  {
    id: 'dimensions',
    title: { en: 'How many numbers does a word need?', zh: '一个词需要几个数？' },
    minutes: 10,
    load: () => lessonIn(part(() => import('./dimensions.json', { with: { type: 'json' } }))),
  },
];
