/** Hand-ins are trained again and judged: honest ones, forged ones, and those that cannot be read. */
import { describe, expect, it } from 'vitest';
import { lessonFragment } from '../../web/src/tasks/lesson-link.js';
import { readLesson } from '../../web/src/tasks/read-lesson.js';
import { jobsOf, judge, majority, readHandIn, repeated } from '../../web/src/tasks/verify.js';
import { dimensions, handIn, RUN } from './hand-ins.js';

/** @typedef {import('../../web/src/tasks/verify-links.js').HandIn} HandIn */
/** @typedef {Parameters<typeof handIn>[0]['change']} Change */

const places = {
  /** @param {import('../../web/src/tasks/lesson-link.js').Source} source */
  lessonOf: async ({ lesson }) => {
    if (lesson === 'unknown') throw Object.assign(new Error('absent'), { kind: 'absent' });
    if (lesson !== 'dimensions') throw new Error('not there');
    return { lesson: dimensions, faults: [] };
  },
  storyOptions: async () => ({
    number: ['queen', 'next', 'equal'],
    opposites: ['far', 'none', 'near'],
  }),
};

/** @type {Map<string, import('../../web/src/tasks/verify.js').Found>} */
const found = new Map();

/** @param {string} link */
async function read(link) {
  const all = await readHandIn(link, places);
  if (!('handIn' in all)) throw new Error(all.unreadable.code);
  return all.handIn;
}

/** @param {string} link */
async function judged(link) {
  const one = await read(link);
  for (const { key, run } of jobsOf(one)) {
    if (found.has(key)) continue;
    const came = await run({}).then(
      (facts) => ({ facts }),
      (fault) => ({ fault }),
    );
    found.set(key, came);
  }
  return judge(one, (key) => found.get(key));
}

/** @param {string} link */
async function codes(link) {
  const { kind, reasons } = await judged(link);
  return [kind, ...reasons.map(({ code }) => code)];
}

const pupil = { seat: 3, size: 12 }; // who reaches the goal
/** @param {Change} change */
const forged = (change) => handIn({ ...pupil, change });

