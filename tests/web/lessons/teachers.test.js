/** The page for teachers: its links, its worksheets. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OUR_LESSONS } from '../../../web/lessons/ours/index.js';
import { fileOf, lessonsPage } from '../../../web/lessons/page.js';
import { lessonFiles } from '../../../web/lessons/plugin.js';
import { addressOf } from '../../../web/story/page.js';

const ids = OUR_LESSONS.map(({ id }) => id);

it.each(/** @type {const} */ (['en', 'zh']))(
  '%s: has a worksheet and a line for each lesson, in order',
  async (language) => {
    const text = readFileSync(`web/lessons/teachers.${language}.html`, 'utf8');
    const page = lessonsPage('teachers', language, text);
    const html = page.slice(page.indexOf('<article'));
    const all = (/** @type {RegExp} */ pattern) =>
      Array.from(html.matchAll(pattern), ([, found]) => found);
    expect(all(/class="sheet" id="sheet-([\w-]+)"/g)).toEqual(ids);
    const table = html.slice(html.indexOf('class="shows"'), html.indexOf('id="hand-in"'));
    expect(Array.from(table.matchAll(/&amp;lesson=([\w-]+)/g), ([, id]) => id)).toEqual(ids);
    for (const { title, minutes } of OUR_LESSONS) {
      expect(table).toContain(title[language]);
      expect(table).toContain(`${minutes} ${language === 'en' ? 'min' : '分钟'}<`);
    }

    const places = new Set(all(/\bid="([\w-]+)"/g));
    const links = all(/\bhref="([^"]+)"/g);
    expect(links.filter((link) => link.startsWith('#') && !places.has(link.slice(1)))).toEqual([]);
    const pages = links
      .filter((link) => link.startsWith('./'))
      .map((link) => link.slice(2).split('#')[0]);
    const known = [...lessonFiles, 'index.html', addressOf('cover', language).slice(2)];
    expect(pages.filter((file) => !known.includes(file))).toEqual([]);
    expect(links).toContain(`./${fileOf('lessons', language)}#v=1&amp;lesson=dimensions`);
  },
);
