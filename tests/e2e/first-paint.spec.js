/** What stands in a page before its program has come: painted without it, and in its place after. */
import { expect, siteUrl, test } from './support/lab.js';

/** The largest sum of shifts that nobody sees; 0.1 is the limit of "good". */
const STILL = 0.05;

for (const [page, text] of [
  ['lab', '词 → 上下文'],
  ['ladder', '阶梯'],
  ['polysemy', '一个词，两个意思'],
  ['transfer', '一次训练'],
]) {
  test(`${page}: painted before any program, and nothing moves`, async ({ page: tab }) => {
    await tab.setViewportSize({ width: 390, height: 844 });
    await tab.addInitScript(() => {
      const shifts = /** @type {any} */ (window); // any: read below
      shifts.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.shifted += /** @type {any} */ (entry).value; // any: LayoutShift has no type
      }).observe({ type: 'layout-shift', buffered: true });
    });
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => {
      release = () => resolve(null);
    });
    await tab.route(/\/assets\/.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(siteUrl(`${page}.html#v=1&lang=zh`), { waitUntil: 'commit' });
    await expect(tab.locator('[data-shell]:visible')).toHaveCount(1);
    await expect(tab.locator('[data-shell]:visible')).toContainText(text);
    release();
    await expect(tab.locator('.transport:visible, .train:visible').first()).toBeVisible();
    await expect(tab.locator('[data-shell]')).toHaveCount(0);
    await expect(tab.locator('h1')).toHaveCount(1);
    await tab.waitForLoadState('networkidle'); // what the model shows is there, too
    const shifted = await tab.evaluate(() => /** @type {any} */ (window).shifted); // any: set above
    expect(shifted).toBeLessThan(STILL);
  });
}
