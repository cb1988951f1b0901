/** The polysemy lab: two meanings part before the reader's eyes, in both languages. */
import { sweep } from './support/axe.js';
import { test as base, expect } from './support/lab.js';
import { Polysemy } from './support/polysemy.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @type {import('@playwright/test').Fixtures<{senses: Polysemy}, {}, {page: Page}>} */
const ours = {
  senses: async ({ page }, use) => {
    await use(new Polysemy(page));
  },
};
const test = base.extend(ours);

/** @param {Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const words = /** @type {const} */ ([
  ['en', 'apple', ['engineers say nowadays apple sales still need software', 'company']],
  ['en', 'bank', ['sailors said this bank always needs boats', 'river']],
  ['zh', '苹果', ['程序员说今年苹果其实离不开芯片', 'company']],
]);

for (const [language, word, [sentence, sense]] of words) {
  test(`${word}: the score rises, the typed sentence lands near its sense`, async ({
    senses,
  }, info) => {
    await senses.open(`#v=1&lang=${language}&word=${encodeURIComponent(word)}`);
    const before = await senses.score('2');
    const start = Date.now();
    await senses.trainToTheEnd();
    info.annotations.push({ type: 'training', description: `${word}: ${Date.now() - start} ms` });
    const [zero, one, two] = [
      await senses.score('0'),
      await senses.score('1'),
      await senses.score('2'),
    ];
    info.annotations.push({ type: 'scores', description: `${word}: ${zero} ${one} ${two}` });
    expect(zero).toBeGreaterThanOrEqual(40);
    expect(zero).toBeLessThanOrEqual(60);
    expect(Math.max(one, two)).toBeGreaterThanOrEqual(90);
    expect(Math.max(one, two)).toBeGreaterThan(before);

    await senses.page.locator('#sentence').fill(sentence);
    await expect(senses.verdict).toHaveAttribute('data-sense', sense);
    await expect(senses.neighbours).toHaveCount(5);
    await senses.layer('0');
    await expect(senses.neighbours.first()).toBeHidden();
  });
}

for (const [language, theme] of /** @type {const} */ ([
  ['en', 'light'],
  ['zh', 'dark'],
])) {
  test(`axe-core and overflow: ${language}, ${theme}, wide and narrow`, async ({
    senses,
    page,
  }) => {
    test.slow();
    await senses.open(`#v=1&lang=${language}`);
    expect(await overflow(page)).toBe(0);
    await senses.trainAWhile();
    await page.locator('#example').click();
    await expect(senses.neighbours).toHaveCount(5);
    await senses.neighbours.first().locator('button').click();
    await expect(page.locator('#picked')).toBeVisible();
    await page.locator('#reset').click(); // so that it can be taken back
    await expect(page.locator('#undo')).toBeVisible();
    await page.locator('#map-table summary').click();
    await page.locator('#known-words summary').click();
    await sweep(page, 'trained, reset, unfolded', { themes: [theme] });
  });
}

test('nothing overflows at 320 px', async ({ senses, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ['en', 'zh']) {
    await page.goto('about:blank');
    await senses.open(`#v=1&lang=${language}`);
    await page.locator('#sentence').fill('a-word-of-a-length-that-nobody-expected '.repeat(3));
    await expect(page.locator('#sentence-problem')).toBeVisible();
    expect(await overflow(page), language).toBe(0);
  }
});

test('by keyboard alone: train, change layers, walk the points, type', async ({ senses, page }) => {
  await senses.open('#v=1&word=apple');
  await senses.tabTo('train');
  await page.keyboard.press('Enter');
  await senses.finished();
  await senses.tabTo('layer');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#layer')).toHaveAttribute('aria-valuetext', /layer 1/);
  await senses.tabTo('map');
  await page.keyboard.press('Home');
  await expect(page.locator('#map-point')).toContainText('apple');
  const first = await page.locator('#map-point').innerText();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#map-point')).not.toHaveText(first);
  await page.keyboard.press('Enter');
  await expect(page.locator('#picked')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#picked')).toHaveCount(0);
  await senses.tabTo('sentence');
  await page.keyboard.type('farmers say nowadays apple profits need rain');
  await expect(senses.verdict).toHaveAttribute('data-sense', 'fruit');
});

test('hovering a point shows its sentence; a click chooses it', async ({ senses, page }) => {
  await senses.open('#v=1&word=bank');
  const at = await senses.pointAt(4);
  await page.locator('#map').hover({ position: at });
  await expect(page.locator('.map-tip mark')).toHaveText('bank');
  await page.locator('#map').click({ position: at });
  await expect(page.locator('#picked mark').first()).toHaveText('bank');
});

test('pause, resume, reset, undo; the link brings everything back, and the same bits', async ({
  senses,
  page,
}) => {
  test.slow();
  await senses.open('#v=1&word=bank&seed=5');
  await senses.train.click();
  await expect(senses.train).toHaveAttribute('data-state', 'pause');
  await expect(page.locator('#progress-text')).toContainText('left');
  await senses.train.click();
  await expect(senses.train).toHaveAttribute('data-state', 'resume');
  await senses.train.click();
  const hash = await senses.finished();
  const score = await senses.score('2');
  await page.locator('#reset').click();
  await expect(senses.train).toHaveAttribute('data-state', 'train');
  await page.locator('#undo').click();
  await expect(page.locator('#hash')).toHaveAttribute('data-hash', hash);
  await expect.poll(() => senses.score('2')).toBe(score);

  await senses.layer('mix');
  await page.locator('#direction input[value=forward]').check({ force: true });
  await page.locator('#s2-value').fill('0.8');
  await page.locator('#s2-value').press('Enter');
  await page.locator('#sentence').fill('the bank');
  await expect(page).toHaveURL(/layer=mix.*dir=forward.*s=0\.1,0\.1,0\.8.*sentence=the/);
  const link = `${new URL(page.url()).hash}&edition=2&hash=${hash}`;
  await page.goto('about:blank');
  await senses.open(link);
  await expect(page.locator('#sentence')).toHaveValue('the bank');
  await expect(page.locator('#s2-value')).toHaveValue('0.8');
  await senses.finished(); // such a link trains by itself
  await expect(page.locator('#verdict')).toContainText('reproduced');
});

test('reduced motion: points jump; no text in one language is left in the other', async ({
  senses,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await senses.open('#v=1&lang=zh');
  await senses.trainAWhile();
  const duration = await page.evaluate(
    () => /** @type {any} */ (document.querySelector('sense-map')).motion.duration,
  );
  expect(duration).toBe(0);
  const latin = await page.evaluate(() => {
    const words = /CBOW|Skip-gram|NNLM|ELMo|LSTM|PCA|Esc|Preformer|English|apple|bank|Transformer/g;
    const files = /bilm-tf|AllenNLP|options\.json|weights\.hdf5/g;
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || element.closest('script, style, #hash')) continue;
      if (/[a-z]{3}/i.test(String(node.textContent).replace(words, '').replace(files, ''))) {
        texts.push(String(node.textContent).trim());
      }
    }
    return texts;
  });
  expect(latin).toEqual([]);
});
