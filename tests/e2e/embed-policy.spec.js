/** Pages with a strict Content-Security-Policy, and files that are opened from disk or as a text. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { findings } from './support/axe.js';
import { article, hostPage, nextEvent, serveSite } from './support/host.js';
import { project } from './support/servers.js';
import { serveFolder } from './support/static.js';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

/** Violations of the policy that the page reports. @param {import('@playwright/test').Page} page */
function violations(page) {
  const found = /** @type {string[]} */ ([]);
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

/** @param {import('@playwright/test').Page} page @param {string} [link] */
async function trains(page, link) {
  if (link) await page.goto(link);
  const trained = nextEvent(page, 'preformer-trained');
  await page.locator('.poster-start').click();
  return (await trained).hash;
}

/** The policy that the documentation calls sufficient. */
const [, STRICT] =
  /`(script-src [^`]+)`\s+is\s+sufficient/.exec(
    readFileSync(project('docs/embedding.md'), 'utf8'),
  ) ?? [];
const NO_BLOBS = STRICT.replace(' blob:', '');

test.describe('a strict policy', () => {
  test('of our own site lets every demo train', async ({ page }) => {
    const found = violations(page);
    const headers = { 'Content-Security-Policy': STRICT };
    const strict = await serveFolder(project('build/site'), { headers });
    for (const demo of ['lab', 'ladder', 'polysemy', 'transfer']) {
      const link = `${strict.url}embed.html?demo=${demo}#v=1&epochs=1`;
      if (demo === 'lab') expect(await trains(page, link)).toMatch(/^[0-9a-f]{16}$/);
      else {
        await page.goto(link);
        await page.locator('.poster-start').click();
        await expect(page.locator('.progress-bar').first()).not.toHaveAttribute(
          'aria-valuenow',
          '0',
        );
      }
      await page.goto('about:blank');
    }
    expect(found).toEqual([]);
    await strict.close();
  });

  test("of a page that loads the elements from its own 'self'", async ({ page }) => {
    const found = violations(page);
    for (const policy of [STRICT, NO_BLOBS]) {
      const headers = { 'Content-Security-Policy': policy };
      const own = await serveFolder(project('build/package'), { headers });
      await page.route(`${own.url}article`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers,
          body: article(
            '<preformer-demo link="#v=1&amp;epochs=1"></preformer-demo>',
            '<script type="module" src="./elements.js"></script>',
          ),
        }),
      );
      expect(await trains(page, `${own.url}article`), policy).toMatch(/^[0-9a-f]{16}$/);
      await own.close();
    }
    expect(found).toEqual([]);
  });

  test('without blob: workers, elements from a CDN take workerUrl', async ({ page }) => {
    const policy = `script-src 'self' ${site.url} 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self' ${site.url}; img-src 'self' data:`;
    const headers = { 'Content-Security-Policy': policy };
    const worker = readFileSync(project('build/package/worker.js'), 'utf8');
    const head = `<script type="module" src="${site.url}lib/elements.js"></script>`;
    const host = await hostPage(
      'worker-url',
      {
        'index.html': article('<preformer-demo link="#v=1&amp;epochs=1"></preformer-demo>', head),
        'own.html': article(
          `<preformer-demo link="#v=1&amp;epochs=1" worker-url="./worker.js" asset-base="${site.url}lib/"></preformer-demo>`,
          head,
        ),
        'worker.js': worker,
      },
      { headers },
    );
    await page.goto(host.url);
    const failed = nextEvent(page, 'preformer-error');
    await page.locator('.poster-start').click();
    const { code, message } = await failed;
    expect(code).toBe('EngineFailure');
    expect(message).toContain('workerUrl');
    expect(await trains(page, `${host.url}own.html`)).toMatch(/^[0-9a-f]{16}$/);
    await host.close();
  });
});

