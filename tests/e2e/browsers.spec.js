/** The main job in Firefox and in WebKit: trained, asked, and the very weights Chromium gets. */
import { expect, test } from '@playwright/test';
import { call, engines, until } from './engines/engine.js';
import { Lab, labUrl } from './support/lab.js';

const fragment = '#v=1&lang=en';

/** What the page shows, by ids. */
function read() {
  const text = (/** @type {string} */ query) =>
    /** @type {HTMLElement | null} */ (document.querySelector(query))?.innerText ?? '';
  return {
    state: document.querySelector('#train')?.getAttribute('data-state'),
    progress: document.querySelector('#progress')?.getAttribute('aria-valuenow'),
    hash: document.querySelector('#hash')?.getAttribute('data-hash'),
    build: text('#build-now'),
    best: text('#analogy-best'),
    neighbours: [...document.querySelectorAll('#nearest-answer .word')].map(
      (word) => /** @type {HTMLElement} */ (word).innerText,
    ),
    problems: [...document.querySelectorAll('.problem')].map((problem) => problem.textContent),
  };
}

/** @type {ReturnType<typeof read>} */
let chromium;
test.describe.configure({ mode: 'default' }); // what all compare with is computed once
test.beforeAll(async ({ browser }) => {
  const lab = new Lab(await browser.newPage({ locale: 'en-GB' }));
  await lab.open(fragment);
  await lab.trainToTheEnd();
  await expect(lab.analogyBest).toHaveText('queen');
  chromium = await lab.page.evaluate(read);
  await lab.page.close();
});

for (const name of ['Firefox', 'WebKit']) {
  test(`${name}: train, ask, the weights of Chromium`, async () => {
    const engine = await engines[name]();
    try {
      await engine.open(labUrl(fragment));
      const ready = () => Boolean(document.querySelector('#nearest-answer .word'));
      await until(engine, ready);
      await call(engine, () =>
        /** @type {HTMLElement} */ (document.querySelector('#train')).click(),
      );
      const finished = () =>
        document.querySelector('#train')?.getAttribute('data-state') === 'again' &&
        Boolean(document.querySelector('#hash')) &&
        document.querySelector('#analogy-best')?.textContent?.trim() === 'queen';
      await until(engine, finished);
      expect(await call(engine, read)).toEqual(chromium);
    } finally {
      await engine.close();
    }
  });
}

test('WebKit: asked for the fast build, it takes the exact one and says why', async () => {
  const engine = await engines.WebKit();
  try {
    await engine.open(labUrl(`${fragment}&build=fast&epochs=1`));
    const build = () =>
      /** @type {HTMLElement | null} */ (document.querySelector('#build-now'))?.innerText;
    expect(await until(engine, build)).toMatch(/exact build.*relaxed SIMD/);
  } finally {
    await engine.close();
  }
});
