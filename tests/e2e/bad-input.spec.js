/**
 * Bad input: each case is answered by a message near its control that says what to do, and what was
 * trained still answers.
 */
import { expect, PETS, test } from './support/lab.js';

/** @typedef {import('./support/lab.js').Lab} Lab */

/** @param {string | Buffer} content @param {string} name */
const file = (content, name) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

test.describe.configure({ mode: 'parallel' });

const noise = Buffer.from(
  Uint8Array.from({ length: 20_000 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 255),
);

/** A small trained model to lose. @returns {Promise<() => Promise<void>>} asks it again */
async function train(/** @type {Lab} */ lab) {
  await lab.open('#v=1&epochs=2&size=16');
  const hash = await lab.trainToTheEnd();
  await expect(lab.nearestAnswers).toHaveCount(5);
  const others = await lab.nearestAnswers.allInnerTexts();
  await lab.ask('nearest', 'paris');
  await expect.poll(() => lab.nearestAnswers.allInnerTexts()).not.toEqual(others);
  const answers = await lab.nearestAnswers.allInnerTexts();
  return async () => {
    await lab.ask('nearest', 'queen');
    await expect.poll(() => lab.nearestAnswers.allInnerTexts()).not.toEqual(answers);
    await lab.ask('nearest', 'paris');
    await expect.poll(() => lab.nearestAnswers.allInnerTexts()).toEqual(answers);
    expect(await lab.weights()).toBe(hash);
  };
}

test.describe('texts that cannot be trained on', () => {
  const pasted = [
    { name: 'empty text', text: '', says: /no word/i },
    { name: 'white space', text: '  \n\t\n ', says: /no word/i },
    { name: 'one word', text: 'word', says: /two different words/i },
    {
      name: 'one repeated word',
      text: 'word word\nword '.repeat(50),
      says: /two different words/i,
    },
    { name: 'only punctuation', text: '… !!! ??? -- ()\n'.repeat(20), says: /no word/i },
  ];
  const uploaded = [
    {
      name: 'a 5 MB single token',
      bytes: Buffer.alloc(5_000_000, 'a'),
      says: /no word/i,
    },
    { name: 'an empty file', bytes: Buffer.alloc(0), says: /no word/i },
    { name: 'only NUL bytes', bytes: Buffer.alloc(5000), says: /no word/i },
  ];

  test('each is refused in the dialog, in a sentence, and nothing is lost', async ({
    lab,
    page,
  }) => {
    const askAgain = await train(lab);
    const problem = page.locator('#text-problem');
    await lab.openDialog();
    for (const { name, text, says } of pasted) {
      await page.locator('#text-box').fill('two words'); // a text that is fine, in between
      await expect(lab.dialog.getByTestId('token-counts')).toBeVisible();
      await expect(problem).toHaveCount(0);
      await page.locator('#text-box').fill(text);
      await page.locator('#text-use').click();
      await expect(problem, name).toHaveText(says);
      await expect(lab.dialog, name).toBeVisible();
      await expect(page.locator('#text-box'), name).toHaveValue(text);
    }
    for (const { name, bytes, says } of uploaded) {
      await page.locator('#text-file').setInputFiles(file(bytes, 'bad.txt'));
      await expect(problem, name).toHaveText(says);
      await page.locator('#text-use').click();
      await expect(problem, name).toHaveText(says);
      await expect(lab.dialog, name).toBeVisible();
      if (bytes.length > 100_000) await page.locator('#text-clear').click();
    }
    await page.keyboard.press('Escape');
    await expect(lab.dialog).toBeHidden();
    await expect(lab.corpus).toHaveValue('relations-en');
    await askAgain();
  });

  test('in Chinese, too', async ({ lab, page }) => {
    await lab.open('#v=1&lang=zh');
    await lab.openDialog();
    await page.locator('#text-use').click();
    await expect(page.locator('#text-problem')).toContainText(/[\u4e00-\u9fff]/);
    await expect(page.locator('#text-problem')).not.toContainText(/[a-z]{4}/i);
  });
});

test('odd texts are taken, and what was replaced or skipped is counted', async ({ lab, page }) => {
  await lab.open('#v=1&epochs=1&size=8');
  const counts = lab.dialog.getByTestId('token-counts');
  const upload = async (/** @type {Buffer} */ bytes, /** @type {string} */ name) => {
    await lab.openDialog();
    await page.locator('#text-file').setInputFiles(file(bytes, name));
    await expect(counts).toBeVisible();
  };
  const use = async () => {
    await page.locator('#text-use').click();
    await expect(lab.dialog).toBeHidden();
    await lab.trainToTheEnd();
  };
  await test.step('binary junk', async () => {
    await upload(noise, 'junk.bin');
    await expect(lab.dialog).toContainText(/characters could not be read as/);
    await use();
  });
  await test.step('NUL bytes among words', async () => {
    await upload(Buffer.from(PETS.replaceAll(' ', '\0')), 'nul.txt');
    await expect(counts).toContainText('480 sentences');
    await use();
    await lab.ask('nearest', 'cat');
    await expect(page.locator('#nearest-problem')).toHaveCount(0);
  });
  await test.step('a token of 5 MB among words', async () => {
    await upload(Buffer.from(`${PETS}${'x'.repeat(5_000_000)}\n`), 'long.txt');
    await expect(lab.dialog).toContainText(/1 tokens? over 1,000 bytes skipped/);
    await use();
  });
  await test.step('lone surrogates', async () => {
    await lab.openDialog();
    await page.locator('#text-box').evaluate((box, text) => {
      const area = /** @type {HTMLTextAreaElement} */ (box);
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, 'a \ud800 lone \udfff half \ud83d here\n'.repeat(20));
    await expect(counts).toContainText('20 sentences');
    await use();
  });
  await test.step('sentences shorter than the window', async () => {
    await lab.openDialog();
    await page.locator('#text-box').fill('a b\nb a\nc a\n'.repeat(20));
    await expect(counts).toContainText('60 sentences');
    await use();
    await lab.ask('nearest', 'a');
    await expect(lab.nearestAnswers).toHaveCount(2);
  });
});

test('a vocabulary of one, by min count: said, and undone by a smaller one', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=1&size=8');
  await lab.useText('the cat the dog the bird the fish\n'.repeat(3));
  await lab.trainToTheEnd();
  await lab.ask('nearest', 'cat');
  await page.locator('#more-parameters summary').click();
  const minCount = page.locator('#minCount-value');
  await minCount.fill('10');
  await minCount.press('Enter');
  await lab.train.click();
  await expect(page.locator('#corpus-problem')).toContainText('smaller min count');
  await expect(lab.nearestAnswers.first()).toBeVisible(); // the earlier model still answers
  await lab.ask('nearest', 'dog');
  await expect(page.locator('#nearest-problem')).toHaveCount(0);
  await minCount.fill('1');
  await minCount.press('Enter');
  await lab.trainToTheEnd();
  await expect(page.locator('#corpus-problem')).toHaveCount(0);
});

test('0, negative and no numbers as parameters are refused next to their field', async ({
  lab,
  page,
}) => {
  const askAgain = await train(lab);
  await page.locator('#more-parameters summary').click();
  const names = ['vectorSize', 'window', 'negative', 'alpha', 'epochs', 'minCount', 'nsExponent'];
  for (const name of names) {
    const field = page.locator(`#${name}-value`);
    const before = await field.inputValue();
    for (const value of [
      '-1',
      'NaN',
      '1e308',
      'many',
      '',
      ...(name === 'nsExponent' ? [] : ['0']),
    ]) {
      await field.fill(value);
      await field.press('Enter');
      await expect(page.locator(`#${name}-problem`), `${name} = ${value}`).toContainText(before);
      await expect(field, `${name} = ${value}`).toHaveAttribute('aria-invalid', 'true');
      await expect(field, `${name} = ${value}`).toHaveValue(before);
    }
    for (const value of [name === 'nsExponent' || name === 'alpha' ? '0.5' : '3', before]) {
      await field.fill(value);
      await field.press('Enter');
    }
    await expect(page.locator(`#${name}-problem`)).toHaveCount(0);
  }
  await page.locator('#seed').fill('-3');
  await page.locator('#seed').press('Enter');
  await expect(page.locator('#seed')).toHaveValue('1');
  await expect(lab.progressText).not.toContainText('earlier settings');
  await askAgain();
});

test('an unknown word: said at each question, with the nearest spelling to press', async ({
  lab,
  page,
}) => {
  const askAgain = await train(lab);
  for (const [id, problem] of [
    ['nearest', 'nearest-problem'],
    ['analogy-2', 'analogy-problem'],
    ['odd-3', 'odd-problem'],
    ['pair-1', 'pair-problem'],
  ]) {
    await lab.ask(id, 'quenn');
    const message = page.locator(`#${problem}`);
    await expect(message).toContainText('‘quenn’ is not in the vocabulary');
    await expect(page.locator(`#${id}`)).toHaveAttribute('aria-invalid', 'true');
    await message.getByRole('button', { name: 'queen' }).click();
    await expect(message).toHaveCount(0);
    await expect(page.locator(`#${id}`)).toHaveValue('queen');
  }
  await lab.ask('nearest', '<img src=x onerror=alert(1)>');
  await expect(page.locator('#nearest-problem')).toContainText('<img src=x');
  await lab.ask('nearest', '量子');
  await expect(page.locator('#nearest-problem')).toContainText('量子');
  await askAgain();
});

test('broken vector files: said near the button, and nothing is lost', async ({ lab, page }) => {
  const askAgain = await train(lab);
  const problem = page.locator('#export-problem');
  const good = '2 3\nking 1 2 3\nqueen 4 5 6\n';
  const binary = Buffer.concat([Buffer.from('2 3\nking '), Buffer.alloc(7)]);
  for (const [name, content] of /** @type {[string, string | Buffer][]} */ ([
    ['empty.txt', ''],
    ['truncated.txt', '2 3\nking 1 2'],
    ['huge.txt', '99999999999999 99999999\nking 1\n'],
    ['negative.txt', '-2 3\nking 1 2 3\nqueen 4 5 6\n'],
    ['truncated.bin', binary],
    ['junk.bin', noise],
  ])) {
    await page.locator('#vectors-file').setInputFiles(file(content, name));
    await expect(problem, name).toContainText('could not be understood');
    await expect(problem, name).not.toContainText(/undefined|\[object|RuntimeError|unreachable/);
    // A good file in between: the message goes.
    await page.locator('#vectors-file').setInputFiles(file(good, 'good.txt'));
    await expect(page.locator('#loaded-note'), name).toContainText('good.txt');
    await expect(problem).toHaveCount(0);
    await page.locator('#close-loaded').click();
  }
  // A row that cannot be read is left out, and the reader is told which and why.
  const faulty = '2 3\nking 1 nan 3\nqueen 4 5 6\n';
  await page.locator('#vectors-file').setInputFiles(file(faulty, 'nan.txt'));
  await expect(page.locator('#loaded-note')).toContainText('nan.txt');
  await expect(page.getByText('1 words read, 1 left out. The first is line 2')).toBeVisible();
  await page.locator('#close-loaded').click();
  await page
    .locator('#vectors-file')
    .setInputFiles([file('1\t2\n3\t4\n', 'vectors.tsv'), file('king\n', 'metadata.tsv')]);
  await expect(problem).toContainText('could not be understood');
  await askAgain();
});

test('broken evaluation files: said near the button', async ({ lab, page }) => {
  const askAgain = await train(lab);
  await page.locator('#evaluate-own summary').click();
  const box = page.locator('#evaluate-text');
  const run = page.locator('#evaluate-run');
  await run.click();
  await expect(page.locator('#evaluate-problem')).toContainText('Paste or choose a file');
  await box.fill('king queen not-a-number\n');
  await run.click();
  await expect(page.locator('#evaluate-problem')).toBeVisible();
  await box.fill('king queen 9\nparis rome 8\nking paris 1\nprince banana 2\n');
  await run.click();
  await expect(page.locator('#evaluate-result')).toContainText('Spearman');
  await expect(page.locator('#evaluate-problem')).toHaveCount(0);
  await box.fill(': family\nking queen man woman\nking queen boy girl\n');
  await run.click();
  await expect(page.locator('#evaluate-result')).toContainText('of 2 right');
  await askAgain();
});

test('a learning rate that drives the numbers to infinity is said, and can be lowered', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=1&size=300&window=10&alpha=1');
  await lab.train.click();
  await expect(page.locator('#stage-problem')).toContainText('learning rate');
  await page.locator('#alpha-value').fill('0.05');
  await page.locator('#alpha-value').press('Enter');
  await lab.trainToTheEnd();
  await expect(page.locator('#stage-problem')).toHaveCount(0);
});
