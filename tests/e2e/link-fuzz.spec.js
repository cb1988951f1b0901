/**
 * Mutated links opened in one page, and some in pages of their own. The unit test reads ten thousand
 * of them (tests/web); by default the page opens one in five of these, with `test all` every one.
 */
import { GOOD, mutations } from '../web/share/mutations.js';
import { expect, test } from './support/lab.js';

const EVERY = process.env.PREFORMER_TESTS === 'all';
const MADE = 10_000;
const MUTATED = EVERY ? MADE : MADE / 5;
const OPENED = EVERY ? 24 : 8;
const links = mutations(GOOD, MADE, 6).filter((_, i) => i % (MADE / MUTATED) === 0);

test.describe.configure({ mode: 'parallel' });

/** What a link must never bring about. @param {import('@playwright/test').Page} page */
const harm = (page) =>
  page.evaluate(() => ({
    broken: 'broken' in window,
    markup: document.querySelectorAll('lab-app script, lab-app img[src="x"], lab-app [onload]')
      .length,
  }));

test(`${MUTATED} mutated links, one after another`, async ({ lab, page }) => {
  test.setTimeout(1_200_000);
  await lab.open('#v=1&epochs=1&size=8');
  const thrown = await page.evaluate(async (all) => {
    /** @type {string[]} */
    const errors = [];
    addEventListener('error', (event) => errors.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
    const task = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
    // Browsers slow down a page that changes its address so often: the state reads from here.
    const { session } = /** @type {any} */ (document.querySelector('lab-app'));
    const { place } = session.store;
    const { read } = place;
    let link = '';
    place.read = () => link;
    for (let i = 0; i < all.length; i++) {
      link = all[i];
      dispatchEvent(new Event('hashchange'));
      if (i % 5 === 0) await task();
      if (i % 500) continue;
      await task(300); // now and then a model is made of one
      await session.pause();
    }
    place.read = read;
    return errors;
  }, links);
  expect(thrown).toEqual([]);
  expect(await harm(page)).toEqual({ broken: false, markup: 0 });
  await page.goto('about:blank');
  await lab.open('#v=1&lang=en&epochs=1&size=8');
  await lab.trainToTheEnd();
  await expect(lab.nearestAnswers).toHaveCount(5);
});

test(`${OPENED} of them, each in a page of its own, which works`, async ({ lab, page }) => {
  test.setTimeout(300_000);
  const step = Math.floor(MUTATED / OPENED);
  for (const link of links.filter((_, i) => i % step === 0).slice(0, OPENED)) {
    await page.goto('about:blank');
    // What the link hides is shown again, what it trains is stopped: the page has to be usable.
    await lab.open(
      `${link.startsWith('#') ? '' : '#'}${link.replace(/start=|hash=|hide=/g, 'x=')}`,
    );
    expect(await harm(page), link).toEqual({ broken: false, markup: 0 });
  }
});
