/** Reads what a pupil handed in: the link of a lesson with a result, or of the Story's guesses. */
import { pairsOf } from '../link/pairs.js';
import { readGuesses } from '../story/guesses-link.js';
import { digestOf } from './lesson.js';
import { readLessonLink } from './lesson-link.js';
import { codeOf, readResult } from './result.js';

/**
 * @typedef {import('./lesson.js').Lesson} Lesson
 * @typedef {import('./lesson-link.js').Source} Source
 * @typedef {import('./result.js').Result} Result
 * @typedef {import('./result.js').StepResult} StepResult
 * @typedef {{code: string, values?: Record<string, string>, steps?: number[]}} Reason the message
 *   `class.reason.<code>`; `steps`: which of the lesson it is about, from 1, unless all
 *
 * @typedef {object} StoryStep a chapter's claim
 * @property {string} chapter
 * @property {'en' | 'zh'} language that was trained in
 * @property {number} seed
 * @property {string} [outcome]
 * @property {string} [hash] its first digits
 *
 * @typedef {object} HandIn
 * @property {string} key of its lesson: hand-ins of one lesson have the same
 * @property {string} code of all that it says: equal results have the same
 * @property {Lesson | null} lesson null for the Story
 * @property {boolean} edition whether the lesson has changed since
 * @property {Result} result
 * @property {(StoryStep | null)[]} story one per chapter; none of a lesson
 *
 * @typedef {object} Places
 * @property {(source: Source) => Promise<{lesson: Lesson | null, faults: {line: number}[]}>} lessonOf
 * @property {() => Promise<Record<string, string[]>>} storyOptions the values of each chapter's options
 *
 * @typedef {{handIn: HandIn} | {unreadable: Reason}} Read
 */

const VERSION = 1;
const LESSON_PAGE = /(^|\/)lessons(\.zh)?\.html$/;
const STORY_PAGE = /(^|\/)story-end(\.zh)?\.html$/;

/** @param {string} code @param {Record<string, string>} [values] @returns {{unreadable: Reason}} */
const unreadable = (code, values) => ({ unreadable: { code, ...(values && { values }) } });

/** @param {string} link @param {Places} places @returns {Promise<Read>} */
export async function readHandIn(link, places) {
  const [address, fragment = ''] = link.split('#');
  const path = address.split('?')[0];
  if (STORY_PAGE.test(path) || fragment.startsWith('guesses=')) {
    return readStory(fragment, path, places);
  }
  const said = new Map(pairsOf(fragment));
  if (Number(said.get('v') ?? VERSION) > VERSION) return unreadable('newer');
  const { source, result: packed, damage } = readLessonLink(`#${fragment}`);
  const isLesson = LESSON_PAGE.test(path) || said.has('result');
  if (!isLesson && Object.keys(source).length === 0) return unreadable('otherLink');
  if (!Object.keys(source).length) return unreadable(damage || (packed ? 'changed' : 'noLesson'));
  if (!packed) return unreadable(damage || 'noResult');
  /** @type {Result} */
  let result;
  try {
    result = await readResult(packed);
  } catch (error) {
    if (error.code === 'LinkTooLarge') return unreadable('tooLarge');
    return unreadable(damage || 'badResult');
  }
  if (damage) return unreadable(damage);
  return withLesson(source, result, places);
}

/** @param {Source} source @param {Result} result @param {Places} places @returns {Promise<Read>} */
async function withLesson(source, result, { lessonOf }) {
  const name = source.lesson ?? source.from ?? '';
  /** @type {Lesson | null} */
  let lesson = null;
  try {
    const read = await lessonOf(source);
    if (!read.lesson) return unreadable('lessonFaults', { line: String(read.faults[0].line) });
    lesson = read.lesson;
  } catch (error) {
    if (error.kind === 'elsewhere') return unreadable('lessonElsewhere', { name });
    if (error.kind === 'absent') return unreadable('noSuchLesson', { name });
    return unreadable('lessonMissing', { name });
  }
  const [had, steps] = [result.steps.length, lesson.steps.length];
  if (had !== steps) return unreadable('otherSteps', { had: String(had), steps: String(steps) });
  if (!result.steps.some(({ attempt }) => attempt)) return unreadable('untrained');
  const digest = digestOf(lesson);
  const key = source.inline ? `inline ${digest}` : name;
  const edition = digest !== result.lesson;
  const code = `${key} ${codeOf(result)}`;
  return { handIn: { key, code, lesson, edition, result, story: [] } };
}

/** @param {string} fragment @param {string} path @param {Places} places @returns {Promise<Read>} */
async function readStory(fragment, path, { storyOptions }) {
  const text = new Map(pairsOf(fragment)).get('guesses');
  if (!text) return unreadable('noResult');
  const options = await storyOptions();
  const { seen, unread } = readGuesses(text, options);
  if (unread || !Object.keys(seen).length) return unreadable('damaged');
  if (!Object.values(seen).some(({ outcome }) => outcome)) return unreadable('untrained');
  const page = path.endsWith('.zh.html') ? 'zh' : 'en';
  /** @type {HandIn['story']} */
  const story = [];
  const steps = Object.entries(options).map(([chapter, values]) => {
    const { guess, outcome, hash, seed = 1, language = page } = seen[chapter] ?? {};
    const spoken = language === 'zh' ? 'zh' : 'en';
    story.push(outcome ? { chapter, language: spoken, seed, outcome, hash } : null);
    /** @type {StepResult} */
    const step = { hints: 0, attempts: outcome ? 1 : 0 };
    if (guess !== undefined) step.guess = guess && String(values.indexOf(guess));
    if (outcome) step.outcome = values.indexOf(outcome);
    return step;
  });
  const result = { lesson: 'story', seat: null, steps };
  const code = `story ${text}`;
  return { handIn: { key: 'story', code, lesson: null, edition: false, result, story } };
}
