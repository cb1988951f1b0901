/** The ladder: five models trained by one button, asked the same questions, in both languages. */
import { findings, overflowing, sweep } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';

/** @typedef {import('@playwright/test').Page} Page */

const RUNGS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];
const TRAINING_MS = 100_000; // ten seconds on an idle machine

const open = async (/** @type {Page} */ page, fragment = '') => {
  await page.goto(siteUrl(`ladder.html${fragment}`));
  await expect(rung(page, 'one-hot')).toHaveAttribute('data-state', 'done');
};
const rung = (/** @type {Page} */ page, /** @type {string} */ id) =>
  page.locator(`.rung[data-rung=${id}]`);
const trained = (/** @type {Page} */ page) =>
  expect(page.locator('#train')).toHaveAttribute('data-state', 'again', { timeout: TRAINING_MS });

/** @param {Page} page */
const verdicts = (page) =>
  page
    .locator('.rung')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict') ?? ''));

/** @param {Page} page @param {string} question */
const choose = (page, question) =>
  page.locator(`#question input[value=${question}]`).check({ force: true });

/** @param {Page} page */
async function calm(page) {
  expect(await findings(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
}

const asked = {
  en: { similar: 'king', unknown: 'zebra', says: 'Not in this text: zebra' },
  zh: { similar: '国王', unknown: '斑马', says: '这份文本里没有：斑马' },
};

for (const language of /** @type {const} */ (['en', 'zh'])) {
  test(`trains five rungs and asks them everything: ${language}`, async ({ page }) => {
    test.setTimeout(3 * TRAINING_MS);
    await open(page, `#v=1&lang=${language}`);
    await calm(page);
    expect((await verdicts(page))[0]).toBe('no');
    await page.locator('#train').click();
    await expect(rung(page, 'nnlm')).toHaveAttribute('data-state', 'running');
    await trained(page);
    for (const id of RUNGS) {
      await expect(rung(page, id)).toHaveAttribute('data-state', 'done');
      await expect(page.locator(`#${id}-memory`)).toContainText('kB');
    }

    await test.step('the questions climb', async () => {
      expect((await verdicts(page)).slice(2)).toEqual(['yes', 'yes', 'yes']);
      await choose(page, 'analogy');
      expect((await verdicts(page)).slice(2, 4)).toEqual(['yes', 'yes']);
      await choose(page, 'next');
      expect(await verdicts(page)).toEqual(['no', expect.any(String), 'no', 'no', 'yes']);
      await expect(rung(page, 'nnlm').locator('.ladder-items li')).toHaveCount(5);
      await choose(page, 'blank');
      expect((await verdicts(page))[4]).toBe('yes');
      await choose(page, 'senses');
      expect(await verdicts(page)).toEqual(['no', 'no', 'no', 'no', 'yes']);
      await expect(rung(page, 'skip-gram').locator('.ladder-items li')).toHaveCount(6);
      await expect(rung(page, 'elmo').locator('.pin')).toHaveCount(2);
    });

    await test.step('bits per word fall from the NNLM to ELMo', async () => {
      const bits = async (/** @type {string} */ id) =>
        Number(await page.locator(`#${id}-bits`).innerText());
      expect(await bits('elmo')).toBeLessThan(await bits('nnlm'));
    });
    await calm(page);

    await test.step('a word that is not in the text', async () => {
      const { similar, unknown, says } = asked[language];
      await choose(page, 'similar');
      await expect(page.locator('#ask-similar')).toHaveValue(similar);
      await page.locator('#ask-similar').fill(unknown);
      await expect(page.locator('#ask-problem')).toHaveText(says);
      await calm(page);
      await page.locator('#ask-similar').fill(similar);
      await expect(page.locator('#ask-problem')).toHaveText('');
    });

    await test.step('the other language: the page changes, the text and its models stay', async () => {
      await page.locator('#language').click();
      await expect(rung(page, 'elmo')).toHaveAttribute('data-state', 'done');
      await expect(page.locator('html')).toHaveAttribute(
        'lang',
        language === 'en' ? 'zh-Hans' : 'en',
      );
    });
  });
}

test('by keyboard alone: train, stop, go on; the link says what is seen', async ({ page }) => {
  await open(page, '#v=1&lang=en');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skip to the stage
  await expect(page.locator('#train')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rung(page, 'nnlm')).toHaveAttribute('data-state', 'running');
  await page.keyboard.press('Enter');
  await expect(page.locator('#train')).toHaveAttribute('data-state', 'resume');
  await expect(page.locator('.rung[data-state=paused]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(rung(page, 'cbow')).toHaveAttribute('data-state', 'done', { timeout: TRAINING_MS });
  await page.keyboard.press('Enter');
  await expect(page.locator('#train')).toHaveAttribute('data-state', 'resume');

  await page.locator('#question input[value=similar]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#ask-analogy-3')).toHaveValue('king');
  await page.keyboard.press('Tab');
  await expect(page.locator('#ask-analogy-1')).toBeFocused();
  await page.locator('#ask-analogy-3').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('prince');
  await expect(rung(page, 'cbow').locator('.ladder-items .word').first()).toHaveText(/princess/);
  await expect(page).toHaveURL(/ask=analogy&analogy=man,woman,prince/);

  await page.locator('#seed').fill('7');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/seed=7/);
  await expect(page.locator('#train')).toHaveAttribute('data-state', 'train');
  await expect(rung(page, 'cbow')).toHaveAttribute('data-state', 'waiting');
});

test('axe-core and overflow, half trained, in both themes, wide and narrow', async ({ page }) => {
  test.slow();
  await open(page, '#v=1&lang=zh&ask=senses&word=杜鹃');
  await sweep(page, 'untrained');
  await page.locator('#train').click();
  await expect(rung(page, 'skip-gram')).toHaveAttribute('data-state', 'done', {
    timeout: TRAINING_MS,
  });
  await page.locator('#train').click();
  await expect(page.locator('#train')).toHaveAttribute('data-state', 'resume');
  await sweep(page, 'half trained');
});
