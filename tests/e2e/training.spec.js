/** Pausing, stepping, resetting, slowing; moving along the story; links that reproduce a run. */
import { expect, Lab, PETS, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

test('pause stops, resume goes on, and the end is that of a run without pauses', async ({
  lab,
}) => {
  await lab.open('#v=1&epochs=100'); // long enough to be met under way
  const straight = await lab.trainToTheEnd();
  await lab.train.click(); // again, from the start
  await expect(lab.train).toHaveAttribute('data-state', 'pause');
  await lab.train.click();
  await expect(lab.train).toHaveAttribute('data-state', 'resume');
  const stopped = await lab.windows();
  expect(stopped).toBeGreaterThan(0);
  expect(await lab.weights()).not.toBe(straight);

  // Questions are answered while it stands; a step adds one window.
  await expect(lab.nearestAnswers).toHaveCount(5);
  await lab.step.click();
  await expect.poll(() => lab.windows()).toBe(stopped + 1);

  await lab.train.click();
  expect(await lab.finished()).toBe(straight);
  await expect(lab.step).toBeDisabled();
});

test('step by step from the start, then reset, undo and reset again', async ({ lab, page }) => {
  await lab.open();
  for (const windows of [1, 2, 3]) {
    await lab.step.click();
    await expect.poll(() => lab.windows()).toBe(windows);
  }
  const three = await lab.weights();

  await lab.reset.click();
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  await expect(lab.reset).toBeDisabled();
  await expect(lab.progress).toHaveAttribute('aria-valuenow', '0');

  await page.locator('#undo').click();
  await expect.poll(() => lab.windows()).toBe(3);
  await expect(lab.hash).toHaveAttribute('data-hash', three);

  await lab.reset.click();
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  for (const windows of [1, 2, 3]) {
    await lab.step.click();
    await expect.poll(() => lab.windows()).toBe(windows);
  }
  await expect(lab.hash).toHaveAttribute('data-hash', three);
});

test('reset while training stops it', async ({ lab }) => {
  await lab.open('#v=1&epochs=200');
  await lab.train.click();
  await expect(lab.progress).not.toHaveAttribute('aria-valuenow', '0');
  await lab.reset.click();
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  await expect(lab.progress).toHaveAttribute('aria-valuenow', '0');
});

test('a step is shown on the map as the pull on its words', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&model=skip-gram&size=8');
  const note = page.locator('#map-pull');
  await expect(note).toHaveCount(0);
  await lab.step.click();
  await expect(note).toContainText('Dashed ring');
  const next = await page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector('lab-app'));
    return session.current.model.nextExample();
  });
  await expect(note).toContainText(`sentence ${(next.number + 1).toLocaleString('en')}`);
  await expect(note).toContainText(`‘${next.sentence[next.position]}’, the word to guess`);
  await expect(note).toContainText('5 noise words');
  await lab.speed.selectOption('full');
  await lab.trainToTheEnd();
  await expect(note).toHaveCount(0);
});

test('speed: window by window is slow, full speed ends the same run', async ({ lab, page }) => {
  await lab.open();
  const straight = await lab.trainToTheEnd();
  await lab.speed.selectOption('window');
  await lab.train.click();
  await expect.poll(() => lab.windows()).toBeGreaterThanOrEqual(3);
  expect(await lab.windows()).toBeLessThan(1000); // of 672,040, which full speed does in two seconds
  await expect(lab.train).toHaveAttribute('data-state', 'pause');
  await lab.speed.selectOption('slow');
  await expect(lab.progressText).not.toContainText('window');
  await lab.speed.selectOption('full');
  expect(await lab.finished()).toBe(straight);
  await expect(page).not.toHaveURL(/speed=/); // back at its default
});

test('moving along the story keeps corpus, seed and questions', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=2');
  await page.locator('#seed').fill('7');
  await page.locator('#seed').press('Enter');
  await lab.ask('nearest', 'paris');
  await lab.ask('analogy-3', 'prince');
  await lab.ask('odd-1', 'berlin');
  await lab.ask('pair-2', 'tokyo');
  const kept = async () => {
    await expect(lab.corpus).toHaveValue('relations-en');
    await expect(lab.nearest).toHaveValue('paris');
    await expect(page.locator('#analogy-3')).toHaveValue('prince');
    await expect(page.locator('#odd-1')).toHaveValue('berlin');
    await expect(page.locator('#pair-2')).toHaveValue('tokyo');
  };
  await lab.address(/seed=7/);
  const trained = await lab.trainToTheEnd();

  await lab.story('cbow').click();
  await kept();
  await expect(page.locator('#seed')).toHaveValue('7');
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  const cbow = await lab.trainToTheEnd();
  expect(cbow).not.toBe(trained);

  await lab.story('one-hot').click();
  await kept();
  await expect(lab.train).toBeDisabled();
  await expect(lab.pairAnswer).toHaveText('0.00');
  await expect(page.locator('#memory-dense')).toContainText('B');
  await expect(page.locator('#nearest-answer .number').first()).toHaveText('0.00');

  // Both models are still there, as trained.
  await lab.story('skip-gram').click();
  await kept();
  await expect(lab.hash).toHaveAttribute('data-hash', trained);
  await lab.story('cbow').click();
  await expect(lab.hash).toHaveAttribute('data-hash', cbow);
});

test('leaving a model while it trains does not stop it', async ({ lab }) => {
  await lab.open('#v=1&epochs=3');
  await lab.train.click();
  await lab.story('cbow').click();
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  await lab.story('skip-gram').click();
  await lab.finished();
});

