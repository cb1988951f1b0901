import { existsSync, rmSync } from 'node:fs';
import { build, project, serve } from './servers.js';

const HARNESS = 'tests/e2e/harness/vite.config.js';

/**
 * Serves the built site, and the harness, which it bundles first. PREFORMER_SITE and
 * PREFORMER_HARNESS can give the addresses of sites that are already served.
 */
export default async function setup() {
  // What earlier runs have left.
  for (const name of ['hosts', 'projects']) {
    rmSync(project(`build/e2e/${name}`), { recursive: true, force: true });
  }
  /** @type {Array<{close: () => Promise<void>}>} */
  const servers = [];
  const start = async (/** @type {string} */ configFile) => {
    const server = await serve(configFile);
    servers.push(server);
    return server.url;
  };
  if (!process.env.PREFORMER_SITE) {
    if (!existsSync(project('build/site/index.html'))) {
      throw new Error('There is no site to test: run ./build.sh build first.');
    }
    process.env.PREFORMER_SITE = await start('vite.config.js');
  }
  if (!process.env.PREFORMER_HARNESS) {
    await build({ configFile: project(HARNESS), logLevel: 'warn' });
    process.env.PREFORMER_HARNESS = await start(HARNESS);
  }
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
