import { describe, expect, it } from 'vitest';
import { Random } from '../../../web/corpora/random.js';
import { fitOf, fitsByChance } from '../../../web/src/experiments/guess/fit.js';
import {
  openedOf,
  perplexity,
  probabilities,
  probabilityOf,
  refused,
  successes,
} from '../../../web/src/experiments/guess/game.js';

const counts = new Map(
  Object.entries({
    king: 5,
    kind: 2,
    kite: 1,
    queen: 4,
    quick: 1,
    apple: 7,
    ant: 3,
    to: 2,
    苹果: 1,
  }),
);

describe('the probability of a reader’s guesses', () => {
  it.each([1, 2, 3])('sums to one over all words, with %i attempts', (attempts) => {
    const q = [0.3, 0.45, 0.7].slice(0, attempts);
    // A reader who knows what to say after each letter; what is said may also be wrong twice.
    const says = (/** @type {string} */ prefix, /** @type {string[]} */ misses) =>
      [...counts.keys()].find((word) => word.startsWith(prefix) && !misses.includes(word));
    let sum = 0;
    for (const word of counts.keys()) {
      /** @type {string[]} */
      const misses = [];
      let found = false;
      while (misses.length < attempts && !found) {
        const guess = says(openedOf(word, misses.length), misses) ?? '';
        found = guess === word;
        if (!found) misses.push(guess);
      }
      sum += probabilityOf({ word, misses, found }, q, counts);
    }
    expect(sum).toBeCloseTo(1, 10);
  });

  it('a word that was found at once has the reader’s success, an opened letter costs what it told', () => {
    expect(probabilityOf({ word: 'king', misses: [], found: true }, [0.6, 0.5], counts)).toBe(0.6);
    // 26 in all; without apple 19, of which 8 begin with k.
    const after = probabilityOf(
      { word: 'king', misses: ['apple'], found: true },
      [0.6, 0.5],
      counts,
    );
    expect(after).toBeCloseTo(0.4 * (8 / 19) * 0.5, 10);
  });

  it('success is that of the other rounds, and never certain', () => {
    const hit = { word: 'king', misses: [], found: true };
    const miss = { word: 'ant', misses: ['king', 'apple'], found: false };
    expect(successes([hit, hit, miss], 2)).toEqual([2.5 / 4, 0.5 / 2]);
    const own = probabilities([{ ...hit }, { ...hit }, { ...hit }], counts, 2);
    expect(own).toEqual([2.5 / 3, 2.5 / 3, 2.5 / 3]);
    expect(perplexity(own)).toBeCloseTo(1.2, 10);
  });

  it('guesses that tell nothing are refused without counting', () => {
    const round = { word: 'king', misses: ['apple'] };
    expect(refused('zebra', round, counts)).toBe('unknown');
    expect(refused('apple', round, counts)).toBe('again');
    expect(refused('queen', round, counts)).toBe('letters');
    expect(refused('kite', round, counts)).toBe('');
  });
});

describe('a map laid by hand', () => {
  it('fits a turned, mirrored, scaled copy wholly, and others as chance does', () => {
    const random = new Random(3);
    const a = Array.from({ length: 20 }, () => random.below(1000));
    const copy = a.flatMap((_, i) => (i % 2 ? [] : [3 - 2 * a[i + 1], 2 * a[i]]));
    const mirrored = a.map((value, i) => (i % 2 ? -value : value));
    expect(fitOf(a, copy)).toBeCloseTo(1, 10);
    expect(fitOf(a, mirrored)).toBeCloseTo(1, 10);
    const chance = fitsByChance(a, copy, random, 199);
    expect(Math.max(...chance)).toBeLessThan(1);
    const mean = chance.reduce((sum, fit) => sum + fit, 0) / chance.length;
    expect(mean).toBeGreaterThan(0.02);
    expect(mean).toBeLessThan(0.4);
    expect(fitOf([1, 1, 1, 1], [0, 0, 3, 4])).toBe(0);
  });
});
