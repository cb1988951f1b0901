import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/**
 * A file or folder of the project, by its path relative to the project's root.
 * @param {string} path
 */
export const project = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** @returns {Promise<number>} a port on which no program listens */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });

/** Serves a built folder with the headers of the site's server. @param {string} configFile */
async function serve(configFile) {
  const server = await preview({
    configFile: project(configFile),
    logLevel: 'error',
    preview: { port: await freePort(), strictPort: true, host: '127.0.0.1' },
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

export { build, freePort, serve };
