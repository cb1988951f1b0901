import puppeteer from 'puppeteer-core';

/** Debian's Firefox ESR by WebDriver BiDi. @returns {Promise<import('./engine.js').Engine>} */
export async function startFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    protocolTimeout: 110_000,
  });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
