/** Every page at every width, in both languages and with larger type: nothing covers a text or cuts it off. */
import { overflowing } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';
import { illegible } from './support/legible.js';

/** @typedef {import('@playwright/test').Page} Page */

test.describe.configure({ mode: 'parallel' });

/** Addresses, and what is there when a page is complete. @type {Record<string, [string, string]>} */
const PAGES = {
  inside: ['lab.html#v=1&model=nnlm&inside=5', '.inside-drawing'],
  'skip-gram': ['lab.html#v=1&model=skip-gram', '#nearest-answer .word'],
  nnlm: ['lab.html#v=1&model=nnlm', '#scored-answer .word'],
  elmo: ['lab.html#v=1&model=elmo', '#first-strips button'],
  'one-hot': ['lab.html#v=1&model=one-hot', '#memory-dense'],
  ladder: ['ladder.html#v=1', '.rung[data-rung=one-hot][data-state=done]'],
  polysemy: ['polysemy.html#v=1', '#scores tr[data-layer="0"] .accuracy'],
  'transfer, pictures': ['transfer.html#v=1', '#build-now'],
  'transfer, opened': ['transfer.html#v=1&inside=fine-tuned&start=training', '#one-step'],
  'transfer, reviews': ['transfer.html#v=1&chapter=text', '.reviews li'],
};

/** 907: a window of 1360 pixels at 150 %. */
const WIDTHS = [320, 390, 820, 907, 1024, 1093, 1280, 1360];
/** The reader's font size, in per cent, and widths. @type {[number, number[]][]} */
const SIZES = [
  [100, WIDTHS],
  [125, [1024, 1360]],
  [150, [390, 820, 1360]],
  [200, [820, 1024, 1360]],
];

for (const language of ['en', 'zh']) {
  for (const [name, [address, ready]] of Object.entries(PAGES)) {
    test(`text is legible: ${name}, ${language}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(siteUrl(`${address}&lang=${language}`));
      await expect(page.locator(ready).first()).toBeVisible({ timeout: 60_000 });
      await page.locator('details.more').evaluateAll((all) => {
        for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
      });
      for (const [percent, widths] of SIZES) {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = `${size}%`;
        }, percent);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await expect.poll(() => overflowing(page), `${width} px, ${percent} %`).toEqual([]);
          await expect.poll(() => illegible(page), `${width} px, ${percent} %`).toEqual([]);
        }
      }
    });
  }
}

test('the stage, scrolled, covers no questions on sentences', async ({ page, lab }) => {
  await page.setViewportSize({ width: 1360, height: 1100 });
  await lab.open('#v=1&model=cbow');
  await expect(page.locator('.sentences ask-blank')).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 350));
  const [stage, sentences] = await Promise.all(
    ['.stage', '.sentences'].map((name) => page.locator(name).boundingBox()),
  );
  expect((stage?.y ?? 0) + (stage?.height ?? 0)).toBeLessThanOrEqual(sentences?.y ?? 0);
});

test('the current page is in sight in the navigation, which shows that it goes on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(siteUrl('questions.html'));
  const row = page.locator('.site-nav');
  await expect(row.locator('[aria-current]')).toBeInViewport({ ratio: 1 });
  await expect(row).toHaveAttribute('data-more', 'before');
  await page.setViewportSize({ width: 320, height: 844 });
  await expect(row.locator('[aria-current]')).toBeInViewport({ ratio: 1 });
  await row.evaluate((element) => element.scrollTo(0, 0));
  await expect(row).toHaveAttribute('data-more', 'after');
});

test('what fewer readers need is under "more", by keyboard, in both kinds of pages', async ({
  page,
}) => {
  for (const path of ['questions.html', 'lab.html#v=1']) {
    await page.goto(siteUrl(path));
    const [button, lessons] = ['#nav-more', '#nav-lessons'].map((id) => page.locator(id));
    await expect(lessons).toBeHidden();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(lessons).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Tab');
    await expect(lessons).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(lessons).toBeHidden();
  }
  await page.locator('#nav-more').click();
  await page.locator('#nav-lessons').click();
  await expect(page.locator('#nav-more')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('#nav-more')).toHaveText('Lessons');
});

test('the five models of the ladder stand side by side at 150 %', async ({ page }) => {
  await page.setViewportSize({ width: 907, height: 600 });
  await page.goto(siteUrl('ladder.html#v=1'));
  const tops = () =>
    page.locator('.rung').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  await expect.poll(async () => new Set(await tops()).size).toBe(1);
  expect(await tops()).toHaveLength(5);
});

test('drawings grow with the type', async ({ page, lab }) => {
  await lab.open('#v=1&epochs=1&size=8');
  const tick = page.locator('#loss .tick').first();
  await lab.trainToTheEnd();
  const height = async () => (await tick.boundingBox())?.height ?? 0;
  const before = await height();
  await page.locator('#size').click();
  await expect.poll(height).toBeGreaterThan(1.25 * before);
  await page.reload();
  await expect(page.locator('#size')).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    '22px',
  );
});

test('a term explains itself when it is pressed, and Escape closes it', async ({ page, lab }) => {
  await lab.open('#v=1');
  const term = page.locator('#loss-title .term', { hasText: 'nats' });
  await term.click();
  const gloss = page.locator('.gloss:popover-open');
  await expect(gloss).toContainText('coin toss');
  const [box, at] = [await gloss.boundingBox(), await term.boundingBox()];
  expect(Math.abs((box?.x ?? 0) - (at?.x ?? 1e3))).toBeLessThan(200);
  await page.keyboard.press('Escape');
  await expect(gloss).toHaveCount(0);
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(gloss).toBeInViewport({ ratio: 1 });
  await page.locator('h1').click();
  await expect(gloss).toHaveCount(0);
  await page.locator('#language').click();
  await page.locator('.name .term').first().click();
  await expect(gloss).toContainText(/[\u4e00-\u9fff]/);
});

test('rows of words follow the reading order of their script', async ({ page, lab }) => {
  await lab.open('#v=1&model=elmo');
  const lines = ['القطة تشرب الحليب', 'الكلب يشرب الماء', 'القطة تنام هنا', 'الكلب ينام هناك'];
  await lab.useText(`${lines.join('\n')}\n`.repeat(40));
  await page.locator('#first').fill(lines[0]);
  /** Whether each stands to the left of the one before. @param {string} row */
  const leftwards = (row) =>
    page.locator(row).evaluateAll((all) => {
      const xs = all.map((one) => one.getBoundingClientRect().x);
      return xs.length >= 3 && xs.every((x, i) => i === 0 || x < xs[i - 1]);
    });
  await expect(page.locator('#first-strips button')).toHaveCount(3);
  await expect.poll(() => leftwards('#first-strips button')).toBe(true);
  await page.locator('#scored').fill(lines[0]);
  await expect.poll(() => leftwards('#scored-answer li')).toBe(true); // the sentence's end is leftmost
  expect(await page.locator('#scored').evaluate((field) => getComputedStyle(field).direction)).toBe(
    'rtl',
  );
  await page.locator('#scored').fill('the cat drinks');
  expect(await page.locator('#scored').evaluate((field) => getComputedStyle(field).direction)).toBe(
    'ltr',
  );
});
