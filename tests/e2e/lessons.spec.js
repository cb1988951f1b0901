/** Lessons: worked through, handed in, made by a teacher, and refused with the reason. */
import { overflowing, sweep } from './support/axe.js';
import { expect, labUrl, siteUrl, test } from './support/lab.js';
import { illegible } from './support/legible.js';

test.describe.configure({ mode: 'parallel' });

const DIMENSIONS = 'lessons.html#v=1&lesson=dimensions';

/** Sets a parameter of the demo. @param {import('@playwright/test').Page} page @param {number} size */
async function setSize(page, size) {
  await page.locator('preformer-demo #vectorSize-value').fill(String(size));
  await page.locator('preformer-demo #vectorSize-value').press('Enter');
}

/** @param {import('@playwright/test').Page} page */
async function train(page) {
  const button = page.locator('preformer-demo #train');
  await button.click();
}

test('the wrong way, the right way, a hint, a reload, and a link that shows it', async ({
  page,
}) => {
  await page.goto(siteUrl(DIMENSIONS));
  await page.locator('#seat').fill('17');
  await page.keyboard.press('Enter');
  await expect(page.locator('preformer-demo #train')).toBeVisible();
  await expect(page.locator('.lesson-demo')).toHaveAttribute('inert', ''); // a guess comes first
  await page.locator('#guess').fill('3');
  await page.keyboard.press('Enter');
  await train(page);
  await expect(page.locator('#goal-state')).toHaveText('Not yet.', { timeout: 60_000 });
  await page.locator('.hint').first().press('Enter');
  await expect(page.locator('.hints .shown')).toHaveCount(1);
  await setSize(page, 11);
  const told = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener('preformer-goal', (event) =>
          resolve(/** @type {CustomEvent} */ (event).detail),
        ),
      ),
  );
  await train(page);
  await expect(page.locator('#goal-state')).toHaveText('Reached.', { timeout: 60_000 });
  expect(await told).toMatchObject({ step: 1, reached: true, values: [1, 11] });
  await expect(page.locator('#because')).toBeVisible();
  await expect(page.locator('#outcome')).toContainText('11');
  await expect(page.locator('.attempts circle')).toHaveCount(2);

  await page.reload();
  await expect(page.locator('#goal-state')).toHaveText('Reached.');
  await expect(page.locator('#guessed')).toContainText('3');
  await expect(page.locator('#hand-in-link')).toHaveValue(/result=/);
  const link = await page.locator('#hand-in-link').inputValue();
  expect(link.length).toBeLessThan(1200); // a QR code holds it
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('#handed-in a')).toBeVisible();
  const handedIn = page.locator('.handed-in');
  await expect(handedIn).toContainText('You guessed: 3');
  await expect(handedIn).toContainText('Dimensions 11 · Seed 17');
  await expect(handedIn).toContainText('Reached.');
});

test('on a phone the goal stands beside the model, and a step begins at its beginning', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(siteUrl('lessons.html#v=1&lesson=numbers'));
  await page.locator('.options button').first().click();
  await train(page);
  await expect(page.locator('.lesson-rail [aria-current]')).toHaveAttribute('data-state', 'done');
  await page.locator('#step-next').click();
  await expect(page.locator('#step-title')).toBeFocused();
  await expect(page.locator('#step-title')).toBeInViewport();
  await expect(page.locator('preformer-demo #alpha')).toBeVisible(); // the goal asks for it
  await train(page);
  await expect(page.locator('.lesson-verdict')).toContainText('Not yet.');
  await expect(page.locator('.lesson-verdict')).toBeInViewport();
  expect(await overflowing(page)).toEqual([]);
  await page.locator('#to-task').click();
  await expect(page.locator('#step-title')).toBeInViewport();
  await page.locator('preformer-demo #alpha-value').fill('0.05');
  await page.locator('preformer-demo #epochs-value').fill('10');
  await page.locator('preformer-demo #epochs-value').press('Enter');
  await train(page);
  await expect(page.locator('.lesson-verdict')).toContainText('Reached.', { timeout: 60_000 });
  await page.locator('#hand-in-copy').click();
  await expect(page.locator('#beat-hand-in')).toHaveAttribute('data-state', 'done');
  await page.locator('.kicker a').click();
  await expect(page.locator('.lesson-cards li').first()).toContainText('done');
});

test('a chapter of the Story is set as a task', async ({ page }) => {
  await page.goto(siteUrl('story-apple.html'));
  await page.locator('#as-task').click();
  await expect(page.locator('h1')).toHaveText('Where does a word with two meanings go?');
  await page.locator('.option').first().click();
  await train(page);
  await expect(page.locator('#because-guess')).toContainText('For the training', {
    timeout: 60_000,
  });
  await expect(page.locator('.option[data-state=outcome]')).toContainText('Between the two');
  await page.locator('#step-next').click();
  await expect(page.locator('#guess-question i')).toHaveText('apple');
});

