/** Open the page, press Train, ask: in both languages, by mouse and by keyboard alone. */
import { expect, test } from './support/lab.js';

const languages = [
  {
    name: 'English',
    fragment: '',
    lang: 'en',
    analogy: ['man', 'woman', 'king'],
    answer: 'queen',
    capitals: ['france', 'paris', 'italy'],
    capital: 'rome',
    ask: 'prince',
    relatives: ['princess', 'castle', 'tower', 'harp', 'cloak', 'mask', 'king', 'queen'],
    odd: ['paris', 'rome', 'london', 'king'],
    out: 'king',
    pair: ['paris', 'rome'],
    belongs: 'does not belong',
  },
  {
    name: 'Chinese',
    fragment: '#v=1&lang=zh',
    lang: 'zh-Hans',
    analogy: ['男人', '女人', '国王'],
    answer: '王后',
    capitals: ['法国', '巴黎', '意大利'],
    capital: '罗马',
    ask: '王子',
    relatives: ['公主', '城堡', '塔楼', '竖琴', '披风', '面具', '国王', '王后'],
    odd: ['巴黎', '罗马', '伦敦', '国王'],
    out: '国王',
    pair: ['巴黎', '罗马'],
    belongs: '国王',
  },
];

/**
 * What everyone should find after training, whoever asked.
 * @param {import('./support/lab.js').Lab} lab @param {(typeof languages)[number]} words
 */
async function expectAnswers(lab, words) {
  await expect(lab.nearestAnswers).toHaveCount(5);
  expect(words.relatives).toContain(await lab.nearestAnswers.first().innerText());
  await expect(lab.analogyBest).toHaveText(words.answer);
  await expect(lab.analogyAnswers.first()).toHaveText(words.answer);
  await expect(lab.oddAnswer).toContainText(words.out);
  await expect(lab.oddAnswer).toContainText(words.belongs);
  // While the second word is being typed, the answer is about another pair.
  const similarity = async () => Number(await lab.pairAnswer.innerText());
  await expect.poll(similarity).toBeGreaterThan(0.3);
  expect(await similarity()).toBeLessThan(1);
}

for (const words of languages) {
  test(`${words.name}, by mouse`, async ({ lab, page }) => {
    await lab.open(words.fragment);
    await expect(page.locator('html')).toHaveAttribute('lang', words.lang);
    await expect(lab.train).toHaveAttribute('data-state', 'train');
    await expect(lab.analogyBest).toHaveText('?'); // nothing is known yet

    const hash = await lab.trainToTheEnd();
    expect(hash).toMatch(/^[0-9a-f]{16}$/);

    for (const [i, word] of words.analogy.entries()) await lab.ask(`analogy-${i + 1}`, word);
    await lab.ask('nearest', words.ask);
    for (const [i, word] of words.odd.entries()) await lab.ask(`odd-${i + 1}`, word);
    for (const [i, word] of words.pair.entries()) await lab.ask(`pair-${i + 1}`, word);
    await expectAnswers(lab, words);

    for (const [i, word] of words.capitals.entries()) await lab.ask(`analogy-${i + 1}`, word);
    await expect(lab.analogyBest).toHaveText(words.capital);
    // The corpus's own analogies: gender and capitals, nearly all right.
    const scores = await page.locator('#evaluate-live').innerText();
    const numbers = [...scores.matchAll(/[01]\.\d\d/g)].map(([text]) => Number(text));
    expect(numbers.length).toBeGreaterThan(1);
    for (const score of numbers) expect(score, scores).toBeGreaterThanOrEqual(0.9);

    // The same questions to one-hot vectors: nothing is like anything.
    await lab.story('one-hot').click();
    await expect(lab.pairAnswer).toHaveText('0.00');
    await expect(lab.analogyBest).toHaveText('?');
    await lab.story('skip-gram').click();
    await expect(lab.analogyBest).toHaveText(words.capital);
    await expect(lab.hash).toHaveAttribute('data-hash', hash);
  });

  test(`${words.name}, by keyboard alone`, async ({ lab, page }) => {
    const type = async (/** @type {string} */ id, /** @type {string} */ word) => {
      await lab.tabTo(id);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(word); // as an input method does
      await page.keyboard.press('Enter');
    };
    await lab.open(words.fragment);
    await lab.tabTo('train');
    await page.keyboard.press('Enter');
    await lab.finished();
    await expect(lab.train).toBeFocused(); // the focus has not been lost on the way

    await type('nearest', words.ask);
    for (const [i, word] of words.analogy.entries()) await type(`analogy-${i + 1}`, word);
    for (const [i, word] of words.odd.entries()) await type(`odd-${i + 1}`, word);
    for (const [i, word] of words.pair.entries()) await type(`pair-${i + 1}`, word);
    await expectAnswers(lab, words);

    await lab.tabTo('model-cbow', { back: true });
    await page.keyboard.press('Enter');
    await expect(lab.story('cbow')).toHaveAttribute('aria-current', 'step');
    await expect(lab.train).toHaveAttribute('data-state', 'train');
    await lab.tabTo('train');
    await page.keyboard.press('Space');
    await lab.finished();
    await expect(lab.analogyBest).toHaveText(words.answer);
  });
}

test('a browser that asks for Chinese gets Chinese, with a Chinese corpus', async ({ browser }) => {
  const { Lab, labUrl } = await import('./support/lab.js');
  const context = await browser.newContext({ locale: 'zh-CN' });
  const lab = new Lab(await context.newPage());
  await lab.page.goto(labUrl());
  await lab.ready();
  await expect(lab.page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(lab.corpus).toHaveValue('relations-zh');
  await expect(lab.train).toHaveText('训练');
  await context.close();
});
