// The image network in Chromium: serves a page of its own and trains there.
import { startChromium } from '../../e2e/engines/chromium.js';
import { build, serve } from '../../e2e/support/servers.js';

const CONFIG = 'tests/bench/chromium/vite.config.js';

/** A page that is ready to train; close() ends browser and server. */
export async function openChromium() {
  await build({ configFile: CONFIG });
  const server = await serve(CONFIG);
  const browser = await startChromium();
  await browser.open(server.url);
  return {
    train: (options) => browser.evaluate(`trainDigits(${JSON.stringify(options)})`),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
