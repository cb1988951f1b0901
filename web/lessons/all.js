/** The lessons that a link can name: ours, and the chapters of the Story. */
import { STORY_LESSONS } from '../story/lessons.js';
import { OUR_LESSONS } from './ours/index.js';

/** @param {string} name @returns {import('./ours/index.js').Listed | undefined} */
export const listedLesson = (name) =>
  [...OUR_LESSONS, ...STORY_LESSONS].find(({ id }) => id === name);
