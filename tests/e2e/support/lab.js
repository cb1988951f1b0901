import { test as base, expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

/** The address of the site. @param {string} [fragment] */
/** An address of the site. */
export const siteUrl = (path = '') => `${process.env.PREFORMER_SITE}${path}`;

/** The Lab's address. */
export const labUrl = (fragment = '') => siteUrl(`lab.html${fragment}`);

/** About 500 short sentences: a corpus that trains in a moment. */
export const PETS = `${[
  'the cat drinks milk',
  'the dog drinks water',
  'a cat sleeps on the sofa',
  'a dog sleeps on the floor',
  'my cat chases a mouse',
  'my dog chases a ball',
  'milk is white',
  'water is clear',
]
  .join('\n')
  .concat('\n')
  .repeat(60)}`;

/**
 * Records what no page may do: errors on the console, exceptions, requests to other origins.
 * @param {BrowserContext} context
 */
export function watch(context) {
  const origin = new URL(siteUrl()).origin;
  /** @type {string[]} */
  const complaints = [];
  let requests = 0;
  context.on('request', (request) => {
    requests += 1;
    const url = new URL(request.url());
    const local = url.protocol === 'data:' || url.origin === origin; // blob: URLs have their page's origin
    if (!local) complaints.push(`request to ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is closed while it loads is no error.
    const text = request.failure()?.errorText ?? '';
    if (!/ERR_ABORTED/.test(text)) complaints.push(`${request.url()}: ${text}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().stack}`));
  return { complaints, requests: () => requests };
}

/** The Lab as a reader sees it. */
export class Lab {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.train = page.locator('#train');
    this.step = page.locator('#step');
    this.reset = page.locator('#reset');
    this.speed = page.locator('#speed');
    this.progress = page.locator('#progress');
    this.progressText = page.locator('#progress-text');
    this.hash = page.locator('#hash');
    this.nearest = page.locator('#nearest');
    this.nearestAnswers = page.locator('#nearest-answer .word');
    this.analogyBest = page.locator('#analogy-best');
    this.analogyAnswers = page.locator('#analogy-answer .word');
    this.oddAnswer = page.locator('#odd-answer');
    this.pairAnswer = page.locator('#pair-answer');
    this.corpus = page.locator('#corpus');
    this.dialog = page.locator('#text-dialog');
  }

  /** @param {string} [fragment] */
  async open(fragment = '') {
    await this.page.goto(labUrl(fragment));
    await this.ready();
  }

  /** The engine runs and a model with the current settings is ready. */
  async ready() {
    await expect(this.page.locator('#build-now')).toBeVisible();
    await expect(
      this.page.locator('#nearest-answer .word, #nearest-problem').first(),
    ).toBeVisible();
  }

  /** @param {'one-hot' | 'nnlm' | 'cbow' | 'skip-gram' | 'elmo'} model */
  story(model) {
    return this.page.locator(`#model-${model}`);
  }

  /** Training has finished, and the hash of the weights is shown. */
  async finished() {
    await expect(this.train).toHaveAttribute('data-state', 'again', { timeout: 60_000 });
    await expect(this.progress).toHaveAttribute('aria-valuenow', '100');
    return this.weights();
  }

  async trainToTheEnd() {
    await this.train.click();
    return this.finished();
  }

  /** The same after a finished run. The new run must be long enough to be observed. */
  async trainAgain() {
    const run = await this.train.evaluateHandle((button) => {
      const began = new Promise((resolve) => {
        const look = () => button.getAttribute('data-state') === 'pause' && resolve(true);
        new MutationObserver(look).observe(button, { attributeFilter: ['data-state'] });
      });
      return { began }; // in an object, because a promise itself would be awaited
    });
    await this.train.click();
    await run.evaluate(({ began }) => began);
    return this.finished();
  }

  /** @returns {Promise<string>} the hash of the weights, which do not change meanwhile */
  async weights() {
    await expect(this.hash).toBeVisible();
    return String(await this.hash.getAttribute('data-hash'));
  }

  /** The number of windows trained so far, which the page shows while training is paused. */
  async windows() {
    await expect(this.progressText).toContainText('window');
    const text = await this.progressText.innerText();
    return Number(/window ([\d,]+)/.exec(text)?.[1].replaceAll(',', ''));
  }

  /** Fills a word into a field and leaves the field. @param {string} id @param {string} word */
  async ask(id, word) {
    const field = this.page.locator(`#${id}`);
    // A new model may put its own word there while the old one is selected: then there are both.
    await expect(async () => {
      await field.fill(word);
      await expect(field).toHaveValue(word, { timeout: 500 });
    }).toPass();
    await field.press('Enter');
  }

  /** Opens the dialog for own text. */
  async openDialog() {
    await this.page.locator('#own-text').click();
    await expect(this.dialog).toBeVisible();
  }

  /** Enters a text in the dialog's box. @param {string} text */
  async useText(text) {
    await this.openDialog();
    await this.page.locator('#text-box').fill(text);
    await expect(this.page.getByTestId('token-counts')).toBeVisible(); // it moves the button
    await this.page.locator('#text-use').click();
    await expect(this.dialog).toBeHidden();
  }

  /** The state in the address bar, once it has been written. @param {RegExp} pattern */
  async address(pattern) {
    await expect(this.page).toHaveURL(pattern);
    return new URL(this.page.url()).hash;
  }

  /** Presses Tab until the element with that id has the focus. */
  async tabTo(/** @type {string} */ id, { back = false, most = 120 } = {}) {
    for (let presses = 0; presses < most; presses++) {
      if ((await this.page.evaluate(() => document.activeElement?.id)) === id) return;
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`#${id} cannot be reached by the Tab key`);
  }

  /** Checks that the trained model still answers. */
  async stillAnswers(/** @type {string} */ word, /** @type {string} */ first) {
    await this.ask('nearest', word);
    await expect(this.nearestAnswers.first()).toHaveText(first);
  }
}

/**
 * @typedef {object} Ours
 * @property {Lab} lab
 * @property {ReturnType<typeof watch>} behaviour of the page, checked in every test
 */

/**
 * @type {import('@playwright/test').Fixtures<Ours, {},
 *   import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions,
 *   import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions>}
 */
const ours = {
  lab: async ({ page }, use) => {
    await use(new Lab(page));
  },
  behaviour: [
    async ({ context }, use) => {
      const watched = watch(context);
      await use(watched);
      expect(watched.complaints, 'errors, exceptions and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(ours);
export { expect };
