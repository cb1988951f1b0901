/**
 * The chapters of the Story as lessons: what they ask is in the files of `chapters/`, whose format is
 * that of lessons. The pages of the Story are built from them, and the page of lessons opens them.
 */
import { lessonIn } from '../lessons/ours/index.js';
import { part } from '../src/api/part.js';
import { titles } from './titles.js';

/** @typedef {import('../src/tasks/lesson.js').Lesson} Lesson */

/** @type {Record<string, () => Promise<Lesson>>} */
const files = {
  number: () => lessonIn(part(() => import('./chapters/number.json'))),
  table: () => lessonIn(part(() => import('./chapters/table.json'))),
  guess: () => lessonIn(part(() => import('./chapters/guess.json'))),
  'by-product': () => lessonIn(part(() => import('./chapters/by-product.json'))),
  blank: () => lessonIn(part(() => import('./chapters/blank.json'))),
  opposites: () => lessonIn(part(() => import('./chapters/opposites.json'))),
  direction: () => lessonIn(part(() => import('./chapters/direction.json'))),
  apple: () => lessonIn(part(() => import('./chapters/apple.json'))),
  context: () => lessonIn(part(() => import('./chapters/context.json'))),
  loan: () => lessonIn(part(() => import('./chapters/loan.json'))),
};

const MINUTES = 5;

/** @type {(import('../lessons/ours/index.js').Listed & {chapter: string})[]} */
export const STORY_LESSONS = Object.entries(files).map(([chapter, load]) => ({
  id: `story-${chapter}`,
  chapter,
  title: { en: titles.en[chapter].question, zh: titles.zh[chapter].question },
  minutes: MINUTES,
  load,
}));
