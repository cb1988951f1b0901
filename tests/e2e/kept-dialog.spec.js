/** Models and texts that the reader keeps: kept, listed, renamed, opened, deleted. */
import { sweep } from './support/axe.js';
import { expect, Lab, PETS, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

const QUICK = '#v=1&epochs=2&size=8';

/** @param {import('@playwright/test').Page} page */
const dialog = (page) => {
  const all = page.locator('#kept-dialog');
  return {
    all,
    name: page.locator('#kept-name'),
    items: all.locator('.kept-item'),
    said: page.locator('#kept-said'),
    problem: page.locator('#kept-problem'),
    async open() {
      await page.locator('#kept').click();
      await expect(all).toBeVisible();
      await expect(all.locator('.kept-list, #kept-empty')).toBeVisible();
    },
    async keepModel(/** @type {string} */ name) {
      await page.locator('#kept-name').fill(name);
      await page.locator('#keep-model').click();
      await expect(page.locator('#kept-said')).toContainText(`Kept: ${name}`);
    },
  };
};

test('a model is kept, and opens with its settings, its weights and its curve', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&model=cbow&epochs=3&size=8&seed=7');
  const kept = dialog(page);
  await kept.open();
  await expect(page.locator('#kept-none')).toBeVisible(); // nothing is trained yet
  await expect(page.locator('#keep-model')).toBeHidden();
  await page.locator('#kept-close').click();

  const hash = await lab.trainToTheEnd();
  await kept.open();
  await expect(kept.name).toHaveValue(/^CBOW · /);
  await kept.keepModel('Seven');
  await expect(kept.items).toHaveCount(1);
  await expect(kept.items).toContainText(/kB/);
  await page.locator('#kept-close').click();

  await page.goto('about:blank');
  await lab.open(QUICK);
  await kept.open();
  await kept.items.locator('.open').click();
  await expect(kept.all).toBeHidden();
  await expect(page).toHaveURL(/model=cbow&size=8&epochs=3&seed=7/);
  await expect(lab.hash).toHaveAttribute('data-hash', hash);
  await expect(lab.train).toHaveAttribute('data-state', 'again');
  await expect(page.locator('loss-panel .run-label')).toHaveCount(1);
  await expect(lab.nearestAnswers).toHaveCount(5);
  expect(await lab.trainAgain()).toBe(hash); // it trains again, to the same end
});

test('a model that began with vectors from a file begins with them again', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=2');
  const content = '2 8\nking 1 2 3 4 5 6 7 8\nqueen 2 2 3 4 5 6 7 8\n';
  const file = { name: 'given.txt', mimeType: 'text/plain', buffer: Buffer.from(content) };
  await page.locator('#vectors-file').setInputFiles(file);
  await page.locator('#start-from').click();
  await expect(page.locator('#starts-from')).toContainText('it knows 2 of');
  const hash = await lab.trainToTheEnd();
  const kept = dialog(page);
  await kept.open();
  await kept.keepModel('given');
  await page.goto('about:blank');

  await lab.open('#v=1&model=cbow');
  await kept.open();
  await kept.items.locator('.open').click();
  await expect(kept.all).toBeHidden();
  await expect(page.locator('#starts-from')).toContainText('the vectors of given.txt');
  await expect(lab.hash).toHaveAttribute('data-hash', hash);
  await page.locator('#reset').click();
  await expect(page.locator('#starts-from')).toContainText('it knows 2 of');
  expect(await lab.trainToTheEnd()).toBe(hash);
});

test('what is opened takes the place of something trained, which can be had back', async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  const first = await lab.trainToTheEnd();
  const kept = dialog(page);
  await kept.open();
  await kept.keepModel('first');
  await page.locator('#kept-close').click();
  await page.locator('#seed-value, #seed').first().fill('2');
  await page.keyboard.press('Enter');
  await lab.train.click();
  await expect(lab.hash).not.toHaveAttribute('data-hash', first);
  const second = await lab.finished();
  await kept.open();
  await kept.items.locator('.open').click();
  await expect(lab.hash).toHaveAttribute('data-hash', first);
  await page.locator('#undo').click();
  await expect(lab.hash).toHaveAttribute('data-hash', second);
  await expect(page).toHaveURL(/seed=2/);
});

