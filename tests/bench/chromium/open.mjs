// Chromium with the benchmarks' page: served as the site is, cross-origin isolated.
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../e2e/engines/chromium.js';
import { build, serve } from '../../e2e/support/servers.js';

const CONFIG = 'tests/bench/chromium/vite.config.js';

/**
 * A page that is ready; close() ends browser and server.
 * @returns {Promise<{run: (task: string, options: object) => Promise<any>,
 *   workerHeap: () => Promise<number>, page: import('@playwright/test').Page, close: () => Promise<void>}>}
 */
export async function openChromium() {
  await build({ configFile: CONFIG });
  const server = await serve(CONFIG);
  const browser = await chromium.launch({
    ...chromiumOptions,
    args: [...chromiumOptions.args, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  /** The heap of the training worker, after a collection; 0 before there is one. */
  const workerHeap = async () => {
    const [worker] = page.workers();
    if (!worker) return 0;
    await worker.evaluate(() => globalThis.gc?.());
    return worker.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  };
  const run = (task, options) =>
    page.evaluate(([name, given]) => window.run(name, given), [task, options]);
  return { run, workerHeap, page, close };
}
