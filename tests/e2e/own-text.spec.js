/** The reader's own text: pasted, chosen, dropped; short, long, odd and broken. */
import { expect, PETS, test } from './support/lab.js';

/** @typedef {import('./support/lab.js').Lab} Lab */
/** @typedef {import('@playwright/test').Page} Page */

test.describe.configure({ mode: 'parallel' });

/** @param {string | Buffer} content @param {string} [name] */
const file = (content, name = 'text.txt') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

/** Drops a file onto an element, as from the desktop. */
async function drop(
  /** @type {Page} */ page,
  /** @type {string} */ target,
  /** @type {string} */ text,
) {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.txt', { type: 'text/plain' }));
    return data;
  }, text);
  await page.dispatchEvent(target, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
}

/** Trains what was brought and asks a question of it. */
async function trainAndAsk(/** @type {Lab} */ lab, /** @type {string} */ word) {
  await expect(lab.corpus).toHaveValue('own');
  await lab.trainToTheEnd();
  await lab.ask('nearest', word);
  await expect(lab.nearestAnswers.first()).toBeVisible();
  await expect(lab.page.locator('#nearest-problem')).toHaveCount(0);
}

const quick = '#v=1&epochs=2&size=8';

test('pasted with the keyboard', async ({ lab, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open(quick);
  await page.evaluate((text) => navigator.clipboard.writeText(text), PETS);
  await lab.openDialog();
  await page.locator('#text-box').focus();
  await page.keyboard.press('Control+V');
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('480 sentences');
  await expect(lab.dialog.locator('.token').first()).toHaveText('the');
  await page.locator('#text-use').click();
  await trainAndAsk(lab, 'cat');
  await expect(page.locator('#corpus-note')).toContainText('480 sentences');
});

test('chosen by the file chooser', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  const chooser = page.waitForEvent('filechooser');
  await page.locator('label[for=text-file]').click();
  await (await chooser).setFiles(file(PETS, 'pets.txt'));
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('480 sentences');
  await page.locator('#text-use').click();
  await trainAndAsk(lab, 'cat');
  await expect(lab.corpus.locator('option:checked')).toContainText('pets.txt');
});

test('dropped on the corpus, and into the dialog', async ({ lab, page }) => {
  await lab.open(quick);
  await drop(page, 'corpus-panel section', PETS);
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('480 sentences');
  await drop(page, '#text-dialog', 'two words\nand three more\n'.repeat(20));
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('40 sentences');
  await page.locator('#text-use').click();
  await trainAndAsk(lab, 'three');
});

test('a large paste goes past the box', async ({ lab, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open(quick);
  await page.evaluate((text) => navigator.clipboard.writeText(text), PETS.repeat(20));
  await lab.openDialog();
  await page.locator('#text-box').focus();
  await page.keyboard.press('Control+V');
  await expect(page.locator('#text-large')).toBeVisible();
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('9,600 sentences');
  await page.locator('#text-clear').click();
  await expect(page.locator('#text-box')).toHaveValue('');
  await page.locator('#text-cancel').click();
  await expect(lab.corpus).toHaveValue('relations-en');
});

test('10 MB without a line break', async ({ lab, page }) => {
  test.slow();
  const words = PETS.split(/\s+/).filter(Boolean);
  const line = Array.from({ length: 500 }, (_, i) => `${words[i % words.length]}${i}`).join(' ');
  const text = `${line} `.repeat(Math.ceil(10_000_000 / (line.length + 1)));
  expect(text.length).toBeGreaterThanOrEqual(10_000_000);
  await lab.open('#v=1&epochs=1&size=8');
  await lab.openDialog();
  await page.locator('#text-file').setInputFiles(file(text, 'ten.txt'));
  await expect(page.locator('#text-large')).toContainText('MB');
  await expect(lab.dialog.getByTestId('token-counts')).toBeVisible({ timeout: 60_000 });
  await page.locator('#text-use').click();
  await expect(lab.dialog).toBeHidden({ timeout: 60_000 });
  await expect(lab.corpus).toHaveValue('own');
  await expect(lab.train).toHaveAttribute('data-state', 'train', { timeout: 60_000 });
  await lab.train.click();
  await expect(lab.progress).not.toHaveAttribute('aria-valuenow', '0', { timeout: 60_000 });
  await lab.train.click(); // the page has stayed responsive
  await expect(lab.train).toHaveAttribute('data-state', /resume|again/);
  await lab.ask('nearest', 'cat1');
  await expect(lab.nearestAnswers.first()).toBeVisible();
});

test('Chinese without spaces: cut by Intl.Segmenter, or by character', async ({ lab, page }) => {
  const text = '今天天气很好。我们去公园散步。公园里有很多花。她喜欢喝茶，他喜欢喝咖啡。'.repeat(
    40,
  );
  await lab.open(quick);
  await lab.openDialog();
  await page.locator('#text-box').fill(text);
  await expect(page.locator('#text-tokenizer')).toHaveValue('segmenter');
  await expect(lab.dialog.locator('.token').first()).toHaveText('今天');
  const counts = lab.dialog.getByTestId('token-counts');
  const bySegmenter = await counts.innerText();

  await page.locator('#text-tokenizer').selectOption('characters');
  await expect(lab.dialog.locator('.token').first()).toHaveText('今');
  await expect(counts).not.toHaveText(bySegmenter);

  await page.locator('#text-tokenizer').selectOption('segmenter');
  await expect(counts).toHaveText(bySegmenter);
  await page.locator('#text-use').click();
  await trainAndAsk(lab, '公园');
  await expect(page.locator('#nearest-answer')).not.toContainText('undefined');
});

test('a segmented Chinese text is left as it is written', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  await page.locator('#text-box').fill('国王 住 在 王宫\n王后 住 在 王宫\n'.repeat(30));
  await expect(page.locator('#text-tokenizer')).toHaveValue('space');
  await expect(lab.dialog.locator('.token').first()).toHaveText('国王');
  await page.locator('#text-use').click();
  await trainAndAsk(lab, '王后');
});

