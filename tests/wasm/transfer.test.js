/** Classifiers of sentences on models of words, and the four ways side by side. */
import { describe, expect, it } from 'vitest';
import { load, train, trainImages } from '../../web/src/api/index.js';
import { network, pictures } from './digits.js';
import { failure, small, toyText } from './support.js';

const few = { minSteps: 60, epochs: 1, batch: 8, alpha: 0.01 };
const ofA = ['across', 'down'];
const ofB = ['rising', 'falling'];

describe('on a model of words', () => {
  const pool = {
    labels: Array.from({ length: 12 }, (_, n) => ['king', 'man'][n % 2]),
    sentences: Array.from({ length: 12 }, (_, n) =>
      n % 2 === 0 ? 'the king rules the land' : ['the', 'man', 'walks', 'the', 'dog'],
    ),
  };
  const lines = 'king\tthe king rules the land\n\nman\tthe man walks the dog\r\n';
  const layers = {
    elmo: ['tokens', 'lstm1', 'lstm2', 'head'],
    'skip-gram': ['vectors', 'head'],
    cbow: ['vectors', 'head'],
    nnlm: ['vectors', 'head'],
  };

  it.each(Object.entries(layers))('%s lends its layers', async (model, names) => {
    const options = model === 'elmo' ? small.elmo : { vectorSize: 16, epochs: 2 };
    const a = await train({ corpus: toyText(20), ...options, model: /** @type {any} */ (model) });
    const hash = await a.weightsHash();
    const b = await a.transfer({
      examples: pool,
      frozen: names.slice(0, 1),
      ...few,
      minSteps: 300,
      alpha: 0.05,
    });
    expect(b.layers.map(({ name }) => name)).toEqual(names);
    expect(b.layers[0].frozen).toBe(true);
    expect(b.info).toMatchObject({ kind: 'text', vocabulary: 12, examples: 12, unknown: 0 });
    expect((await b.evaluate(pool)).accuracy).toBe(1);
    const [found] = await b.classify('the king rules the land');
    expect(found.label).toBe('king');
    expect(await b.classify(['the man walks', ['the', 'king']])).toHaveLength(2);
    const fromLines = await b.transfer({ examples: lines, ...few });
    expect(fromLines.labels).toEqual(['king', 'man']);
    const fromBytes = await a.createTransfer({
      examples: { bytes: new TextEncoder().encode(lines) },
    });
    expect(fromBytes.info.examples).toBe(2);
    const loaded = await load(await b.checkpoint(), { format: 'classifier' });
    expect(await loaded.classify('the king')).toEqual(await b.classify('the king'));
    expect(await loaded.weightsHash()).toBe(await b.weightsHash());
    expect(await a.weightsHash()).toBe(hash);
    for (const each of [a, b, fromLines, fromBytes, loaded]) await each.close();
  });

  it('the classifier outlives the model of words', async () => {
    const a = await train({ corpus: toyText(5), ...small.elmo, epochs: 1 });
    const b = await a.createTransfer({ examples: pool, ...few });
    await a.close();
    expect((await b.resume()).finished).toBe(true);
    const unknown = { labels: ['king', 'man'], sentences: ['the king xyzzy', 'the man'] };
    const c = await b.transfer({ examples: unknown, ...few });
    expect(c.info.unknown).toBe(1);
    await b.close();
    await c.close();
  });
});

describe('four ways side by side', () => {
  it('over labels and seeds, with results as they come', async () => {
    const a = await trainImages({ examples: pictures(30, ofA), ...network });
    const options = {
      pool: pictures(8, ofB),
      test: pictures(20, ofB, 9),
      labels: [1, 4],
      seeds: 2,
      ...few,
    };
    /** @type {any[]} */
    const seen = [];
    const { results, summary } = await a.compare({
      ...options,
      onProgress: (progress) => seen.push(progress),
    });
    expect(results).toHaveLength(16);
    expect(summary).toHaveLength(8);
    for (const { mode, labels, mean, spread, seeds } of summary) {
      const runs = results.filter((run) => run.mode === mode && run.labels === labels);
      expect(seeds).toBe(2);
      expect(mean).toBeCloseTo((runs[0].accuracy + runs[1].accuracy) / 2, 12);
      const distance = Math.abs(runs[0].accuracy - runs[1].accuracy) / Math.SQRT2;
      expect(spread).toBeCloseTo(distance, 12);
      expect(runs.map(({ seed }) => seed)).toEqual([1, 2]);
    }
    for (const { progress, results: some } of seen) {
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(some).toEqual(results.slice(0, some.length));
    }
    const one = await a.compare({ ...options, modes: ['frozen'], labels: [4], seed: 2, seeds: 1 });
    expect(one.results).toEqual([
      results.find((run) => run.mode === 'frozen' && run.labels === 4 && run.seed === 2),
    ]);
    await a.close();
  });

  it('can be cancelled, and the model goes on', async () => {
    const a = await trainImages({ examples: pictures(30, ofA), ...network });
    const controller = new AbortController();
    const running = a.compare({
      pool: pictures(50, ofB),
      test: pictures(50, ofB, 9),
      seeds: 100,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await failure('Cancelled', () => running);
    expect((await a.evaluate(pictures(5, ofA))).total).toBe(10);
    const again = new AbortController();
    const error = await failure('Cancelled', () =>
      a.transfer({
        examples: pictures(50, ofB),
        epochs: 10_000,
        signal: again.signal,
        onProgress: () => again.abort(),
      }),
    );
    const left = /** @type {any} */ (error.model);
    expect((await left.report()).step).toBeGreaterThan(0);
    await left.close();
    await a.close();
  });
});
