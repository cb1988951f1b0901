// @ts-nocheck: jobs and readers that are made up
/** A class's work: several workers, each training once, cancelled, tried again, brought back. */
import { describe, expect, it, vi } from 'vitest';
import { LONGEST_SECONDS, Pool } from '../../../web/src/class/pool.js';
import { ClassSession } from '../../../web/src/class/session.js';
import { resultFragment } from '../../../web/src/tasks/result.js';

const soon = () => new Promise((resolve) => setTimeout(resolve));

/** Jobs that end when they are told to. @param {string[]} keys */
function jobsFor(keys) {
  const ends = {};
  const jobs = keys.map((key) => ({
    key,
    run: vi.fn(
      (how) =>
        new Promise((resolve, reject) => {
          ends[key] = { resolve: () => resolve({ hash: key, said: {} }), reject, how };
          how.signal.addEventListener('abort', () =>
            reject(Object.assign(new Error('Cancelled'), { code: 'Cancelled' })),
          );
        }),
    ),
  }));
  return { jobs, ends };
}

describe('the pool', () => {
  it('trains as many at once as there are workers, each job once', async () => {
    const pool = new Pool({ workers: [undefined, 'b'] });
    const { jobs, ends } = jobsFor(['1', '2', '3']);
    pool.add([...jobs, jobs[0]]);
    expect(Object.keys(ends)).toEqual(['1', '2']);
    expect([ends[1].how.workerUrl, ends[2].how.workerUrl]).toEqual([undefined, 'b']);
    expect(pool.progress('class')).toMatchObject({ done: 0, total: 3, active: true });
    ends[2].resolve();
    await soon();
    expect(ends[3].how.workerUrl).toBe('b');
    ends[1].resolve();
    ends[3].resolve();
    await soon();
    pool.add(jobs);
    expect(jobs.map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 1]);
    expect([...pool.found.keys()]).toEqual(['2', '1', '3']);
    expect(pool.progress('class').active).toBe(false);
  });

  it('trains hand-ins before what is only for comparison, and cancels each by itself', async () => {
    const pool = new Pool({ workers: [undefined] });
    const { jobs, ends } = jobsFor(['a', 'l1', 'l2', 'b']);
    pool.add([jobs[0]]);
    pool.add([jobs[1], jobs[2]], { group: 'luck' });
    pool.add([jobs[3]]);
    ends.a.resolve();
    await soon();
    expect(pool.stateOf('b')).toBe('running');
    pool.cancel('luck');
    expect(pool.stateOf('l1')).toBe('unknown');
    expect(pool.stateOf('b')).toBe('running');
    pool.cancel('class');
    await soon();
    expect(pool.stateOf('b')).toBe('unknown'); // it can be trained later
    expect(pool.found.has('b')).toBe(false);
  });

  it('a failure is kept until it is tried again', async () => {
    const pool = new Pool({ workers: [undefined] });
    const { jobs, ends } = jobsFor(['a']);
    pool.add(jobs);
    ends.a.reject(Object.assign(new Error('gone'), { code: 'EngineFailure', parameter: 'worker' }));
    await soon();
    expect(pool.found.get('a').fault).toMatchObject({ code: 'EngineFailure', parameter: 'worker' });
    pool.retry(jobs);
    ends.a.resolve();
    await soon();
    expect(pool.stateOf('a')).toBe('done');
  });

  it('says how long it takes, and leaves out what would take far too long', async () => {
    let now = 0;
    const pool = new Pool({ workers: [undefined], now: () => now });
    const { jobs, ends } = jobsFor(['a', 'b', 'huge']);
    pool.add(jobs);
    expect(pool.progress('class').secondsLeft).toBeNaN();
    now = 2000;
    ends.a.resolve();
    await soon();
    expect(pool.progress('class').secondsLeft).toBeCloseTo(4); // two more of two seconds
    ends.b.resolve();
    await soon();
    now += 9000; // its files are loaded
    ends.huge.how.onProgress(0);
    now += 4000;
    ends.huge.how.onProgress(0.01);
    await soon();
    expect(pool.found.get('huge').fault).toEqual({ code: 'Slow', value: 7 });
    expect(LONGEST_SECONDS).toBeLessThan(400);
    pool.retry([jobs[2]]); // on request it trains
    ends.huge.how.onProgress(0);
    now += 4000;
    ends.huge.how.onProgress(0.01);
    await soon();
    expect(pool.stateOf('huge')).toBe('running');
  });
});

describe('the session', () => {
  const LINK = (name) => `https://example.org/lessons.html#v=1&lesson=${name}&result=x`;
  const keeper = () => {
    let kept = { entries: [], chosen: '', facts: [] };
    return {
      restored: () => kept,
      keep: (more) => {
        kept = structuredClone(more);
        return true;
      },
      forget: () => {
        kept = { entries: [], chosen: '', facts: [] };
      },
    };
  };
  const places = {
    lessonOf: vi.fn(async () => {
      throw new Error('offline');
    }),
    storyOptions: async () => ({ number: ['queen', 'next', 'equal'] }),
  };
  const GUESSES = 'https://example.org/story-end.html#guesses=number.queen.equal';
  const facts = { hash: '', said: {}, came: 'equal' };

  it('reads, judges, keeps, and brings back without training again', async () => {
    const shelf = keeper();
    const pool = new Pool({ workers: [undefined] });
    const session = new ClassSession({ pool, places, keeper: shelf });
    pool.found.set('story number en 1', { facts });
    await session.add(`Ada: ${GUESSES}\nBob: ${LINK('x')}\n`);
    expect(session.rows.map(({ label, kind }) => [label, kind])).toEqual([
      ['Ada', 'reproduced'],
      ['Bob', 'unreadable'],
    ]);
    await session.add(`Ada: ${GUESSES}\n`);
    expect(session.pasted).toMatchObject({ fresh: [], known: 1, rest: [] });
    expect(session.rows).toHaveLength(2);
    await session.addAll([{ text: 'no link', name: '07' }]);
    expect(session.pasted).toMatchObject({ empty: ['07'], rest: [] });

    const again = new ClassSession({ pool: new Pool({ workers: [] }), places, keeper: shelf });
    await again.restore();
    expect(again.rows.map(({ kind }) => kind)).toEqual(['reproduced', 'unreadable']);
    again.forget();
    expect(shelf.restored().entries).toEqual([]);
    expect(again.rows).toEqual([]);
  });

  it('a lesson that could not be loaded is tried again on request', async () => {
    const session = new ClassSession({ pool: new Pool({ workers: [] }), places, keeper: keeper() });
    const result = { lesson: '0a1b2c3d', seat: 1, steps: [] };
    await session.add(`lessons.html${await resultFragment({ lesson: 'x' }, result)}`);
    expect(session.rows[0].reasons[0].code).toBe('lessonMissing');
    const asked = places.lessonOf.mock.calls.length;
    await session.again(session.rows);
    expect(places.lessonOf.mock.calls.length).toBe(asked + 1);
  });

  it('what is not trained is told, and goes on when it is asked to', async () => {
    const pool = new Pool({ workers: [] });
    const session = new ClassSession({ pool, places, keeper: keeper() });
    await session.add(GUESSES);
    expect(session.rows[0].kind).toBe('waiting');
    session.stop();
    expect(session.rows[0].kind).toBe('stopped');
    session.train();
    expect(session.rows[0].kind).toBe('waiting');
  });
});
