/** The Story as its readers meet it: the cover, a chapter, what is kept of it. */
import { gzipSync } from 'node:zlib';
import { CHAPTERS } from '../../web/story/titles.js';
import { findings, overflowing } from './support/axe.js';
import { expect, labUrl, siteUrl, test } from './support/lab.js';
import { project } from './support/servers.js';

/** @typedef {import('@playwright/test').Page} Page */

test.describe.configure({ mode: 'parallel' });

const shows = (/** @type {Page} */ page, /** @type {string} */ phase) =>
  expect(page.locator('.story-page')).toHaveAttribute('data-phase', phase, { timeout: 120_000 });

const option = (
  /** @type {Page} */ page,
  /** @type {string} */ name,
  /** @type {string} */ value,
) => page.locator(`story-choice[name=${name}] [data-value=${value}] button`);

test('a link that was shared when the Lab was the front page opens the Lab', async ({ page }) => {
  await page.goto(siteUrl('#v=1&model=cbow&seed=7'));
  await expect(page).toHaveURL(/lab\.html#v=1&model=cbow.*seed=7/);
  await expect(page.locator('#model-cbow')).toHaveAttribute('aria-current', 'step');
  await page.goto(siteUrl('index.html#sum=0&v=1&model=nnlm'));
  await expect(page).toHaveURL(/lab\.html#/);
});

test('the cover trains by itself, and opens any word', async ({ page }) => {
  await page.goto(siteUrl());
  const map = page.locator('.cover-map[data-state=settled]');
  await expect(map.locator('.group-name')).toHaveCount(6);
  await expect(page.locator('.cover-row')).toContainText('king');
  await expect(page.locator('.cover-row')).toContainText('queen');
  await page.locator('.cover-word').selectOption('paris');
  await expect(page.locator('.cover-row')).toContainText('paris');
  await page.locator('.cover-time input').press('Home');
  await expect(page.locator('.cover-map .word-name')).toHaveCount(0);
  await expect.poll(() => overflowing(page)).toEqual([]);
  expect(await findings(page)).toEqual([]);
  await page.locator('#start').click();
  await expect(page).toHaveURL(/story-number\.html$/);
});

test('nothing below the cover moves while it trains, on a phone and a desktop', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const heights = new Set();
    Object.assign(window, { heights });
    document.addEventListener('DOMContentLoaded', () => {
      const figure = /** @type {HTMLElement} */ (document.querySelector('#cover-figure'));
      new ResizeObserver(() => heights.add(figure.offsetHeight)).observe(figure);
    });
  });
  for (const width of [390, 1360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(siteUrl());
    await expect(page.locator('.cover-row')).toContainText('queen');
    const heights = await page.evaluate(() => [.../** @type {any} */ (window).heights]);
    expect(heights, `at ${width} px`).toHaveLength(1);
    const map = page.locator('.cover-map > svg');
    const box = await map.boundingBox();
    await expect(map).toHaveAttribute('height', String(box?.height));
  }
});

test.describe('a Chinese reader', () => {
  test.use({ locale: 'zh-CN' });

  test('meets the Chinese cover, unless English was chosen', async ({ page }) => {
    await page.goto(siteUrl());
    await expect(page).toHaveURL(/index\.zh\.html$/);
    await expect(page.locator('h1')).toContainText('词嵌入');
    await page.locator('#nav-lab').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await page.locator('#nav-story').click();
    await expect(page).toHaveURL(/index\.zh\.html$/);
    await page.locator('#language').click();
    await expect(page.locator('h1')).toContainText('word embedding');
    await page.goto(siteUrl());
    await expect(page.locator('h1')).toContainText('word embedding');
  });
});

