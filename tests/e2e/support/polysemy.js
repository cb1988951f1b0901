import { expect } from '@playwright/test';
import { Lab, siteUrl } from './lab.js';

/** The polysemy lab as a reader sees it. */
export class Polysemy extends Lab {
  /** @param {import('@playwright/test').Page} page */
  constructor(page) {
    super(page);
    this.verdict = page.locator('#sentence-answer .verdict');
    this.neighbours = page.locator('#sentence-answer .occurrences li');
  }

  /** @param {string} [fragment] */
  async open(fragment = '') {
    await this.page.goto(`${siteUrl('polysemy.html')}${fragment}`);
    await this.ready();
  }

  /** A model is ready, and its occurrences are on the map. */
  async ready() {
    await expect(this.page.locator('#build-now')).toBeVisible();
    await expect(this.page.locator('#scores tr[data-layer="0"] .accuracy')).toContainText('%');
  }

  /** Trains a little, so that the weights are no longer random. */
  async trainAWhile() {
    await this.train.click();
    await expect
      .poll(async () => Number(await this.progress.getAttribute('aria-valuenow')))
      .toBeGreaterThan(4);
    await this.train.click();
    await expect(this.train).toHaveAttribute('data-state', 'resume');
  }

  /** The per cent of held-out sentences that a layer classifies correctly. @param {string} layer */
  async score(layer) {
    const text = await this.page.locator(`#scores tr[data-layer="${layer}"] .accuracy`).innerText();
    return Number.parseInt(text, 10);
  }

  /** @param {string} layer */
  async layer(layer) {
    await this.page.locator(`#scores tr[data-layer="${layer}"] button`).click();
    await expect
      .poll(() =>
        this.page.evaluate(
          () => /** @type {any} */ (document.querySelector('sense-map')).shown?.layer,
        ),
      )
      .toBe(layer);
  }

  /** The final position of a point on the canvas. @param {number} index */
  async pointAt(index) {
    const read = () =>
      this.page.evaluate((i) => {
        const { screen } = /** @type {any} */ (document.querySelector('sense-map'));
        return { x: Math.round(screen[2 * i]), y: Math.round(screen[2 * i + 1]) };
      }, index);
    let last = await read();
    await expect
      .poll(
        async () => {
          const before = last;
          last = await read();
          return before.x === last.x && before.y === last.y;
        },
        { intervals: [400] },
      )
      .toBe(true);
    return last;
  }
}
