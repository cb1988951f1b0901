/** The share dialog: link, code, snippets, pictures, on every page. */
import { readFile } from 'node:fs/promises';
import { findings } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** @typedef {import('@playwright/test').Page} Page */

const tab = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.locator(`#share-tab input[value="${name}"]`).check({ force: true });

/** @param {Page} page */
async function openShare(page) {
  await page.locator('#share').click();
  await expect(page.locator('#share-dialog')).toBeVisible();
}

for (const [width, viewport] of Object.entries({
  desktop: { width: 1360, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  for (const language of ['en', 'zh']) {
    const theme = width === 'phone' ? 'dark' : 'light';
    test(`axe-core and overflow: ${language}, ${theme}, ${width}`, async ({ lab, page }) => {
      await page.setViewportSize(viewport);
      await lab.open(`#v=1&lang=${language}&theme=${theme}&epochs=1&size=8`);
      await lab.trainToTheEnd();
      await openShare(page);
      await page.locator('#share-limits').click();
      for (const name of ['link', 'hosts', 'picture']) {
        await tab(page, name);
        expect(await findings(page, '#share-dialog'), name).toEqual([]);
        const wide = await page
          .locator('#share-dialog')
          .evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth + 1);
        expect(wide, name).toBe(false);
      }
    });
  }
}

test('the link follows what is chosen, and does it when opened', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&epochs=1&size=8');
  await openShare(page);
  await page.locator('#share-start input[value="training"]').check({ force: true });
  await page.locator('#share-limits').click();
  await page.locator('#share-hide-export').check();
  await page.locator('#share-lock-seed').check();
  const link = await page.locator('#share-link').inputValue();
  expect(link).toMatch(/start=training&hide=export&lock=seed/);
  await page.locator('#share-copy').click();
  await expect(page.locator('#share-said')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press('Escape');
  await expect(page.locator('#share-dialog')).toBeHidden();
  await expect(page.locator('#share')).toBeFocused();
  await page.goto('about:blank');
  await page.goto(link);
  await lab.finished();
  await expect(page.locator('export-menu')).toBeHidden();
  await expect(page.locator('#seed')).toBeDisabled();
  await openShare(page); // the link's own settings are those to begin with
  await page.locator('#share-limits').click();
  await expect(page.locator('#share-hide-export')).toBeChecked();
});

test('the share sheet gets the link, where there is one', async ({ lab, page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (/** @type {any} */ what) => Object.assign(window, { shared: what }),
    });
  });
  await lab.open('#v=1&lang=en&epochs=1&size=8');
  await openShare(page);
  await page.locator('#share-sheet').click();
  const shared = await page.evaluate(() => /** @type {any} */ (window).shared);
  expect(shared.url).toBe(await page.locator('#share-link').inputValue());
});

test('a long link is said to be long, and is no QR code', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&epochs=1&size=8');
  const words = Array.from({ length: 900 }, (_, i) => `w${(i * 7919) % 9973}`);
  await lab.useText(`${words.join(' ')}\n`.repeat(2));
  await openShare(page);
  await expect(page.locator('#share-link-note')).toHaveClass('warning');
  await expect(page.locator('#share-link-note')).toContainText('cut links');
  await expect(page.locator('#share-code-long')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('#copy-link').click();
  await expect(page.locator('#copy-note')).toContainText('characters');
});

test('snippets carry the link; each host has one', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&model=cbow&size=8');
  await openShare(page);
  await tab(page, 'hosts');
  const hosts = await page
    .locator('#share-host option')
    .evaluateAll((all) => all.map((option) => /** @type {HTMLOptionElement} */ (option).value));
  expect(hosts.length).toBeGreaterThan(8);
  for (const host of hosts) {
    await page.locator('#share-host').selectOption(host);
    const snippet = await page.locator('#share-snippet').inputValue();
    expect(snippet, host).toMatch(/model=cbow&(amp;)?size=8/);
    expect(snippet, host).toContain(new URL(siteUrl()).origin);
  }
  await page.locator('#share-snippet-copy').click();
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  expect(pasted).toBe(await page.locator('#share-snippet').inputValue());
});

const pages = {
  lab: ['lab.html#v=1&lang=en&epochs=1&size=8&start=training', ['map', 'loss']],
  polysemy: ['polysemy.html#v=1&lang=en', ['map', 'curve']],
  ladder: ['ladder.html#v=1&lang=en', ['rungs']],
  transfer: ['transfer.html#v=1&lang=en', ['curves']],
};
for (const [name, [address, plots]] of Object.entries(pages)) {
  test(`pictures of the page ${name} as SVG and PNG`, async ({ page }) => {
    test.slow();
    await page.goto(siteUrl(/** @type {string} */ (address)));
    await expect(page.locator('#train, #pretrain').first()).toBeEnabled();
    if (name === 'polysemy') await page.locator('#train').click();
    await expect
      .poll(
        async () => {
          await openShare(page);
          await tab(page, 'picture');
          const found = await page.locator('#share-preview').count();
          if (!found) await page.keyboard.press('Escape');
          return found;
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    const choices = await page
      .locator('#share-plot input')
      .evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
    for (const plot of choices) expect(['history', ...plots]).toContain(plot);
    for (const kind of ['svg', 'png']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`#share-${kind}`).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^preformer-${name}-\\w+\\.${kind}$`));
      const bytes = await readFile(await file.path());
      const head = kind === 'svg' ? '<svg xmlns=' : '\ufffdPNG';
      expect(bytes.toString('utf8').startsWith(head)).toBe(true);
      expect(bytes.length).toBeGreaterThan(2000);
    }
    const preview = page.locator('#share-preview');
    await expect
      .poll(() => preview.evaluate((img) => /** @type {any} */ (img).naturalWidth))
      .toBeGreaterThan(100);
  });
}
