import { beforeEach, expect, it, vi } from 'vitest';
import { addMessages, setLanguage } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/questions-en.js';
import { zh } from '../../../web/src/i18n/questions-zh.js';
import { checks } from '../../../web/src/questions/check.js';

/** What a run gives. @type {Record<string, string>} */
const results = { 'similar a b': '0.50', loss: '1.20' };
const close = vi.fn(async () => {});
const trained = vi.fn(async () => ({ close }));

vi.mock('../../../web/src/tasks/runs.js', () => ({ trained: () => trained() }));
vi.mock('../../../web/src/tasks/measures.js', () => ({
  measured: async (/** @type {unknown} */ _run, /** @type {string} */ name) => results[name],
}));

const answer = (/** @type {string} */ loss) => `<article id="q">
  <h3>Why?</h3>
  <p><data value="a: similar a b">0.50</data> and <data value="a: loss">${loss}</data></p>
  <div class="proof"><a data-run="a" href="./lab.html#v=1&amp;seed=3&amp;nearest=x">Train</a></div>
</article>`;

/** Opens a page with one answer and checks it. @param {string} loss the printed loss */
async function check(loss) {
  document.body.innerHTML = answer(loss);
  checks(document);
  const button = /** @type {HTMLButtonElement} */ (document.querySelector('.check'));
  button.click();
  button.click(); // while it trains, nothing happens
  const outcome = document.querySelector('.outcome');
  await vi.waitFor(() => expect(outcome?.textContent).not.toMatch(/^(Training)/));
  return { button, outcome };
}

beforeEach(() => {
  addMessages({ en, zh });
  setLanguage('en');
  vi.clearAllMocks();
});

it('an answer whose numbers come out says so, after one training', async () => {
  const { button, outcome } = await check('1.20');
  expect(outcome?.textContent).toMatch(/^Trained here in [\d.]+ s: all 2 come out as printed\.$/);
  expect(document.querySelectorAll('data.same')).toHaveLength(2);
  expect(document.querySelector('progress')).toBeNull();
  expect(button.getAttribute('aria-disabled')).toBeNull();
  expect(button.getAttribute('aria-label')).toContain('Why?');
  expect(trained).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
});

it('a number that differs is marked, with what was measured', async () => {
  const { outcome } = await check('1.19');
  expect(outcome?.textContent).toContain('1 of 2 differ');
  expect(document.querySelector('.differs')?.textContent).toBe('1.19 (measured 1.20)');
});

it('a run that fails is reported, and can be tried again', async () => {
  trained.mockRejectedValueOnce(Object.assign(new Error('Odd.'), { code: 'Strange' }));
  const { button, outcome } = await check('1.20');
  expect(outcome?.textContent).toBe('Odd.');
  button.click();
  await vi.waitFor(() => expect(outcome?.textContent).toContain('all 2'));
});
