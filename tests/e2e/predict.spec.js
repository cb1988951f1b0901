/** NNLM and ELMo in the Lab: trained, measured, asked for words, sentences and contexts. */
import { findings } from './support/axe.js';
import { expect, PETS, test } from './support/lab.js';

/** @typedef {import('./support/lab.js').Lab} Lab */
/** @typedef {import('@playwright/test').Page} Page */

test.describe.configure({ mode: 'parallel' });

const quick = 'epochs=2&size=16';

/** The probabilities of a list in percent. @param {Page} page @param {string} list */
async function chancesOf(page, list) {
  await expect(page.locator(`${list} .chance`)).toHaveCount(8);
  const texts = await page.locator(`${list} .chance .number`).allInnerTexts();
  return texts.map((text) => Number.parseFloat(text.replace('<', '')));
}

/** @param {Page} page */
const wordsOf = (page, list = '#next-answer') => page.locator(`${list} .chance .word`);

/** @param {Page} page @param {string} model a column of the table of perplexities */
const perplexity = (page, model) => page.locator(`#perplexity [data-model=${model}] dd`);

const phrases = {
  en: { next: 'the queen left the', sentence: 'the king left the throne', prompt: 'people in' },
  zh: { next: '王后 带 着 她 的', sentence: '国王 带 着 他 的 王冠', prompt: '游客 在' },
};

