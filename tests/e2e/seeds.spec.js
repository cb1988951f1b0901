/** Runs with other seeds in the Lab; sentences that are struck, on the page of experiments. */
import { sweep } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

test('the Lab trains with five seeds beside the page, and every answer says how far it holds', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=2&size=16');
  const hash = await lab.trainToTheEnd();
  await page.locator('#seeds-count').fill('1000');
  await expect(page.locator('#seeds-many')).toContainText('100');
  await expect(page.locator('#seeds-start')).toBeDisabled();
  await page.locator('#seeds-20').click();
  await page.locator('#seeds-cancel').click();
  await page.locator('#seeds-5').click();
  await expect(page.locator('#seeds-state')).toContainText('exactly the weights', {
    timeout: 60_000,
  });
  for (const [name, says] of [
    ['nearest', /is nearest in \d of 5 runs/],
    ['analogy', /is first in \d of 5 runs/],
    ['odd', /is the odd one out in \d of 5 runs/],
    ['pair', /Cosine over 5 runs: .* ± /],
  ]) {
    await expect(page.locator(`#held-${name}`)).toContainText(says);
  }
  await page.locator('#nearest').fill('queen'); // another question, asked of all five
  await expect(page.locator('#held-nearest .own th')).not.toHaveText('queen');
  await expect(page.locator('#held-nearest')).toContainText(/in \d of 5 runs/);
  await expect(lab.hash).toHaveAttribute('data-hash', hash);
});

test('a score, a generated text and evaluations say how far they hold', async ({ lab, page }) => {
  await lab.open('#v=1&model=nnlm&epochs=1&size=8&hidden=16');
  await lab.trainToTheEnd();
  await page.locator('#seeds-count').fill('3');
  await page.locator('#seeds-start').click();
  const scored = page.locator('#held-scored');
  await expect(scored).toContainText(/Perplexity over 3 runs: .* ± .* \(from .* to /, {
    timeout: 60_000,
  });
  const generated = page.locator('#held-generated');
  await expect(generated).toContainText(/Its first word is .* in [0-3] of 3 runs/);
  await expect(generated).toContainText(/same random numbers/);
  await page.locator('#generate').click(); // another draw, in all three
  await expect(generated).toContainText(/Its first word is .* in [0-3] of 3 runs/);
  await expect(page.locator('#held-evaluation')).toContainText(
    /Correct analogies over 3 runs: .* ± /,
  );
  await page.locator('#evaluate-own summary').click();
  await page.locator('#evaluate-text').fill('king queen 9\nking dog 2\nman woman 8');
  await page.locator('#evaluate-run').click();
  await expect(page.locator('#held-evaluated')).toContainText(/Spearman over 3 runs: .* ± /);
  await sweep(page, 'scores over seeds', { themes: ['light'] });
});

test('three planted sentences are found, struck, shown on the map and put back', async ({
  page,
}) => {
  await page.goto(siteUrl('experiments.html#v=1&experiment=sentences'));
  await page.locator('#sentences-try').click();
  await expect(page.locator('.sentences-verdict')).toContainText('These 3 sentences carry it', {
    timeout: 100_000,
  });
  await expect(page.locator('#sentences-try + .note')).toContainText(/\d trainings per second/);
  await page.locator('[data-sentences="31 88 140"] button').click();
  await expect(page.locator('#trial-verdict')).toContainText('more than luck');
  await expect(page.locator('.move-map line')).not.toHaveCount(0);
  await expect(page.locator('.sentence-list .struck')).toHaveCount(3);
  await sweep(page, 'sentences struck', { themes: ['light'] });
  await page.locator('#sentences-back').click();
  await expect(page.locator('.sentence-list .struck')).toHaveCount(0);
});
