/** How pages of text are served and built. */
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('./', import.meta.url));

/**
 * Serves and builds pages that are made, not stored.
 * @param {object} of
 * @param {string} of.name
 * @param {string} of.folder of the texts; a change there reloads the pages
 * @param {string[]} of.files the pages, in web/
 * @param {(file: string) => string | Promise<string>} of.render
 * @returns {import('vite').Plugin}
 */
export function textPages({ name, folder, files, render }) {
  const fileOf = (/** @type {string} */ id) => (id.startsWith(root) ? id.slice(root.length) : '');
  return {
    name,
    enforce: 'pre',
    resolveId: (id) => (files.includes(fileOf(id)) ? id : null),
    load: (id) => (files.includes(fileOf(id)) ? render(fileOf(id)) : null),
    // Text and styles come first: the page is read while its program is on the way.
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        files.includes(fileOf(filename))
          ? html.replaceAll('<script type="module" crossorigin ', '$&fetchpriority="low" ')
          : html,
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('change', (path) => {
        if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://page').pathname.slice(1) || 'index.html';
        if (!files.includes(path)) return next();
        response.setHeader('Content-Type', 'text/html');
        response.end(await server.transformIndexHtml(`/${path}`, await render(path)));
      });
    },
  };
}
