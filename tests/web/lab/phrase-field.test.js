import { afterEach, expect, it, vi } from 'vitest';
import '../../../web/src/i18n/index.js';
import '../../../web/src/lab/settings/text-dialog.js';
import '../../../web/src/lab/settings/phrase-field.js';

afterEach(() => document.body.replaceChildren());

/** @param {(how: object) => Promise<object>} find */
async function shown(find) {
  const field = /** @type {any} */ (document.createElement('phrase-field'));
  Object.assign(field, { find });
  document.body.append(field);
  await field.updateComplete;
  return field;
}

it('asks with what the reader has set, and hands the joined text on', async () => {
  const find = vi.fn(async () => ({
    phrases: [{ phrase: 'new_york', count: 9, score: 12.5 }],
    text: 'new_york is big',
  }));
  const field = await shown(find);
  /** @type {object[]} */
  const joined = [];
  field.addEventListener('joined', (/** @type {CustomEvent} */ { detail }) => joined.push(detail));
  const threshold = field.querySelector('#phrase-threshold');
  threshold.value = '2.5';
  threshold.dispatchEvent(new Event('input'));
  field.querySelector('#phrase-join').click();
  await vi.waitFor(() => expect(joined).toEqual([{ text: 'new_york is big' }]));
  expect(find).toHaveBeenCalledWith({ minCount: 5, threshold: 2.5 });
  await field.updateComplete;
  expect(field.querySelector('.tokens').textContent).toContain('new_york');
  expect(field.querySelector('#phrase-undo')).toBeNull();
  field.joined = true;
  await field.updateComplete;
  const undone = vi.fn();
  field.addEventListener('undo', undone);
  field.querySelector('#phrase-undo').click();
  expect(undone).toHaveBeenCalledOnce();
});

it('says when there is nothing to join, and what went wrong', async () => {
  const field = await shown(async () => ({ phrases: [], text: '' }));
  const joined = vi.fn();
  field.addEventListener('joined', joined);
  field.querySelector('#phrase-join').click();
  await vi.waitFor(() => expect(field.querySelector('[role=status]')).not.toBeNull());
  expect(joined).not.toHaveBeenCalled();
  field.find = () => Promise.reject(Object.assign(new Error('x'), { code: 'EmptyCorpus' }));
  field.querySelector('#phrase-join').click();
  await vi.waitFor(() => expect(field.querySelector('#phrase-problem')?.textContent).toBeTruthy());
});
