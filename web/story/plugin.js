/** Serves and builds the pages of the Story, which are made of texts and one template. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coverMap } from './cover-map.js';
import { fileOf, LANGUAGES, storyPage, TEXTS } from './page.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = fileURLToPath(new URL('./', import.meta.url));

/** The pages by their file, in web/. @type {Map<string, {language: 'en' | 'zh', id: string}>} */
const pages = new Map(
  LANGUAGES.flatMap((language) =>
    TEXTS.map((id) => /** @type {const} */ ([fileOf(id, language), { language, id }])),
  ),
);

/** @param {{language: 'en' | 'zh', id: string}} page */
const textOf = ({ language, id }) => `${folder}${language}/${id}.html`;

/** @param {string} file */
async function render(file) {
  const page = pages.get(file);
  if (!page) throw new Error(`${file} is no page of the Story.`);
  const text = readFileSync(textOf(page), 'utf8');
  const map = page.id === 'cover' ? await coverMap(page.language) : '';
  return storyPage({ ...page, text: text.replace('<!-- map -->', map) });
}

/** Names of the pages whose text is written. */
export const storyFiles = [...pages]
  .filter(([, page]) => existsSync(textOf(page)))
  .map(([file]) => file);

/** @returns {import('vite').Plugin} */
export const story = () => ({
  name: 'preformer:story',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith(root) && pages.has(id.slice(root.length)) ? id : null),
  load: (id) =>
    id.startsWith(root) && pages.has(id.slice(root.length)) ? render(id.slice(root.length)) : null,
  configureServer(server) {
    server.watcher.add(folder);
    server.watcher.on('change', (path) => {
      if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' });
    });
    server.middlewares.use(async (request, response, next) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname.slice(1) || 'index.html';
      if (!pages.has(path)) return next();
      response.setHeader('Content-Type', 'text/html');
      response.end(await server.transformIndexHtml(`/${path}`, await render(path)));
    });
  },
});
