import { describe, expect, it } from 'vitest';
import { create, train } from '../../web/src/api/index.js';
import { Pace } from '../../web/src/worker/schedule.js';
import { failure, longRun, toyText } from './support.js';

const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a run', () => {
  it('pauses between two slices, answers meanwhile, and resumes where it stood', async () => {
    const model = await create(longRun);
    const run = model.resume();
    await sleep(60);
    expect(await model.similarity('king', 'queen')).toBeLessThan(1); // while training
    expect((await model.report()).running).toBe(true);
    const paused = await model.pause();
    expect(paused.running).toBe(false);
    expect(paused.step).toBeGreaterThan(0);
    expect(await run).toMatchObject({ step: paused.step, running: false, finished: false });
    await sleep(60);
    expect((await model.report()).step).toBe(paused.step);
    const again = model.resume();
    await sleep(60);
    expect((await model.pause()).step).toBeGreaterThan(paused.step);
    await again;
    await model.close();
  });

  it('takes exactly the steps asked for', async () => {
    const model = await create(longRun);
    expect(await model.step()).toMatchObject({ step: 1, running: false });
    expect((await model.step(12_345)).step).toBe(12_346);
    await model.close();
  });

  it('steps from a run: pauses it first', async () => {
    const model = await create(longRun);
    const run = model.resume();
    await sleep(40);
    const report = await model.step(1);
    expect(report.running).toBe(false);
    expect(report.step).toBe((await run).step + 1);
    await model.close();
  });

  it('resets to the untrained weights of a seed', async () => {
    const model = await create({ ...longRun, seed: 7 });
    const before = await model.weightsHash();
    await model.step(500);
    const trained = await model.weightsHash();
    expect(trained).not.toBe(before);
    expect(await model.reset()).toMatchObject({ step: 0, progress: 0, loss: Number.NaN });
    expect(await model.weightsHash()).toBe(before);
    await model.step(500);
    expect(await model.weightsHash()).toBe(trained);
    await model.reset({ seed: 8 });
    expect(model.options.seed).toBe(8);
    expect(await model.weightsHash()).not.toBe(before);
    await failure('BadParameter', () => model.reset({ seed: -1 }));
    await model.close();
  });

  it('survives any order of calls', async () => {
    const model = await create(longRun);
    const calls = [model.resume(), model.pause(), model.resume(), model.step(3), model.reset()];
    calls.push(model.resume(), model.resume({ stepsPerSecond: 5 }), model.pause());
    await Promise.all(calls);
    expect((await model.report()).running).toBe(false);
    await model.close();
  });

  it('ends at once when there is nothing left', async () => {
    const model = await train({ corpus: toyText(10), epochs: 1 });
    const { step } = await model.report();
    expect(await model.resume()).toMatchObject({ step, finished: true });
    expect(await model.step(5)).toMatchObject({ step, finished: true });
    await model.close();
  });

  it('ends a run that diverges, and learns again after a reset', async () => {
    const options = /** @type {const} */ ({ model: 'cbow', objective: 'softmax', alpha: 5 });
    const model = await create({ ...longRun, ...options, epochs: 1000 });
    const report = await model.resume();
    expect(report).toMatchObject({ finished: true, diverged: true });
    expect(report.progress).toBeLessThan(1);
    expect((await model.reset()).diverged).toBe(false);
    await model.close();
  });

  it('runs in slow motion, and at full speed again', async () => {
    const model = await create(longRun);
    const run = model.resume({ stepsPerSecond: 50 });
    await sleep(300);
    const slow = (await model.report()).step;
    expect(slow).toBeGreaterThan(2);
    expect(slow).toBeLessThan(60);
    const same = model.resume(); // changes the speed of the run under way
    await sleep(100);
    expect((await model.pause()).step).toBeGreaterThan(200);
    await run;
    await same;
    await model.close();
  });

  it('reports at most 30 times a second', async () => {
    const model = await create(longRun);
    let count = 0;
    const start = performance.now();
    const run = model.resume({ onProgress: () => count++ });
    await sleep(500);
    await model.pause();
    await run;
    const seconds = (performance.now() - start) / 1000;
    expect(count).toBeLessThanOrEqual(30 * seconds + 3);
    expect(count).toBeGreaterThan(1);
    await model.close();
  });

  it('sends positions with its reports, and ends with the same weights', async () => {
    const model = await create({ ...longRun, epochs: 1, seed: 3 });
    /** @type {Float32Array[]} */
    const seen = [];
    const words = (await model.vocabulary({ topn: 2 })).map(({ word }) => word);
    const last = await model.resume({
      projection: { words },
      reportsPerSecond: 20,
      onProgress: ({ projection }) => projection && seen.push(projection.positions),
    });
    expect(last).not.toHaveProperty('projection');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((positions) => positions.length === 4)).toBe(true);
    const hash = await model.weightsHash();
    await model.reset();
    await model.resume();
    expect(await model.weightsHash()).toBe(hash);
    await failure('UnknownWord', async () => {
      await model.reset();
      await model.resume({ projection: { words: ['kng'] } });
    });
    expect((await model.report()).step).toBe(0);
    await model.close();
  });

  it('stops when onProgress throws, with that error', async () => {
    const model = await create(longRun);
    const run = model.resume({
      onProgress: () => {
        throw new RangeError('of the caller');
      },
    });
    await expect(run).rejects.toThrow('of the caller');
    expect((await model.report()).running).toBe(false);
    await model.close();
  });
});

describe('cancelling', () => {
  it('train() keeps the model on the error', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const error = await failure('Cancelled', () =>
      train({ ...longRun, signal: controller.signal, onProgress }),
    );
    const model = error.model;
    expect((await model?.report())?.step).toBeGreaterThan(0);
    expect(await model?.similarity('king', 'queen')).toBeLessThan(1);
    await model?.close();
  });

  it('a signal that is aborted already starts nothing', async () => {
    const signal = AbortSignal.abort();
    expect((await failure('Cancelled', () => train({ ...longRun, signal }))).model).toBe(undefined);
    await failure('Cancelled', () => create({ ...longRun, signal }));
  });
});

describe('close()', () => {
  it('ends a run and refuses later calls', async () => {
    const model = await create(longRun);
    const run = model.resume();
    await sleep(30);
    await model.close();
    await model.close();
    expect(model.closed).toBe(true);
    expect(await run).toMatchObject({ running: false });
    const error = await failure('BadParameter', () => model.similarity('king', 'queen'));
    expect(error.message).toContain('closed');
  });
});

describe('Pace', () => {
  it('spreads steps evenly and never catches up after a sleep', () => {
    let now = 0;
    const pace = new Pace(10, () => now);
    expect(pace.due()).toBe(1);
    pace.spend(1);
    expect(pace.due()).toBe(0);
    expect(pace.delay()).toBe(100);
    now = 250;
    expect(pace.due()).toBe(2);
    pace.spend(2);
    now = 60_000;
    expect(pace.due()).toBe(1);
    expect(new Pace(Infinity, () => now).due()).toBe(Infinity);
  });
});
