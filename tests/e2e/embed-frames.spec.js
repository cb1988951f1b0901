import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { article, hostPage, serveSite } from './support/host.js';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

/** An article with our iframe, resized as the snippet says. @param {string} address */
const framed = (address) =>
  article(
    `<div id="before"></div><iframe src="${address}" title="Preformer" style="width:100%;border:0"></iframe><div id="after"></div>`,
    `<script>
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe');
        if (source === frame.contentWindow && data?.preformer === 'height') frame.style.height = data.height + 'px';
      });
    </script>`,
  );

test.describe('an iframe', () => {
  test('is light until it is started, fits its height, trains', async ({ page }) => {
    const loaded = /** @type {Promise<Buffer>[]} */ ([]);
    page.on('response', (response) => {
      if (response.url().startsWith(site.url) && response.ok()) loaded.push(response.body());
    });
    const host = await hostPage('frame', { 'index.html': framed(`${site.url}embed.html`) });
    await page.goto(host.url, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(loaded)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    test.info().annotations.push({ type: 'shell, gzip bytes', description: String(bytes) });
    expect(bytes).toBeLessThan(60_000);
    const frame = page.frameLocator('iframe');
    const height = () => page.locator('iframe').evaluate((node) => node.clientHeight);
    const poster = await height();
    expect(poster).toBeGreaterThan(200);
    await frame.getByRole('button', { name: 'Start' }).click();
    await expect(frame.locator('#train')).toHaveText(/again/i);
    await expect(frame.locator('status-line')).toContainText(/[0-9a-f]{4}…[0-9a-f]{4}/);
    expect(await height()).toBeGreaterThan(2 * poster);
    expect(
      await frame.locator('html').evaluate((n) => n.scrollHeight - n.clientHeight),
    ).toBeLessThan(2);
    await host.close();
  });

  test('opens any demo, in a language and a theme; nonsense opens the Lab', async ({ page }) => {
    for (const [query, tag, button] of [
      ['?demo=ladder#v=1&lang=zh&theme=dark', 'preformer-ladder', '开始'],
      ['?demo=polysemy#lang=en', 'preformer-polysemy', 'Start'],
      ['?demo=transfer', 'preformer-transfer', 'Start'],
      ['?demo=__proto__&start=%00#v=9&model=<img src=x>', 'preformer-demo', 'Start'],
    ]) {
      await page.goto(`${site.url}embed.html${query}`);
      await expect(page.locator(tag).getByRole('button', { name: button })).toBeVisible();
      await page.goto('about:blank');
    }
  });

  test('takes its look from its parent, and from nobody else', async ({ page }) => {
    const host = await hostPage('look', { 'index.html': framed(`${site.url}embed.html`) });
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('button', { name: 'Start' })).toBeVisible();
    await page.evaluate(() => {
      const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      contentWindow?.postMessage({ preformer: 'look', theme: 'dark', lang: 'zh' }, '*');
      contentWindow?.postMessage({ preformer: 'look', theme: '"><b>', lang: 7 }, '*');
    });
    await expect(frame.getByRole('button', { name: '开始' })).toBeVisible();
    const ground = frame.locator('.preformer-frame');
    await expect(ground).toHaveCSS('background-color', 'rgb(20, 23, 26)');
    await host.close();
  });

  test('talks to the origin in its address, and to no other', async ({ page }) => {
    const link = '#v=1&corpus=relations-en&model=cbow&epochs=2';
    const host = await hostPage('talk', { 'index.html': '<h1>Host</h1>' });
    await page.goto(host.url);
    const talk = (/** @type {string} */ origin) =>
      page.evaluate(
        ({ address, size }) =>
          new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.body.append(frame);
            const post = (/** @type {object} */ data) =>
              frame.contentWindow?.postMessage(data, '*');
            window.addEventListener('message', ({ data, source }) => {
              if (source !== frame.contentWindow) return; // of the frame before
              if (data.preformer === 'answer' && data.question === 'nearest') resolve(data.words);
              if (data.preformer === 'height' && !frame.dataset.asked) {
                frame.dataset.asked = 'yes';
                post({ preformer: 'set', fields: { nearest: 'queen', size } });
                post({ preformer: 'train' });
                setTimeout(() => resolve('nothing'), 8000);
              }
            });
          }),
        { address: `${site.url}embed.html?origin=${encodeURIComponent(origin)}${link}`, size: 8 },
      );
    expect(await talk(new URL(host.url).origin)).toEqual(['queen']);
    expect(await talk('https://other.example')).toBe('nothing');
    await host.close();
  });

  test('rests off screen and goes on when it is seen again', async ({ page }) => {
    const link = '#v=1&model=elmo&epochs=40';
    const body = framed(`${site.url}embed.html${link}`).replace(
      '<div id="after"></div>',
      '<div style="height:6000px"></div><p id="end">End</p>',
    );
    const host = await hostPage('rest', { 'index.html': body });
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Start' }).click();
    // An iframe out of sight draws nothing: its page would not show it.
    const status = () =>
      frame.locator('preformer-demo').evaluate((node) => {
        const { running, progress } = /** @type {any} */ (node).running?.status() ?? {};
        return { running, progress };
      });
    await expect.poll(async () => (await status()).progress).toBeGreaterThan(0);
    await page.locator('#end').scrollIntoViewIfNeeded();
    await expect.poll(async () => (await status()).running).toBe(false);
    const { progress } = await status();
    await page.waitForTimeout(1000);
    expect(await status()).toEqual({ running: false, progress });
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(async () => (await status()).running).toBe(true);
    await expect.poll(async () => (await status()).progress).toBeGreaterThan(progress);
    await host.close();
  });
});
