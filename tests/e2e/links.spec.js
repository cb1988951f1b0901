/** Links: what is copied opens as it was, everywhere, and says so, or says what became of it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { call, engines, until } from './engines/engine.js';
import { expect, Lab, labUrl, PETS, siteUrl, test } from './support/lab.js';
import { project } from './support/servers.js';

const run = promisify(execFile);

test.describe.configure({ mode: 'parallel' });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What Copy link hands over. @param {import('@playwright/test').Page} page */
async function copied(page) {
  await page.locator('#copy-link').click();
  await expect(page.locator('#copy-link')).toHaveText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What a page shows of a link that has been opened. */
function read() {
  return {
    state: document.querySelector('#train')?.getAttribute('data-state'),
    hash: document.querySelector('#hash')?.getAttribute('data-hash'),
    verdict: document.querySelector('#verdict')?.textContent,
    nearest: /** @type {HTMLInputElement | null} */ (document.querySelector('#nearest'))?.value,
    notes: document.querySelector('#link-notes')?.textContent ?? '',
  };
}

const links = {
  'skip-gram': '#v=1&lang=en&epochs=3&size=20&seed=11&nearest=queen',
  'nnlm with a text of one’s own': '#v=1&lang=en&model=nnlm&epochs=2&size=8&hidden=12&batch=16',
};
for (const [name, fragment] of Object.entries(links)) {
  test(`a link of ${name}: the same bits in a fresh profile, Firefox, WebKit and under Node`, async ({
    lab,
    page,
    browser,
  }) => {
    test.slow();
    await lab.open(fragment);
    if (name.startsWith('nnlm')) await lab.useText(PETS);
    const hash = await lab.trainToTheEnd();
    const nearest = await lab.nearest.inputValue();
    const link = await copied(page);
    expect(link).toMatch(/#v=1&sum=[0-9a-f]{4}&/);
    expect(link).toContain(`hash=${hash}`);
    const expected = { state: 'again', hash, verdict: 'reproduced exactly', nearest, notes: '' };

    await test.step('fresh profile', async () => {
      const context = await browser.newContext({ locale: 'en-GB' });
      const other = new Lab(await context.newPage());
      await other.page.goto(link);
      await other.finished();
      expect(await other.page.evaluate(read)).toEqual(expected);
      await context.close();
    });

    for (const engineName of ['Firefox', 'WebKit']) {
      await test.step(engineName, async () => {
        const engine = await engines[engineName]();
        try {
          await engine.open(link);
          await until(engine, () => Boolean(document.querySelector('#verdict.good')));
          expect(await call(engine, read)).toEqual(expected);
        } finally {
          await engine.close();
        }
      });
    }

    await test.step('Node', async () => {
      const program = project('build/wasm/preformer.mjs');
      const { stdout } = await run(process.execPath, [program, 'train', '--link', link, '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ reproduced: true, weightsHash: hash });
    });
  });
}

test('a link of the polysemy lab reproduces there and under Node', async ({ page, browser }) => {
  test.slow();
  await page.goto(siteUrl('polysemy.html#v=1&lang=en&word=bank&seed=3'));
  await page.locator('#train').click();
  await expect(page.locator('#hash')).toBeVisible({ timeout: 90_000 });
  const link = await copied(page);
  const hash = await page.locator('#hash').getAttribute('data-hash');
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await other.goto(link);
  await expect(other.locator('#verdict')).toHaveText('reproduced exactly', { timeout: 90_000 });
  const program = project('build/wasm/preformer.mjs');
  const { stdout } = await run(process.execPath, [program, 'train', '--link', link, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ reproduced: true, weightsHash: hash });
  await other.context().close();
});

test('start: training begins, or waits, as the link says', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&epochs=1&size=8&start=training');
  const hash = await lab.finished();
  await page.goto('about:blank');
  await lab.open(`#v=1&lang=en&epochs=1&size=8&start=paused&hash=${hash}`);
  await expect(lab.train).toHaveAttribute('data-state', 'train');
  await expect(page.locator('#verdict')).toContainText('the link expects');
  // A link that is pasted into this tab is opened, too.
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `#v=1&lang=en&epochs=1&size=8&seed=2&start=training`);
  expect(await lab.finished()).not.toBe(hash);
});

test('a hash that differs comes with the reason', async ({ lab, page }) => {
  await lab.open('#v=1&lang=en&epochs=1&size=8&hash=0123456789abcdef');
  await lab.finished();
  await expect(page.locator('#verdict')).toContainText('differs');
  await expect(page.locator('#verdict-reason')).toContainText('another version of the program');
  await page.goto('about:blank');
  await lab.open('#v=1&lang=en&epochs=1&size=8&hash=0123456789abcdef&words=01234567');
  await lab.finished();
  await expect(page.locator('#verdict-reason')).toContainText('The words differ');
});

test('hidden, locked, brought into view, and everything back at one press', async ({
  lab,
  page,
}) => {
  await lab.open(
    '#v=1&lang=en&epochs=1&size=8&hide=header,export,loss&lock=seed,window,analogy&open=pair',
  );
  for (const gone of ['lab-header', 'export-menu', 'loss-panel']) {
    await expect(page.locator(gone), gone).toBeHidden();
  }
  await expect(page.locator('#seed')).toBeDisabled();
  await expect(page.locator('#window')).toBeDisabled();
  await expect(page.locator('#epochs')).toBeEnabled();
  await expect(page.locator('ask-pair')).toBeInViewport();
  await page.locator('#epochs-value').fill('2'); // the page draws itself anew
  await page.locator('#epochs-value').press('Enter');
  await lab.trainToTheEnd();
  await expect(page.locator('#seed')).toBeDisabled();
  await expect(page.locator('ask-analogy :is(input, button)').first()).toBeDisabled();
  await page.locator('#show-all').click();
  await expect(page.locator('lab-header')).toBeVisible();
  await expect(page.locator('#seed')).toBeEnabled();
  await expect(page.locator('link-note')).toHaveCount(0);
  await expect(page).not.toHaveURL(/hide|lock/);
});

test.describe('bad links say what became of them', () => {
  const cases = {
    'cut in half': ['#v=1&sum=640e&epochs=3&hash=f32181b3f', /incomplete, or was changed/],
    'of another version': ['#v=7&size=8&rings=3', /another version/],
    'with a text that is too long': [
      `#v=1&epochs=1&corpus=own&c=${'A'.repeat(1_000_000)}`,
      /only its beginning was read|Only its beginning was read/,
    ],
    'without its text': ['#v=1&corpus=own', /a text that it does not carry/],
    'of a corpus that is not here': ['#v=1&corpus=moon', /no corpus named ‘moon’/],
    'with numbers out of range': ['#v=1&window=99&size=x', /nearest limit: window/],
  };
  for (const [name, [fragment, message]] of Object.entries(cases)) {
    test(name, async ({ lab, page }) => {
      await lab.open(/** @type {string} */ (fragment));
      await expect(page.locator('#link-notes')).toContainText(message);
      await page.locator('#link-notes-close').click();
      await expect(page.locator('#link-notes')).toBeHidden();
      await expect(lab.nearestAnswers).toHaveCount(5);
    });
  }

  test('a bomb is not unpacked', async ({ lab, page }) => {
    const packed = await page.evaluate(async () => {
      const zeros = new Blob([new Uint8Array(12_000_000)]).stream();
      const stream = zeros.pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    });
    const text = packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    expect(text.length).toBeLessThan(24_000);
    await lab.open(`#v=1&corpus=own&c=${text}`);
    await expect(page.locator('#corpus-problem')).toContainText('more than a link may carry');
    await expect(lab.nearestAnswers).toHaveCount(5);
  });
});

test('Back returns to the model before, then leaves', async ({ lab, page }) => {
  await page.goto(siteUrl('transfer.html'));
  await lab.open('');
  await lab.story('cbow').click();
  await lab.story('nnlm').click();
  await page.goBack();
  await expect(lab.story('cbow')).toHaveAttribute('aria-current', 'step');
  await page.goBack();
  await expect(lab.story('skip-gram')).toHaveAttribute('aria-current', 'step');
  await lab.ready();
  await page.goBack();
  await expect(page).toHaveURL(/transfer/);
});

test.describe('a Chinese reader', () => {
  test.use({ locale: 'zh-CN' });

  test('meets the Chinese corpus from every page, and after a broken link', async ({
    lab,
    page,
  }) => {
    for (const name of ['ladder', 'polysemy', 'transfer']) {
      await page.goto(siteUrl(`${name}.html`));
      await page.evaluate(() => sessionStorage.clear()); // as on the first visit
      await page.reload();
      await page.locator('#nav-lab').click();
      await expect(lab.corpus).toHaveValue('relations-zh');
    }
    await page.goto(labUrl('#v=1&corpus=moon&model=cbow'));
    await expect(lab.corpus).toHaveValue('relations-zh');
  });
});
