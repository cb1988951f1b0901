import { beforeEach, describe, expect, it } from 'vitest';
import { FakeModel, FakeRun, fault, idle, trainedModel, untrainedModel } from './fake.js';

/** @type {FakeRun} */
let run;

const made = () => untrainedModel(run);
const trained = () => trainedModel(run);

beforeEach(() => {
  run = new FakeRun();
});

describe('making', () => {
  it('idle, making, settled: what is known of the model comes with it', async () => {
    expect(run).toMatchObject({ phase: 'idle', model: null, stale: false, mustBeMade: true });
    const making = run.make();
    expect(run).toMatchObject({ phase: 'making', preparing: true, model: null });
    run.makings.next();
    expect(await making).toBe(true);
    expect(run).toMatchObject({ phase: 'settled', recipe: 'a', notes: ['a'], trained: false });
    expect(run.model).toBe(run.made[0]);
    expect(run.calls).toEqual(['create a', 'placed', 'look']);
  });

  it('twice with the same settings: one model', async () => {
    const both = [run.make(), run.make()];
    run.makings.all();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(run.made).toHaveLength(1);
  });

  it('with other settings meanwhile: the first is closed when it arrives', async () => {
    const first = run.make();
    run.settings = 'b';
    const second = run.make();
    run.makings.all();
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(run.made.map(({ recipe, closes }) => [recipe, closes])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(run).toMatchObject({ phase: 'settled', recipe: 'b', notes: ['b'] });
  });

  it('again: the model before answers until the next is there, and is closed then', async () => {
    const first = await made();
    run.settings = 'b';
    expect(run.stale).toBe(true);
    const making = run.make();
    expect(run.model).toBe(first);
    run.makings.next();
    await making;
    expect(first.closes).toBe(1);
    expect(run.calls).toEqual(['create b', 'left a', 'placed', 'look']);
  });

  it('that fails: failed, and the model before stays', async () => {
    const first = await made();
    run.refusal = fault();
    const making = run.make();
    run.makings.next();
    expect(await making).toBe(false);
    expect(run).toMatchObject({ phase: 'failed', error: { code: 'OutOfMemory' } });
    expect(run.model).toBe(first);
    expect(first.closes).toBe(0);
  });

  it('that is cancelled: as before', async () => {
    run.refusal = fault('Cancelled');
    const making = run.make();
    run.makings.next();
    expect(await making).toBe(false);
    expect(run).toMatchObject({ phase: 'idle', error: null });
  });

  it('of a model that cannot be read: it is closed', async () => {
    const model = new FakeModel(run.slices, 'a');
    const facts = () => Promise.reject(fault('BadFormat'));
    await expect(run.adopt(async () => ({ model, facts }))).rejects.toThrow('BadFormat');
    expect(model.closes).toBe(1);
    expect(run).toMatchObject({ phase: 'idle', error: null });
  });

  it('a model from a file, under its own name', async () => {
    const first = await made();
    const model = new FakeModel(run.slices, 'file');
    await run.adopt(async () => ({ model, facts: async () => ({}) }), 'vectors.txt');
    expect(run).toMatchObject({ phase: 'settled', model, recipe: 'vectors.txt', notes: [] });
    expect(first.closes).toBe(1);
  });

  it('a file that comes too late rejects, and is closed', async () => {
    const model = new FakeModel(run.slices, 'file');
    const how = async () => {
      await run.makings.pass();
      return { model, facts: async () => ({}) };
    };
    const late = run.adopt(how, 'file');
    const making = run.make();
    run.makings.all();
    await expect(late).rejects.toMatchObject({ code: 'Cancelled' });
    expect(await making).toBe(true);
    expect(model.closes).toBe(1);
  });
});

describe('training', () => {
  it('makes the model first; reports in order, then the hash', async () => {
    const training = run.train();
    expect(run.phase).toBe('making');
    run.makings.next();
    await idle();
    expect(run).toMatchObject({ phase: 'training', running: true, hash: '' });
    run.slices.all();
    await training;
    expect(run).toMatchObject({ phase: 'settled', finished: true, trained: true, hash: 'a/4' });
    const reports = [1, 2, 3, 4, 4].map((step) => `report ${step}`); // the last one twice
    expect(run.calls).toEqual([
      'create a',
      'placed',
      'look',
      'begun',
      ...reports,
      'look',
      'measure',
    ]);
  });

  it('pauses after the slice under way, and goes on from there', async () => {
    const model = await made();
    const training = run.train();
    run.slices.next();
    await idle();
    const pausing = run.pause();
    expect(run).toMatchObject({ phase: 'pausing', running: true });
    run.slices.next();
    await Promise.all([pausing, training]);
    expect(run).toMatchObject({ phase: 'settled', trained: true, finished: false, hash: 'a/2' });
    expect(run.calls).not.toContain('measure');
    run.slices.all();
    await run.train();
    expect(run.made).toEqual([model]);
    expect(run.finished).toBe(true);
  });

  it('two presses in a row: one training', async () => {
    const presses = [run.train(), run.train()];
    run.makings.next();
    await idle();
    presses.push(run.train());
    run.slices.all();
    for (const press of presses) {
      await press;
      expect(run).toMatchObject({ finished: true, running: false });
    }
    expect(run.calls.filter((call) => call === 'begun')).toHaveLength(1);
    expect(run.made).toHaveLength(1);
  });

  it('paused while the model is made: it is not trained; pressed again, it is', async () => {
    const training = run.train();
    await run.pause();
    run.makings.next();
    await training;
    expect(run).toMatchObject({ phase: 'settled', trained: false });
    const [first, second] = [run.make(), run.train()];
    await run.pause();
    const third = run.train();
    run.slices.open = true;
    run.makings.all();
    await Promise.all([first, second, third]);
    expect(run).toMatchObject({ phase: 'settled', finished: true });
    expect(run.calls.filter((call) => call === 'begun')).toHaveLength(1);
  });

  it('anew after the end, with the same model', async () => {
    const model = await trained();
    run.slices.all();
    await run.train();
    expect(run.model).toBe(model);
    expect(run.calls.slice(0, 3)).toEqual(['restarted', 'begun', 'report 1']);
    expect(run).toMatchObject({ phase: 'settled', finished: true, hash: 'a/4' });
  });

  it('of other settings: another model', async () => {
    const first = await trained();
    run.settings = 'b';
    run.makings.all();
    run.slices.all();
    await run.train();
    expect(first.closes).toBe(1);
    expect(run).toMatchObject({ recipe: 'b', finished: true });
  });

  it('that fails: failed, then on from there; after the worker died with a new model', async () => {
    const model = await made();
    model.failure = fault('OutOfMemory');
    run.slices.open = true;
    await run.train();
    expect(run).toMatchObject({ phase: 'failed', error: { code: 'OutOfMemory' } });
    model.failure = fault('EngineFailure');
    await run.train();
    expect(run).toMatchObject({ phase: 'failed', error: { code: 'EngineFailure' } });
    run.makings.all();
    await run.train();
    expect(run).toMatchObject({ phase: 'settled', error: null, finished: true });
    expect(run.made).toHaveLength(2);
    expect(model.closes).toBe(1);
  });

  it('that diverges: failed, with the hash of the weights', async () => {
    const model = await made();
    model.diverges = true;
    run.slices.open = true;
    await run.train();
    expect(run).toMatchObject({ phase: 'failed', error: { code: 'Diverged' }, hash: 'a/1' });
  });

  it('is adjusted while it is under way', async () => {
    await made();
    const training = run.train();
    await run.adjust();
    expect(run.phase).toBe('training');
    run.slices.all();
    await training;
    expect(run.finished).toBe(true);
  });

  it('ends before another model is made', async () => {
    const first = await made();
    const training = run.train();
    run.settings = 'b';
    const making = run.make();
    await idle();
    expect(run.phase).toBe('pausing');
    run.slices.next();
    run.makings.next();
    await idle();
    run.makings.all();
    expect(await making).toBe(true);
    await training;
    expect(first.closes).toBe(1);
    expect(run).toMatchObject({ phase: 'settled', recipe: 'b', trained: false });
  });
});
