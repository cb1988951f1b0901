/** The pages without a network, after one visit. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { expect, Lab, labUrl, siteUrl, test } from './support/lab.js';

import { project } from './support/servers.js';
import { serveFolder } from './support/static.js';

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

test('copies of the site on one origin leave each other’s files alone', async ({
  page,
  context,
  behaviour,
}) => {
  // The second copy is updated later, which deletes what it takes for its own.
  mkdirSync(project('build/e2e/hosts'), { recursive: true });
  const folder = mkdtempSync(project('build/e2e/hosts/copies-'));
  for (const copy of ['a', 'b']) {
    mkdirSync(`${folder}/${copy}`);
    for (const name of readdirSync(project('build/site'))) {
      if (name !== 'sw.js') symlinkSync(project(`build/site/${name}`), `${folder}/${copy}/${name}`);
    }
    copyFileSync(project('build/site/sw.js'), `${folder}/${copy}/sw.js`);
  }
  const host = await serveFolder(folder);
  const open = async (/** @type {string} */ copy) => {
    await page.goto(`${host.url}${copy}/lab.html#v=1&epochs=2&size=8`);
    await expect(page.locator('#train')).toBeEnabled();
  };
  const visited = async (/** @type {string} */ copy, /** @type {number} */ count) => {
    await open(copy);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
          return active?.state === 'activated' && (await caches.keys()).length;
        }),
      )
      .toBe(count);
  };
  await visited('a', 1);
  await visited('b', 2);
  const worker = readFileSync(`${folder}/b/sw.js`, 'utf8');
  const version = JSON.parse(/"version":("[^"]+")/.exec(worker)?.[1] ?? '""');
  writeFileSync(`${folder}/b/sw.js`, worker.replaceAll(version, '0000aa'));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
        return !installing && !waiting && (await caches.keys()).length;
      }),
    )
    .toBe(3); // of a, of b before and now
  await context.setOffline(true);
  for (const copy of ['a', 'b']) {
    await page.goto('about:blank');
    await open(copy);
    await page.locator('#train').click();
    await expect(page.locator('#train')).toHaveAttribute('data-state', 'again');
  }
  await host.close();
  const foreign = behaviour.complaints.filter((complaint) => !complaint.includes(host.url));
  behaviour.complaints.splice(0, Number.POSITIVE_INFINITY, ...foreign);
});
