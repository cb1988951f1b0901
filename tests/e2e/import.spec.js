/** Files that readers bring: vectors of any size, and published weights of ELMo. */

import { readFile } from 'node:fs/promises';
import { findings } from './support/axe.js';
import { expect, test } from './support/lab.js';
import { Polysemy } from './support/polysemy.js';

const file = (/** @type {string} */ name, /** @type {string | Buffer} */ content) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** A large text file whose words are w0, w1, …, after a few real ones. */
function large(words = 60_000, dimensions = 60) {
  const names = ['king', 'queen', 'paris', 'france', 'rome', 'italy', 'man', 'woman'];
  const lines = [`${words} ${dimensions}`];
  for (let i = 0; i < words; i += 1) {
    const row = Array.from({ length: dimensions }, (_, d) => ((i * 37 + d * 11) % 97) / 97 - 0.5);
    lines.push(`${names[i] ?? `w${i}`} ${row.map((x) => x.toFixed(3)).join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Presses "Cancel" when the progress appears: on a busy machine a click from outside can come after
 * the last word is read. Resolves to whether the progress was visible.
 * @param {HTMLElement | SVGElement} dialog
 */
const cancelOnceReading = (dialog) =>
  new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const progress = dialog.querySelector('#import-progress');
      if (!progress) return;
      observer.disconnect();
      resolve(progress.checkVisibility());
      /** @type {HTMLButtonElement} */ (dialog.querySelector('#import-cancel')).click();
    }).observe(dialog, { childList: true, subtree: true });
  });

const accessible = async (/** @type {import('@playwright/test').Page} */ page) =>
  expect(await findings(page)).toEqual([]);

test('of a large file the reader takes a part, and sees how far it is', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=1&size=8');
  const vectors = file('large.vec', large());
  expect(vectors.buffer.length).toBeGreaterThan(16e6);
  await page.locator('#vectors-file').setInputFiles(vectors);
  const dialog = page.locator('#import-dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('large.vec');
  await accessible(page);
  await page.locator('#import-limit').selectOption('1000');
  await page.locator('#import-open').click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('#loaded-note')).toContainText('1,000 words × 60 dimensions');
  await expect(page.locator('#import-notes')).toHaveText('The first 1,000 of 60,000 words.');
  await lab.ask('nearest', 'king');
  await expect(lab.nearestAnswers).toHaveCount(5);
  await accessible(page);
  await page.locator('#close-loaded').click();
  await expect(page.locator('#import-notes')).toHaveCount(0);
});

test('a large file is left where it is: before it is read, and while it is', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=1&size=8');
  const vectors = file('large.vec', large(75_000));
  const dialog = page.locator('#import-dialog');
  await page.locator('#vectors-file').setInputFiles(vectors);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.locator('#vectors-file').setInputFiles(vectors);
  await page.locator('#import-limit').selectOption('0');
  const cancelled = dialog.evaluate(cancelOnceReading);
  await page.locator('#import-open').click();
  expect(await cancelled, 'the progress is visible').toBe(true);
  await expect(dialog).toBeHidden();
  await expect(page.locator('#loaded-note')).toHaveCount(0);
  await expect(page.locator('#export-problem')).toHaveCount(0);
  await lab.trainToTheEnd(); // the engine is free again
});

test('faults that leave the rest good are said', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=1&size=8');
  const notes = page.locator('#import-notes');
  for (const [name, content, says] of [
    ['cut.txt', '4 3\nking 1 2 3\nqueen 4 5 6\nman 7', 'ends after 3 of the 4 words'],
    [
      'twice.txt',
      '3 3\nking 1 2 3\nking 7 8 9\nqueen 4 5 6\n',
      '2 words read, 1 left out. The first is line 3: the word “king” comes a second time.',
    ],
    [
      'long.txt',
      '2 3\nking 1 2 3\nqueen 4 5 6\nman 7 8 9\n',
      'promises 2 words; it has more, and they were read',
    ],
    ['spaces.txt', '2 3\nking 1 2 3\nnew york 4 5 6\n', 'written with _: 1'],
  ]) {
    await page.locator('#vectors-file').setInputFiles(file(name, content));
    await expect(page.locator('#loaded-note')).toContainText(name);
    await expect(notes, name).toContainText(says);
    await page.locator('#close-loaded').click();
  }
});

test('training begins with vectors of a file, until it is told not to', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=2&size=16');
  const plain = await lab.trainToTheEnd();
  const content = '3 8\nking 1 2 3 4 5 6 7 8\nqueen 2 2 3 4 5 6 7 8\nunicorn 9 9 9 9 9 9 9 9\n';
  await page.locator('#vectors-file').setInputFiles(file('given.txt', content));
  await expect(page.locator('#loaded-note')).toContainText('3 words × 8 dimensions');
  await page.locator('#start-from').click();
  const note = page.locator('#starts-from');
  await expect(note).toContainText('begins with given.txt: it knows 2 of the corpus');
  await expect(page.locator('#vectorSize-value')).toHaveValue('8');
  await accessible(page);
  const begun = await lab.trainToTheEnd();
  expect(begun).not.toBe(plain);
  expect(await lab.trainAgain()).toBe(begun); // the same, from the same beginning
  await lab.story('one-hot').click();
  await expect(note).toContainText('it has none to train');
  await lab.story('skip-gram').click();
  await page.locator('#start-at-random').click();
  await expect(note).toHaveCount(0);
  expect(await lab.trainToTheEnd()).not.toBe(begun);
});

test.describe('published weights of ELMo', () => {
  const folder = new URL('../wasm/elmo/', import.meta.url);
  const fixture = async (/** @type {string} */ name) =>
    file(name, await readFile(new URL(name, folder)));

  test('read the sentences of the map, and typed ones of any words', async ({ page }) => {
    const lab = new Polysemy(page);
    await lab.open('#v=1&word=apple&lang=en');
    const files = [await fixture('weights.hdf5'), await fixture('options.json')];
    await page.locator('#elmo-files').setInputFiles(files);
    await expect(page.locator('#elmo-about')).toContainText('4.63 k parameters');
    await expect(page.locator('#train')).toHaveCount(0);
    await lab.ready();
    await page.locator('#sentence').fill('An Apple a day keeps the electroencephalograph away!');
    await expect(lab.neighbours).toHaveCount(5);
    await expect(page.locator('#sentence-unknown')).toHaveCount(0);
    await lab.layer('1');
    await expect(lab.neighbours).toHaveCount(5);
    await accessible(page);
    await page.locator('#close-elmo').click();
    await expect(page.locator('#train')).toBeVisible();
    await lab.ready();
  });

  test('what is none is said beside the button, and nothing is lost', async ({ page }) => {
    const lab = new Polysemy(page);
    await lab.open('#v=1&word=bank&lang=en');
    const input = page.locator('#elmo-files');
    const problem = page.locator('#elmo-problem');
    const weights = await fixture('weights.hdf5');
    const options = await fixture('options.json');
    const other = JSON.parse(options.buffer.toString());
    other.lstm.dim = 10;
    for (const [files, says] of /** @type {[any[], string][]} */ ([
      [[weights], 'two files together'],
      [[file('options.json', '{'), weights], 'no JSON object'],
      [[file('options.json', JSON.stringify(other)), weights], 'belongs to another model'],
      [[options, file('weights.hdf5', 'no such thing')], 'no HDF5 file'],
      [[options, file('weights.hdf5', weights.buffer.subarray(0, 9000))], 'was cut off'],
    ])) {
      await input.setInputFiles(files);
      await expect(problem).toContainText(says);
      await expect(page.locator('#train')).toBeVisible();
    }
    await lab.ready();
  });
});
