// @ts-nocheck: fakes
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { newRun } from '../../../web/src/lab/runs.js';
import { Store } from '../../../web/src/lab/store.js';
import '../../../web/src/lab/compare/runs-table.js';
import { presets } from './fake.js';

const words = ['king', 'queen', 'man', 'apple'];
const mapOf = (list, positions) => ({ words: list, positions: Float32Array.from(positions) });

function runOf(vectorSize, loss, map) {
  const { values } = new Store({ presets, place: { read: () => '', write: () => {} } });
  const run = newRun('skip-gram', String(vectorSize), { ...values, vectorSize });
  return Object.assign(run, { loss, epoch: 10, map });
}

let element;
let runs;
beforeEach(async () => {
  setLanguage('en');
  runs = [
    runOf(8, 1.5, mapOf(['queen', 'king', 'pear'], [1, 2, 3, 4, 5, 6])),
    runOf(16, 1.4, null),
    runOf(32, 1.25, mapOf(words, [0, 0, 1, 1, 2, 2, 3, 3])),
  ];
  element = document.createElement('runs-table');
  const alignPositions = vi.fn(async ({ all }) => all.map((x) => -x));
  Object.assign(element, { runs, current: runs[2], shown: { model: { alignPositions } } });
  document.body.append(element);
  await element.updateComplete;
});
afterEach(() => document.body.replaceChildren());

const losses = () =>
  [...element.querySelectorAll('tbody tr')].map((row) => row.textContent.match(/1\.\d\d/)[0]);

it('lists the runs with what differs, and sorts them by the heading that is pressed', async () => {
  const heads = [...element.querySelectorAll('thead th')].map((th) => th.textContent.trim());
  expect(heads).toEqual(['Model', 'size', 'Epochs trained', 'Loss, last epoch']);
  expect(losses()).toEqual(['1.50', '1.40', '1.25']);
  const press = async () => {
    element.querySelector('[data-sort=loss]').click();
    await element.updateComplete;
    return element.querySelector('[data-sort=loss]').closest('th').getAttribute('aria-sort');
  };
  expect(await press()).toBe('ascending');
  expect(losses()).toEqual(['1.25', '1.40', '1.50']);
  expect(await press()).toBe('descending');
  expect(losses()).toEqual(['1.50', '1.40', '1.25']);
});

it('shows two maps side by side, the other one aligned by the words they share', async () => {
  expect(element.querySelectorAll('tbody button')).toHaveLength(1); // neither itself nor without a map
  element.querySelector('tbody button').click();
  await vi.waitFor(() => expect(element.querySelector('run-maps figure')).not.toBeNull());
  const [{ previous, current, all }] = element.shown.model.alignPositions.mock.calls[0];
  expect([...previous]).toEqual([1, 1, 0, 0]); // queen, king on the current map
  expect([...current]).toEqual([1, 2, 3, 4]); // the same on the other one
  expect([...all]).toEqual([1, 2, 3, 4, 5, 6]);
  const captions = [...element.querySelectorAll('figcaption')].map((one) => one.textContent);
  expect(captions).toEqual(['size 8', 'Current run']);
  const named = [...element.querySelectorAll('run-maps text')].map((one) => one.textContent);
  expect(named.sort()).toEqual(['king', 'king', 'queen', 'queen']);
});
