import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { project } from './servers.js';
import { serveFolder } from './static.js';

/**
 * Serves another site with a page of its own: not isolated, with its own headers.
 * @param {string} name @param {Record<string, string>} files by path
 * @param {{headers?: Record<string, string>}} [options]
 */
export async function hostPage(name, files, options) {
  mkdirSync(project('build/e2e/hosts'), { recursive: true });
  const folder = `${mkdtempSync(project(`build/e2e/hosts/${name}-`))}/`;
  for (const [path, text] of Object.entries(files)) writeFileSync(folder + path, text);
  return serveFolder(folder, options);
}

/** Serves our site like a plain host, without special headers. */
export const serveSite = () =>
  serveFolder(project('build/site'), { headers: { 'Access-Control-Allow-Origin': '*' } });

/** @param {string} body @param {string} [head] */
export const article = (body, head = '') => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>An article</title>${head}</head>
  <body><main><h1>An article</h1><p>About words.</p>${body}<p>And so on.</p></main></body>
</html>`;

/**
 * Waits for the next event of a demo, which bubbles to the document.
 * @param {import('@playwright/test').Page | import('@playwright/test').Frame} page
 * @param {string} name
 * @returns {Promise<any>} its detail
 */
export const nextEvent = (page, name) =>
  page.evaluate(
    (type) =>
      new Promise((resolve) => {
        document.addEventListener(type, (event) => resolve(/** @type {any} */ (event).detail), {
          once: true,
        });
      }),
    name,
  );
