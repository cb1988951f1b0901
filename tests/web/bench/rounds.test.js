// @ts-nocheck: fakes on purpose
/** The page of the benchmark: what it trains, in which order, and the line that it gives. */
import { describe, expect, it, vi } from 'vitest';
import * as api from '../../../web/src/api/index.js';
import { lineOf, measure, ROUNDS, ROWS } from '../../../web/src/bench/rounds.js';
import { en } from '../../../web/src/i18n/bench-en.js';
import { zh } from '../../../web/src/i18n/bench-zh.js';
import { median } from '../../../web/src/plots/statistics.js';

/** An API whose runs take no time; `lacks`: a build that cannot run. */
function fake(/** @type {string} */ lacks = '') {
  const asked = [];
  const create = vi.fn(async (options) => {
    asked.push(options);
    const build = options.build === lacks ? 'exact' : options.build;
    return {
      info: { build, buildReason: '' },
      resume: async () => ({ tokens: 1000 }),
      close: async () => {},
    };
  });
  return { api: { create }, asked };
}

describe('the runs', () => {
  it('take turns, with the benchmark’s settings and another seed in every round', async () => {
    const { api, asked } = fake();
    const figures = await measure({ api, corpus: 'a b', builds: ['exact', 'fast'] });
    expect(asked).toHaveLength(ROUNDS * ROWS.length * 2);
    expect(asked.slice(0, 3).map(({ build }) => build)).toEqual(['exact', 'fast', 'exact']);
    expect(new Set(asked.map(({ seed }) => seed)).size).toBe(ROUNDS);
    expect(asked[0]).toMatchObject({ vectorSize: 100, window: 5, negative: 5, sample: 1e-3 });
    expect(new Set(asked.map(({ sharedWindows }) => sharedWindows))).toEqual(new Set([1, 4, 16]));
    for (const { id } of ROWS) expect(figures[id].fast).toHaveLength(ROUNDS);
  });

  it('leave out a build that cannot run here', async () => {
    const { api, asked } = fake('fast');
    const figures = await measure({ api, corpus: 'a b', builds: ['exact', 'fast'] });
    expect(figures['skip-gram'].fast).toBeUndefined();
    expect(figures.cbow.exact).toHaveLength(ROUNDS);
    expect(asked.filter(({ build }) => build === 'fast')).toHaveLength(1);
  });

  it('end when they are stopped', async () => {
    const { api, asked } = fake();
    const stop = new AbortController();
    const onFigure = (_figures, done) => done === 3 && stop.abort();
    const run = measure({ api, corpus: 'a b', builds: ['exact'], signal: stop.signal, onFigure });
    await expect(run).rejects.toThrow();
    expect(asked).toHaveLength(3);
  });

  it('train for real', async () => {
    const corpus = 'the king wore a crown\nthe queen wore a crown\n'.repeat(30);
    const options = { vectorSize: 8, minCount: 1, sample: 0 };
    const figures = await measure({ api, corpus, builds: ['exact'], rounds: 1, options });
    for (const { id } of ROWS) expect(figures[id].exact?.[0], id).toBeGreaterThan(0);
  });
});

describe('the figures', () => {
  it('are medians', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1])).toBe(2.5);
  });

  it('become one line', () => {
    const figures = Object.fromEntries(ROWS.map(({ id }) => [id, {}]));
    figures['skip-gram'] = { exact: [600_000, 616_400, 700_000], fast: [656_000] };
    figures['skip-gram-4'] = { exact: [800_000] };
    const where = { agent: 'Mozilla/5.0', cores: 8, date: '2026-01-02' };
    const line = lineOf(figures, where);
    expect(line).toContain('skip-gram: exact 616, fast 656 · skip-gram shared 4: exact 800 · 8');
    expect(line).not.toContain('cbow');
    expect(line).toMatch(/Mozilla\/5\.0 · 2026-01-02$/);
    expect(line).not.toContain('\n');
  });

  it('have their words in both languages', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const { model } of ROWS) expect(en).toHaveProperty([`bench.row.${model}`]);
  });
});
