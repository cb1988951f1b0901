/** Serves and builds the pages of the Story, which are made of texts and one template. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

// What trains is loaded when it is needed, from where it lies: the bundled configuration is elsewhere.
const coverMap = new URL('./cover-map.js', import.meta.url).href;
const pictures = new URL('./pictures.js', import.meta.url).href;

/** A text with the pictures of its figures. @param {{language: 'en' | 'zh', id: string}} page */
async function illustrated(page) {
  const text = readFileSync(textOf(page), 'utf8');
  if (page.id === 'cover') {
    const map = await (await import(coverMap)).coverMap(page.language);
    return text.replace('<!-- map -->', map);
  }
  const drawn = await (await import(pictures)).picturesOf(page.language, page.id, text);
  return text.replaceAll(
    /(data-figure="([^"]+)"[^>]*>)\s*<p class="fallback">(.*?)<\/p>/gs,
    (_, start, name, caption) =>
      `${start}<div class="fallback">${drawn[name] ?? ''}<p class="figure-note">${caption}</p></div>`,
  );
}

/** @param {string} file */
async function render(file) {
  const page = pages.get(file);
  if (!page) throw new Error(`${file} is no page of the Story.`);
  return storyPage({ ...page, text: await illustrated(page) });
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