test('a chapter: a guess, the outcome, a check, and all of it after a reload', async ({ page }) => {
  await page.goto(siteUrl('story-by-product.html'));
  await shows(page, 'asking');
  await expect(page.locator('.after').first()).toBeHidden();
  await option(page, 'guess', 'palace').press('Enter');
  await shows(page, 'outcome');
  await expect(option(page, 'guess', 'palace')).toHaveAttribute('data-state', 'chosen');
  await expect(option(page, 'guess', 'queen')).toHaveAttribute('data-state', 'outcome');
  await expect(page.locator('p[data-guess=palace]')).toBeVisible();
  await expect(page.locator('p[data-guess=queen]')).toBeHidden();
  await option(page, 'check', 'zero').click();
  await expect(option(page, 'check', 'same')).toHaveAttribute('data-state', 'outcome');
  await expect(page.locator('p[data-check=zero]')).toBeVisible();
  await expect(page.locator('p[data-check=differs]')).toBeHidden();
  expect(await findings(page)).toEqual([]);
  await page.reload();
  await shows(page, 'outcome');
  await expect(page.locator('.chapter-row [aria-current]')).toHaveAttribute('data-state', 'seen');
  await page.locator('story-choice[name=guess] .again').click();
  await shows(page, 'asking');
  await page.goto(siteUrl());
  await expect(page.locator('.cover-map[data-state=settled]')).toBeVisible();
});

test('the Lab opens exactly the training of a chapter', async ({ page, lab }) => {
  await page.goto(siteUrl('story-by-product.html?seed=3'));
  await page.locator('#just-show').click();
  await shows(page, 'outcome');
  await expect(page.locator('#otherwise')).toContainText('Seed 3');
  const kept = await page.evaluate(() => {
    const [key] = Object.keys(localStorage).filter((name) => name.startsWith('preformer.story'));
    return JSON.parse(localStorage[key])['by-product'];
  });
  const href = (await page.locator('#in-the-lab').getAttribute('href')) ?? '';
  await page.goto(labUrl(href.slice(href.indexOf('#'))));
  await lab.finished();
  await expect(page.locator('#hash')).toContainText(kept.hash.slice(0, 4));
});

/** Goes through all chapters, guessing wrong and right in turn. @param {Page} page */
async function walk(page) {
  for (const [i, id] of CHAPTERS.entries()) {
    await expect(page).toHaveURL(new RegExp(`story-${id}(\\.zh)?\\.html$`));
    await shows(page, 'asking');
    await expect.poll(() => overflowing(page), `${id}, asking`).toEqual([]);
    const guess = page.locator('story-choice[name=guess]');
    const answer = await guess.getAttribute('answer');
    const wrong = guess.locator(`li:not([data-value="${answer}"]) button`).first();
    await (i % 3 ? wrong : option(page, 'guess', answer ?? '')).click();
    await shows(page, 'outcome');
    await expect(option(page, 'guess', answer ?? '')).toHaveAttribute('data-state', /outcome/);
    await expect(page.locator('#otherwise')).toBeHidden();
    const check = page.locator('story-choice[name=check]');
    if (await check.count()) {
      const right = (await check.getAttribute('answer')) ?? '';
      await option(page, 'check', right).press('Enter');
      await expect(option(page, 'check', right)).toHaveAttribute('data-state', /outcome/, {
        timeout: 180_000,
      });
    }
    await expect.poll(() => overflowing(page), `${id}, outcome`).toEqual([]);
    expect.soft(await findings(page), id).toEqual([]);
    await page.locator('#next').click();
  }
}