test('changed settings are said to be new; the trained model answers until it is trained again', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=2');
  const before = await lab.trainToTheEnd();
  const answer = await lab.nearestAnswers.first().innerText();
  const size = page.locator('#vectorSize-value');
  await size.fill('24');
  await size.press('Enter');
  await expect(lab.progressText).toContainText('earlier settings');
  await expect(lab.nearestAnswers.first()).toHaveText(answer);
  expect(await lab.weights()).toBe(before);
  await lab.train.click();
  await expect(lab.progressText).not.toContainText('earlier settings');
  expect(await lab.finished()).not.toBe(before);
  await expect(page.locator('#map-title')).toContainText('24');
});

for (const objective of ['hierarchical-softmax', 'softmax']) {
  test(`${objective} trains, too`, async ({ lab, page }) => {
    await lab.open('#v=1&epochs=1&size=8');
    await page.locator(`#objective input[value=${objective}]`).check();
    await lab.address(new RegExp(`objective=${objective}`));
    await expect(page.locator('#negative')).toHaveCount(0); // only negative sampling has negatives
    await lab.trainToTheEnd();
    await expect(page.locator('loss-panel')).toContainText(/\d\.\d/);
  });
}

test('a real text: loaded when chosen, its source told, trained and asked on the way', async ({
  lab,
  page,
  behaviour,
}) => {
  await lab.open('#v=1&size=16');
  await lab.progressText.isVisible();
  const before = behaviour.requests();
  await lab.corpus.selectOption('state-of-the-union');
  await expect(page.locator('#corpus-note')).toContainText('CC0');
  await expect(page.locator('#corpus-note')).toContainText('47,840 sentences');
  await expect(lab.nearest).toHaveValue('gold');
  await expect(lab.nearestAnswers).toHaveCount(5);
  await expect(lab.train).toHaveAttribute('data-state', 'train', { timeout: 60_000 });
  expect(behaviour.requests()).toBeGreaterThan(before); // the text came just now
  await lab.train.click();
  await expect(lab.progress).not.toHaveAttribute('aria-valuenow', '0', { timeout: 60_000 });
  await lab.ask('nearest', 'silver'); // while it trains
  await expect(lab.nearest).toHaveValue('silver');
  await expect(lab.nearestAnswers).toHaveCount(5);
  await lab.train.click();
  await expect(lab.train).toHaveAttribute('data-state', /resume|again/);
  await expect(page.locator('#map-capped')).toBeVisible(); // the map shows the most frequent words
});

test('UMAP on demand, seeded, and back to PCA', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=1&size=8');
  await lab.trainToTheEnd();
  await page.locator('#view input[value=umap]').check();
  await expect(page.locator('#map-title')).toContainText('UMAP', { timeout: 60_000 });
  await page.locator('#view input[value=pca]').check();
  await expect(page.locator('#map-title')).toContainText('PCA');
});

test('a copied link, opened by someone else, reproduces the run exactly', async ({
  lab,
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open();
  for (const [id, value] of [
    ['vectorSize-value', '20'],
    ['window-value', '3'],
    ['epochs-value', '3'],
    ['seed', '42'],
  ]) {
    await page.locator(`#${id}`).fill(value);
    await page.locator(`#${id}`).press('Enter');
  }
  await lab.story('cbow').click();
  await lab.ask('nearest', 'paris');
  const hash = await lab.trainToTheEnd();
  await page.locator('#copy-link').click();
  await expect(page.locator('#copy-link')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`hash=${hash}`);
  expect(new URL(link).search).toBe(''); // everything after the #: no server sees it

  const elsewhere = await browser.newContext({ locale: 'en-GB' });
  const other = new Lab(await elsewhere.newPage());
  await other.page.goto(link);
  await other.ready();
  await expect(other.story('cbow')).toHaveAttribute('aria-current', 'step');
  await expect(other.nearest).toHaveValue('paris');
  expect(await other.finished()).toBe(hash); // by itself: the link promises these weights
  await expect(other.page.locator('#verdict')).toHaveText('reproduced exactly');
  await expect(other.nearestAnswers.first()).toHaveText(
    await lab.nearestAnswers.first().innerText(),
  );
  await elsewhere.close();
});

test('a link carries own text, and tells when the weights differ', async ({
  lab,
  page,
  context,
}) => {
  await lab.open('#v=1&epochs=2&size=8');
  await lab.useText(PETS);
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  const hash = await lab.trainToTheEnd();
  const address = await lab.address(/[#&]c=/);

  const tab = new Lab(await context.newPage());
  await tab.open(`${address}&hash=${hash}`);
  await expect(tab.corpus).toHaveValue('own');
  expect(await tab.finished()).toBe(hash); // by itself: the link promises these weights
  await expect(tab.page.locator('#verdict')).toHaveText('reproduced exactly');

  await tab.page.goto('about:blank');
  await tab.open(`${address}&hash=0123456789abcdef`);
  await tab.finished();
  await expect(tab.page.locator('#verdict')).toContainText('differs from the link');

  // Another link in the same tab: its text takes the place of the one before.
  await tab.page.goto('about:blank');
  await tab.open(`${address}&hash=${hash}`);
  await lab.useText('one two three\nthree two one\n'.repeat(30));
  await expect.poll(() => new URL(page.url()).hash).not.toBe(address);
  const second = new URL(page.url()).hash;
  await tab.page.evaluate((fragment) => {
    location.hash = fragment;
  }, second);
  await expect(tab.page.locator('#corpus-note')).toContainText('3 words');
});
