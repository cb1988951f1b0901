import { chromium } from '@playwright/test';

/** Debian's Chromium, without a GPU and without calling home. */
export const chromiumOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** @typedef {import('./engine.js').Engine} Engine */

/** @returns {Promise<Engine>} */
export async function startChromium() {
  const browser = await chromium.launch(chromiumOptions);
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
