/** Files out and files in: what is exported can be opened again and answers the same. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/lab.js';

/** @typedef {import('./support/lab.js').Lab} Lab */

/** Chooses a format and takes the files. @param {Lab} lab @param {string} format */
async function take(lab, format, count = 1) {
  /** @type {Promise<import('@playwright/test').Download[]>} */
  const arrived = new Promise((resolve) => {
    /** @type {import('@playwright/test').Download[]} */
    const files = [];
    lab.page.on('download', function keep(download) {
      files.push(download);
      if (files.length < count) return;
      lab.page.off('download', keep);
      resolve(files);
    });
  });
  await lab.page.locator('#export').click();
  await lab.page.locator(`#export-${format}`).click();
  return Promise.all(
    (await arrived).map(async (download) => ({
      name: download.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer: await readFile(await download.path()),
    })),
  );
}

/** The five nearest to a word, as the page shows them. @param {Lab} lab */
async function nearest(lab, word = 'paris') {
  const answer = lab.page.locator('#nearest-answer');
  const other = (await lab.nearest.inputValue()) === word ? '' : await answer.innerText();
  await lab.ask('nearest', word);
  await expect(lab.nearest).toHaveValue(word);
  await expect(lab.nearestAnswers).toHaveCount(5);
  await expect.poll(() => answer.innerText()).not.toBe(other); // not that of the word before
  return answer.innerText();
}

test('word2vec text and binary and a TSV pair go out and come back', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=3&size=16');
  await lab.trainToTheEnd();
  const answer = await nearest(lab);
  for (const [format, count] of /** @type {[string, number][]} */ ([
    ['word2vec', 1],
    ['word2vec-binary', 1],
    ['tsv', 2],
  ])) {
    const files = await take(lab, format, count);
    expect(files).toHaveLength(count);
    const [first] = files;
    if (format !== 'tsv') expect(first.buffer.toString('latin1', 0, 20)).toMatch(/^\d+ 16\n/);
    await page.locator('#vectors-file').setInputFiles(files);
    await expect(page.locator('#loaded-note')).toContainText('16 dimensions');
    expect(await nearest(lab), format).toBe(answer);
    await page.locator('#close-loaded').click();
    expect(await nearest(lab), `${format}: the trained model`).toBe(answer);
  }
});

test('the map as a picture', async ({ lab }) => {
  await lab.open('#v=1&epochs=1&size=8');
  await lab.trainToTheEnd();
  const [picture] = await take(lab, 'png');
  expect(picture.name).toMatch(/\.png$/);
  expect(picture.buffer.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.buffer.length).toBeGreaterThan(5000); // not an empty canvas
});

test('the export menu by keyboard', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=1&size=8');
  await lab.trainToTheEnd();
  await page.locator('#export').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#export-items')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#export-word2vec')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#export-items')).toBeHidden();
  await expect(page.locator('#export')).toBeFocused();
});
