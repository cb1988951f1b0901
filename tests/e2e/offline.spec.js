/** The pages without a network, after one visit. */
import { expect, Lab, labUrl, siteUrl, test } from './support/lab.js';

test.use({ serviceWorkers: 'allow' });

test.afterEach(({ behaviour }) => {
  // Pages are looked for in the network first, in vain.
  const inVain = /^http[^ ]*\/(\w+\.html)?: net::ERR_INTERNET_DISCONNECTED$/;
  const others = behaviour.complaints.filter((complaint) => !inVain.test(complaint));
  behaviour.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

/** The first visit: the service worker has installed itself and kept the pages. @param {Lab} lab */
async function visit(lab) {
  await lab.open('#v=1&epochs=2&size=8');
  await lab.page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => lab.page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
}

test('after one visit every page opens and trains without a network', async ({
  lab,
  page,
  context,
}) => {
  await visit(lab);
  await context.setOffline(true);
  await page.reload();
  await lab.ready();
  const hash = await lab.trainToTheEnd();
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true); // headers are kept, too

  for (const model of /** @type {const} */ (['nnlm', 'elmo', 'cbow'])) {
    await lab.story(model).click();
    await lab.ready();
  }
  await page.goto(siteUrl('ladder.html'));
  await expect(page.locator('#train, #train-all').first()).toBeEnabled();
  await page.goto(siteUrl('polysemy.html#v=1&lang=zh'));
  await expect(page.locator('#build-now')).toBeVisible();
  await page.goto(siteUrl('transfer.html'));
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(labUrl());
  await lab.ready();
});

test('a new tab without a network, by a shared link', async ({ lab, context }) => {
  await visit(lab);
  await lab.page.close();
  await context.setOffline(true);
  const second = new Lab(await context.newPage());
  await second.open('#v=1&model=cbow&epochs=2&size=8&lang=zh');
  await second.trainToTheEnd();
});

test('the large corpus and other builds are kept on request', async ({ lab, page, context }) => {
  await visit(lab);
  await page.locator('#kept').click();
  await expect(page.locator('#offline-state')).toHaveAttribute('data-state', 'ready');
  await page.locator('#offline-more').click();
  await expect(page.locator('#offline-state')).toHaveAttribute('data-state', 'all', {
    timeout: 60_000,
  });
  await page.locator('#kept-close').click();
  await context.setOffline(true);
  await page.goto('about:blank');
  await page.goto(labUrl('#v=1&corpus=state-of-the-union&build=fast&epochs=1'));
  await expect(page.locator('#build-now')).toContainText('fast');
  await expect(page.locator('#nearest-answer .word').first()).toBeVisible({ timeout: 60_000 });
});

test('what was not kept fails with a sentence, and the page goes on', async ({
  lab,
  page,
  context,
  behaviour,
}) => {
  await visit(lab);
  await context.setOffline(true);
  await lab.corpus.selectOption('state-of-the-union');
  await expect(page.locator('#corpus-problem, #stage-problem').first()).toBeVisible();
  await lab.corpus.selectOption('relations-en');
  await lab.trainToTheEnd();
  // The browser tells on its console what it could not fetch.
  behaviour.complaints.splice(0);
});

test('can be installed: a manifest, icons of both kinds', async ({ page, request }) => {
  await page.goto(labUrl());
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(new URL(String(href), siteUrl()).href)).json();
  expect(manifest).toMatchObject({ name: 'Preformer', display: 'standalone', start_url: './' });
  for (const { src, sizes, purpose } of manifest.icons) {
    const answer = await request.get(new URL(src, siteUrl()).href);
    expect(answer.ok(), `${src} ${sizes} ${purpose}`).toBe(true);
  }
  for (const name of ['ladder.html', 'polysemy.html', 'transfer.html']) {
    await page.goto(siteUrl(name));
    await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', /manifest/);
  }
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(
    expect.not.arrayContaining(['no-manifest', 'manifest-empty', 'no-acceptable-icon']),
  );
});
