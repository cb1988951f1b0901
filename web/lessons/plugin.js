/** Serves and builds the pages of lessons, of classes and for teachers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textPages } from '../text-pages.js';
import { fileOf, lessonsPage, PAGES } from './page.js';

const folder = fileURLToPath(new URL('./', import.meta.url));

const LANGUAGES = /** @type {const} */ (['en', 'zh']);

/** What each file is. */
const files = new Map(
  PAGES.flatMap((page) =>
    LANGUAGES.map((language) => [fileOf(page, language), { page, language }]),
  ),
);

export const lessonFiles = [...files.keys()];

/** @param {string} file */
function render(file) {
  const { page, language } = files.get(file) ?? { page: PAGES[0], language: LANGUAGES[0] };
  const text =
    page === 'teachers' ? readFileSync(`${folder}teachers.${language}.html`, 'utf8') : '';
  return lessonsPage(page, language, text);
}

export const lessons = () =>
  textPages({ name: 'preformer:lessons', folder, files: lessonFiles, render });
