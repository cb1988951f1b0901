/** Serves and builds the pages of questions, which are made of their answers and one template. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FILES, questionsPage } from './page.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = fileURLToPath(new URL('./', import.meta.url));

export const questionFiles = Object.values(FILES);

/** @param {string} file */
const languageOf = (file) => (file === FILES.zh ? 'zh' : 'en');

/** @param {string} file */
function render(file) {
  const language = languageOf(file);
  return questionsPage(language, readFileSync(`${folder}${language}.html`, 'utf8'));
}

/** @param {string} id */
const fileOf = (id) => (id.startsWith(root) ? id.slice(root.length) : '');

/** @returns {import('vite').Plugin} */
export const questions = () => ({
  name: 'preformer:questions',
  enforce: 'pre',
  resolveId: (id) => (questionFiles.includes(fileOf(id)) ? id : null),
  load: (id) => (questionFiles.includes(fileOf(id)) ? render(fileOf(id)) : null),
  configureServer(server) {
    server.watcher.add(folder);
    server.watcher.on('change', (path) => {
      if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' });
    });
    server.middlewares.use(async (request, response, next) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname.slice(1);
      if (!questionFiles.includes(path)) return next();
      response.setHeader('Content-Type', 'text/html');
      response.end(await server.transformIndexHtml(`/${path}`, render(path)));
    });
  },
});
