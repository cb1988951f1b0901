/** Makes the pages of lessons, of classes and for teachers: what is around their elements and texts. */

import { sitePage } from '../site-page.js';
import { words } from './words.js';
import { worksheets } from './worksheets.js';

/** @typedef {'en' | 'zh'} Language */

/** What a page contains: an element that a program fills, or a text. */
const ELEMENTS = { lessons: 'lessons-app', class: 'class-app' };

const STYLES = {
  lessons: './src/lessons/lessons.css',
  class: './src/class/class.css',
  teachers: './src/lessons/teachers.css',
};

export const PAGES = /** @type {const} */ (['lessons', 'class', 'teachers']);

/** @typedef {typeof PAGES[number]} Page */

/** @param {Page} page @param {Language} language */
export const fileOf = (page, language) => (language === 'zh' ? `${page}.zh.html` : `${page}.html`);

/** @param {Page} page @param {Language} language @param {string} text HTML of the page's own */
export function lessonsPage(page, language, text) {
  const said = words[language];
  const tag = page === 'teachers' ? '' : ELEMENTS[page];
  const content = tag
    ? `<${tag}></${tag}><noscript><p class="note">${said.script}</p></noscript>`
    : text.replace('<!-- worksheets -->', () => worksheets(language));
  return sitePage({
    language,
    page,
    files: { en: fileOf(page, 'en'), zh: fileOf(page, 'zh') },
    said: { ...said[page], skip: said.skip },
    kind: 'lessons-page',
    target: 'content',
    style: STYLES[page],
    script: {
      lessons: './src/lessons/main.js',
      class: './src/class/main.js',
      teachers: './src/lessons/teachers.js',
    }[page],
    main: `      <main id="content" tabindex="-1">
${content}
      </main>`,
  });
}
