// Opens the benchmarks' page in Chromium, served like the site: cross-origin isolated.
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../e2e/engines/chromium.js';
import { build, serve } from '../../e2e/support/servers.js';

const CONFIG = 'tests/bench/chromium/vite.config.js';

/**
 * The JavaScript heap of the page and its workers, in bytes, after a garbage collection.
 * @param {import('@playwright/test').Page} page
 */
async function heapMeter(page) {
  const cdp = await page.context().newCDPSession(page);
  /** @type {Set<string>} sessions of workers */
  const workers = new Set();
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let calls = 0;
  cdp.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result ?? {});
    waiting.delete(id);
  });
  await cdp.send('Target.setAutoAttach', {
    ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
  });
  const ask = (sessionId, method) =>
    new Promise((resolve) => {
      const id = ++calls;
      waiting.set(id, resolve);
      cdp.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    });
  return async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    let { usedSize: sum } = await cdp.send('Runtime.getHeapUsage');
    for (const worker of workers) {
      await ask(worker, 'HeapProfiler.collectGarbage');
      const { usedSize = 0 } = await ask(worker, 'Runtime.getHeapUsage');
      sum += usedSize;
    }
    return sum;
  };
}

/**
 * Opens a page that is ready. close() ends browser and server.
 * @returns {Promise<{run: (task: string, options: object) => Promise<any>,
 *   heap: () => Promise<number>, page: import('@playwright/test').Page, close: () => Promise<void>}>}
 */
export async function openChromium() {
  await build({ configFile: CONFIG });
  const server = await serve(CONFIG);
  const browser = await chromium.launch({
    ...chromiumOptions,
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  const run = (task, options) =>
    page.evaluate(([name, given]) => window.run(name, given), [task, options]);
  return { run, heap: await heapMeter(page), page, close };
}
