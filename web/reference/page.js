/** Makes the pages "API reference" and "Coming from gensim" of the site, in two languages. */

import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { escaped } from '../escaped.js';
import { sitePage } from '../site-page.js';
import { textPages } from '../text-pages.js';
import { gensimMarkdown } from './gensim.js';
import { referenceMarkdown, slug } from './markdown.js';
import { readTypes } from './read-types.js';

/** @typedef {import('./words.js').Language} Language */

/** @type {Record<'api' | 'gensim', Record<Language, string>>} */
const FILES = {
  api: { en: 'api.html', zh: 'api.zh.html' },
  gensim: { en: 'gensim.html', zh: 'gensim.zh.html' },
};

export const referenceFiles = Object.values(FILES).flatMap((files) => Object.values(files));

const words = {
  en: {
    api: 'API reference · Preformer',
    gensim: 'Coming from gensim · Preformer',
    describes: {
      api: 'Every function, method and option of Preformer’s JavaScript API, with an example each.',
      gensim: 'What gensim’s users usually do, and the same with Preformer, a line each.',
    },
    skip: 'Skip to the text',
  },
  zh: {
    api: 'API 参考 · Preformer',
    gensim: '从 gensim 过来 · Preformer',
    describes: {
      api: 'Preformer 的 JavaScript API：每个函数、方法和选项，各带一个示例。',
      gensim: 'gensim 的常用操作，在 Preformer 里各怎么写。',
    },
    skip: '跳到正文',
  },
};

/** The reference changes with the sources only; reading the types takes seconds. @type {ReturnType<typeof readTypes> | undefined} */
let types;

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const id = slug(text.replaceAll('`', ''));
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    // A wide table scrolls by itself, also with the keyboard.
    table(token) {
      const row = (/** @type {typeof token.header} */ cells, /** @type {string} */ tag) =>
        `<tr>${cells.map((one) => `<${tag}>${this.parser.parseInline(one.tokens)}</${tag}>`).join('')}</tr>`;
      // An index has no heading above its names.
      const head = token.header.some((one) => one.text === '')
        ? ''
        : `<thead>${row(token.header, 'th')}</thead>`;
      const body = token.rows.map((cells) => row(cells, 'td')).join('\n');
      return `<div class="wide" tabindex="0" role="group" aria-label="${token.header.at(-1)?.text}"><table>${head}<tbody>${body}</tbody></table></div>\n`;
    },
    code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
  },
});

/** Links between documents lead to the pages that there are; those to other documents become text. @param {string} markdown */
const linked = (markdown) =>
  markdown
    .replaceAll(/\]\((api|gensim)(\.zh)?\.md\)/g, '](./$1$2.html)')
    .replaceAll(/ · \[[^\]]*\]\([\w.]*\.md\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([\w.]*\.md\)/g, '$1');

/** @param {string} file */
function render(file) {
  const language = /** @type {Language} */ (file.includes('.zh.') ? 'zh' : 'en');
  const page = file.startsWith('api') ? 'api' : 'gensim';
  types ??= readTypes();
  const markdown = page === 'api' ? referenceMarkdown(types, language) : gensimMarkdown(language);
  const said = words[language];
  return sitePage({
    language,
    page,
    files: FILES[page],
    said: { title: said[page], description: said.describes[page], skip: said.skip },
    target: 'text',
    style: './reference/reference.css',
    script: './src/reference.js',
    main: `      <main class="reference" id="text" tabindex="-1">
${marked.parse(linked(markdown))}
      </main>`,
  });
}

export const referencePages = () =>
  textPages({
    name: 'preformer:reference',
    folder: fileURLToPath(new URL('./', import.meta.url)),
    files: referenceFiles,
    render,
  });
