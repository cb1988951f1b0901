/** What is kept in the browser: models, texts, and trainings that were cut off. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, Lab, labUrl, PETS, siteUrl, test } from './support/lab.js';
import { startProcess } from './support/process.js';

test.describe.configure({ mode: 'parallel' });

const LONG = '#v=1&epochs=30';

/** Slow motion: a run that cannot end before its first checkpoint. */
const slowly = (/** @type {string} */ fragment) => `${fragment}&speed=slow`;

/** @param {import('@playwright/test').Page} page */
const note = (page) => page.locator('#kept-note');

/** How many things of a kind lie in the database. */
const stored = (/** @type {import('@playwright/test').Page} */ page, /** @type {string} */ kind) =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const opening = indexedDB.open(`preformer ${new URL('./', document.baseURI).pathname}`);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('entries')) {
            db.close();
            resolve(0);
            return;
          }
          const all = db.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            db.close();
            resolve(all.result.filter((entry) => entry.kind === wanted).length);
          };
        };
      }),
    kind,
  );

/** Trains until a checkpoint lies in the database, in the middle of the run. @param {Lab} lab */
async function trainToACheckpoint(lab) {
  await lab.train.click();
  await expect.poll(() => stored(lab.page, 'run'), { intervals: [100] }).toBe(1);
  expect(Number(await lab.progress.getAttribute('aria-valuenow'))).toBeLessThan(100);
}

/** The tab dies as if it had run out of memory. @param {import('@playwright/test').Page} page */
async function crash(page) {
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => {});
  await crashed;
}

/** A text that is too long for a link. @param {Lab} lab @param {string} text */
async function useFile(lab, text) {
  await lab.openDialog();
  const file = { name: 'larks.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await lab.page.locator('#text-file').setInputFiles(file);
  await lab.page.locator('#text-use').click();
  await expect(lab.dialog).toBeHidden();
}

/** A browser that can be killed, on a profile that stays. @param {string} folder */
async function startBrowser(folder) {
  const { page, kill } = await startProcess(folder);
  return { lab: new Lab(page), kill };
}

for (const [name, fragment] of [
  ['Skip-gram', LONG],
  ['an NNLM with held-out text', '#v=1&model=nnlm&epochs=6&patience=20'],
  ['ELMo', '#v=1&model=elmo&epochs=4'],
]) {
  test(`${name}: a tab that dies in mid-training resumes, and ends as an unbroken run`, async ({
    lab,
    page,
    context,
  }) => {
    await lab.open(slowly(fragment));
    await trainToACheckpoint(lab);
    await crash(page);

    const second = new Lab(await context.newPage());
    await second.page.goto(labUrl(fragment));
    await expect(note(second.page)).toHaveAttribute('data-kind', 'resumed');
    await expect(note(second.page)).toContainText('Resumed where it was cut off: epoch');
    const resumed = await second.finished();
    await expect.poll(() => stored(second.page, 'run')).toBe(1); // the finished one

    // The unbroken run, in the same tab.
    expect(await second.trainAgain()).toBe(resumed);
  });
}

test('a browser that is killed resumes the own text, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'preformer-kept-'));
  /** @type {Array<{lab: Lab, kill: () => Promise<void>}>} */
  const browsers = [];
  const start = async () => {
    browsers.push(await startBrowser(folder));
    return browsers[browsers.length - 1];
  };
  try {
    const first = await start();
    await first.lab.open(slowly(LONG));
    await useFile(first.lab, `${PETS.repeat(8)}${'a lark sings at dawn\n'.repeat(40)}`);
    await trainToACheckpoint(first.lab);
    await first.kill();

    const second = await start();
    await second.lab.open(); // the plain address: other settings, so it is offered
    await expect(note(second.lab.page)).toHaveAttribute('data-kind', 'offer');
    await expect(note(second.lab.page)).toContainText('Skip-gram · My text: larks.txt');
    await second.lab.page.locator('#run-resume').click();
    await expect(note(second.lab.page)).toHaveAttribute('data-kind', 'resumed');
    await expect(second.lab.corpus).toHaveValue('own');
    const resumed = await second.lab.finished();
    expect(await second.lab.trainAgain()).toBe(resumed);
  } finally {
    for (const { kill } of browsers) await kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a training of another tab that lives is not offered', async ({ lab, context }) => {
  await lab.open('#v=1&epochs=200&speed=slow');
  await trainToACheckpoint(lab);
  const second = new Lab(await context.newPage());
  await second.open();
  await second.page.waitForTimeout(1000);
  await expect(note(second.page)).toBeHidden();
  // Both keep their own, and neither the other's.
  await second.page.goto(labUrl('#v=1&model=cbow&epochs=200&speed=slow'));
  await second.train.click();
  await expect.poll(() => stored(lab.page, 'run')).toBe(2);
  await second.reset.click();
  await expect.poll(() => stored(lab.page, 'run')).toBe(1);
});

test('a cut-off training of other settings is offered, and can be discarded', async ({
  lab,
  page,
  context,
}) => {
  await lab.open(slowly(LONG));
  await trainToACheckpoint(lab);
  await crash(page);
  const second = new Lab(await context.newPage());
  await second.open('#v=1&model=cbow');
  await expect(note(second.page)).toHaveAttribute('data-kind', 'offer');
  await expect(note(second.page)).toContainText('Skip-gram · ');
  await second.page.locator('#run-discard').click();
  await expect(note(second.page)).toBeHidden();
  await expect.poll(() => stored(second.page, 'run')).toBe(0);
});

test('a training stays on the way through the pages and over a reload, until it is reset', async ({
  lab,
  page,
}) => {
  await lab.open('#v=1&epochs=2&size=8');
  const hash = await lab.trainToTheEnd();
  const curve = await page.locator('#loss').innerText();
  await expect.poll(() => stored(page, 'run')).toBe(1);
  await lab.story('cbow').click();
  await lab.ready();
  await page.locator('#nav-ladder').click();
  await expect(page.locator('#nav-ladder[aria-current=page]')).toBeVisible();
  await page.locator('#nav-lab').click(); // back to the settings of the last visit
  await lab.story('skip-gram').click();
  expect(await lab.finished()).toBe(hash);
  await page.reload();
  expect(await lab.finished()).toBe(hash);
  expect(await page.locator('#loss').innerText()).toBe(curve);
  await expect(note(page)).toHaveCount(0);
  await lab.reset.click();
  await expect(lab.progress).toHaveAttribute('aria-valuenow', '0');
  await expect.poll(() => stored(page, 'run')).toBe(0);
  await page.reload();
  await lab.ready();
  await expect(lab.train).not.toHaveAttribute('data-state', 'again');
});

test('what the transfer page has trained is there after a reload', async ({ page }) => {
  await page.goto(siteUrl('transfer.html'));
  await page.locator('#pretrain').click();
  const hash = page.locator('#hash').first();
  await expect(hash).toBeVisible({ timeout: 60_000 });
  const before = await hash.getAttribute('data-hash');
  await expect.poll(() => stored(page, 'run')).toBe(1);
  await page.reload();
  await expect(hash).toHaveAttribute('data-hash', String(before));
});
