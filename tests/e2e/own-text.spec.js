/** The reader's own text: pasted, chosen, dropped; short, long, odd and broken. */
import { gzipSync } from 'node:zlib';
import encodings from '../cli/encodings.json' with { type: 'json' };
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

test('how the text is cut can be changed later', async ({ lab, page }) => {
  await lab.open(quick);
  await page.locator('#cut summary').click();
  await expect(page.locator('#cut .token').first()).toBeVisible();
  await page.locator('#corpus-tokenizer').selectOption('characters');
  await lab.address(/cut=characters/);
  await page.locator('#corpus-tokenizer').selectOption('space');
  await expect(page).not.toHaveURL(/cut=/);
});

test('one text in every encoding gives the same words and counts', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  /** What the dialog reads. @param {Buffer} bytes @param {string} [encoding] to choose */
  const read = async (bytes, encoding) => {
    await page
      .locator('#text-file')
      .setInputFiles({ ...file(''), name: 'same.txt', buffer: bytes });
    if (encoding) await page.locator('#text-encoding').selectOption(encoding);
    return page.locator('#text-box').inputValue();
  };
  /** Waits until the dialog shows what it read of the text. */
  const shows = async (/** @type {string} */ text, /** @type {string} */ what) => {
    await expect(page.locator('#text-box'), what).toHaveValue(text);
    await expect(lab.dialog.getByTestId('token-counts'), what).toBeVisible();
    return {
      counts: await lab.dialog.getByTestId('token-counts').innerText(),
      tokens: await lab.dialog.locator('.token').allInnerTexts(),
    };
  };
  // The others differ from these by their tables, which are the browser's.
  for (const encoding of [
    ...['gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
    ...['windows-1251', 'windows-1252', 'koi8-r'],
  ]) {
    const rows = encodings.filter((row) => row.encoding === encoding);
    const text = rows.map((row) => row.text).join('');
    await read(Buffer.from(text));
    const expected = await shows(text, `${encoding}, as UTF-8`);
    await read(Buffer.from(rows.map((row) => row.hex).join(''), 'hex'), encoding);
    expect(await shows(text, encoding), encoding).toEqual(expected);
  }

  const text = 'The café — 猫 sleeps.\nA dog runs ☕.\n';
  const units = Buffer.from(`\ufeff${text}`, 'utf16le');
  const four = Buffer.alloc(4 * [...text].length);
  for (const [i, letter] of [...text].entries()) {
    four.writeUInt32BE(letter.codePointAt(0) ?? 0, 4 * i);
  }
  await read(Buffer.from(text));
  const expected = await shows(text, 'UTF-8');
  const wide = {
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 LE': units,
    'UTF-16 BE': Buffer.from(units).swap16(),
    'UTF-16 LE without a mark': units.subarray(2),
    'UTF-32 BE': four,
    'line ends of Windows': Buffer.from(text.replaceAll('\n', '\r\n')),
    gzip: gzipSync(text),
  };
  for (const [format, bytes] of Object.entries(wide)) {
    await read(Buffer.from('another text'));
    await expect(page.locator('#text-box')).toHaveValue('another text');
    await read(bytes);
    expect(await shows(text, format), format).toEqual(expected);
  }
});

test('files that are no text say what they are; vectors open as vectors', async ({ lab, page }) => {
  await lab.open(quick);
  await lab.openDialog();
  const put = (/** @type {string} */ name, /** @type {Buffer} */ buffer) =>
    page.locator('#text-file').setInputFiles({ ...file(''), name, buffer });
  await put('thesis.docx', Buffer.from('PK\x03\x04\x14\0\x06\0\xe2\xe3', 'latin1'));
  await expect(page.locator('#text-problem')).toContainText('this is a Word');
  await put('paper.pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf', 'latin1'));
  await expect(page.locator('#text-problem')).toContainText('this is a PDF');

  const numbers = new Float32Array([1, 0, 0, 1, 1, 1]);
  const row = (/** @type {string} */ word, /** @type {number} */ i) =>
    Buffer.concat([Buffer.from(`${word} `), Buffer.from(numbers.buffer, 8 * i, 8)]);
  await put(
    'small.bin',
    Buffer.concat([Buffer.from('3 2\n'), row('a', 0), row('b', 1), row('c', 2)]),
  );
  await expect(page.locator('#text-carrier')).toContainText('word vectors');
  await expect(page.locator('#text-problem')).toHaveCount(0);

  await put('small.vec', Buffer.from('3 2\ncat 1 0.5\ndog 0.5 1\nfish -1 0\n'));
  await expect(page.locator('#text-box')).toHaveValue(/cat 1/);
  await expect(page.locator('#text-carrier')).toContainText('word vectors');
  await page.locator('#carrier-take').click();
  await expect(lab.dialog).toBeHidden();
  await lab.ask('nearest', 'cat');
  await expect(lab.nearestAnswers.first()).toHaveText('dog');
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