for (const [language, locale] of [
  ['en', 'en-US'],
  ['zh', 'zh-CN'],
]) {
  test.describe(`a reader in ${language}`, () => {
    test.use({ locale });

    test('walks through the whole story', async ({ page }) => {
      test.setTimeout(900_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(siteUrl());
      await page.locator('#start').click();
      await walk(page);
      await expect(page).toHaveURL(/story-end/);
      await expect.poll(() => overflowing(page)).toEqual([]);
      expect(await findings(page)).toEqual([]);
      await page.goto(siteUrl());
      await expect(page.locator('.question-list [data-state=seen]')).toHaveCount(CHAPTERS.length);
    });
  });
}

test.describe('by touch, on a phone that keeps nothing', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a reader begins, jumps ahead and goes to the end', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        const get = () => {
          throw new DOMException('forbidden', 'SecurityError');
        };
        Object.defineProperty(window, name, { get });
      }
    });
    await page.goto(siteUrl());
    await page.locator('#start').tap();
    await shows(page, 'asking');
    await option(page, 'guess', 'queen').tap();
    await shows(page, 'outcome');
    await page.locator('.chapter-row a[data-chapter=opposites]').tap();
    await shows(page, 'asking');
    await page.locator('#just-show').tap();
    await shows(page, 'outcome');
    await page.locator('#theme').tap();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.locator('#language').tap();
    await expect(page.locator('h1')).toContainText('意思相反');
    await page.goto(siteUrl('story-end.html'));
    await expect(page.locator('#summary')).toContainText('You have not guessed yet');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole text is there', async ({ page }) => {
    await page.goto(siteUrl('story-by-product.zh.html'));
    for (const after of await page.locator('.after').all()) await expect(after).toBeVisible();
    await page.goto(siteUrl());
    await expect(page.locator('.cover-map .word-name').first()).toBeVisible();
  });
});

for (const [language, file] of [
  ['en', 'story-whole.html'],
  ['zh', 'story-whole.zh.html'],
]) {
  test(`the whole story as a PDF, ${language}`, async ({ page }) => {
    await page.goto(siteUrl(file));
    await expect(page.locator('.whole-chapter')).toHaveCount(CHAPTERS.length);
    const pdf = await page.pdf({
      path: project(`build/story/preformer-story-${language}.pdf`),
      format: 'A4',
      printBackground: true,
      margin: { top: '16mm', bottom: '16mm', left: '16mm', right: '16mm' },
    });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(CHAPTERS.length); // each chapter begins a page
  });
}

test('before the first training at most 300 kB come, on the cover and in a chapter', async ({
  page,
}) => {
  for (const file of ['', 'story-by-product.html']) {
    /** @type {Promise<Buffer>[]} */
    const loaded = [];
    const collect = (/** @type {import('@playwright/test').Response} */ response) => {
      if (response.ok()) loaded.push(response.body());
    };
    page.on('response', collect);
    await page.goto(siteUrl(file), { waitUntil: 'networkidle' });
    page.off('response', collect);
    const bodies = await Promise.all(loaded);
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    test.info().annotations.push({ type: `gzip bytes ${file}`, description: String(bytes) });
    expect(bytes).toBeGreaterThan(200_000); // the engine is among them
    expect(bytes).toBeLessThan(300_000);
    await page.goto('about:blank');
  }
});

test('the end: guesses as a link, trained again, forgotten and brought back', async ({ page }) => {
  await page.goto(siteUrl('story-by-product.html'));
  await option(page, 'guess', 'palace').click();
  await shows(page, 'outcome');
  await page.goto(siteUrl('story-end.html'));
  await expect(page.locator('#summary')).toHaveText(
    'You guessed once. It went otherwise, which is worth a second look. Nine questions are still open.',
  );
  const line = page.locator('.guesses [data-chapter=by-product]');
  await expect(line).toHaveAttribute('data-state', 'other');
  await expect(line).toContainText('guessed: that of palace · it was: that of queen');
  // Where the clipboard is forbidden, the link is put into the address bar.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.locator('#copy-guesses').click();
  await expect(page).toHaveURL(/#guesses=by-product\.palace\.queen\.[0-9a-f]{8}$/);
  const link = page.url();
  await page.locator('#forget').click();
  await expect(line).toHaveAttribute('data-state', 'open');
  await page.locator('#undo').click();
  await expect(line).toHaveAttribute('data-state', 'other');
  await page.locator('#forget').click();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('#summary')).toContainText('come from a link');
  await page.locator('#train-again').click();
  await expect(line).toContainText('trained again, the same', { timeout: 60_000 });
  await page.locator('#just-show').click();
  await shows(page, 'outcome');
  const distance = page.locator('.live .reach-slider input');
  await distance.press('End');
  await expect(page.locator('.live .reach-order')).toContainText('20 words back');
  expect(await findings(page)).toEqual([]);
  await expect.poll(() => overflowing(page)).toEqual([]);
});
