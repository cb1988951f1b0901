import { expect } from '@playwright/test';
import { siteUrl } from './lab.js';

/** Simple strokes for each digit, in the unit square. */
const STROKES = /** @type {Record<string, Array<[number, number]>>} */ ({
  5: [
    [0.7, 0.2],
    [0.36, 0.22],
    [0.34, 0.46],
    [0.56, 0.43],
    [0.68, 0.6],
    [0.55, 0.8],
    [0.3, 0.78],
  ],
  6: [
    [0.6, 0.15],
    [0.4, 0.4],
    [0.34, 0.68],
    [0.5, 0.84],
    [0.65, 0.7],
    [0.55, 0.55],
    [0.36, 0.65],
  ],
  7: [
    [0.28, 0.22],
    [0.72, 0.22],
    [0.45, 0.85],
  ],
  8: [
    [0.64, 0.28],
    [0.42, 0.22],
    [0.4, 0.42],
    [0.62, 0.6],
    [0.58, 0.82],
    [0.38, 0.76],
    [0.44, 0.54],
    [0.66, 0.34],
  ],
  9: [
    [0.64, 0.3],
    [0.44, 0.24],
    [0.36, 0.42],
    [0.52, 0.5],
    [0.64, 0.32],
    [0.6, 0.85],
  ],
});

/** The transfer page as a reader sees it. */
export class Transfer {
  /** @param {import('@playwright/test').Page} page */
  constructor(page) {
    this.page = page;
    this.pretrain = page.locator('#pretrain');
    this.train = page.locator('#train');
    this.compare = page.locator('#compare');
    this.count = page.locator('#set-count');
    this.tries = page.locator('transfer-tries .tries li');
  }

  /** @param {string} [fragment] */
  async open(fragment = '') {
    await this.page.goto(`${siteUrl('transfer.html')}${fragment}`);
    await expect(this.page.locator('#build-now')).toBeVisible();
  }

  /** Trains model A to the end. @returns {Promise<number>} milliseconds */
  async trainA() {
    const start = Date.now();
    await this.pretrain.click();
    await this.finishedA();
    return Date.now() - start;
  }

  async finishedA() {
    await expect(this.pretrain).toHaveAttribute('data-state', 'again', { timeout: 90_000 });
    await expect(this.page.locator('#hash')).toBeVisible();
  }

  async trainB() {
    await this.train.click();
    await expect(this.train).toHaveAttribute('data-state', 'again', { timeout: 60_000 });
    await expect(this.page.locator('#verdict-b')).not.toBeEmpty();
  }

  /** The accuracy in per cent. @param {string} mode */
  async accuracy(mode) {
    const row = this.page.locator(`transfer-tries li[data-mode="${mode}"] .accuracy`).first();
    return Number.parseFloat(await row.innerText());
  }

  /** Draws a digit with the mouse. @param {string} digit */
  async draw(digit) {
    const pad = this.page.locator('#pad');
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('the pad is not on the page');
    const at = (/** @type {[number, number]} */ [x, y]) =>
      /** @type {[number, number]} */ ([box.x + x * box.width, box.y + y * box.height]);
    const [first, ...rest] = STROKES[digit];
    await this.page.mouse.move(...at(first));
    await this.page.mouse.down();
    for (const point of rest) await this.page.mouse.move(...at(point), { steps: 5 });
    await this.page.mouse.up();
  }

  /** Presses Tab until the element with that id has the focus. @param {string} id */
  async tabTo(id) {
    for (let presses = 0; presses < 120; presses++) {
      if ((await this.page.evaluate(() => document.activeElement?.id)) === id) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`#${id} cannot be reached by the Tab key`);
  }

  /** Enters labelled lines in the box. @param {string} text */
  async useLines(text) {
    await this.page.locator('#own-lines').click();
    await this.page.locator('#lines-box').fill(text);
    await this.page.locator('#lines-use').click();
  }
}