describe('a result', () => {
  it('that is true is reproduced, with what it says', async () => {
    const { kind, steps, reasons } = await judged(await handIn(pupil));
    expect([kind, reasons]).toEqual(['reproduced', []]);
    const [{ guess, best, reached, outcome, seed, hints, attempts }] = steps;
    expect([guess, best, seed, hints, attempts]).toEqual(['4', 12, 3, 1, 3]);
    expect([reached, outcome]).toEqual([true, 12]);
  });

  /** @type {[string, Change, string[]][]} */
  const forgeries = [
    [
      'another hash',
      (_, attempt) => {
        attempt.hash = '0123456789abcdef';
      },
      ['differs', 'hash'],
    ],
    [
      'values that the run does not have',
      (_, attempt) => {
        attempt.values = [1, 2];
        attempt.best = 2;
      },
      ['differs', 'values'],
    ],
    [
      'a goal that was reached, but is said not to be',
      (_, attempt) => {
        attempt.reached = false;
      },
      ['differs', 'reachedNot'],
    ],
    [
      'an outcome that did not come',
      (result) => {
        result.steps[0].outcome = 2;
      },
      ['differs', 'outcome'],
    ],
    [
      'the seed of another seat',
      (result) => {
        result.seat = 4;
      },
      ['differs', 'seed'],
    ],
    [
      'a model that the lesson locks',
      (_, attempt) => {
        attempt.link = attempt.link.replace('skip-gram', 'cbow');
      },
      ['differs', 'settings', 'hash'],
    ],
    [
      'trained in the fast build',
      (_, attempt) => {
        attempt.link += '&build=fast';
        attempt.hash = 'fedcba9876543210';
      },
      ['differs', 'fast'],
    ],
    [
      'with a setting that this version does not know',
      (_, attempt) => {
        attempt.link += '&attention=2';
        attempt.hash = 'fedcba9876543210';
      },
      ['differs', 'newerSettings'],
    ],
    [
      'a text that is not in the link',
      (_, attempt) => {
        attempt.link = attempt.link.replace('corpus=relations-en', 'corpus=own');
      },
      ['differs', 'ownText'],
    ],
    [
      'done with another text of the lesson',
      (result, attempt) => {
        result.lesson = '00000000';
        attempt.hash = '0123456789abcdef';
      },
      ['differs', 'hash', 'edition'],
    ],
  ];
  it.each(forgeries)('%s', async (_, change, expected) => {
    const [kind, ...reasons] = await codes(await forged(change));
    expect([...new Set([kind, ...reasons])].sort()).toEqual([...expected].sort());
  });

  it('a goal that is said to be reached', async () => {
    const few = await handIn({
      seat: 3,
      size: 3,
      change: (_, attempt) => {
        expect(attempt.reached).toBe(false);
        attempt.reached = true;
      },
    });
    expect(await codes(few)).toEqual(['differs', 'reached']);
  });

  it('words cut by a browser', async () => {
    const link = await forged((_, attempt) => {
      attempt.link += '&cut=segmenter';
    });
    const facts = { hash: 'fedcba9876543210', said: {} };
    const { reasons } = judge(await read(link), () => ({ facts }));
    expect(reasons.map(({ code }) => code)).toEqual(['segmenter']);
  });

  it('in the fast build with the exact weights is reproduced', async () => {
    const link = await forged((_, attempt) => {
      attempt.link += '&build=fast';
    });
    expect(await codes(link)).toEqual(['reproduced']);
  });

  it('with another text of the lesson, but the same run, is reproduced', async () => {
    const link = await forged((result) => {
      result.lesson = '00000000';
    });
    expect(await codes(link)).toEqual(['reproduced']);
    expect((await read(link)).edition).toBe(true);
  });

  it('that cannot be trained has failed, and is not said to differ', async () => {
    const one = await read(await handIn(pupil));
    const fault = { code: 'EngineFailure' };
    expect(judge(one, () => ({ fault })).kind).toBe('failed');
  });
});

describe('links that cannot be judged', () => {
  /** @type {[string, (link: string) => string, string][]} */
  const broken = [
    ['the last letters are gone', (link) => link.slice(0, -6), 'cut'],
    ['half of it is gone', (link) => link.slice(0, link.length / 2), 'cut'],
    ['cut in the name of the lesson', (link) => link.replace(/dimensions.*/, 'dim'), 'cut'],
    ['a changed name', (link) => link.replace('lesson=dimensions', 'lesson=dimensionx'), 'changed'],
    ['a changed key', (link) => link.replace('result=', 'resxlt='), 'changed'],
    ['a sign that is no letter', (link) => link.replace(/(result=.{40})./, '$1%'), 'changed'],
    ['a letter more', (link) => `${link}a`, 'changed'],
    ['an older link, cut', (link) => link.replace(/(sum=\w+)\.\d+/, '$1').slice(0, -6), 'damaged'],
    ['no result', () => `lessons.html${lessonFragment({ lesson: 'dimensions' })}`, 'noResult'],
    ['a link of the Lab', () => RUN, 'otherLink'],
    ['a newer version', (link) => link.replace('#v=1', '#v=2'), 'newer'],
    [
      'not a result',
      () => `lessons.html${lessonFragment({ lesson: 'dimensions' }, { result: 'q1YqVrJS' })}`,
      'badResult',
    ],
    ['a lesson that is not there', () => '', 'lessonMissing'],
    ['a lesson that never was', () => '', 'noSuchLesson'],
    ['steps of another lesson', () => '', 'otherSteps'],
    ['nothing trained', () => '', 'untrained'],
  ];
  it.each(broken)('%s', async (name, change, code) => {
    let link = change(await handIn(pupil));
    if (code === 'otherSteps') {
      link = await forged((result) => {
        result.steps.push(result.steps[0]);
      });
    }
    if (code === 'lessonMissing' || code === 'noSuchLesson') {
      const { result } = await read(await handIn(pupil));
      const { resultFragment } = await import('../../web/src/tasks/result.js');
      link = `lessons.html${await resultFragment(
        { lesson: code === 'noSuchLesson' ? 'unknown' : 'other' },
        result,
      )}`;
    }
    if (code === 'untrained') {
      link = await forged((result) => {
        delete result.steps[0].attempt;
      });
    }
    expect(await readHandIn(link, places), name).toMatchObject({ unreadable: { code } });
  });
});

