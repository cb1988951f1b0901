import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Projector } from '../../../web/src/worker/projector.js';
import { TrainingRun } from '../../../web/src/worker/run.js';

/** @typedef {import('../../../web/src/worker/run.js').Report} Report */

const SLICE_MS = 5;
const DIMENSIONS = 2;
const vocabulary = ['king', 'queen', 'apple'];

/** @type {number} milliseconds that the fakes have worked */
let clock = 0;
/** @type {number} that a projection takes */
let projectionMs = 1;

beforeEach(() => {
  clock = 0;
  projectionMs = 1;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => vi.restoreAllMocks());

/** A model whose steps take a millisecond each; its positions hold the step they are of. */
function fakeNative(steps = 1000) {
  let step = 0;
  const report = (predictions = 0) => ({
    ...{ epoch: 1, epochs: 1, step, steps, progress: step / steps },
    ...{ loss: 1 / (1 + step), predictions, learningRate: 0.1, epochLoss: 1 + step },
    ...{ finished: step >= steps, diverged: false },
  });
  const advance = (/** @type {number} */ count) => {
    const done = Math.min(count, steps - step);
    step += done;
    clock += done;
    return report(done);
  };
  return {
    report,
    runFor: vi.fn(() => advance(SLICE_MS)),
    runSteps: vi.fn(advance),
    reset: () => {
      step = 0;
    },
    projection: vi.fn((/** @type {{align: boolean, words: string[] | null}} */ { words }) => {
      const unknown = words?.find((word) => !vocabulary.includes(word));
      if (unknown) throw Object.assign(new Error(unknown), { code: 'UnknownWord' });
      clock += projectionMs;
      const size = (words ?? vocabulary).length * DIMENSIONS;
      const explained = /** @type {[number, number]} */ ([0.5, 0.2]);
      return { positions: new Float32Array(size).fill(step), explained, meanSimilarity: 0 };
    }),
  };
}

/** Runs to the end. @param {object} [options] @param {ReturnType<typeof fakeNative>} [native] */
async function watched(options, native = fakeNative()) {
  /** @type {Report[]} */
  const reports = [];
  const run = new TrainingRun(native);
  const last = await run.resume(options, (report) => reports.push(report));
  return { native, reports, last };
}

const withPositions = (/** @type {Report[]} */ reports) =>
  reports.filter(({ projection }) => projection);

it('the last report has the loss of the last epoch, the others the mean since the one before', async () => {
  const { reports, last } = await watched();
  expect(last).toMatchObject({ finished: true, loss: 1001, epochLoss: 1001 });
  expect(reports.at(-1)).toMatchObject({ finished: true, loss: 1001 });
  for (const { loss } of reports.slice(0, -1)) expect(loss).toBeLessThan(1);
});

describe('a watched run', () => {
  it('sends report and positions in one message', async () => {
    const { native, reports } = await watched({ projection: {} });
    const shown = withPositions(reports);
    expect(shown.length).toBeGreaterThan(10);
    expect(native.projection).toHaveBeenCalledTimes(shown.length); // each of them was sent
    for (const { step, projection } of shown) {
      expect(projection?.positions).toEqual(new Float32Array(6).fill(step)); // of these weights
    }
    expect(reports.length - shown.length).toBe(1); // the last, at rest: its positions are a question
  });

  it('projects nothing when nobody asks, or nobody listens', async () => {
    const { native } = await watched();
    expect(native.projection).not.toHaveBeenCalled();
    const alone = fakeNative();
    await new TrainingRun(alone).resume({ projection: {} });
    expect(alone.projection).not.toHaveBeenCalled();
  });

  it('makes the same steps whether it is watched or not', async () => {
    const seen = await watched({ projection: {}, reportsPerSecond: 5 });
    const unseen = await watched();
    expect(seen.last.step).toBe(unseen.last.step);
    expect(seen.native.runFor.mock.calls).toEqual(unseen.native.runFor.mock.calls);
  });

  it('reports as often as it is asked to, at most 30 times a second', async () => {
    const often = await watched({ reportsPerSecond: 1000 });
    const steps = often.reports.map(({ step }) => step);
    expect(Math.min(...steps.slice(1, -1).map((step, i) => step - steps[i]))).toBe(35);
    const seldom = await watched({ reportsPerSecond: 10, projection: {} });
    expect(seldom.reports.length).toBeLessThanOrEqual(12); // 1000 ms and the projections
    expect(withPositions(seldom.reports)).toHaveLength(seldom.reports.length - 1);
  });

  it('spends at most a fifth of the time on projections', async () => {
    projectionMs = 40;
    const { native, reports } = await watched({ projection: {} });
    const spent = projectionMs * native.projection.mock.calls.length;
    expect(spent).toBeGreaterThan(clock / 10);
    expect(spent).toBeLessThanOrEqual(clock / 5 + projectionMs);
    expect(reports.length).toBeGreaterThan(2 * withPositions(reports).length); // not held up by it
  });

  it('shows what the latest call asks for', async () => {
    const native = fakeNative();
    const run = new TrainingRun(native);
    /** @type {Report[]} */
    const reports = [];
    const done = run.resume({ projection: { words: ['king'] } }, (report) => {
      reports.push(report);
      const count = reports.length;
      if (count === 4) run.resume({ projection: { words: ['king', 'queen'], align: false } });
      if (count === 8) run.resume({}); // all but the speed stays
      if (count === 12) run.resume({ projection: null });
    });
    await done;
    const sizes = reports.map(({ projection }) => projection?.positions.length ?? 0);
    expect(sizes.slice(0, 4)).toEqual([2, 2, 2, 2]);
    expect(sizes.slice(4, 12)).toEqual(Array(8).fill(4));
    expect(sizes.slice(12).every((size) => size === 0)).toBe(true);
    expect(native.projection.mock.lastCall?.[0]).toEqual({
      align: false,
      words: ['king', 'queen'],
    });
  });

  it('begins anew with the next run', async () => {
    const native = fakeNative();
    const run = new TrainingRun(native);
    const first = run.resume({ projection: {} }, () => run.pause());
    await first;
    const calls = native.projection.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    const listener = vi.fn();
    await run.resume({}, listener);
    expect(listener).toHaveBeenCalled();
    expect(native.projection).toHaveBeenCalledTimes(calls);
  });

  it('refuses unknown words at once and trains on', async () => {
    const native = fakeNative();
    const run = new TrainingRun(native);
    const bad = { projection: { words: ['kng'] } };
    await expect(run.resume(bad, () => {})).rejects.toMatchObject({ code: 'UnknownWord' });
    expect(native.runFor).not.toHaveBeenCalled();
    /** @type {Promise<unknown> | undefined} */
    let refused;
    const { finished } = await run.resume({}, () => {
      refused ??= expect(run.resume(bad)).rejects.toMatchObject({ code: 'UnknownWord' });
    });
    await refused;
    expect(refused).toBeDefined();
    expect(finished).toBe(true);
  });

  it('trains on where the vectors cannot be projected any more', async () => {
    const native = fakeNative();
    native.projection.mockImplementation(() => {
      throw Object.assign(new Error('not finite'), { code: 'BadParameter' });
    });
    const { reports, last } = await watched({ projection: {} }, native);
    expect(native.projection).toHaveBeenCalled();
    expect(withPositions(reports)).toEqual([]);
    expect(last.finished).toBe(true);
  });

  it('ends with a trap in the core', async () => {
    const native = fakeNative();
    native.projection.mockImplementation(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    await expect(watched({ projection: {} }, native)).rejects.toThrow('unreachable');
  });
});

describe('a projector', () => {
  it('rests four times as long as it worked', () => {
    const native = fakeNative();
    const projector = new Projector({}, () => clock);
    projectionMs = 10;
    expect(projector.projectIfDue(native)).toBeDefined();
    clock += 39;
    expect(projector.projectIfDue(native)).toBeUndefined();
    clock += 1;
    expect(projector.projectIfDue(native)).toBeDefined();
    expect(native.projection.mock.calls[0][0]).toEqual({ align: true, words: null });
  });
});
