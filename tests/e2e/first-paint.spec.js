/** What stands in a page before its program has come: painted without it, and in its place after. */
import { expect, siteUrl, test } from './support/lab.js';

/** The largest sum of shifts that nobody sees; 0.1 is the limit of "good". */
const STILL = 0.05;

const TRAINS = '.transport:visible, .train:visible';

/** The page, what it says at first, what its program brings. */
for (const [page, text, later] of [
  ['lab.html#v=1&lang=zh', '词 → 上下文', TRAINS],
  ['ladder.html#v=1&lang=zh', '阶梯', TRAINS],
  ['polysemy.html#v=1&lang=zh', '一个词，两个意思', TRAINS],
  ['transfer.html#v=1&lang=zh', '一次训练', TRAINS],
  ['lessons.zh.html', '任务', '.lesson-cards li'],
  ['class.zh.html', '把全班交上来的作业粘贴到这里', '#links'],
]) {
  test(`${page.split('.')[0]}: painted before any program, and nothing moves`, async ({
    page: tab,
  }) => {
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
    await tab.goto(siteUrl(page), { waitUntil: 'commit' });
    await expect(tab.locator('[data-shell]:visible')).toHaveCount(1);
    await expect(tab.locator('[data-shell]:visible')).toContainText(text);
    release();
    await expect(tab.locator(later).first()).toBeVisible();
    await expect(tab.locator('[data-shell]')).toHaveCount(0);
    await expect(tab.locator('h1')).toHaveCount(1);
    await tab.waitForLoadState('networkidle'); // what the model shows is there, too
    const shifted = await tab.evaluate(() => /** @type {any} */ (window).shifted); // any: set above
    expect(shifted).toBeLessThan(STILL);
  });
}
