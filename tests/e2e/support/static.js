import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * A plain file server without special headers, unless `headers` are given. `types` replaces types by the
 * end of a name; files that `lost` matches are not there.
 * @param {string} folder
 * @param {{headers?: Record<string, string>, types?: Record<string, string>, lost?: RegExp}} [options]
 * @returns {Promise<{url: string, asked: string[], close: () => Promise<void>}>} `asked`: the paths
 *   requested so far
 */
export async function serveFolder(folder, { headers = {}, types = {}, lost } = {}) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.push(pathname);
    try {
      if (lost?.test(pathname)) throw new Error('lost');
      let path = join(folder, normalize(decodeURIComponent(pathname)));
      if ((await stat(path)).isDirectory()) path = join(path, 'index.html');
      const body = await readFile(path);
      const type = types[extname(path)] ?? TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
