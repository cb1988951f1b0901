/** The model opened: its stops by keyboard, a number down to its arithmetic, a proof. */

import { findings } from './support/axe.js';
import { expect, test } from './support/lab.js';

const LINK =
  '#v=1&lang=en&model=nnlm&context=3&hidden=16&size=8&epochs=1&inside=1&example=king+found+his+crown';

test('an example is walked through, opened and proved by keyboard', async ({ lab, page }) => {
  await lab.open(LINK);
  await lab.trainToTheEnd();
  const sentence = page.locator('#inside-sentence');
  await expect(sentence).toHaveText(/^\s*Read\. Three words/);
  await page.locator('#inside-step').focus();
  for (const stop of ['Look up', 'Mix', 'Guess', 'Compare']) {
    await page.keyboard.press('Enter');
    await expect(sentence).toHaveText(new RegExp(`^\\s*${stop}\\.`));
  }
  await expect(page).toHaveURL(/inside=5/);

  // What stands there is what the API says.
  const told = await page.evaluate(async () => {
    const { model } = /** @type {any} */ (document.querySelector('inside-view'));
    const trace = await model.inside({ sentence: 'king found his crown' });
    const words = (await model.vocabulary()).map((/** @type {any} */ { word }) => word);
    const values = (/** @type {string} */ name) =>
      trace.forward.find((/** @type {any} */ q) => q.name === name).values;
    const p = values('probabilities')[words.indexOf('crown')];
    return { p, loss: trace.loss, h: values('hidden')[2] };
  });
  await expect(sentence).toContainText(`given ${told.p.toPrecision(3)}`);
  await expect(sentence).toContainText(`= ${told.loss.toFixed(2)}`);

  const block = page.locator('#block-h');
  await block.focus();
  for (const key of ['Home', 'PageUp', 'ArrowDown', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key);
  const title = page.locator('#drawer-title');
  await expect(title).toContainText('h3 = tanh(');
  await expect(title).toContainText(`= ${told.h.toFixed(2).replace('-', '−')}`);
  await expect(page).toHaveURL(/number=h\.2\.0/); // a copied link opens it, too

  await page.locator('#prove').press('Enter');
  const proof = page.locator('#proof-table td');
  await expect(proof).toHaveCount(4);
  const [above, below, measured, gradient] = (await proof.allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect((above - below) / 2e-5).toBeCloseTo(measured, 4);
  expect(measured).toBeCloseTo(gradient, 5);
  expect(await findings(page, 'inside-view')).toEqual([]);

  await block.focus();
  await page.keyboard.press('t');
  await expect(page.locator('#inside-table tbody tr')).toHaveCount(16);
  await page.keyboard.press('Escape');
  await expect(page.locator('#inside-table')).toHaveCount(0);
  await block.focus();
  await page.keyboard.press('Escape');
  await expect(title).toHaveCount(0);

  // A weight is changed in a copy, and put back.
  await page.locator('#block-W2').focus();
  await page.keyboard.press('Enter');
  await page.locator('#number-value').fill('1e308');
  await page.keyboard.press('Enter');
  await expect(page.locator('#number-bad')).toContainText('1e308');
  await page.locator('#number-value').fill('2.5');
  await page.keyboard.press('Enter');
  await expect(page.locator('#altered')).toContainText('altered:');
  await expect(sentence).not.toContainText(`given ${told.p.toPrecision(3)}`);
  await expect(page.locator('#number-was')).toContainText('was ');
  await page.keyboard.press('Control+z');
  await expect(page.locator('#altered')).toHaveCount(0);
  await expect(sentence).toContainText(`given ${told.p.toPrecision(3)}`);

  // A link opens a number; one that the model does not have opens nothing.
  const goTo = (/** @type {string} */ number) =>
    page.evaluate((to) => {
      window.location.hash = window.location.hash.replace(/&number=[^&]*|$/, `&number=${to}`);
    }, number);
  await goTo('h.15.0');
  await expect(title).toContainText('h16 = tanh(');
  await goTo('h.16.0');
  await expect(title).toHaveCount(0);

  // A word that the model does not know is named.
  await page.locator('#type-example').click();
  await page.locator('#example-text').fill('king zzz');
  await page.keyboard.press('Enter');
  await expect(page.locator('#inside-problem')).toContainText('zzz');
});

test('a step shows the example that training takes next', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&model=skip-gram&size=8&inside=6&example=king+found+his+crown');
  const note = page.locator('#example-note');
  await expect(note).toContainText('your own sentence');
  await lab.step.click();
  await expect(note).toHaveText(/^next in training: sentence [\d,]+$/);
  const next = await page.evaluate(() =>
    /** @type {any} */ (document.querySelector('inside-view')).model.nextExample(),
  );
  await expect(page.locator('.example-words button')).toHaveText(next.sentence);
  await expect(page.locator('.example-words .guess')).toHaveText(next.sentence[next.position]);
  // Another input of this window: the sentence stays, and is the reader's now.
  await page.locator('.example-words .read:not(.input)').last().click();
  await expect(note).toContainText('your own sentence');
  await expect(page.locator('.example-words button')).toHaveText(next.sentence);
});

test('ELMo: the same word is followed in a second sentence', async ({ lab, page }) => {
  await lab.open(
    '#v=1&lang=en&model=elmo&corpus=polysemy-en-2&epochs=1&size=8&cellsize=8&inside=3&nth=3&number=f1-cell.0.9',
  );
  const others = page.locator('.beside-others button');
  await expect(others).toHaveCount(3);
  const chosen = (await others.first().innerText()).trim();
  await others.first().click();
  await expect(page).toHaveURL(/beside=/);
  await expect(page.locator('.beside-word.common')).toHaveText(['chips', 'chips']);
  await expect(page.locator('#beside-alike td').nth(1)).toHaveText('1.00'); // layer 0
  await expect(page.locator('.path-line.other')).toHaveCount(1);
  await page.locator('#block-beside-second').press('t');
  await expect(page.locator('#inside-table tbody th')).toContainText(chosen.split(' '));
  await page.keyboard.press('Escape');
  await expect(page.locator('#inside-table')).toHaveCount(0);
  expect(await findings(page, 'sentence-beside')).toEqual([]);
  const field = page.locator('#beside-text');
  for (const [text, said] of [
    ['engineers require zzz', 'zzz'],
    ['engineers require rain', '‘chips’'],
  ]) {
    await field.fill(text);
    await field.press('Enter');
    await expect(page.locator('#beside-problem')).toContainText(said);
  }
  await field.fill('');
  await field.press('Enter');
  await expect(page.locator('#beside-problem')).toHaveCount(0);
  await expect(page.locator('#beside-alike')).toHaveCount(0);
});

test('an objective is compared on the same pair, and chosen there', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&model=cbow&size=8&epochs=1&inside=4');
  await lab.trainToTheEnd();
  const cards = page.locator('.objective-card');
  await expect(cards).toHaveCount(3);
  await expect(page.locator('.objective-card.running')).toContainText('σ(');
  expect(await findings(page, 'objective-cards')).toEqual([]);
  await page.locator('#objective-card-negative-sampling input').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(/objective=hierarchical-softmax/);
  await expect(page.locator('#objective-stale')).toContainText('same seed');
  await page.locator('#train').click();
  await expect(page.locator('.objective-card.running')).toHaveId(
    'objective-card-hierarchical-softmax',
  );
});
