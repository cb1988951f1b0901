/** The page of experiments, and the slider through a training in the Lab, as a reader uses them. */
import { readFile } from 'node:fs/promises';
import { sweep } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

test('the Lab: drag through a training, open the link of a step, save a film', async ({
  page,
  lab,
  browser,
}) => {
  await lab.open('#v=1&corpus=relations-en&epochs=2&size=8&lang=en');
  await page.locator('#time-open').click();
  await expect(page.locator('#time-before')).toBeVisible();
  await lab.train.click();
  const slider = page.locator('#time-slider');
  await expect(page.locator('#time-at')).toContainText('The end', { timeout: 60_000 });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('#time-at')).toContainText('Step 0 of');
  await expect(page.locator('#map-title')).toContainText('Random vectors');
  await expect(page.locator('#loss line.moment')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#time-at')).not.toContainText('Step 0 of');
  await page.locator('#time-step').fill('4321');
  await page.locator('#time-step').press('Enter');
  await expect(page.locator('#time-at')).toContainText('Step 4,321 of');
  await expect.poll(() => page.url()).toContain('step=4321');
  const said = (await page.locator('#time-hash').textContent()) ?? '';
  await sweep(page, 'a moment of a training', { part: '#time', themes: ['dark'] });

  const saved = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator('#time-gif').click();
  const bytes = await readFile(await (await saved).path());
  expect(bytes.subarray(0, 6).toString()).toBe('GIF89a');
  expect(bytes.length).toBeGreaterThan(20_000);
  await expect(page.locator('#time-at')).toContainText('Step 4,321 of');

  // Somebody else opens the link, trains, and is at the same step with the same weights.
  await expect.poll(() => page.url()).toContain('step=4321');
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('#train').click();
  const at = other.locator('#time-at');
  await expect(at).toContainText('Step 4,321 of', { timeout: 60_000 });
  await expect(other.locator('#time-hash')).toHaveText(said);
  await other.locator('#time-now').click();
  await expect(at).toContainText('The end');
  await expect.poll(() => other.url()).not.toContain('step=');
  await context.close();
});

