/** Serves and builds the pages of questions, which are made of their answers and one template. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textPages } from '../text-pages.js';
import { FILES, questionsPage } from './page.js';

const folder = fileURLToPath(new URL('./', import.meta.url));

export const questionFiles = Object.values(FILES);

/** @param {string} file */
const languageOf = (file) => (file === FILES.zh ? 'zh' : 'en');

/** @param {string} file */
function render(file) {
  const language = languageOf(file);
  return questionsPage(language, readFileSync(`${folder}${language}.html`, 'utf8'));
}

export const questions = () =>
  textPages({ name: 'preformer:questions', folder, files: questionFiles, render });
