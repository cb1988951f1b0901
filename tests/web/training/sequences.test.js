import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeRun, fault, idle, openKept, tick } from './fake.js';

/** @type {FakeRun} */
let run;

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
  tick: () => tick(),
  close: () => run.close(),
  open: () => openKept(run),
};

/** What readers do in a row: alone, such sequences would hardly ever come to be. */
const COURSES = [
  ['make', 'arrive', 'wait'],
  ['train', 'slice', 'wait', 'slice', 'wait', 'pause', 'slice', 'wait'],
  ['reset', 'wait', 'arrive', 'wait'],
  ['open', 'wait', 'arrive', 'wait'],
  ['open', 'wait', 'arrive', 'wait', 'train', 'slice', 'wait', 'undo', 'wait'],
  ['train', 'arrive', 'wait', 'slice', 'wait', 'slice', 'wait', 'slice', 'wait', 'slice', 'wait'],
];

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
          if (name === 'wait' || name === 'tick') await under.at(-1);
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
        // Whatever came before, the next press trains.
        run.refusal = null;
        if (run.model) run.model.failure = null;
        await run.train();
        if (at >= courses.length) expect(run.finished).toBe(true); // not closed
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
