import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../web/src/i18n/index.js';
import {
  changeFrom,
  columnsOf,
  csvOf,
  differing,
  nameOf,
  reasonApart,
  sortedBy,
} from '../../../web/src/lab/compare/compare.js';
import { newRun } from '../../../web/src/lab/runs.js';
import { Store } from '../../../web/src/lab/store.js';
import { presets } from './fake.js';

/**
 * A run with the page's defaults but for these values.
 * @param {string} model @param {Record<string, unknown>} [changes]
 * @param {Partial<import('../../../web/src/lab/runs.js').Run>} [results]
 */
function runOf(model, changes = {}, results = {}) {
  const place = { read: () => '', write: () => {} };
  const store = new Store({ presets, place });
  store.set({ model });
  const values = { ...store.values, ...changes };
  return Object.assign(newRun(model, JSON.stringify(values), values), results);
}

beforeEach(() => setLanguage('en'));

describe('losses compare', () => {
  it.each([
    [{ vectorSize: 8 }],
    [{ seed: 2, alpha: 0.01, epochs: 3, window: 2 }],
    [{ build: 'fast' }],
  ])('where %o differs', (changes) => {
    expect(reasonApart(runOf('skip-gram'), runOf('skip-gram', changes))).toBe('');
  });

  it.each([
    ['model', runOf('cbow')],
    ['corpus', runOf('skip-gram', { corpus: 'relations-zh' })],
    ['words', runOf('skip-gram', { minCount: 5 })],
    ['objective', runOf('skip-gram', { objective: 'softmax' })],
    ['objective', runOf('skip-gram', { negative: 12 })],
  ])('not if there is another %s', (reason, other) => {
    expect(reasonApart(other, runOf('skip-gram'))).toBe(reason);
  });

  it('not if the held-out part differs, or the softmax is sampled', () => {
    expect(reasonApart(runOf('nnlm'), runOf('nnlm', { heldout: 20 }))).toBe('heldout');
    expect(reasonApart(runOf('elmo'), runOf('elmo', { samples: 64 }))).toBe('objective');
    const text = { corpus: 'own', text: 'abc' };
    expect(reasonApart(runOf('cbow', text), runOf('cbow', { ...text, text: 'xyz' }))).toBe(
      'corpus',
    );
  });

  it('whatever has no effect: negatives of a softmax, the held-out part of Word2Vec', () => {
    const softmax = { objective: 'softmax' };
    const other = runOf('cbow', { ...softmax, negative: 9, heldout: 30 });
    expect(reasonApart(runOf('cbow', softmax), other)).toBe('');
    expect(differing([runOf('cbow', softmax), other])).toEqual([]);
  });
});

describe('the name of a run', () => {
  const current = runOf('skip-gram', { vectorSize: 32, seed: 1 });

  it('is what differs from the current one', () => {
    expect(nameOf(current, current)).toBe('Skip-gram');
    expect(nameOf(runOf('skip-gram', { vectorSize: 8 }), current)).toBe('size 8');
    expect(nameOf(runOf('skip-gram', { vectorSize: 8, seed: 2 }), current)).toBe('size 8 · seed 2');
    const many = { vectorSize: 8, window: 2, epochs: 3 };
    expect(nameOf(runOf('skip-gram', many), current)).toBe('size 8 · window 2 …');
    expect(nameOf(runOf('cbow'), current)).toBe('CBOW');
    setLanguage('zh');
    expect(nameOf(runOf('skip-gram', { vectorSize: 8 }), current)).toBe('维数 8');
  });

  it('and the change is said in full', () => {
    expect(changeFrom(runOf('skip-gram', { vectorSize: 8, epochs: 3 }), current)).toBe(
      'size 8 → 32 · epochs 3 → 10',
    );
  });
});

describe('the table', () => {
  const runs = [
    runOf(
      'skip-gram',
      { vectorSize: 8 },
      { loss: 1.5, epoch: 10, accuracy: { correct: 1, total: 4 } },
    ),
    runOf('skip-gram', { vectorSize: 32 }, { loss: 1.25, epoch: 10 }),
    runOf('cbow', { corpus: 'relations-zh' }, { loss: 0.5, epoch: 4 }),
  ];

  it('has a column for each setting that differs, and for each result', () => {
    expect(columnsOf(runs.slice(0, 2)).map(({ id }) => id)).toEqual([
      'model',
      'vectorSize',
      'trained',
      'loss',
      'accuracy',
    ]);
    expect(columnsOf(runs).map(({ id }) => id)).toContain('corpus');
  });

  it('is sorted by any of them; what is unknown comes last', () => {
    const column = (/** @type {string} */ id) =>
      /** @type {ReturnType<typeof columnsOf>[number]} */ (
        columnsOf(runs).find((one) => one.id === id)
      );
    const losses = (/** @type {string} */ id, falling = false) =>
      sortedBy(runs, column(id), falling).map(({ loss }) => loss);
    expect(losses('loss')).toEqual([0.5, 1.25, 1.5]);
    expect(losses('loss', true)).toEqual([1.5, 1.25, 0.5]);
    expect(losses('accuracy')[0]).toBe(1.5);
    expect(losses('model')[0]).toBe(0.5); // CBOW
  });

  it('is written as CSV', () => {
    const [head, first, , last] = csvOf(runs).split('\r\n');
    expect(head.split(',')).toEqual(columnsOf(runs).map(({ id }) => id));
    expect(first).toContain('Skip-gram');
    expect(first).toMatch(/,1\.5,0\.25$/);
    expect(last).toMatch(/,0\.5,$/); // no accuracy
  });

  it('quotes what a spreadsheet would misread', () => {
    const own = [
      runOf('cbow', { corpus: '=1+1' }, { loss: 1 }),
      runOf('cbow', { corpus: 'a, "b"' }, { loss: 2 }),
    ];
    const file = csvOf(own);
    expect(file).toContain(",'=1+1,");
    expect(file).toContain('"a, ""b"""');
  });
});
