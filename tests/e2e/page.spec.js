/** The page as a page: accessible, calm, in its place at every width, in both themes and languages. */
import { gzipSync } from 'node:zlib';
import { overflowing, sweep } from './support/axe.js';
import { expect, test } from './support/lab.js';

/** @typedef {import('./support/lab.js').Lab} Lab */
/** @typedef {import('@playwright/test').Page} Page */

test.describe.configure({ mode: 'parallel' });

const quick = 'epochs=1&size=8';

/** Everything that is folded away or only now and then there. */
async function unfold(/** @type {Lab} */ lab) {
  await lab.page.locator('details').evaluateAll((all) => {
    for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
  });
  await lab.ask('nearest', 'zzz');
  await expect(lab.page.locator('#nearest-problem')).toBeVisible();
  await lab.page.locator('#vectorSize-value').fill('-1');
  await lab.page.locator('#vectorSize-value').press('Enter');
  await expect(lab.page.locator('#vectorSize-problem')).toBeVisible();
  await expect(lab.page.locator('#cut .token').first()).toBeVisible();
  await expect(lab.page.locator('#map-table td').first()).toBeVisible();
}

for (const language of ['en', 'zh']) {
  test(`axe-core and overflow: ${language}, in both themes, wide and narrow`, async ({
    lab,
    page,
  }) => {
    test.slow();
    await lab.open(`#v=1&lang=${language}&${quick}`);
    await sweep(page, 'before training');
    await lab.trainToTheEnd();
    await unfold(lab);
    await sweep(page, 'after training, everything unfolded, with messages');
    await lab.openDialog();
    await page.locator('#text-box').fill('今天天气很好。'.repeat(20));
    await expect(lab.dialog.locator('.token').first()).toBeVisible();
    await sweep(page, 'own text', { part: '#text-dialog' });
    await page.locator('#text-cancel').click();
    await lab.story('one-hot').click();
    await expect(page.locator('#one-hot-word')).not.toBeEmpty();
    await sweep(page, 'one-hot', { part: 'main' });
  });
}

test('before the first Train at most 350 kB come, WebAssembly and all', async ({
  lab,
  context,
}) => {
  /** @type {Promise<Buffer>[]} */
  const loaded = [];
  /** @type {string[]} */
  const files = [];
  context.on('response', (response) => {
    if (response.ok()) loaded.push(response.body());
    files.push(response.url());
  });
  await lab.open('');
  await expect(lab.train).toBeEnabled();
  await lab.page.waitForLoadState('networkidle');
  const bodies = await Promise.all(loaded);
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  test.info().annotations.push({ type: 'gzip bytes', description: String(bytes) });
  expect(bytes).toBeGreaterThan(300_000); // the Worker's files are among them
  expect(bytes).toBeLessThan(350_000);
  const texts = files.filter((file) => /\/common-(en|zh)/.test(file));
  expect(texts.filter((file) => file.includes('common-zh'))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length); // fetched early, but once
});

test('nothing overflows at 320 px', async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ['en', 'zh']) {
    await page.goto('about:blank');
    await lab.open(`#v=1&lang=${language}&${quick}`);
    await lab.trainToTheEnd();
    await lab.ask('nearest', 'a-word-of-a-length-that-nobody-expected-in-a-narrow-place');
    expect(await overflowing(page), language).toEqual([]);
  }
});

test('touch targets on a phone are 44 px', async ({ browser }) => {
  const { Lab, labUrl } = await import('./support/lab.js');
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
  });
  const lab = new Lab(await context.newPage());
  await lab.page.goto(labUrl());
  await lab.ready();
  await lab.train.tap();
  await lab.finished();
  for (const id of ['train', 'step', 'reset', 'speed', 'corpus', 'own-text', 'nearest', 'theme']) {
    const box = await lab.page.locator(`#${id}`).boundingBox();
    expect(box?.height, id).toBeGreaterThanOrEqual(43.5);
  }
  await context.close();
});

