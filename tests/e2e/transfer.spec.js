/** The transfer page: layers are lent, thirty digits drawn, four ways compared, in both languages. */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from './support/lab.js';
import { Transfer } from './support/transfer.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @type {import('@playwright/test').Fixtures<{transfer: Transfer}, {}, {page: Page}>} */
const ours = {
  transfer: async ({ page }, use) => {
    await use(new Transfer(page));
  },
};
const test = base.extend(ours);

/** @param {Page} page */
async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}

/** @param {Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('images: A, then B from thirty pictures, then what A forgets', async ({
  transfer,
  page,
}, info) => {
  await transfer.open('#v=1&lang=en');
  const pretraining = await transfer.trainA();
  info.annotations.push({ type: 'pre-training', description: `${pretraining} ms` });
  await expect(page.locator('#verdict-a')).toContainText('%');
  const heldout = /about ([\d.]+)/.exec(await page.locator('#verdict-a').innerText());
  expect(Number(heldout?.[1])).toBeGreaterThanOrEqual(97);
  await transfer.trainB();
  expect(await transfer.accuracy('frozen')).toBeGreaterThan(60);
  expect(await transfer.accuracy('scratch')).toBeGreaterThan(40);
  await expect(page.locator('.confusion td')).toHaveCount(25);
  for (const layer of ['conv1', 'conv2']) await page.locator(`#lock-${layer}`).click();
  await transfer.trainB();
  expect(await transfer.accuracy('fine-tuned')).toBeGreaterThan(60);
  await expect(page.locator('#forgetting .accuracy')).toHaveCount(2);
  await expect(page).toHaveURL(/frozen=none/);
});

test('images: thirty drawn by mouse; undo brings a cleared set back', async ({
  transfer,
  page,
}) => {
  await transfer.open('#v=1&lang=en');
  await transfer.trainA();
  await page.locator('#set-clear').click();
  await expect(transfer.count).toContainText('0 of 30');
  for (const digit of ['5', '6', '7', '8', '9']) {
    for (let i = 0; i < 6; i++) {
      await transfer.draw(digit);
      if (i === 0) await expect(page.locator('#drawing-answer')).toBeVisible();
      await page.locator('#pad-put').click();
    }
  }
  await expect(transfer.count).toContainText('30 of 30, 30 of them your own');
  await page.locator('#set-clear').click();
  await page.locator('#set-undo').click();
  await expect(transfer.count).toContainText('30 of them your own');
  await transfer.trainB();
  expect(await transfer.accuracy('frozen')).toBeGreaterThan(30);
  await transfer.draw('7');
  await expect(page.locator('#drawing-answer .best')).toContainText('7');
});

test('images: the curves grow, can be stopped, and five labels come first', async ({
  transfer,
  page,
}) => {
  await transfer.open('#v=1&lang=en&seeds=1');
  await transfer.trainA();
  await transfer.trainB();
  await transfer.compare.click();
  await expect(page.locator('#ways td[data-labels="5"]').first()).toContainText('.', {
    timeout: 60_000,
  });
  await expect(page.locator('#ways td[data-labels="50"]').first()).toHaveText('·');
  await expect(page.locator('#compare-text')).toContainText('%');
  await transfer.compare.click();
  await expect(page.locator('#compare-text')).toContainText('stopped after');
  await expect(page.locator('.way[data-mode=fine-tuned] .mean').first()).toBeVisible();
});

test('images, by keyboard alone', async ({ transfer, page }) => {
  await transfer.open('#v=1&lang=en');
  await transfer.tabTo('pretrain');
  await page.keyboard.press('Enter');
  await expect(page.locator('#hash')).toBeVisible({ timeout: 90_000 });
  await transfer.tabTo('pad');
  for (const key of ['Space', ...Array(6).fill('ArrowDown'), 'Space', 'Enter']) {
    await page.keyboard.press(key);
  }
  await expect(transfer.count).toContainText('1 of them your own');
  await transfer.tabTo('lock-hidden');
  await page.keyboard.press('Space');
  await expect(page.locator('#lock-hidden')).toHaveAttribute('aria-pressed', 'true');
  await transfer.tabTo('train');
  await page.keyboard.press('Enter');
  await expect(page.locator('#verdict-b')).toContainText('30 pictures', { timeout: 60_000 });
});

test('bad input: a blank pad, no pictures, one digit, a file that is no image', async ({
  transfer,
  page,
}) => {
  await transfer.open('#v=1&lang=en');
  await transfer.trainA();
  await page.locator('#pad-put').click();
  await expect(page.locator('#pad-problem')).toContainText('blank');
  await transfer.draw('5');
  const file = { name: 'not.png', mimeType: 'image/png', buffer: Buffer.from('no image') };
  await page.locator('#pad-file').setInputFiles(file);
  await expect(page.locator('#pad-problem')).toContainText('no image');
  await expect(page.locator('#pad-undo')).toBeEnabled();
  await page.locator('#set-clear').click();
  await transfer.train.click();
  await expect(page.locator('#train-problem')).toContainText('no pictures');
  await page.locator('#pad-put').click();
  await transfer.train.click();
  await expect(page.locator('#train-problem')).toContainText('All pictures are of 5');
});

test('a picture from a file, light on dark, is read like a drawing', async ({ transfer, page }) => {
  await transfer.open('#v=1&lang=en');
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 90, height: 140 });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.fillStyle = '#203040';
    context.fillRect(0, 0, 90, 140);
    Object.assign(context, { strokeStyle: '#f4f0e0', lineWidth: 9, lineCap: 'round' });
    context.beginPath();
    context.ellipse(45, 70, 22, 40, 0, 0, 7);
    context.stroke();
    return canvas.toDataURL('image/png').split(',')[1];
  });
  await transfer.trainA();
  const buffer = Buffer.from(data, 'base64');
  await page.locator('#pad-file').setInputFiles({ name: '0.png', mimeType: 'image/png', buffer });
  await expect(page.locator('#drawing-answer .best')).toContainText('0');
});

test('the same seed gives the same bits; a link promises them', async ({ transfer, page }) => {
  await transfer.open('#v=1&seed=7');
  await transfer.trainA();
  const hash = await page.locator('#hash').getAttribute('data-hash');
  await page.goto('about:blank');
  await transfer.open(`#v=1&seed=7&hash=${hash}`); // such a link trains by itself
  await transfer.finishedA();
  await expect(page.locator('#verdict')).toContainText('reproduced');
});

test('text: read first, classify after, the reader’s own sentence', async ({ transfer, page }) => {
  await transfer.open('#v=1&lang=en&chapter=text');
  await transfer.trainA();
  await transfer.trainB();
  expect(await transfer.accuracy('frozen')).toBeGreaterThan(50);
  await expect(page.locator('#mix li')).toHaveCount(3);
  await page.locator('#example').click();
  await expect(page.locator('#sentence-answer ol')).toHaveAttribute('data-label', /good|bad/);
  await page.locator('#sentence').fill('xyzzy plugh');
  await expect(page.locator('#sentence-answer')).toContainText('xyzzy');
});

test('text: own labelled lines, wrong ones first', async ({ transfer, page }) => {
  await transfer.open('#v=1&lang=en&chapter=text');
  await transfer.useLines('spam\tbuy now\nham see you later');
  await expect(page.locator('#lines-problem')).toContainText('Line 2 has no tab');
  await expect(page.locator('#lines-box')).toHaveValue(/see you later/);
  await page.locator('#lines-cancel').click();
  const lines = Array.from(
    { length: 60 },
    (_, i) =>
      `${i % 2 ? 'spam\tbuy cheap pills now' : 'ham\tsee you at home'} ${'abcdefghij'[i % 10]}`,
  );
  await transfer.useLines(lines.join('\n'));
  await expect(page.locator('#corpus input[value=own]')).toBeChecked();
  await expect(page.locator('#build-now')).toBeVisible();
  await transfer.trainA();
  await transfer.trainB();
  expect(await transfer.accuracy('frozen')).toBeGreaterThan(50);
});

for (const [width, viewport] of /** @type {const} */ ([
  ['desktop', { width: 1360, height: 900 }],
  ['phone', { width: 390, height: 844 }],
])) {
  for (const theme of ['light', 'dark']) {
    const language = theme === 'light' ? 'en' : 'zh';
    for (const chapter of ['images', 'text']) {
      test(`axe-core and overflow: ${chapter}, ${language}, ${theme}, ${width}`, async ({
        transfer,
        page,
      }) => {
        await page.setViewportSize(viewport);
        await transfer.open(`#v=1&lang=${language}&theme=${theme}&chapter=${chapter}&seeds=1`);
        expect(await overflow(page)).toBe(0);
        await transfer.trainA();
        if (chapter === 'images') await transfer.draw('5');
        else await page.locator('#example').click();
        await transfer.trainB();
        await transfer.compare.click();
        await expect(page.locator('#ways')).toBeVisible({ timeout: 60_000 });
        await transfer.compare.click();
        expect(await findings(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });
    }
  }
}

test('nothing overflows at 320 px', async ({ transfer, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const fragment of ['lang=en', 'lang=zh', 'lang=en&chapter=text']) {
    await page.goto('about:blank');
    await transfer.open(`#v=1&${fragment}`);
    expect(await overflow(page), fragment).toBe(0);
  }
});

test('the page stays responsive while A trains', async ({ transfer, page }) => {
  await transfer.open('#v=1');
  await page.evaluate(() => {
    const longest = { ms: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
    Object.assign(window, { longest });
  });
  const training = await transfer.trainA();
  const { ms } = await page.evaluate(() => /** @type {any} */ (window).longest);
  expect(ms).toBeLessThan(training / 8); // a share: the milliseconds are the benchmark's
});
