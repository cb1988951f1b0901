import { beforeEach, describe, expect, it } from 'vitest';
import { FakeRun, fault, idle, openKept, tick, trainedModel, untrainedModel } from './fake.js';

/** @type {FakeRun} */
let run;

const made = () => untrainedModel(run);
const trained = () => trainedModel(run);

beforeEach(() => {
  run = new FakeRun();
});

describe('single steps', () => {
  it('one after the other, with report and hash', async () => {
    await made();
    await Promise.all([run.step(), run.step(2)]);
    expect(run).toMatchObject({ phase: 'settled', hash: 'a/3' });
    expect(run.calls.filter((call) => /report|begun/.test(call))).toEqual([
      'begun',
      'report 1',
      'begun',
      'report 3',
    ]);
  });

  it('come before the training that was asked for after them', async () => {
    await made();
    run.slices.all();
    const stepping = run.step();
    await tick();
    await Promise.all([stepping, run.train()]);
    expect(run).toMatchObject({ phase: 'settled', finished: true, error: null });
    const reports = run.calls.filter((call) => /report|begun/.test(call));
    expect(reports.slice(0, 4)).toEqual(['begun', 'report 1', 'begun', 'report 2']);
  });

  it('that fail are shown', async () => {
    const model = await made();
    model.failure = fault();
    await run.step();
    expect(run).toMatchObject({ phase: 'failed', error: { code: 'OutOfMemory' } });
  });
});

describe('reset', () => {
  it('of an untrained model: another, and nothing to bring back', async () => {
    const first = await made();
    run.makings.all();
    await run.reset();
    expect(run.undoing.name).toBe('');
    expect(first.closes).toBe(1);
    expect(run.model).toBe(run.made[1]);
  });

  it('can be taken back: model, report, hash and contents are as they were', async () => {
    const first = await trained();
    run.notes.push('seen');
    run.makings.all();
    await run.reset();
    expect(run).toMatchObject({ phase: 'settled', trained: false, hash: '', notes: ['a'] });
    expect(run.undoing.name).toBe('reset');
    expect(first.closes).toBe(0);
    run.undoing.take();
    expect(run).toMatchObject({ phase: 'settled', model: first, hash: 'a/4', finished: true });
    expect(run.notes).toEqual(['a', 'seen']);
    expect(run.made.map(({ closes }) => closes)).toEqual([0, 1]);
  });

  it('can be taken back while the next model is made, which is closed then', async () => {
    const first = await trained();
    const resetting = run.reset();
    await idle();
    expect(run.phase).toBe('making');
    run.undoing.take();
    expect(run).toMatchObject({ phase: 'settled', model: first });
    run.makings.all();
    await resetting;
    expect(run).toMatchObject({ phase: 'settled', model: first, finished: true });
    expect(run.made.map(({ closes }) => closes)).toEqual([0, 1]);
  });

  it('cannot be taken back once training has begun: the model is closed', async () => {
    const first = await trained();
    run.makings.all();
    await run.reset();
    run.slices.all();
    await run.train();
    expect(run.undoing.name).toBe('');
    expect(first.closes).toBe(1);
  });

  it('what was held is brought back while the model in its place trains, and trains on', async () => {
    const first = await made();
    await run.step();
    run.makings.all();
    await openKept(run);
    expect(run.undoing.name).toBe('kept');
    const training = run.train();
    run.slices.next();
    await idle();
    run.undoing.take();
    expect(run).toMatchObject({ phase: 'settled', model: first, recipe: 'a', notes: ['a'] });
    run.slices.all();
    await training;
    expect(run).toMatchObject({ phase: 'settled', model: first, finished: false });
    await run.train();
    expect(run).toMatchObject({ model: first, finished: true });
    expect(run.made.map(({ closes }) => closes)).toEqual([0, 1]);
  });

  it('while it trains: pauses, then as ever', async () => {
    const first = await made();
    const training = run.train();
    run.slices.next();
    await idle();
    run.makings.all();
    const resetting = run.reset();
    run.slices.next();
    await Promise.all([training, resetting]);
    expect(run).toMatchObject({ phase: 'settled', trained: false });
    expect(first.closes).toBe(0);
    run.undoing.take();
    expect(run).toMatchObject({ model: first, trained: true, finished: false });
  });
});

describe('close', () => {
  it('while it trains: nothing arrives any more', async () => {
    const model = await made();
    const training = run.train();
    run.slices.next();
    await idle();
    const { calls } = run;
    const seen = calls.length;
    await run.close();
    expect(run).toMatchObject({ phase: 'idle', model: null });
    run.slices.all();
    await training;
    expect(calls.slice(seen)).toEqual(['left a']);
    expect(model.closes).toBe(1);
  });

  it('while a model is made: it is closed when it arrives, and no other is made', async () => {
    const training = run.train();
    await run.close();
    run.makings.all();
    await training;
    expect(run.made.map(({ closes }) => closes)).toEqual([1]);
    expect(await run.make()).toBe(false);
    await expect(run.adopt(async () => Promise.reject(fault()))).rejects.toMatchObject({
      code: 'Cancelled',
    });
    expect(run).toMatchObject({ phase: 'idle', model: null });
  });

  it('with a reset that could be taken back: both models, when the page is closed', async () => {
    await trained();
    run.makings.all();
    await run.reset();
    await run.close();
    await run.undoing.drop();
    expect(run.made.map(({ closes }) => closes)).toEqual([1, 1]);
  });
});
