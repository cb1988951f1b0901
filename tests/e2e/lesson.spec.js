/** The lesson below the Lab: it comes when the reader does, and leads along the story. */
import { findings } from './support/axe.js';
import { expect, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

for (const [language, title] of [
  ['en', 'What is going on'],
  ['zh', '这是怎么回事'],
]) {
  test(`fetched on the way down, and followed from one-hot to ELMo: ${language}`, async ({
    lab,
    page,
  }) => {
    await lab.open(`#v=1&lang=${language}&model=one-hot`);
    const lesson = page.locator('lab-lesson');
    await expect(lesson.locator('.lesson')).toHaveCount(0); // nothing of it is loaded at first
    for (const [from, to] of [
      ['one-hot', 'nnlm'],
      ['nnlm', 'cbow'],
      ['cbow', 'skip-gram'],
      ['skip-gram', 'elmo'],
    ]) {
      await expect(page).toHaveURL(from === 'skip-gram' ? /v=1/ : new RegExp(`model=${from}`));
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(lesson.getByRole('heading', { name: title })).toBeVisible();
      // By keyboard: the lesson still moves while a model's questions come.
      await page.locator('#lesson-next').press('Enter');
      await expect(page.locator(`#model-${to}`)).toHaveAttribute('aria-current', 'step');
    }
    await page.locator('#lesson-transfer').press('Enter');
    await expect(page.locator('#pretrain')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute(
      'lang',
      language === 'zh' ? 'zh-Hans' : 'en',
    );
  });

  test(`axe-core and overflow, phone: ${language}`, async ({ lab, page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme: language === 'zh' ? 'dark' : 'light' });
    await lab.open(`#v=1&lang=${language}`);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.locator('#lesson-next')).toBeVisible();
    expect(await findings(page, 'lab-lesson')).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });
}
