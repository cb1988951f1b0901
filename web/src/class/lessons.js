/** Where the lessons of a class come from: ours, files on this site, links; and the Story's questions. */

import { listedLesson } from '../../lessons/all.js';
import { STORY_LESSONS } from '../../story/lessons.js';
import { inLanguage } from '../tasks/lesson.js';
import { addressOnSite, unpack } from '../tasks/lesson-link.js';
import { plain } from '../tasks/marked.js';
import { readLesson } from '../tasks/read-lesson.js';
import { LabError } from '../text/own-text.js';

/**
 * @typedef {import('../tasks/lesson-link.js').Source} Source
 * @typedef {{question: string, options: {value: string, text: string}[]}} Chapter
 */

/** @param {Source} source @returns {ReturnType<typeof readLesson>} */
async function opened({ lesson, from, inline }) {
  if (inline) return readLesson(await unpack(inline));
  if (from) {
    const answer = await fetch(addressOnSite(from, location.href));
    if (!answer.ok) throw new Error(String(answer.status));
    return readLesson(await answer.text());
  }
  const ours = listedLesson(lesson ?? '');
  if (!ours) throw new LabError('BadParameter', 'absent', { kind: 'absent', value: lesson });
  return { lesson: await ours.load(), faults: [] }; // a test reads all of them
}

/** @type {Map<string, ReturnType<typeof readLesson>>} */
const read = new Map();

/** A class has one lesson many times: each is read once. @param {Source} source */
export function lessonOf(source) {
  const name = JSON.stringify(source);
  const known = read.get(name) ?? opened(source);
  read.set(name, known);
  known.catch(() => read.delete(name)); // the next try may succeed
  return known;
}

/** @type {Promise<Record<string, import('../tasks/lesson.js').Prediction>> | null} */
let story = null;

/** The guesses of the Story's chapters, by chapter in their order. */
function guesses() {
  story ??= Promise.all(
    STORY_LESSONS.map(async ({ chapter, load }) => {
      const { steps } = await load();
      return [chapter, steps[0].predict];
    }),
  ).then(Object.fromEntries);
  story.catch(() => {
    story = null; // the next try may succeed
  });
  return story;
}

/** The Story's questions. @param {'en' | 'zh'} language @returns {Promise<Record<string, Chapter>>} by chapter, in order */
export async function storyIn(language) {
  const said = (/** @type {import('../tasks/lesson.js').Text} */ text) =>
    plain(inLanguage(text, language));
  const entries = Object.entries(await guesses()).map(([id, { question, options = [] }]) => [
    id,
    {
      question: said(question),
      options: options.map(({ name = '', text }) => ({ value: name, text: said(text) })),
    },
  ]);
  return Object.fromEntries(entries);
}

/** The names of each chapter's options. */
export async function storyOptions() {
  const entries = Object.entries(await guesses()).map(([id, { options = [] }]) => [
    id,
    options.map(({ name = '' }) => name),
  ]);
  return Object.fromEntries(entries);
}