for (const [language, file] of [
  ['en', 'lessons.html'],
  ['zh', 'lessons.zh.html'],
]) {
  test(`accessible and legible: ${language}`, async ({ page }) => {
    await page.goto(siteUrl(file));
    await expect(page.locator('.lesson-cards .card-about').first()).not.toBeEmpty();
    await sweep(page, 'the list');
    await page.goto(siteUrl(`${file}#v=1&lesson=dimensions`));
    await page.locator('#seat').fill('1');
    await page.locator('#sit').click();
    await expect(page.locator('preformer-demo #train')).toBeVisible();
    await page.locator('#guess').fill('9');
    await page.locator('#send-guess').click();
    await train(page);
    await expect(page.locator('#goal-state')).toBeVisible({ timeout: 60_000 });
    await sweep(page, 'a lesson', { part: '.lesson-text' });
    for (const width of [390, 820, 1360]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflowing(page), `${width} px`).toEqual([]);
      await expect.poll(() => illegible(page), `${width} px`).toEqual([]);
    }
  });
}

test('the sheet is one page', async ({ page }) => {
  await page.goto(siteUrl(DIMENSIONS));
  await page.locator('#seat').fill('3');
  await page.locator('#sit').click();
  await page.locator('#guess').fill('9');
  await page.locator('#send-guess').click();
  await train(page);
  await expect(page.locator('#hand-in-link')).toHaveValue(/result=/, { timeout: 60_000 });
  await page.locator('#sheet-name').fill('<b>Li & Co</b>');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.sheet-map img')).toHaveCount(1);
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '16mm', bottom: '16mm', left: '16mm', right: '16mm' },
  });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet-name')).toContainText('<b>Li & Co</b>'); // text, not markup
  await expect(page.locator('.lesson-model')).toBeHidden();
});

test('a teacher makes a lesson of the state of the Lab, and a pupil opens its link', async ({
  page,
  context,
}) => {
  await page.goto(labUrl('#v=1&corpus=relations-en&model=cbow&epochs=3'));
  await page.locator('#share').click();
  await page.locator('#share-lesson').click();
  await expect(page.locator('#step-0-link')).toHaveValue(/lab\.html#v=1&.*epochs=3/);
  await expect(page.locator('#edit-faults')).toContainText('the title');
  await page.locator('#edit-title').fill('Who is near the king?');
  await page.locator('#step-0-question').fill('Who?');
  await page.locator('#step-0-option-0').fill('queen');
  await page.locator('#step-0-option-1').fill('palace');
  await page.locator('#step-0-reply-1').fill('They stand together.');
  await page.locator('#step-0-goal').fill('queen is among the first ten');
  await page.locator('#step-0-condition-0-words').fill('king queen');
  await page.locator('#step-0-condition-0-value').fill('10');
  await expect(page.locator('#edit-address')).toHaveValue(/inline=/);
  await page.locator('#edit-preview').click();
  await expect(page.locator('.edit-preview')).toBeVisible();
  await page.locator('#edit-back').click();
  await page.reload(); // the draft is kept
  await expect(page.locator('#edit-title')).toHaveValue('Who is near the king?');
  await expect(page.locator('#edit-address')).toHaveValue(/inline=/);
  const address = await page.locator('#edit-address').inputValue();

  const pupil = await context.newPage();
  await pupil.goto(address);
  await expect(pupil.locator('h1')).toHaveText('Who is near the king?');
  await pupil.locator('.option').nth(1).press('Enter');
  await train(pupil);
  await expect(pupil.locator('#because-guess')).toHaveText('They stand together.', {
    timeout: 60_000,
  });
  await expect(pupil.locator('#goal-state')).toHaveText('Reached.');
});

test('a file with faults names their lines', async ({ page }) => {
  await page.goto(siteUrl('lessons.html'));
  const text =
    '{\n  "preformer": "lesson",\n  "version": 1,\n  "title": "T",\n  "steps": [\n    { "title": "S", "link": "lab.html#v=1", "gaol": 3 }\n  ]\n}';
  await page
    .locator('#lesson-file')
    .setInputFiles({ name: 'l.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page.locator('.lesson-faults li')).toHaveText(/Line 6:\s+There is no “gaol”/);
});

test('links that cannot be opened say why', async ({ page }) => {
  for (const [fragment, said] of [
    ['lesson=no-such', 'There is no lesson called “no-such” here.'],
    ['from=https://elsewhere.example/l.json', 'is not on this site'],
    ['inline=AAAA', 'The lesson in this link is broken'],
    ['lesson=dimensions&result=AAAA', 'cannot be read|is broken'],
  ]) {
    await page.goto('about:blank');
    await page.goto(siteUrl(`lessons.html#v=1&${fragment}`));
    await expect(page.locator('.lesson-faults')).toContainText(
      new RegExp(said.replaceAll(/[.()]/g, '\\$&')),
    );
  }
  await page.goto('about:blank');
  await page.goto(siteUrl('lessons.html#v=1&sum=0000&lesson=dimensions'));
  await expect(page.locator('#cut')).toBeVisible();
});