/** A sentence scored, a text written. @param {Lab} lab @param {'en' | 'zh'} language */
async function askSentences({ page }, language) {
  const { sentence, prompt } = phrases[language];
  await page.locator('#scored').fill(sentence);
  await expect(page.locator('#scored-answer li')).toHaveCount(sentence.split(' ').length + 1);
  await expect(page.locator('#scored-total')).toHaveText(/\d/);
  await page.locator('#prompt').fill(prompt);
  await expect(page.locator('#generated .prompt-words')).toHaveText(prompt);
  const first = await page.locator('#generated').innerText();
  expect(first.length).toBeGreaterThan(prompt.length);
  // A draw may happen to repeat the text of the last one; five in a row do not.
  await expect(async () => {
    await page.locator('#generate').click();
    await expect(page.locator('#generated')).not.toHaveText(first, { timeout: 3000 });
  }).toPass();
  await expect(page).toHaveURL(/[#&]draw=\d+/);
}

for (const language of /** @type {const} */ (['en', 'zh'])) {
  test(`NNLM, ${language}: predicts, scores, writes, and leaves word vectors behind`, async ({
    lab,
    page,
  }) => {
    await lab.open(`#v=1&lang=${language}&model=nnlm&${quick}`);
    await expect(page.locator('.untrained').first()).toBeVisible();
    await expect(page.locator('#perplexity [data-model=model] dt')).toHaveText('NNLM');
    await expect(lab.story('nnlm')).toHaveAttribute('aria-current', 'step');
    await lab.trainToTheEnd();
    await expect(page.locator('.untrained')).toHaveCount(0);

    const { next } = phrases[language];
    await page.locator('#next').fill(next);
    const chances = await chancesOf(page, '#next-answer');
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances[0]).toBeGreaterThan(chances[7]);
    const likeliest = page.locator('#next-answer button.chance').first();
    const word = String(await likeliest.getAttribute('data-word'));
    await likeliest.click();
    await expect(page.locator('#next')).toHaveValue(`${next} ${word}`);
    await expect(likeliest).not.toHaveAttribute('data-word', word);
    await page.locator('#next-back').click();
    await expect(page.locator('#next')).toHaveValue(next);
    await askSentences(lab, language);

    await expect(perplexity(page, 'mixed')).toHaveText(/\d/, { timeout: 60_000 });
    const [unigram, trigram] = await Promise.all(
      ['unigram', 'trigram'].map(async (name) => Number(await perplexity(page, name).innerText())),
    );
    expect(unigram).toBeGreaterThan(trigram);
    await expect(page.locator('.loss .reference[data-model=trigram]')).toHaveCount(1);
    await expect(page.locator('circle.heldout')).toHaveCount(2);

    await expect(page.locator('#vectors-note')).toBeVisible();
    await expect(lab.nearestAnswers).toHaveCount(5);
    await expect(lab.analogyBest).not.toHaveText('?');
    await expect(page.locator('#blank')).toHaveCount(0); // it reads forwards only
    expect(await findings(page)).toEqual([]);
  });

  test(`ELMo, ${language}: fills blanks from both sides; a word's vector depends on its sentence`, async ({
    lab,
    page,
  }) => {
    await lab.open(`#v=1&lang=${language}&model=elmo&${quick}`);
    await lab.trainToTheEnd();
    await chancesOf(page, '#next-answer');
    const both = await chancesOf(page, '#blank-answer');
    await page.locator('#using input[value=backward]').check({ force: true });
    await expect.poll(() => chancesOf(page, '#blank-answer')).not.toEqual(both);
    await lab.address(/using=backward/);
    const fill = page.locator('#blank-answer button.chance').first();
    const word = String(await fill.getAttribute('data-word'));
    await fill.click();
    await expect(page.locator('#blank')).toHaveValue(new RegExp(word));
    await expect(page.locator('#blank-problem')).toContainText('_');
    await askSentences(lab, language);
    const forward = await page.locator('#scored-total').innerText();
    await page.locator('#direction input[value=backward]').check({ force: true });
    await expect(page.locator('#scored-total')).not.toHaveText(forward);

    const layer = (/** @type {number} */ n) =>
      page.locator(`#cosines [data-layer="${n}"] .number`).innerText();
    // The same word, before any context: less its mean, nothing is left.
    await expect.poll(() => layer(0)).toBe('–');
    const before = await layer(2);
    expect(before).toMatch(/^−?\d\.\d\d$/);
    await expect(page.locator('#cosines-third [data-layer="2"] .number')).not.toHaveText(before);
    await page.locator('#second-strips .strip-words button').last().click();
    await expect.poll(() => layer(2)).not.toBe(before);
    await lab.address(/[#&]at=\d+,\d+/);
    await page
      .locator('#third')
      .fill(language === 'en' ? 'one sweet apple xyzzy' : '新鲜 的 苹果 曱甴');
    await expect(page.locator('#third-dropped')).toContainText(
      language === 'en' ? 'xyzzy' : '曱甴',
    );
    await expect(page.locator('#third-strips canvas')).toBeVisible();
    await expect(lab.nearestAnswers).toHaveCount(5);
    expect(await findings(page)).toEqual([]);
  });
}

test('CBOW fills blanks, too', async ({ lab, page }) => {
  await lab.open('#v=1&model=cbow&epochs=5');
  await lab.trainToTheEnd();
  await page.locator('#blank').fill('the king left the _ with his sceptre');
  await chancesOf(page, '#blank-answer');
  await expect(page.locator('#using')).toHaveCount(0); // its context has no order
  await expect(page.locator('#next')).toHaveCount(0);
});

test('the story: one-hot leads to NNLM; each model keeps what it has learned', async ({
  lab,
  page,
}) => {
  await lab.open(`#v=1&model=one-hot&${quick}`);
  await page.locator('#one-hot-next').click();
  await expect(lab.story('nnlm')).toHaveAttribute('aria-current', 'step');
  const nnlm = await lab.trainToTheEnd();
  await lab.story('elmo').click();
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  await lab.story('nnlm').click();
  await expect(lab.hash).toHaveAttribute('data-hash', nnlm);
});

test('a link trains the same NNLM and asks the same questions', async ({ lab, page, context }) => {
  const asked = 'next=the+king&score=the+queen+left&prompt=the&temperature=0.7&topk=5&draw=3';
  await lab.open(`#v=1&model=nnlm&${quick}&context=2&hidden=12&direct=1&batch=16&${asked}`);
  const hash = await lab.trainToTheEnd();
  const text = await page.locator('#generated').innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('#train[data-state=train]').click();
  await expect(other.locator('#hash')).toHaveAttribute('data-hash', hash, { timeout: 60_000 });
  await expect(other.locator('#generated')).toHaveText(text);
  await expect(other.locator('#next')).toHaveValue('the king');
});

test('a checkpoint, saved and opened, is asked what its model was asked', async ({ lab, page }) => {
  await lab.open(`#v=1&model=elmo&${quick}`);
  await lab.trainToTheEnd();
  await chancesOf(page, '#next-answer');
  const words = await wordsOf(page).allInnerTexts();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .locator('#export')
      .click()
      .then(() => page.locator('#export-checkpoint').click()),
  ]);
  expect(download.suggestedFilename()).toMatch(/elmo\.safetensors$/);
  await page.locator('#vectors-file').setInputFiles(await download.path());
  await expect(page.locator('#loaded-note')).toBeVisible();
  await expect.poll(() => wordsOf(page).allInnerTexts()).toEqual(words);
  await expect(page.locator('#cosines [data-layer="0"] .number')).toHaveText('1.00');
  await page.locator('#close-loaded').click();
  await expect(lab.hash).toBeVisible();
});

test('controls: few in sight, all there; each is in the link', async ({ lab, page }) => {
  await lab.open(`#v=1&model=elmo&${quick}`);
  await expect(page.locator('#carryState')).toBeHidden();
  await page.locator('#more-parameters summary').click();
  await expect(page.locator('#charFilters')).toHaveCount(0);
  await page.locator('#charCnn').check();
  await page.locator('#charFilters').fill('1x4, 2x8');
  await page.locator('#charFilters').press('Enter');
  await lab.address(/charcnn=1.*filters=1x4,2x8|filters=1x4,2x8.*charcnn=1/);
  await page.locator('#charFilters').fill('everything');
  await page.locator('#charFilters').press('Enter');
  await expect(page.locator('#charFilters-problem')).toBeVisible();
  await expect(page.locator('#charFilters')).toHaveValue('1x4,2x8');
  await page.locator('#optimiser input[value=adagrad]').check({ force: true });
  await expect(page.locator('#alpha-value')).toHaveValue('0.2'); // the rate that suits it
  await page.locator('#schedule input[value=constant]').check({ force: true });
  await expect(page.locator('#minAlpha')).toHaveCount(0);
  await lab.address(/optimiser=adagrad&schedule=constant/);
  await lab.trainToTheEnd();
  await expect(page.locator('#stage-problem')).toHaveCount(0);
  await page.locator('#parameter-defaults').click();
  await expect(page).not.toHaveURL(/charcnn|optimiser/);
});

test('own text: its end is held out, and training stops when that gets no better', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&model=nnlm&size=8&hidden=8&epochs=60&patience=2&heldout=20');
  await lab.useText(PETS);
  await expect(page.locator('#next')).toHaveValue('a cat sleeps on'); // from one of its sentences
  await lab.train.click();
  await expect(lab.train).toHaveAttribute('data-state', 'again', { timeout: 90_000 });
  await expect(page.locator('#perplexity-title')).toContainText(/\d/);
  await page.locator('#next').fill('The CAT drinks');
  await expect(wordsOf(page).first()).toHaveText('milk');
});

