// Serves build/site with the headers that a host should send: cross-origin isolation, wasm as
// application/wasm.
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const FIRST_PORT = 8080;
const TRIES = 50;

/** @param {number} port @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });

/** The first free port from `wanted` on. @param {number} wanted */
async function freePort(wanted) {
  for (let port = wanted; port < wanted + TRIES && port < 65536; port++) {
    if (await isFree(port)) return port;
    console.log(`Port ${port} is busy.`);
  }
  throw new Error(`no free port from ${wanted} on: set PORT to another number`);
}

const wanted = Number(process.env.PORT ?? FIRST_PORT);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`error: PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}

try {
  await preview({
    configFile: fileURLToPath(new URL('../../vite.config.js', import.meta.url)),
    logLevel: 'error',
    preview: { port: await freePort(wanted), strictPort: true, host: 'localhost' },
  }).then((server) =>
    console.log(`Preformer is on ${server.resolvedUrls?.local[0]} (Ctrl-C ends it)`),
  );
} catch (error) {
  console.error(`error: ${/** @type {Error} */ (error).message}`);
  process.exit(1);
}
