// Inside in the built page: how long the trace of one example takes, and what it costs the page to draw
// each of the seven stops. Drawing is counted in the browser's own script, style and layout time, which
// other programs of the machine do not lengthen much.
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../e2e/engines/chromium.js';
import { serve } from '../e2e/support/servers.js';
import { median } from './command.mjs';

const SITE = 'vite.config.js';
const STOPS = 7;
const TRACES = 15;
const MODELS = ['nnlm', 'cbow', 'skip-gram', 'elmo'];
const LARGE = { corpus: 'state-of-the-union', model: 'nnlm' };

/** @param {import('@playwright/test').CDPSession} cdp */
async function spent(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  return 1000 * (value('ScriptDuration') + value('LayoutDuration') + value('RecalcStyleDuration'));
}

/** Opens a model, trained once over its text or paused at its first step. */
async function opened(browser, url, { model, corpus, start = 'training' }) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  const epochs = start === 'training' ? '&epochs=1' : '';
  await page.goto(
    `${url}lab.html#v=1&lang=en&model=${model}&corpus=${corpus}${epochs}&start=${start}&inside=1`,
  );
  await page.waitForSelector('.inside-drawing', { timeout: 300_000 });
  await page.waitForFunction(
    () => !document.querySelector('lab-app').session.current.running,
    null,
    { timeout: 300_000 },
  );
  return page;
}

/** The milliseconds of each trace of the example that is shown. @param {import('@playwright/test').Page} page */
const traces = (page) =>
  page.evaluate(async (count) => {
    const { machine, model } = document.querySelector('inside-view');
    const { example } = machine.shown;
    const copy = await model.open();
    const times = [];
    for (let i = 0; i < count; ++i) {
      const from = performance.now();
      await copy.trace(example);
      times.push(performance.now() - from);
    }
    await copy.close();
    return times;
  }, TRACES);

/** @param {{rounds: number, quick: boolean, say: (what: string, round: number) => void}} run */
export async function benchInside({ rounds, quick, say }) {
  const server = await serve(SITE);
  const browser = await chromium.launch(chromiumOptions);
  try {
    const found = [];
    for (const model of MODELS) {
      say(model, 0);
      const page = await opened(browser, server.url, { model, corpus: 'relations-en' });
      const traced = await traces(page);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');
      const stops = Array.from({ length: STOPS }, () => []);
      for (let round = 0; round <= rounds; ++round) {
        for (let stop = 1; stop <= STOPS; ++stop) {
          const before = await spent(cdp);
          await page.evaluate(
            (inside) =>
              new Promise((done) => {
                document.querySelector('lab-app').session.store.set({ inside });
                requestAnimationFrame(() => requestAnimationFrame(done));
              }),
            stop,
          );
          if (round > 0) stops[stop - 1].push((await spent(cdp)) - before); // the first loads code
        }
      }
      found.push({ model, trace: median(traced), stops: stops.map(median) });
      await page.close();
    }
    if (!quick) {
      say('NNLM on the State of the Union', 0);
      const page = await opened(browser, server.url, { ...LARGE, start: 'paused' });
      const vocabulary = await page.evaluate(
        () => document.querySelector('lab-app').session.current.model.info.vocabulary,
      );
      found.push({ ...LARGE, vocabulary, trace: median(await traces(page)), stops: [] });
      await page.close();
    }
    return { rounds, found };
  } finally {
    await browser.close();
    await server.close();
  }
}
