/** The pages of questions: found, checked on the spot, opened in the Lab, and led to from there. */
import { overflowing, sweep } from './support/axe.js';
import { expect, labUrl, siteUrl, test } from './support/lab.js';
import { illegible } from './support/legible.js';

test.describe.configure({ mode: 'parallel' });

for (const [language, file] of [
  ['en', 'questions.html'],
  ['zh', 'questions.zh.html'],
]) {
  test(`accessible and legible: ${language}`, async ({ page }) => {
    await page.goto(siteUrl(file));
    await expect(page.locator('.check')).toHaveCount(25);
    await sweep(page, 'the questions');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    for (const width of [390, 820, 1360]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflowing(page), `${width} px`).toEqual([]);
      await expect.poll(() => illegible(page), `${width} px`).toEqual([]);
    }
  });
}

test('a search, a check on the spot, and the run in the Lab', async ({ page }) => {
  await page.goto(siteUrl('questions.html'));
  await page.keyboard.press('Tab');
  await page.locator('#find').fill('euclidean');
  await expect(page.locator('#found')).toHaveText('1 of 25 questions');
  const answer = page.locator('#cosine');
  await answer.locator('.check').press('Enter');
  await expect(answer.locator('.outcome')).toContainText('come out as printed', {
    timeout: 60_000,
  });
  await expect(answer.locator('data.same')).toHaveCount(6);
  await page.goto(siteUrl('questions.html#two-matrices'));
  await page.locator('#two-matrices .run').click();
  await expect(page).toHaveURL(/lab\.html#v=1/);
  await expect(page.locator('#nearest-answer .word').first()).toHaveText('queen', {
    timeout: 60_000,
  });
});

test('the other language opens at the same question', async ({ page }) => {
  await page.goto(siteUrl('questions.html#loss'));
  await page.locator('#language').click();
  await expect(page).toHaveURL(/questions\.zh\.html#loss$/);
  await expect(page.locator('#loss h3')).toBeInViewport();
});

test('an unknown word in the Lab leads to its answer', async ({ page }) => {
  await page.goto(labUrl('#v=1&nearest=zzz'));
  await page.locator('#nearest-problem answer-link a').click();
  await expect(page).toHaveURL(/questions\.html#unknown-word$/);
  await expect(page.locator('#unknown-word h3')).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all answers can be read', async ({ page }) => {
    await page.goto(siteUrl('questions.html'));
    await expect(page.locator('article')).toHaveCount(25);
    await expect(page.locator('#loss p').first()).toBeVisible();
    await expect(page.locator('#find')).toBeHidden();
  });
});
