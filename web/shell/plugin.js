/** Writes the first paint of the pages that train into their HTML. */
import { basename } from 'node:path';
import { SHELLS, shellOf } from './page.js';

/** The element of a page, which is empty in its file. */
const ELEMENT = /(<(?:lab|ladder|sense|transfer)-app>)(<\/)/;

/** @returns {import('vite').Plugin} */
export const shells = () => ({
  name: 'preformer:shells',
  transformIndexHtml: {
    order: 'pre',
    handler(html, { filename }) {
      const page = basename(filename, '.html');
      if (!SHELLS.includes(page)) return html;
      if (!ELEMENT.test(html)) throw new Error(`${page}.html has no empty element for its page.`);
      return html
        .replace('<link rel="icon"', '<script vite-ignore src="./shell.js"></script>\n    $&')
        .replace(ELEMENT, (_, open, close) => open + shellOf(page) + close);
    },
  },
});
