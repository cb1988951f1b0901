/**
 * Each of our lessons, from its first guess to the link that is handed in: the wrong way, then the right
 * one. An ordinary run does each in one language; PREFORMER_TESTS=all does both.
 */
import { readFileSync } from 'node:fs';
import { OUR_LESSONS } from '../../web/lessons/ours/index.js';
import { WAYS } from '../wasm/lesson-ways.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../wasm/lesson-ways.js').Way} Way */

const all = process.env.PREFORMER_TESTS === 'all';
const LANGUAGES = /** @type {const} */ (['en', 'zh']);
const DEMO = '.lesson-demo > *';
const LONG = { timeout: 90_000 };

/** Guesses: a wrong option, or something typed. @param {Page} page @param {number} [comes] */
async function guess(page, comes = -1) {
  const options = page.locator('.beat .option');
  if (await options.count()) await options.nth(comes === 0 ? 1 : 0).click();
  else {
    await page.locator('#guess').fill('3');
    await page.locator('#send-guess').click();
  }
}

/**
 * Trains the demo with other fields in the link of the step, as a pupil does by hand.
 * @param {Page} page @param {string} fields
 */
async function train(page, fields) {
  await page.locator(DEMO).evaluate((demo, more) => {
    const host = /** @type {HTMLElement} */ (demo);
    host.dataset.given ??= host.getAttribute('link') ?? '';
    const said = new URLSearchParams(host.dataset.given.split('#')[1]);
    for (const [key, value] of new URLSearchParams(more)) said.set(key, value);
    host.setAttribute('link', `#${said}`);
  }, fields);
  const { lab, transfer } = {
    lab: page.locator(`${DEMO} #train`),
    transfer: page.locator(`${DEMO} #pretrain`),
  };
  if (await transfer.count()) {
    // A is trained once; what is tried are the Bs.
    if (!(await lab.isEnabled())) await transfer.click();
    await expect(lab).toBeEnabled(LONG);
  }
  const graded = () => page.locator('lesson-view').evaluate((view) => Reflect.get(view, 'version'));
  const before = await graded();
  await lab.click();
  await expect.poll(graded, LONG).toBeGreaterThan(before);
}

const lessons = OUR_LESSONS.flatMap(({ id }, i) =>
  LANGUAGES.filter((_, k) => all || k === i % 2).map((language) => ({ id, language })),
);

for (const { id, language } of lessons) {
  test(`${id}: ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    const lesson = JSON.parse(readFileSync(`web/lessons/ours/${id}.json`, 'utf8'));
    const said = (/** @type {Way | undefined} */ way) =>
      typeof way === 'object' ? way[language] : (way ?? '');
    const file = language === 'zh' ? 'lessons.zh.html' : 'lessons.html';
    await page.goto(siteUrl(`${file}#v=1&lesson=${id}`));
    if (lesson.seed === 'seat') {
      await page.locator('#seat').fill('1');
      await page.locator('#sit').click();
    }
    for (const [i, step] of lesson.steps.entries()) {
      const { comes, right = [], wrong = [] } = WAYS[id][i];
      await expect(page.locator(`${DEMO} :is(#train, #pretrain)`).first()).toBeVisible(LONG);
      if (step.predict) await guess(page, comes);
      if (step.goal) {
        if (step.predict?.options) {
          await train(page, ''); // as it is given, which decides what was predicted
          await expect(page.locator('#because-guess')).toBeVisible(LONG);
        }
        await train(page, said(wrong[0]));
        await expect(page.locator('#goal-state')).toHaveText(/Not yet|还没有/, LONG);
        await page.locator('.hint').first().click();
        await train(page, said(right[0]));
        await expect(page.locator('#goal-state')).toHaveText(/Reached|达到了/, LONG);
      } else {
        await train(page, '');
      }
      if (step.predict?.options) {
        await expect(page.locator('.beat .option[data-state~="outcome"]')).toHaveCount(1, LONG);
        await expect(page.locator('#because-guess')).toBeVisible();
      }
      if (i < lesson.steps.length - 1) await page.locator('#step-next').click();
    }
    await expect(page.locator('#hand-in-link')).toHaveValue(/result=/, LONG);
  });
}
