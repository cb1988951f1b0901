/** Where the lessons of a class come from: ours, files on this site, links; and the Story's questions. */
import { OUR_LESSONS } from '../../lessons/ours/index.js';
import { addressOnSite, unpack } from '../tasks/lesson-link.js';
import { readLesson } from '../tasks/read-lesson.js';

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
  const ours = OUR_LESSONS.find(({ id }) => id === lesson);
  if (!ours) throw new Error(`no lesson ${lesson}`);
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

/** @type {Map<string, Promise<Record<string, Chapter>>>} */
const stories = new Map();

/** The Story's questions, as its last page has them. @param {'en' | 'zh'} language */
export function storyIn(language) {
  const known = stories.get(language) ?? readStory(language);
  stories.set(language, known);
  known.catch(() => stories.delete(language));
  return known;
}

/** @param {'en' | 'zh'} language @returns {Promise<Record<string, Chapter>>} by chapter, in order */
async function readStory(language) {
  const address = language === 'zh' ? './story-end.zh.html' : './story-end.html';
  const answer = await fetch(new URL(address, location.href));
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const chapters = Array.from(page.querySelectorAll('.guesses > [data-chapter]'), (item) => {
    const options = Array.from(item.querySelectorAll('.options > [data-value]'), (option) => ({
      value: option.getAttribute('data-value') ?? '',
      text: option.textContent ?? '',
    }));
    const question = item.querySelector('a')?.textContent ?? '';
    return [item.getAttribute('data-chapter') ?? '', { question, options }];
  });
  if (!chapters.length) throw new Error('no story');
  return Object.fromEntries(chapters);
}

/** The values of each chapter's options, which are the same in both languages. */
export const storyOptions = () =>
  storyIn('en').then((story) =>
    Object.fromEntries(
      Object.entries(story).map(([id, { options }]) => [id, options.map(({ value }) => value)]),
    ),
  );
