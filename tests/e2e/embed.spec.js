import { expect, test } from '@playwright/test';
import { findings } from './support/axe.js';
import { article, hostPage, nextEvent, serveSite } from './support/host.js';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

/** @param {string} body */
const withElements = (body) =>
  article(body, `<script type="module" src="${site.url}lib/elements.js"></script>`);

test.describe('elements', () => {
  test('from another site share one worker and one wasm module', async ({ page }) => {
    const workers = /** @type {string[]} */ ([]);
    page.on('worker', (worker) => workers.push(worker.url()));
    const host = await hostPage('two', {
      'index.html': withElements(`
        <preformer-demo id="first" link="#v=1&amp;epochs=3"></preformer-demo>
        <preformer-demo id="second" lang="zh" theme="dark" link="#v=1&amp;model=cbow"></preformer-demo>
        <preformer-demo id="third" link="#v=1&amp;model=nnlm&amp;epochs=1"></preformer-demo>`),
    });
    await page.goto(host.url);
    for (const id of ['first', 'second', 'third']) {
      const trained = nextEvent(page, 'preformer-trained');
      await page.locator(`#${id} .poster-start`).click();
      expect((await trained).hash).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(workers).toHaveLength(1);
    const wasm = site.asked.filter((path) => path.endsWith('.wasm'));
    expect(wasm.filter((path) => path.includes('lib/'))).toHaveLength(1);
    // Each speaks its own language and has its own colours.
    await expect(page.locator('#first #train')).toContainText('Train again');
    await expect(page.locator('#second #train')).toContainText('重新训练');
    await expect(page.locator('#second .preformer-frame')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('#third .preformer-frame')).toHaveAttribute('data-theme', 'light');
    await host.close();
  });

  test('reflect their state, report, and follow the page around', async ({ page }) => {
    const host = await hostPage('reflect', {
      'index.html': withElements(
        '<preformer-demo link="#v=1&amp;epochs=2" heading="Kings and queens"></preformer-demo>',
      ),
    });
    await page.goto(host.url);
    const demo = page.locator('preformer-demo');
    await expect(demo.getByText('Kings and queens')).toBeVisible();
    await page.evaluate(() => {
      document.body.style.background = '#111';
    });
    await expect(demo.locator('.preformer-frame')).toHaveAttribute('data-theme', 'dark');
    const progress = nextEvent(page, 'preformer-progress');
    const trained = nextEvent(page, 'preformer-trained');
    await demo.getByRole('button', { name: 'Start' }).click();
    expect(await progress).toMatchObject({ progress: expect.any(Number) });
    await trained;
    const moved = nextEvent(page, 'preformer-link');
    await demo.locator('#nearest').fill('queen');
    await demo.locator('#nearest').press('Enter');
    expect((await moved).link).toContain('nearest=queen');
    await expect(demo).toHaveAttribute('link', /nearest=queen/);
    // From outside, too.
    await demo.evaluate((node) => node.setAttribute('link', '#v=1&epochs=2&nearest=paris'));
    await expect(demo.locator('#nearest')).toHaveValue('paris');
    await page.evaluate(() => {
      document.documentElement.lang = 'zh';
    });
    await expect(demo.locator('#train')).toContainText('重新训练');
    await host.close();
  });

  test('open their model, with what that needs, when asked', async ({ page }) => {
    const host = await hostPage('inside', {
      'index.html': withElements(
        '<preformer-demo start="load" link="#v=1&amp;epochs=1&amp;size=8&amp;start=training"></preformer-demo>',
      ),
    });
    /** @type {string[]} */
    const loaded = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(host.url);
    const demo = page.locator('preformer-demo');
    await expect(demo.locator('#train')).toContainText('Train again');
    const isInside = (/** @type {string} */ url) => /inside/.test(url.split('/').pop() ?? '');
    expect(loaded.filter(isInside)).toEqual([]);
    await demo.getByText('Inside', { exact: true }).click();
    await expect(demo.locator('#inside-sentence')).toContainText('Read.');
    await expect(demo.locator('.station').first()).toHaveCSS('position', 'absolute');
    await expect(demo).toHaveAttribute('link', /inside=1/);
    expect(loaded.filter(isInside)).not.toEqual([]);
    await host.close();
  });

  test('hide and lock what their link says, and keep its promise', async ({ page }) => {
    const link =
      '#v=1&amp;epochs=2&amp;hide=questions,loss,export&amp;lock=reset&amp;start=training';
    const host = await hostPage('hide', {
      'index.html': withElements(
        `<preformer-demo start="visible" link="${link}"></preformer-demo>`,
      ),
    });
    await page.goto(host.url);
    const { hash } = await nextEvent(page, 'preformer-trained');
    await expect(page.locator('map-panel')).toBeVisible();
    for (const part of ['loss-panel', 'export-menu', '.questions']) {
      await expect(page.locator(part)).toBeHidden();
    }
    await expect(page.getByText('Questions')).toBeHidden();
    await expect(page.locator('#reset')).toBeDisabled();
    // Another link, given from outside, is opened as a link is.
    const again = nextEvent(page, 'preformer-trained');
    await page
      .locator('preformer-demo')
      .evaluate((node) => node.setAttribute('link', '#v=1&epochs=1&seed=2&start=training'));
    expect((await again).hash).not.toBe(hash);
    await host.close();
  });

  test('show one example in a model, and follow its attributes', async ({ page }) => {
    const host = await hostPage('inside', {
      'index.html': withElements(`
        <preformer-inside id="row" start="visible" model="one-hot" sentence="king" step="2"
          hide="c,number" lock="step,model"></preformer-inside>
        <preformer-inside id="guess" lang="zh" theme="dark" model="nnlm" epochs="1" step="4" number="h.2.0"
          link="#v=1&amp;context=3&amp;hidden=16&amp;size=8"></preformer-inside>`),
    });
    await page.goto(host.url);
    // The result is hidden; pressing w moves the 1; a locked step has no buttons.
    const row = page.locator('#row');
    await expect(row.locator('text.veil')).toHaveText('?');
    await expect(row.locator('#inside-step')).toHaveCount(0);
    const place = nextEvent(page, 'preformer-place');
    await row.locator('#block-x').click({ position: { x: 10, y: 20 } });
    const { sentence } = await place;
    expect(sentence).not.toBe('king');
    await expect(row.locator('#inside-sentence')).toContainText(`‘${sentence}’`);
    await row.evaluate((node) => Object.assign(node, { hide: '' }));
    await expect(row.locator('text.veil')).toHaveCount(0);
    expect(await findings(page, '#row')).toEqual([]);

    // Another trains the named run and opens the named number, in its own language.
    const guess = page.locator('#guess');
    const trained = nextEvent(page, 'preformer-trained');
    await guess.locator('.poster-start').click();
    const { hash } = await trained;
    await expect(guess.locator('#inside-sentence')).toContainText('猜词');
    await expect(guess.locator('#drawer-title')).toContainText('h3 = tanh(');
    await expect(guess.locator('map-panel')).toHaveCount(0);
    expect(await findings(page, '#guess')).toEqual([]);
    await guess.evaluate((node) => Object.assign(node, { step: '6', number: '' }));
    await expect(guess.locator('#inside-sentence')).toContainText('追责');
    await expect(guess.locator('#drawer-title')).toHaveCount(0);
    const again = nextEvent(page, 'preformer-trained');
    await guess.evaluate((node) => Object.assign(node, { seed: '2' }));
    expect((await again).hash).not.toBe(hash);
    await host.close();
  });

  test('free everything when they are taken out', async ({ page }) => {
    const host = await hostPage('free', {
      'index.html': withElements('<preformer-demo link="#v=1&amp;epochs=2"></preformer-demo>'),
    });
    await page.goto(host.url);
    const trained = nextEvent(page, 'preformer-trained');
    await page.locator('.poster-start').click();
    await trained;
    const left = await page.evaluate(async () => {
      const demo = /** @type {any} */ (document.querySelector('preformer-demo'));
      const { session } = demo.running;
      const model = session.current.model;
      demo.remove();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return model.report().then(
        () => 'alive',
        (/** @type {any} */ error) => error.code,
      );
    });
    expect(left).toBe('BadParameter'); // "This model is closed."
    await host.close();
  });

  test('say what is wrong when a file is missing, and try again', async ({ page }) => {
    const host = await hostPage('missing', {
      'index.html': withElements('<preformer-demo></preformer-demo>'),
    });
    await page.route('**/chunks/lab-*.js', (route) => route.abort());
    await page.goto(host.url);
    const failed = nextEvent(page, 'preformer-error');
    await page.locator('.poster-start').click();
    expect((await failed).code).toBe('EngineFailure');
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await host.close();
  });

  test('are accessible, in both languages and themes', async ({ page }) => {
    const host = await hostPage('axe', {
      'index.html': withElements(`
        <preformer-demo theme="dark" lang="zh"></preformer-demo>
        <preformer-ladder></preformer-ladder>
        <preformer-polysemy theme="dark"></preformer-polysemy>
        <preformer-transfer lang="zh"></preformer-transfer>`),
    });
    await page.goto(host.url);
    expect(await findings(page, 'main')).toEqual([]);
    for (const tag of ['demo', 'ladder', 'polysemy', 'transfer']) {
      const demo = page.locator(`preformer-${tag}`);
      await demo.evaluate((node) => /** @type {any} */ (node).open());
      await expect(demo.locator('.train').first()).toBeVisible();
      await expect(demo.locator('.train').first()).toBeEnabled();
      expect(await findings(page, `preformer-${tag}`), tag).toEqual([]);
    }
    await host.close();
  });
});
