// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it } from 'vitest';
import { newRun, record, withRun } from '../../../web/src/lab/runs.js';
import { Eta } from '../../../web/src/training/eta.js';

const report = (progress, loss) => ({ progress, epochs: 10, loss, epochLoss: loss });

describe('record', () => {
  it('keeps the mean over each share of the run', () => {
    const run = newRun('cbow', 'k', {});
    record(run, report(0.1, 4));
    record(run, report(0.1001, 0)); // one window alone makes no point…
    expect(run.points).toEqual([{ epoch: 1, loss: 4 }]);
    record(run, report(0.2, 3)); // …but counts in the next mean
    expect(run.points[1].loss).toBeCloseTo((0.0001 * 0 + 0.0999 * 3) / 0.1, 9);
  });

  it('leaves out what is no number and what goes back', () => {
    const run = newRun('cbow', 'k', {});
    record(run, report(0.2, Number.NaN));
    record(run, report(0.3, Number.POSITIVE_INFINITY));
    record(run, report(0.5, 2));
    record(run, report(0.4, 1));
    expect(run.points).toHaveLength(1);
  });

  it('ends with the loss of the last epoch, however the reports came', () => {
    const ends = [[0.5, 0.9], [0.3, 0.9999, 0.99995], []].map((before) => {
      const run = newRun('cbow', 'k', {});
      for (const progress of before) record(run, report(progress, 3 + Math.sin(progress)));
      record(run, { ...report(1, 1.25), finished: true });
      return [run.loss, run.epoch, run.points.at(-1)];
    });
    for (const end of ends) expect(end).toEqual([1.25, 10, { epoch: 10, loss: 1.25 }]);
  });

  it('the mean of the only epoch is the number, not the end of the curve', () => {
    const run = newRun('cbow', 'k', {});
    record(run, { ...report(0.5, 3), epochs: 1 });
    record(run, { ...report(1, 2.5), epochs: 1, finished: true });
    expect(run.loss).toBe(2.5);
    expect(run.points.at(-1)).toEqual({ epoch: 1, loss: 3 });
  });

  it('notes a held-out loss once, at the end of its epoch', () => {
    const run = newRun('nnlm', 'k', {});
    const measured = [Number.NaN, Number.NaN, 4, 4, 4, 3.5, 3.5];
    measured.forEach((heldoutLoss, i) => {
      record(run, { ...report(0.06 * i, 4 - i / 9), heldoutLoss });
    });
    expect(run.heldout).toEqual([
      { epoch: 1, loss: 4 },
      { epoch: 3, loss: 3.5 },
    ]);
  });

  it('halves its resolution instead of growing for ever', () => {
    const run = newRun('cbow', 'k', {});
    for (let i = 1; i <= 5000; i++) record(run, report(i / 5000, 1 + 1 / i));
    expect(run.points.length).toBeLessThanOrEqual(401);
    expect(run.points.at(-1).epoch).toBe(10);
    const epochs = run.points.map((point) => point.epoch);
    expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
  });
});

describe('withRun', () => {
  it('replaces a repetition and forgets the oldest of many', () => {
    let runs = [];
    for (let i = 0; i < 12; i++) {
      const run = newRun('cbow', `k${i % 10}`, {});
      run.points.push({ epoch: 1, loss: 1 }, { epoch: 2, loss: 1 });
      runs = withRun(runs, run);
    }
    expect(runs).toHaveLength(8);
    expect(new Set(runs.map((run) => run.key)).size).toBe(8);
  });
});

describe('Eta', () => {
  it('says how many seconds are left at a steady pace, and how fast it goes', () => {
    const eta = new Eta();
    expect(eta.update(1000, 0, 0)).toBeNaN();
    eta.update(2000, 0.1, 500);
    expect(eta.update(3000, 0.2, 1000)).toBeCloseTo(8, 6);
    expect(eta.tokensPerSecond).toBeCloseTo(500, 6);
  });

  it('does not swing when steps are uneven and the held-out text is measured', () => {
    const eta = new Eta();
    const total = 600; // seconds of training, besides the pauses
    let [at, progress, before] = [1000, 0, Number.NaN];
    for (let n = 0; progress < 0.9; n++) {
      const pause = n % 600 === 599 ? 4000 : 0;
      at += 100 + pause;
      progress += ((0.1 / total) * (n % 7)) / 3;
      const left = eta.update(at, progress);
      if (n < 100) continue;
      const truth = (1 - progress) * total;
      expect(left / truth).toBeGreaterThan(0.8);
      expect(left / truth).toBeLessThan(1.35);
      if (n > 100) expect(Math.abs(Math.log(left / before))).toBeLessThan(Math.log(1.3));
      before = left;
    }
  });

  it('knows nothing after a restart', () => {
    const eta = new Eta();
    eta.update(1000, 0.5, 5);
    eta.update(2000, 0.9, 9);
    expect(eta.update(3000, 0.1, 1)).toBeNaN();
    expect(eta.tokensPerSecond).toBe(0);
  });
});
