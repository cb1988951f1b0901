/** Makes the pages of lessons, of classes and for teachers: what is around their elements and texts. */

import { sitePage } from '../site-page.js';
import { en as classEn } from '../src/i18n/class-en.js';
import { zh as classZh } from '../src/i18n/class-zh.js';
import { en as lessonsEn } from '../src/i18n/lessons-en.js';
import { zh as lessonsZh } from '../src/i18n/lessons-zh.js';
import { words } from './words.js';
import { worksheets } from './worksheets.js';

/** @typedef {'en' | 'zh'} Language */

/** What a page contains: an element that a program fills, or a text. */
const ELEMENTS = { lessons: 'lessons-app', class: 'class-app' };

const TEXTS = { en: { ...lessonsEn, ...classEn }, zh: { ...lessonsZh, ...classZh } };

/** What is painted before the program is there, which takes it away. @type {Record<string, string[]>} */
const SHELLS = {
  lessons: ['lessons-list', '<h1>{lessons.title}</h1>', '<p class="lead">{lessons.lead}</p>'],
  class: [
    'class-list',
    '<p class="kicker">{class.name}</p>',
    '<h1>{class.title}</h1>',
    '<p class="lead">{class.lead}</p>',
  ],
};

/** @param {'lessons' | 'class'} page @param {Language} language */
function shell(page, language) {
  const [name, ...lines] = SHELLS[page];
  /** @type {Record<string, string>} */
  const texts = TEXTS[language];
  const said = lines.join('').replace(/\{(.*?)\}/g, (_all, key) => texts[key]);
  return `<div class="${name}" data-shell>${said}</div>`;
}

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
    ? `<${tag}>${shell(page === 'class' ? 'class' : 'lessons', language)}</${tag}><noscript><p class="note">${said.script}</p></noscript>`
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