test('unknown words and missing blanks are said where they are typed', async ({ lab, page }) => {
  await lab.open(`#v=1&model=elmo&${quick}`);
  await page.locator('#next').fill('the quen');
  await page.locator('#next-problem').getByRole('button', { name: 'queen' }).click();
  await expect(page.locator('#next')).toHaveValue('the queen');
  await expect(page.locator('#next-problem')).toHaveCount(0);
  await page.locator('#blank').fill('the king');
  await expect(page.locator('#blank-problem')).toBeVisible();
  await page.locator('#first').fill('');
  await expect(page.locator('#first-problem')).toBeVisible();
  await expect(page.locator('#second-strips canvas')).toBeVisible();
  await page.locator('#next').fill('');
  await chancesOf(page, '#next-answer'); // how sentences begin
  await expect(page.locator('#next-back')).toBeDisabled();
});

test('by keyboard: words are appended, layers compared', async ({ lab, page }) => {
  await lab.open(`#v=1&model=elmo&${quick}&next=the+king`);
  await lab.trainToTheEnd();
  await chancesOf(page, '#next-answer');
  await lab.tabTo('next');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#next')).toHaveValue(/^the king \S+$/);
  await lab.tabTo('second', { back: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('#second-strips [aria-pressed=true]')).toHaveText('the');
});

test('on a phone nothing stands out, unfolded in both languages and themes', async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const look of ['lang=en&theme=dark', 'lang=zh&theme=light']) {
    await page.goto('about:blank');
    await lab.open(`#v=1&${look}&model=elmo&epochs=1&size=8&charcnn=1`);
    await lab.trainToTheEnd();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
    });
    await expect(page.locator('#cosines')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    expect(await findings(page)).toEqual([]);
  }
});