it('a reason names its steps, unless it is about all of them', async () => {
  const { lesson, ...rest } = await read(await handIn(pupil));
  if (!lesson) throw new Error('no lesson');
  const [step] = lesson.steps;
  const [{ attempt, ...result }] = rest.result.steps;
  const twice = { ...rest, lesson: { ...lesson, steps: [step, step] } };
  const forgedHash = { ...result, attempt: attempt && { ...attempt, hash: '0123456789abcdef' } };
  const reasonsOf = (/** @type {typeof rest.result.steps} */ steps) =>
    judge({ ...twice, result: { ...rest.result, steps } }, (key) => found.get(key)).reasons;
  const good = { ...result, attempt };
  expect(reasonsOf([good, forgedHash])).toMatchObject([{ code: 'hash', steps: [2] }]);
  expect(reasonsOf([forgedHash, forgedHash])).toEqual([
    { code: 'hash', values: expect.anything() },
  ]);
});

it('reads a Chinese page of the lesson, and English settings in it', async () => {
  const link = (await handIn(pupil)).replace('lessons.html', 'lessons.zh.html');
  expect(await codes(link)).toEqual(['reproduced']);
  expect((await judged(link)).language).toBe('en');
});

describe('the guesses of the Story', () => {
  const story = 'https://example.org/story-end.html#guesses=';

  it('are trained again, chapter by chapter', async () => {
    const { kind, steps } = await judged(`${story}number.queen.equal`);
    expect(kind).toBe('reproduced');
    expect(steps.map(({ guess, came }) => [guess, came])).toEqual([
      ['0', 2],
      [undefined, -1],
    ]);
  });

  it('differ by what came out, or by the weights', async () => {
    expect(await codes(`${story}number.queen.next`)).toEqual(['differs', 'chapter']);
    expect(await codes(`${story}number.queen.equal.00000000`)).toEqual(['differs', 'chapter']);
  });

  it('that are cut are told', async () => {
    const cut = await readHandIn(`${story}number.queen.equal.0000`, places);
    expect(cut).toMatchObject({ unreadable: { code: 'damaged' } });
  });
});

describe('a class', () => {
  it('the same result twice, with or without a name', async () => {
    const [a, b] = [
      await read(await handIn(pupil)),
      await read(await handIn({ ...pupil, size: 3 })),
    ];
    const all = [a, b, a].map((one) => ({ handIn: one, label: '' }));
    expect(repeated(all)).toEqual([-1, -1, 0]);
    const named = [a, a].map((one, i) => ({ handIn: one, label: `pupil ${i}` }));
    expect(repeated(named)).toEqual([-1, 0]); // seats are not shared
    const unseated = { ...a, result: { ...a.result, seat: null } };
    const both = [unseated, unseated].map((one, i) => ({ handIn: one, label: `pupil ${i}` }));
    expect(repeated([...both, { handIn: unseated, label: 'pupil 0' }])).toEqual([-1, -1, 0]);
  });

  it('its lesson is that of the most', () => {
    expect(majority(['a', 'b', 'b', 'a', 'b'])).toBe('b');
    expect(majority([])).toBe('');
  });
});

it('the lesson of these tests is a good one', async () => {
  expect((await readLesson(JSON.stringify(dimensions))).faults).toEqual([]);
});