test('no layout shift while the page loads and trains; long tasks are measured', async ({
  lab,
  page,
}, info) => {
  await page.addInitScript(() => {
    /** @type {any} */
    const seen = { shift: 0, sources: [], longest: 0, long: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        if (entry.hadRecentInput) continue;
        seen.shift += entry.value;
        for (const { node } of entry.sources) {
          seen.sources.push(
            `${node?.nodeName}#${node?.id}.${node?.className} ${entry.value.toFixed(4)}`,
          );
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.long += 1;
        seen.longest = Math.max(seen.longest, duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  await lab.open();
  const loading = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen }));
  await page.evaluate(() =>
    Object.assign(/** @type {any} */ (globalThis).seen, { longest: 0, long: 0 }),
  );
  await lab.trainToTheEnd();
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  const tell = (/** @type {string} */ when, /** @type {any} */ { long, longest }) =>
    info.annotations.push({
      type: 'main-thread tasks over 50 ms',
      description: `${when}: ${long}, the longest ${Math.round(longest)} ms`,
    });
  tell('loading', loading);
  tell('training', seen);
  info.annotations.push({ type: 'layout shift', description: seen.shift.toFixed(4) });
  expect(seen.shift, seen.sources.join('\n')).toBeLessThan(0.01);
});

test('language and theme switch in place, and stay in the link', async ({ lab, page }) => {
  await lab.open(`#v=1&${quick}&corpus=relations-en`);
  const hash = await lab.trainToTheEnd();
  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page).toHaveTitle(/[\u4e00-\u9fff]/);
  await lab.address(/lang=zh/);
  await expect(lab.corpus).toHaveValue('relations-en'); // what was trained stays
  await expect(lab.hash).toHaveAttribute('data-hash', hash);
  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const seen = new Set();
  for (const theme of ['light', 'dark', 'auto']) {
    await page.locator('#theme').click();
    await expect(page.locator('#theme')).toHaveAttribute('data-theme-now', theme);
    seen.add(await ground());
  }
  expect(seen.size).toBe(2);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await ground()).not.toBe(dark);
});

test('no text in one language is left in the other', async ({ lab, page }) => {
  await lab.open(`#v=1&lang=zh&${quick}`);
  await lab.trainToTheEnd();
  const latin = await page.evaluate(() => {
    const known =
      /CBOW|Skip-gram|One-hot|one-hot|word2vec|gensim|softmax|TSV|PNG|PCA|UMAP|Preformer|MIT|Embedding|Projector|Transformer|English|Intl|Segmenter|NNLM|ELMo|seed|MB|kB/g;
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || element.closest('script, style, datalist, #hash'))
        continue;
      const rest = String(node.textContent).replace(known, '');
      if (/[a-z]{4}/i.test(rest)) texts.push(String(node.textContent).trim());
    }
    return texts;
  });
  expect(latin).toEqual([]);
});

test('reduced motion: words jump, nothing glides', async ({ lab, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open(`#v=1&${quick}`);
  await lab.trainToTheEnd();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
      .map((animation) => /** @type {any} */ (animation.effect)?.target?.className),
  );
  expect(moving).toEqual([]);
  const styles = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) =>
        getComputedStyle(element)
          .transitionDuration.split(',')
          .some((text) => Number.parseFloat(text) > 0.01),
      )
      .map((element) => `${element.tagName}.${element.className}`),
  );
  expect(styles).toEqual([]);
});

test('a part that cannot be loaded is reported at its button', async ({ lab, page, behaviour }) => {
  await lab.open('');
  await page.route(/text-dialog|kept-dialog/, (route) => route.fulfill({ status: 404 }));
  await page.locator('#own-text').click();
  const said = page.locator('#own-text + .part-note');
  await expect(said).toContainText('could not be loaded');
  await page.locator('#kept').click();
  await expect(page.locator('#kept + .part-note')).toBeVisible();
  await page.unroute(/text-dialog|kept-dialog/);
  await said.getByRole('button', { name: 'Reload the page' }).click();
  await lab.ready();
  await lab.openDialog();
  behaviour.complaints.length = 0; // the 404s were made here
});
