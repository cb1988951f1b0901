import { expect, test } from '@playwright/test';
import axe from 'axe-core';

/** @typedef {import('@playwright/test').Page} Page */

/** @typedef {{axe: typeof import('axe-core')}} WithAxe a window into which it was brought */

/** Brings axe-core into a page and its frames, which answer to it. @param {Page} page */
async function prepare(page) {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => 'axe' in window)) continue;
    await frame.evaluate(axe.source);
    await frame.evaluate(() =>
      /** @type {WithAxe} */ (/** @type {unknown} */ (window)).axe.configure({
        allowedOrigins: ['<unsafe_all_origins>'],
      }),
    );
  }
}

/**
 * Runs axe-core on the page or a part of it and returns the violations in short form. It stays in the
 * page: to bring it anew for every look takes two thirds of the time.
 * @param {Page} page
 */
export async function findings(page, part = 'html') {
  await prepare(page);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = /** @type {WithAxe} */ (/** @type {unknown} */ (window));
    // Violations alone: to describe every element that passes takes long, too.
    return (await axe.run(selector, { resultTypes: ['violations'] })).violations;
  }, part);
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}

/** Elements that stand out of the page to the side; at most ten. @param {Page} page */
export const overflowing = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return ['the page', ...document.querySelectorAll('body *')]
      .filter(
        (one) =>
          typeof one === 'string' || one.getBoundingClientRect().right > root.clientWidth + 1,
      )
      .map((one) => (typeof one === 'string' ? one : `${one.tagName}#${one.id}.${one.className}`))
      .slice(0, 10);
  });

const SIZES = { desktop: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } };

/**
 * Goes through the looks of an open page, whose theme is `auto`: at each width, in each theme, axe-core
 * finds nothing in `part` and nothing stands out. The page trains once for all of them.
 * @param {Page} page
 * @param {string} state of the page, in words
 * @param {{part?: string, themes?: ('light' | 'dark')[],
 *   also?: () => Promise<void>}} [options] `also`: what else holds in every look
 */
export async function sweep(page, state, { part = 'html', themes = ['light', 'dark'], also } = {}) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of themes) {
      await test.step(`axe-core and overflow: ${state}, ${colorScheme}, ${size}`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect.poll(() => overflowing(page)).toEqual([]);
        expect(await findings(page, part)).toEqual([]);
        await also?.();
      });
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(SIZES.desktop);
}
