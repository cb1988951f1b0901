// @ts-nocheck: fakes on purpose
import { describe, expect, it, vi } from 'vitest';
import {
  forecastOf,
  isLong,
  moreEpochs,
  repetitions,
  shorterRun,
} from '../../../web/src/lab/advice.js';
import { hasLearnt, isCollapsed } from '../../../web/src/lab/slot.js';

/** Frequencies as in a real text: the n-th word occurs 20,000 / n times. */
const zipf = Array.from({ length: 12_000 }, (_, n) => ({
  word: `w${n}`,
  count: Math.max(1, Math.floor(20_000 / (n + 1))),
}));
const nnlm = { model: 'nnlm', minCount: 1, epochs: 5, samples: 0, direct: false };
const elmo = { model: 'elmo', minCount: 1, epochs: 5, samples: 0 };
/** The work of a softmax over all words, or over the samples. */
const work = async ({ samples = 0 }, words) => 1000 + 100 * (samples || words);

describe('a small text', () => {
  it('is offered epochs that fill a second or two', () => {
    expect(moreEpochs({ epochs: 10, seconds: 0.01 })).toEqual({
      changes: { epochs: 200 },
      seconds: 0.2,
    });
    expect(moreEpochs({ epochs: 10, seconds: 0.2 })?.changes).toEqual({ epochs: 50 });
  });

  it('keeps its epochs if they take long enough, or are as many as there can be', () => {
    expect(moreEpochs({ epochs: 10, seconds: 0.6 })).toBeNull();
    expect(moreEpochs({ epochs: 150, seconds: 0.1 })).toBeNull();
    expect(moreEpochs({ epochs: 10, seconds: Number.NaN })).toBeNull();
  });

  it('is counted', () => {
    const counts = [9, 5, 4, 1, 1].map((count) => ({ word: `${count}`, count }));
    expect(repetitions(counts)).toEqual({ words: 5, once: 2, often: 2 });
  });
});

describe('a long run', () => {
  const run = (values, seconds) => shorterRun({ values, vocabulary: zipf, seconds, work });

  it.each([elmo, nnlm])('is offered sampled softmax first: $model', async (values) => {
    const { changes, seconds } = await run(values, 2000);
    expect(changes).toEqual({ samples: 256 });
    expect(seconds).toBeLessThan(60);
  });

  it('is offered fewer rare words, then fewer epochs, where the softmax must be full', async () => {
    const direct = { ...nnlm, direct: true };
    const some = await run(direct, 200);
    expect(Object.keys(some.changes)).toEqual(['minCount']);
    expect(some.seconds).toBeLessThanOrEqual(60);
    const more = await run(direct, 2400);
    expect(Object.keys(more.changes)).toEqual(['minCount', 'epochs']);
    expect(more.changes.epochs).toBeLessThan(5);
    expect(more.seconds).toBeLessThan(240);
  });

  it('with one epoch of few words is left as it is', async () => {
    const vocabulary = zipf.slice(0, 400);
    const values = { ...nnlm, direct: true, epochs: 1 };
    expect(await shorterRun({ values, vocabulary, seconds: 900, work })).toBeNull();
  });
});

describe('a forecast', () => {
  const slotOf = (values, info, seconds) => {
    const model = {
      info,
      forecast: vi.fn(async () => ({ seconds, tokensPerSecond: 1 })),
      multiplyAdds: vi.fn(work),
    };
    const session = { changed: vi.fn() };
    return { model, values, vocabulary: zipf, trained: false, session, forecast: null };
  };

  it('is made of long runs and small texts alone', async () => {
    const toy = slotOf({ ...nnlm, corpus: 'relations-en' }, { tokens: 30_000 }, 5);
    await forecastOf(toy);
    expect(toy.model.forecast).not.toHaveBeenCalled();
    const long = slotOf({ ...nnlm, corpus: 'state-of-the-union' }, { tokens: 400_000 }, 900);
    await forecastOf(long);
    expect(isLong(long)).toBe(true);
    expect(long.advised.changes).toEqual({ samples: 256 });
    const own = slotOf({ model: 'cbow', corpus: 'own', epochs: 10 }, { tokens: 800 }, 0.01);
    await forecastOf(own);
    expect(own.advised.changes).toEqual({ epochs: 200 });
    expect(own.session.changed).toHaveBeenCalled();
  });

  it('is dropped with its model', async () => {
    const own = slotOf({ model: 'cbow', corpus: 'own', epochs: 10 }, { tokens: 800 }, 0.01);
    const asked = forecastOf(own);
    own.model = null;
    await asked;
    expect(own.forecast).toBeNull();
  });
});

describe('a verdict', () => {
  const slot = (progress, meanSimilarity = 0.2) => ({
    kind: 'skip-gram',
    report: { step: Math.ceil(1000 * progress), progress, epochs: 10, finished: progress === 1 },
    projection: { meanSimilarity },
  });

  it('needs more than a window', () => {
    expect(hasLearnt(slot(0))).toBe(false);
    expect(hasLearnt(slot(0.0001))).toBe(false);
    expect(hasLearnt(slot(0.02))).toBe(true);
    expect(hasLearnt({ kind: 'loaded' })).toBe(true);
  });

  it('is not given where all words are alike', () => {
    expect(isCollapsed(slot(1, 0.98))).toBe(true);
    expect(isCollapsed(slot(1, 0.9))).toBe(false);
    expect(isCollapsed(slot(0, 0.98))).toBe(false); // nothing was trained
  });
});
