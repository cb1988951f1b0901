import { describe, expect, it } from 'vitest';
import {
  growth,
  huffmanDepths,
  meanDepth,
  multiplications,
  rowsTouched,
  zipfCounts,
} from '../../../web/src/inside/costs.js';

describe('the costs of an objective', () => {
  it('multiplies every touched row three times', () => {
    const sizes = { V: 291, K: 5, depth: 9 };
    const rows = /** @type {const} */ (['softmax', 'hierarchical-softmax', 'negative-sampling']);
    const costs = rows.map((one) => multiplications(rowsTouched(one, sizes), 32));
    expect(costs).toEqual([27_936, 864, 576]);
  });

  it('puts frequent words high in the tree', () => {
    expect([...huffmanDepths([8, 4, 2, 1, 1])]).toEqual([1, 2, 3, 4, 4]);
    expect([...huffmanDepths([5, 5, 5, 5])]).toEqual([2, 2, 2, 2]);
    expect([...huffmanDepths([3, 1])]).toEqual([1, 1]);
    expect([...huffmanDepths([3])]).toEqual([0]);
    expect(huffmanDepths([])).toHaveLength(0);
  });

  it('fills a tree without gaps', () => {
    for (const V of [2, 3, 100, 5000]) {
      const kraft = huffmanDepths(zipfCounts(V)).reduce((sum, depth) => sum + 2 ** -depth, 0);
      expect(kraft).toBeCloseTo(1, 12);
    }
  });

  it('is at most one bit above the entropy', () => {
    for (const V of [258, 1000, 10_000]) {
      const counts = zipfCounts(V);
      const all = counts.reduce((a, b) => a + b);
      const entropy = counts.reduce((sum, n) => sum - (n / all) * Math.log2(n / all), 0);
      expect(meanDepth(counts)).toBeGreaterThanOrEqual(entropy);
      expect(meanDepth(counts)).toBeLessThan(entropy + 1);
    }
  });

  it('grows with the vocabulary, except for negative sampling', () => {
    const table = growth(5);
    expect(table.map(({ V }) => V)).toEqual([258, 1000, 10_000, 100_000]);
    expect(table.map(({ rows }) => rows.softmax)).toEqual([258, 1000, 10_000, 100_000]);
    expect(table.map(({ rows }) => rows['negative-sampling'])).toEqual([6, 6, 6, 6]);
    const depths = table.map(({ rows }) => rows['hierarchical-softmax']);
    expect(depths).toEqual([...depths].sort((a, b) => a - b));
    expect(depths[3]).toBeLessThan(Math.log2(100_000));
  });
});