test('renamed, deleted, had back; by keyboard', async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.trainToTheEnd();
  const kept = dialog(page);
  await page.locator('#kept').focus();
  await page.keyboard.press('Enter');
  await expect(kept.all).toBeVisible();
  await kept.keepModel('one');
  await kept.keepModel('two');
  await expect(kept.items).toHaveCount(2);

  await kept.items.nth(1).locator('.rename').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#kept-new-name')).toBeFocused();
  await page.keyboard.type('uno');
  await page.keyboard.press('Enter');
  await expect(kept.items.nth(1).locator('.kept-name')).toHaveText('uno');
  await expect(kept.items.nth(1).locator('.rename')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('never');
  await page.keyboard.press('Escape'); // leaves the name, not the dialog
  await expect(kept.items.nth(1).locator('.kept-name')).toHaveText('uno');
  await expect(kept.all).toBeVisible();

  await kept.items.nth(0).locator('.delete').click();
  await expect(kept.items).toHaveCount(1);
  await expect(kept.said).toContainText('Deleted: two.');
  await page.locator('#kept-undo').click();
  await expect(kept.items).toHaveCount(2);
  await expect(kept.items.locator('.kept-name')).toHaveText(['two', 'uno']);
  await page.keyboard.press('Escape');
  await expect(kept.all).toBeHidden();
  await expect(page.locator('#kept')).toBeFocused();
});

test('a text is kept, and comes into force again', async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.useText(PETS);
  const kept = dialog(page);
  await kept.open();
  await kept.name.fill('Pets');
  await page.locator('#keep-text').click();
  await expect(kept.said).toContainText('Kept: Pets');
  await page.goto('about:blank');
  await lab.open(QUICK);
  await kept.open();
  await kept.items.locator('.open').click();
  await expect(lab.corpus).toHaveValue('own');
  await lab.trainToTheEnd();
  await lab.stillAnswers('cat', 'dog').catch(() => {}); // whichever: the words are there
  await expect(lab.nearestAnswers).toHaveCount(5);
});

test('two tabs: what one keeps, the other shows', async ({ lab, page, context }) => {
  await lab.open(QUICK);
  await lab.trainToTheEnd();
  const second = new Lab(await context.newPage());
  await second.open(QUICK);
  const there = dialog(second.page);
  await there.open();
  await expect(second.page.locator('#kept-empty')).toBeVisible();
  const here = dialog(page);
  await page.bringToFront();
  await here.open();
  await here.keepModel('from the first');
  await expect(there.items).toHaveCount(1);
  // Deleted here, opened there: said, and nothing breaks.
  await here.items.locator('.delete').click();
  await expect(there.items).toHaveCount(0);
});

test('storage that is forbidden is said; the page trains as ever', async ({ lab, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await lab.open('#v=1&epochs=60');
  await lab.train.click();
  await expect(page.locator('#kept-note')).toContainText('This browser does not let the page keep');
  await page.locator('#kept-note-close').click();
  await expect(page.locator('#kept-note')).toBeHidden();
  await lab.finished();
  const kept = dialog(page);
  await kept.open();
  await expect(kept.problem).toContainText('does not let the page keep anything');
  await kept.name.fill('x');
  await page.locator('#keep-model').click();
  await expect(kept.problem).toContainText('does not let the page keep anything');
  await page.locator('#kept-close').click();
  await expect(lab.nearestAnswers).toHaveCount(5);
});

test('storage that is full is said; what was kept stays', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (!(/** @type {any} */ (window).isFull)) return put.apply(this, /** @type {any} */ (given));
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
  const fill = (/** @type {boolean} */ full) =>
    page.evaluate((is) => Object.assign(window, { isFull: is }), full);
  await lab.open(QUICK);
  await lab.trainToTheEnd();
  const kept = dialog(page);
  await kept.open();
  await kept.keepModel('small');
  await fill(true);
  await kept.name.fill('too much');
  await page.locator('#keep-model').click();
  await expect(kept.problem).toContainText('The browser has no room left');
  await expect(kept.items).toHaveCount(1);
  await fill(false);
  await page.locator('#keep-model').click();
  await expect(kept.items).toHaveCount(2);
  await expect(kept.problem).toBeHidden();
});

for (const language of ['en', 'zh']) {
  test(`axe-core and overflow: ${language}, in both themes, wide and narrow`, async ({
    lab,
    page,
  }) => {
    test.slow();
    await lab.open(`${QUICK}&lang=${language}`);
    await lab.trainToTheEnd();
    const kept = dialog(page);
    await kept.open();
    await page.locator('#keep-model').click();
    await expect(kept.items).toHaveCount(1);
    await kept.items.locator('.rename').click();
    await sweep(page, 'kept models', {
      part: '#kept-dialog',
      also: async () => {
        const wider = await kept.all.evaluate((box) => box.scrollWidth - box.clientWidth);
        expect(wider).toBeLessThanOrEqual(0);
      },
    });
    await page.keyboard.press('Escape');
    await page.locator('#kept-close').click();
    await page.locator('#export').click();
    await sweep(page, 'the export menu', { part: '#export-items' });
  });
}
