import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeModel, FakeRun, idle } from './fake.js';

/** @type {FakeRun} */
let run;

const fault = (code = 'OutOfMemory') => Object.assign(new Error(code), { code });

/** With an untrained model in place. */
async function made() {
  const making = run.make();
  run.makings.next();
  await making;
  run.calls = [];
  return run.made[0];
}

/** Trained to its end. */
async function trained() {
  const model = await made();
  run.slices.open = true;
  await run.train();
  run.slices.open = false;
  run.calls = [];
  return model;
}

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
    await Promise.all([run.step(), run.train()]);
    expect(run).toMatchObject({ phase: 'settled', finished: true, error: null });
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

/** What readers and pages do, in any order. @type {Record<string, () => unknown>} */
const actions = {
  make: () => run.make(),
  train: () => run.train(),
  pause: () => run.pause(),
  step: () => run.step(),
  reset: () => run.reset(),
  adjust: () => run.adjust(),
  settings: () => {
    run.settings = run.settings === 'a' ? 'b' : 'a';
  },
  undo: () => run.undoing.name && run.undoing.take(),
  arrive: () => run.makings.next(),
  slice: () => run.slices.next(),
  refuse: () => {
    run.refusal = run.refusal ? null : fault();
  },
  break: () => {
    if (run.model) run.model.failure = run.model.failure ? null : fault('EngineFailure');
  },
  wait: () => idle(),
  close: () => run.close(),
  open: () => openKept(),
};

/** What readers do in a row: alone, such sequences would hardly ever come to be. */
const COURSES = [
  ['make', 'arrive', 'wait'],
  ['train', 'slice', 'wait', 'slice', 'wait', 'pause', 'slice', 'wait'],
  ['reset', 'wait', 'arrive', 'wait'],
  ['open', 'wait', 'arrive', 'wait'],
  ['train', 'arrive', 'wait', 'slice', 'wait', 'slice', 'wait', 'slice', 'wait', 'slice', 'wait'],
];

/** A kept model takes the place of the one on show, which can be had back. */
async function openKept() {
  await run.pause();
  if (!run.model) return;
  const kept = run.hold();
  const how = async () => {
    await run.makings.pass();
    const model = new FakeModel(run.slices, run.settings);
    run.made.push(model);
    return { model, facts: async () => ({ report: await model.report() }) };
  };
  try {
    await run.adopt(how);
  } catch {
    await run.release(kept);
    return;
  }
  const back = () => run.bringBack(kept);
  await run.undoing.offer('kept', back, () => run.release(kept));
}

/** True at every moment. */
function holds() {
  const { phase, model, error, running, preparing } = run;
  if (phase === 'idle') expect(model).toBeNull();
  if (running || phase === 'settled' || phase === 'failed') expect(model ?? error).not.toBeNull();
  if (phase === 'settled') expect(error).toBeNull();
  if (error) expect(error.code).toBeDefined(); // else the fake says what must not happen
  expect(running).toBe(phase === 'training' || phase === 'pausing');
  expect(preparing).toBe(phase === 'making');
  if (model) expect(model.closes).toBe(0);
  for (const one of run.made) expect(one.closes).toBeLessThan(2);
}

describe('any sequence of actions', () => {
  it('leaves the run in a state that fits, and no model open that nobody holds', async () => {
    /** @type {Set<string>} */
    const seen = new Set();
    const names = Object.keys(actions).filter((name) => name !== 'close');
    const one = fc.constantFrom(...names).map((name) => [name]);
    const several = fc.constantFrom(...COURSES);
    const course = fc.array(fc.oneof(one, several), { maxLength: 14 }).map((parts) => parts.flat());
    const closing = fc.integer({ min: 0, max: 200 });
    await fc.assert(
      fc.asyncProperty(course, closing, async (courses, at) => {
        const sequence = courses.toSpliced(at, 0, ...(at < courses.length ? ['close'] : []));
        run = new FakeRun();
        /** @type {unknown[]} */
        const under = [];
        for (const name of sequence) {
          under.push(actions[name]());
          holds();
          if (name === 'wait') await under.at(-1);
          holds();
        }
        // All that was asked comes to an end.
        run.makings.all();
        run.slices.all();
        await Promise.all(under);
        await idle();
        holds();
        expect(['idle', 'settled', 'failed']).toContain(run.phase);
        expect(run.made.every(({ running }) => running === 0)).toBe(true);
        // One in place, at most one to bring back; when these go, none is left.
        const places = Number(run.model !== null) + Number(run.undoing.name !== '');
        expect(run.alive.length).toBeLessThanOrEqual(places);
        seen.add(`${run.phase} ${run.undoing.name}`);
        await run.undoing.drop();
        expect(run.alive).toEqual(run.model ? [run.model] : []);
        await run.close();
        expect(run.made.every(({ closes }) => closes === 1)).toBe(true);
      }),
      { numRuns: 400 },
    );
    const ends = ['settled ', 'settled reset', 'settled kept', 'failed ', 'idle '];
    expect([...seen]).toEqual(expect.arrayContaining(ends)); // the sequences lead everywhere
  });
});