test('UTF-16 with a byte order mark is read', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  const text = Buffer.from(`\ufeff${PETS}`, 'utf16le');
  await page.locator('#text-file').setInputFiles(file(text, 'windows.txt'));
  await expect(lab.dialog.locator('.token').first()).toHaveText('the');
  await page.locator('#text-use').click();
  await trainAndAsk(lab, 'cat');
});

test('how the text is cut can be changed later', async ({ lab, page }) => {
  await lab.open(quick);
  await page.locator('#cut summary').click();
  await expect(page.locator('#cut .token').first()).toBeVisible();
  await page.locator('#corpus-tokenizer').selectOption('characters');
  await lab.address(/cut=characters/);
  await page.locator('#corpus-tokenizer').selectOption('space');
  await expect(page).not.toHaveURL(/cut=/);
});

test('a Windows file in GBK: guessed, changed, used under its name', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  // 猫 吃 鱼 / 狗 吃 骨头
  const line = Buffer.from('c3a820b3d420d3e30d0ab9b720b3d420b9c7cdb70d0a', 'hex');
  const gbk = Buffer.concat(Array(40).fill(line));
  await page.locator('#text-file').setInputFiles({ ...file(''), name: 'pets.txt', buffer: gbk });
  await expect(page.locator('#text-encoding')).toHaveValue('gbk');
  await expect(page.locator('#text-box')).toHaveValue(/^猫 吃 鱼\n狗 吃 骨头\n/);
  await expect(page.locator('#text-encoding-note')).toContainText('looks like GBK');
  await page.locator('#text-encoding').selectOption('big5');
  await expect(page.locator('#text-box')).not.toHaveValue(/猫/);
  await page.locator('#text-encoding').selectOption('gbk');
  await expect(lab.dialog.getByTestId('token-counts')).toContainText('80 sentences');
  await page.locator('#text-use').click();
  await expect(page.locator('#corpus')).toContainText('pets.txt');
  await expect(page.locator('#corpus-note')).toContainText('80 sentences');
});

test('subtitles give their text alone, and give it back', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  const film = '1\n00:00:01,000 --> 00:00:02,000\nThe cat eats.\n\n'.repeat(9);
  await page.locator('#text-box').fill(film);
  await expect(page.locator('#text-carrier')).toContainText('subtitles');
  await page.locator('#carrier-take').click();
  await expect(page.locator('#text-box')).toHaveValue('The cat eats.\n'.repeat(9));
  await page.locator('#carrier-undo').click();
  await expect(page.locator('#text-box')).toHaveValue(film);
});

test('Chinese is cut by the dictionary, which is fetched when it is chosen', async ({
  lab,
  page,
}) => {
  await lab.open(quick);
  await lab.openDialog();
  const fetched = page.waitForRequest(/chinese-words/);
  await page.locator('#text-box').fill('我骑自行车去图书馆。你在北京大学看书。'.repeat(9));
  await page.locator('#text-tokenizer').selectOption('jieba1');
  await fetched;
  await expect(lab.dialog.locator('.token').nth(2)).toHaveText('自行车');
  await expect(lab.dialog).toContainText('MIT licence');
});
