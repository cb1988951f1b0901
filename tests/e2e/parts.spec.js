/** Every part that a link can hide or lock is there, on every page. */
import { PARTS } from '../../web/src/share/parts.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

/** Addresses that between them show all of a page's parts. @type {Record<string, string[]>} */
const addresses = {
  lab: ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'].map(
    (model) => `lab.html#v=1&lang=en&model=${model}&charcnn=1&build=parallel&patience=1`,
  ),
  ladder: ['ladder.html#v=1&lang=en'],
  polysemy: ['polysemy.html#v=1&lang=en'],
  transfer: ['transfer.html#v=1&lang=en', 'transfer.html#v=1&lang=en&chapter=text'],
};

for (const [name, list] of Object.entries(addresses)) {
  test(`the parts of the page ${name}`, async ({ page }) => {
    const parts = PARTS[/** @type {keyof typeof PARTS} */ (name)];
    /** @type {Set<string>} */
    const missing = new Set(Object.keys(parts));
    for (const address of list) {
      await page.goto('about:blank');
      await page.goto(siteUrl(address));
      await page.locator('status-line').waitFor();
      await expect(page.locator('#build-now')).toBeVisible();
      const found = await page.evaluate(
        (all) =>
          Object.entries(all)
            .filter(([, selector]) => document.querySelector(selector))
            .map(([part]) => part),
        parts,
      );
      for (const part of found) missing.delete(part);
    }
    expect([...missing]).toEqual([]);
  });
}