test('the Lab: the slider is there again after a reload, with the moments that were recorded', async ({
  page,
  lab,
}) => {
  await lab.open('#v=1&corpus=relations-en&epochs=2&size=8&lang=en');
  await page.locator('#time-open').click();
  await expect(page.locator('#time-before')).toBeVisible();
  await lab.train.click();
  const at = page.locator('#time-at');
  await expect(at).toContainText('The end', { timeout: 60_000 });
  const stored = () =>
    page.evaluate(async () => {
      const [database] = await indexedDB.databases();
      if (!database?.name) return 0; // nothing was kept yet
      const opening = indexedDB.open(database.name);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const entries = opening.result.transaction('entries').objectStore('entries').getAll();
      await new Promise((resolve) => {
        entries.onsuccess = resolve;
      });
      opening.result.close();
      const parts = entries.result.flatMap(({ parts }) => Object.keys(parts));
      return parts.filter((part) => part.startsWith('moment-')).length;
    });
  await expect.poll(stored, { timeout: 20_000 }).toBeGreaterThan(20);
  await page.locator('#time-slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(at).not.toContainText('Step 0 of');
  await expect.poll(() => page.url()).toMatch(/step=[1-9]/);
  const said = [await at.textContent(), await page.locator('#time-hash').textContent()];
  await page.reload();
  await expect(page.locator('#time-hash')).toHaveText(said[1] ?? '', { timeout: 20_000 });
  expect(await at.textContent()).toBe(said[0]);
  await expect.poll(stored).toBeGreaterThan(20);
});

test('two texts: a planted change, in Chinese; texts without shared words are refused', async ({
  page,
}) => {
  await page.goto(siteUrl('experiments.zh.html'));
  await expect(page.locator('.experiment-cards a')).not.toHaveCount(0);
  await page.goto(siteUrl('experiments.zh.html#v=1&experiment=texts&pair=planted-zh&seeds=3'));
  await page.locator('#two-compare').click();
  await expect(page.locator('#two-summary')).toContainText('苹果', { timeout: 60_000 });
  await page.locator('.shift summary').first().press('Enter');
  await expect(page.locator('.shift-texts mark').first()).toBeVisible();
  await sweep(page, 'two texts', { themes: ['dark'] });
  await page.locator('#pair input[value=own]').check();
  await page.locator('#two-first').fill('猫吃鱼。狗吃肉。'.repeat(30));
  await page.locator('#two-second').fill('山高水远。花红柳绿。'.repeat(30));
  await page.locator('#two-compare').click();
  await expect(page.locator('#two-problem')).toContainText('至少要 40 个');
});

test('be the model: guess, be told what counts, lay a map by keyboard', async ({ page }) => {
  await page.goto(siteUrl('experiments.html#v=1&experiment=guess'));
  const field = page.locator('#guess-word');
  await field.fill('zebra');
  await field.press('Enter');
  await expect(page.locator('#guess-said')).toContainText('does not count');
  await page.locator('#guess-give-up').click();
  await expect(page.locator('#guess-score')).toContainText('Perplexity on 1 word');
  await expect(page.locator('[data-player=trigram] .number')).toHaveText(/\d/);
  for (let i = 0; i < 10; i++) {
    await page.locator('.place-tray .place-word').first().focus();
    for (let n = 0; n <= i; n++) await page.keyboard.press(n % 2 ? 'ArrowLeft' : 'ArrowUp');
  }
  await page.locator('#place-compare').click();
  await expect(page.locator('#place-fit')).toContainText('explains', { timeout: 60_000 });
  await sweep(page, 'be the model', { themes: ['light'] });
});

test('a text of one’s own comes back after a reload, from a shared link, and in the other language', async ({
  page,
  browser,
}) => {
  await page.goto(siteUrl('experiments.html#v=1&experiment=sentences'));
  await page.locator('.sentences-text summary').press('Enter');
  await page.locator('#sentences-text').fill('a boat sails\na ship sails\n'.repeat(9));
  await page.locator('#sentences-use').press('Enter');
  await expect(page.locator('#sentences-scope')).toContainText('18 sentences');
  await page.locator('.asked input[type=text], .asked input:not([type])').first().fill('boat');
  await page.locator('.asked input[type=text], .asked input:not([type])').nth(1).fill('ship');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/words=boat,ship&text=[\w-]+$/);
  await page.reload();
  await expect(page.locator('#sentences-scope')).toContainText('18 sentences');
  await expect(page.locator('#sentences-missing')).toHaveCount(0);
  const shared = page.url();
  await page.locator('#language').click();
  await expect(page.locator('#sentences-scope')).toContainText('18');
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(shared.slice(0, -9));
  await expect(other.locator('#text-notes')).toContainText('damaged or incomplete');
  await context.close();

  await page.goto(siteUrl('experiments.zh.html#v=1&experiment=texts&pair=own'));
  await page.locator('#two-first').fill('猫吃鱼。');
  await page.locator('#two-second').fill('山高水远。');
  await expect.poll(() => page.url()).toMatch(/first=[\w-]+&second=[\w-]+$/);
  await page.reload();
  await expect(page.locator('#two-first')).toHaveValue('猫吃鱼。');
  await expect(page.locator('#two-second')).toHaveValue('山高水远。');
});

test('100,000 pasted sentences stay out of the field; all of them are used', async ({ page }) => {
  await page.goto(siteUrl('experiments.html#v=1&experiment=sentences'));
  await page.locator('.sentences-text summary').press('Enter');
  const field = page.locator('#sentences-text');
  await field.fill('the first line\n');
  await field.press('Control+End');
  const seconds = await field.evaluate(async (box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'the king sees the old river\r\n'.repeat(99_999));
    const begun = performance.now();
    box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return (performance.now() - begun) / 1000;
  });
  expect(seconds).toBeLessThan(10);
  await expect(page.locator('#sentences-text-long')).toContainText('100,000 lines');
  await expect(field).toHaveValue(/^the first line\nthe king.*…$/s);
  await expect(field).toHaveAttribute('readonly');
  await expect(field).toBeFocused();
  await page.locator('#sentences-use').press('Enter');
  await expect(page.locator('#sentences-scope')).toContainText('The text has 100,000 sentences', {
    timeout: 30_000,
  });
  await expect(page.locator('#text-notes')).toContainText('too long for a link');
  await sweep(page, 'a long text', { themes: ['light'] });
  await page.locator('#sentences-text-clear').press('Enter');
  await expect(field).toHaveValue('');
});
