/**
 * The three builds in Chromium: threads where the page is cross-origin isolated, the next best with
 * its reason where it is not, and the same from another site.
 */
import { createServer } from 'node:http';
import { expect, test as plain } from '@playwright/test';
import { generateRelations } from '../../web/corpora/relations.js';
import { Lab, labUrl, test } from './support/lab.js';

const ISOLATION = ['cross-origin-opener-policy', 'cross-origin-embedder-policy'];
const PARALLEL = '#build=parallel&threads=2&epochs=5';

/** A host that knows nothing of isolation. @param {import('@playwright/test').Page} page */
const withoutIsolation = (page) =>
  page.route('**/*.html*', async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers());
    const kept = Object.fromEntries(headers.filter(([name]) => !ISOLATION.includes(name)));
    await route.fulfill({ response, headers: kept });
  });

test('an isolated page trains on two threads, and promises no bits', async ({ lab, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open(PARALLEL);
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  await expect(page.locator('#build-now')).toHaveText('parallel build, threads: 2');
  await expect(page.locator('#build-promise')).toHaveText('results are not bit-reproducible');
  await lab.trainToTheEnd();
  await lab.ask('nearest', 'king');
  await expect(lab.nearestAnswers).toHaveCount(5);

  await page.locator('#copy-link').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('build=parallel');
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('hash=');
});

test('the build and its threads are chosen on the page', async ({ lab, page }) => {
  await lab.open();
  await expect(page.locator('#build-now')).toHaveText('exact build');
  await page.locator('#more-parameters summary').click();
  await expect(page.locator('#threads')).toBeHidden();
  await page.locator('#build input[value=parallel]').check({ force: true });
  await expect(page.locator('#build-help')).toContainText('not bit-reproducible');
  await expect(page.locator('#threads')).toBeVisible();
  await expect(page).toHaveURL(/build=parallel/);
  await expect(page.locator('#build-now')).toHaveText('parallel build, threads: 2');
});

test('language models of two threads repeat, and keep their hash', async ({ lab, page }) => {
  await lab.open(`#model=nnlm&build=parallel&epochs=3`);
  await expect(page.locator('#build-promise')).toHaveText('bits may differ between machines');
  const first = await lab.trainToTheEnd();
  expect(await lab.trainToTheEnd()).toBe(first);
});

test('a page that is not isolated runs the fast build, and says why', async ({ page }) => {
  await withoutIsolation(page);
  const lab = new Lab(page);
  await page.goto(labUrl(PARALLEL));
  await lab.ready();
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
  await expect(page.locator('#build-now')).toHaveText(
    'fast build: this page is not cross-origin isolated, so it has no threads',
  );
  await lab.trainToTheEnd();
});

plain('from another site the threads start, too', async ({ page }) => {
  const home = String(process.env.PREFORMER_HARNESS);
  const server = createServer(async (request, answer) => {
    const file = await fetch(new URL(String(request.url), home));
    answer.writeHead(file.status, {
      'Content-Type': String(file.headers.get('content-type')),
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    answer.end(Buffer.from(await file.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const { text: corpus } = generateRelations({ language: 'en', seed: 7, sentences: 200 });
  const options = { model: 'nnlm', epochs: 1, threads: 2 };

  await page.goto(home);
  const found = await page.evaluate(
    async (run) => {
      const { buildFor } = /** @type {any} */ (globalThis).preformer;
      return { own: await buildFor(run, 'parallel'), auto: await buildFor(run, 'auto') };
    },
    { corpus, options },
  );
  expect(found.own).toEqual({ build: 'parallel', reason: '', hash: expect.any(String) });
  expect(found.auto).toEqual(found.own);

  const worker = page.workers().find((one) => one.url().startsWith(home));
  const workerUrl = String(worker?.url()).replace(new URL(home).host, `127.0.0.1:${port}`);
  const elsewhere = await page.evaluate(
    (run) => /** @type {any} */ (globalThis).preformer.buildFor(run, 'parallel'),
    { corpus, options: { ...options, workerUrl } },
  );
  expect(elsewhere).toEqual(found.own);
  server.close();
});