test.describe('a frame with a sandbox', () => {
  /** @param {string} sandbox @param {string} address */
  const framed = (sandbox, address) =>
    article(`<iframe sandbox="${sandbox}" src="${address}" width="900" height="700"></iframe>`);

  test('without allow-same-origin trains', async ({ page }) => {
    for (const [name, start] of [
      ['embed.html?demo=lab#v=1&epochs=1', '.poster-start'],
      ['lab.html#v=1&epochs=1', '#train'],
    ]) {
      const body = framed('allow-scripts', site.url + name);
      const host = await hostPage('sandbox', { 'index.html': body });
      await page.goto(host.url);
      const frame = page.frameLocator('iframe');
      await frame.locator(start).click();
      await expect(frame.locator('#hash')).toBeVisible();
      await host.close();
    }
  });

  test('that may start no worker says why', async ({ page }) => {
    const policy = { 'Content-Security-Policy': "worker-src 'none'" };
    const headers = { 'Access-Control-Allow-Origin': '*', ...policy };
    const strict = await serveFolder(project('build/site'), { headers });
    await page.goto(`${strict.url}lab.html`);
    await expect(page.locator('#stage-problem')).toContainText('worker-src');
    await strict.close();
  });
});

test.describe('the page in one file', () => {
  const address = `file://${project('build/package/preformer-offline.html')}`;

  test('trains from disk, all demos, with nothing to fetch', async ({ page, context }) => {
    const asked = /** @type {string[]} */ ([]);
    page.on('request', (request) => asked.push(request.url()));
    await context.setOffline(true);
    await page.goto(`${address}#v=1&epochs=1`);
    await page.locator('#train').click();
    await expect(page.locator('status-line')).toContainText(/[0-9a-f]{4}…[0-9a-f]{4}/);
    for (const [demo, button] of [
      ['ladder', '#train'],
      ['polysemy', '#train'],
      ['transfer', '#pretrain'],
    ]) {
      await page.goto(`${address}?demo=${demo}#v=1&lang=zh`);
      await page.locator(button).click();
      await expect(page.locator('.progress-bar').first()).not.toHaveAttribute('aria-valuenow', '0');
    }
    const fetched = asked.filter((url) => !/^(file|blob|data):/.test(url));
    expect(fetched).toEqual([]);
  });

  test('is accessible and speaks both languages', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('#train')).toBeEnabled();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.locator('#train')).toContainText('训练');
    expect(await findings(page)).toEqual([]);
  });
});

test.describe('the module for notebooks', () => {
  /** A notebook hands the module over as a text, as anywidget does. */
  const notebook = article(
    '<div id="cell"></div>',
    `<script type="module">
      const text = await (await fetch('./widget.js')).text();
      const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const { default: widget } = await import(address);
      class Model extends EventTarget {
        traits = new Map(Object.entries({ demo: 'lab', link: '#v=1&epochs=1', lang: 'zh', theme: 'dark' }));
        saved = 0;
        get(name) { return this.traits.get(name); }
        set(name, value) { this.traits.set(name, value); }
        save_changes() { this.saved += 1; }
        on(type, heard) { this.addEventListener(type, heard); }
        off(type, heard) { this.removeEventListener(type, heard); }
      }
      window.model = new Model();
      window.leave = widget.render({ model, el: document.querySelector('#cell') });
    </script>`,
  );

  test('trains, keeps what the reader does, and goes', async ({ page }) => {
    const widget = readFileSync(project('build/package/widget.js'), 'utf8');
    const host = await hostPage('notebook', { 'index.html': notebook, 'widget.js': widget });
    await page.goto(host.url);
    await expect(page.getByRole('button', { name: '开始' })).toBeVisible();
    const hash = await trains(page);
    const read = () =>
      page.evaluate(() => {
        const { model } = /** @type {any} */ (window);
        return { hash: model.get('hash'), saved: model.saved };
      });
    expect((await read()).hash).toBe(hash);
    await page.evaluate(() => {
      const { model } = /** @type {any} */ (window);
      model.set('lang', 'en');
      model.dispatchEvent(new Event('change:lang'));
    });
    await expect(page.locator('#train')).toContainText('Train again');
    await page.evaluate(() => /** @type {any} */ (window).leave());
    await expect(page.locator('preformer-demo')).toHaveCount(0);
    expect(
      host.asked.filter((path) => !/^\/(index\.html|widget\.js|favicon\.ico)?$/.test(path)),
    ).toEqual([]);
    await host.close();
  });
});
