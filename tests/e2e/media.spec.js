/** Contrast themes and paper. */
import { overflowing } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';
import { illegible } from './support/legible.js';

test.describe.configure({ mode: 'parallel' });

/** The computed colours of an element. @param {import('@playwright/test').Locator} element */
const look = (element) =>
  element.evaluate((one) => {
    const { color, backgroundColor, borderBottomColor } = getComputedStyle(one);
    return { color, backgroundColor, borderBottomColor };
  });

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a contrast theme, ${colorScheme}: what is current, chosen or measured can be seen`, async ({
    page,
    lab,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await lab.open('#v=1&epochs=1&size=8');
    await lab.trainToTheEnd();
    const ground = (await look(page.locator('body'))).backgroundColor;
    const [current, other] = [
      page.locator('.model-row [aria-current]'),
      page.locator('#model-nnlm'),
    ];
    expect((await look(current)).backgroundColor).not.toBe((await look(other)).backgroundColor);
    const chosen = page.locator('#objective .chosen');
    const free = page.locator('#objective label:not(.chosen)').first();
    expect((await look(chosen)).backgroundColor).not.toBe((await look(free)).backgroundColor);
    for (const filled of ['#progress span', '#nearest-answer .bar span']) {
      const { backgroundColor } = await look(page.locator(filled).first());
      expect(backgroundColor, filled).not.toBe(ground);
    }
    expect((await look(page.locator('#progress'))).borderBottomColor).not.toBe(ground);

    // The map is drawn in the theme's colours: text in that of the page's text.
    const ink = (await look(page.locator('body'))).color;
    const drawn = (/** @type {string} */ colour) =>
      page.locator('#map').evaluate((canvas, wanted) => {
        const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
        const context = /** @type {HTMLCanvasElement} */ (canvas).getContext('2d');
        const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
        const [r, g, b] = wanted.match(/\d+/g)?.map(Number) ?? [];
        let count = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] > 200) count++;
        }
        return count;
      }, colour);
    await expect.poll(() => drawn(ink)).toBeGreaterThan(200);
    await page.emulateMedia({ forcedColors: 'none', colorScheme });
    const plain = (await look(page.locator('body'))).color;
    await expect.poll(() => drawn(plain)).toBeGreaterThan(200); // redrawn when the theme ends
  });
}

/** @type {[string, string, string][]} address, what is there, what is not on paper */
const PAGES = [
  ['lab.html#v=1&epochs=1&size=8', '#nearest-answer .word', '#train'],
  ['ladder.html#v=1', '.rung', '#train'],
  ['polysemy.html#v=1', '#scores', '#reset'],
  ['transfer.html#v=1', '.step', '#pretrain'],
];

for (const [address, content, control] of PAGES) {
  test(`on paper: ${address.replace(/#.*/, '')}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(siteUrl(`${address}&theme=dark`));
    // Printing right after loading does not wait for anything.
    expect(
      await page.evaluate(() =>
        [...document.styleSheets].some(({ media }) => media.mediaText === 'print'),
      ),
    ).toBe(true);
    await expect(page.locator('#build-now')).toBeVisible();
    await expect(page.locator(content).first()).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 within its margins
    await expect(page.locator(content).first()).toBeVisible();
    await expect(page.locator(control)).toBeHidden();
    await expect(page.locator('.model-row')).toBeHidden();
    expect((await look(page.locator('body'))).color).toBe('rgb(31, 35, 40)'); // of the light theme
    await expect.poll(() => overflowing(page)).toEqual([]);
    await expect.poll(() => illegible(page)).toEqual([]);
    // Pictures keep their proportions.
    const squeezed = await page.locator('canvas.map-canvas').evaluateAll((all) =>
      all.map((one) => {
        const { width, height, clientWidth, clientHeight } = /** @type {HTMLCanvasElement} */ (one);
        return (width / height) * (clientHeight / clientWidth);
      }),
    );
    for (const ratio of squeezed) expect(ratio).toBeCloseTo(1, 1);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });
}
