/** The page for teachers: read on every screen, and printed. */
import { sweep } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

/** @param {import('@playwright/test').Page} page */
async function pagesOf(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
}

for (const file of ['teachers.html', 'teachers.zh.html']) {
  test(`${file}: accessible on every screen; each worksheet is one page`, async ({ page }) => {
    await page.goto(siteUrl(file));
    await sweep(page, 'plans and worksheets', { part: 'main' });
    const sheets = await page.locator('.sheet').count();
    // A choice of the list at the top, then a single one.
    await page.goto(siteUrl(`${file}#sheets`));
    expect(await pagesOf(page)).toBe(sheets);
    await page.goto(siteUrl(`${file}#sheet-broken-runs`));
    expect(await pagesOf(page)).toBe(1);
  });
}

test('is whole without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(siteUrl('teachers.html'));
  await expect(page.locator('.plan')).toHaveCount(6);
  await expect(page.getByText('Three broken runs').first()).toBeVisible();
  await expect(page.locator('#sheet-apple')).toBeVisible();
  await context.close();
});
