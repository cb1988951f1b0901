/** Opens the lesson of a link: one of ours, one at an address of this site, one in the link. */
import { listedLesson } from '../../lessons/all.js';
import { part } from '../api/part.js';
import { addressOnSite, unpack } from '../tasks/lesson-link.js';
import { LabError } from '../text/own-text.js';

/**
 * @typedef {import('../tasks/lesson.js').Lesson} Lesson
 * @typedef {import('../tasks/read-lesson.js').Fault} Fault
 * @typedef {{lesson: Lesson | null, faults: Fault[]}} Read
 */

/** A lesson's text, with what is wrong with it. @param {string} text @returns {Promise<Read>} */
export async function readText(text) {
  const { readLesson } = await part(() => import('../tasks/read-lesson.js'));
  return readLesson(text);
}

/** @param {string} name @returns {Promise<Read>} */
async function ours(name) {
  const found = listedLesson(name);
  if (!found) throw new LabError('BadParameter', 'absent', { kind: 'absent', value: name });
  // A test reads all of them, so they have no faults.
  return { lesson: await found.load(), faults: [] };
}

/** @param {string} from */
async function fetched(from) {
  const url = addressOnSite(from, window.location.href);
  const failed = (/** @type {string} */ message) =>
    new LabError('BadParameter', message, { kind: 'fetch', value: from });
  const response = await fetch(url).catch((error) => {
    throw failed(error.message);
  });
  if (!response.ok) throw failed(String(response.status));
  return readText(await response.text());
}

/** @param {import('../tasks/lesson-link.js').Source} source @returns {Promise<Read>} */
export async function openLesson({ lesson, from, inline }) {
  if (inline) return readText(await unpack(inline));
  if (from) return fetched(from);
  return ours(lesson ?? '');
}
