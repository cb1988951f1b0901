/** A lesson worked through: guesses, attempts, what is handed in. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fresh } from '../../../web/src/lessons/progress.js';
import { LessonSession } from '../../../web/src/lessons/session.js';

/** @typedef {import('../../../web/src/tasks/lesson.js').Lesson} Lesson */

/** @type {Lesson} */
const LESSON = {
  preformer: 'lesson',
  version: 1,
  title: { en: 'Few', zh: '少' },
  seed: 'seat',
  steps: [
    {
      title: 'Few',
      link: { en: 'https://site/lab.html#v=1&seed=3&lock=corpus', zh: 'lab.html#v=1' },
      predict: { question: 'How many?', asks: 'number', outcome: 'dimensions' },
      goal: {
        text: 'few',
        conditions: [{ measure: 'dimensions', atMost: 12 }],
        best: { measure: 'dimensions', order: 'least' },
      },
      hints: ['One.', 'Two.'],
    },
    {
      title: 'Who',
      link: 'lab.html',
      predict: {
        question: 'Few?',
        options: [
          { text: 'yes', atMost: 5, because: 'It seems so.' },
          { text: 'no', atLeast: 6 },
        ],
        outcome: 'dimensions',
      },
    },
  ],
};

/** A training with so many dimensions. @param {number} vectorSize */
const run = (vectorSize) =>
  /** @type {import('../../../web/src/tasks/runs.js').Run} */ (
    /** @type {unknown} */ ({ page: 'lab', settings: { vectorSize, model: 'cbow' } })
  );

/** @type {Map<string, unknown>} */
const shelf = new Map();
const keeper = {
  keptProgress: (/** @type {string} */ digest, /** @type {number} */ steps) =>
    /** @type {import('../../../web/src/lessons/progress.js').Progress} */ (
      shelf.get(digest) ?? fresh(steps)
    ),
  keepProgress: (/** @type {string} */ digest, /** @type {unknown} */ progress) => {
    shelf.set(digest, structuredClone(progress));
    return true;
  },
  forgetProgress: (/** @type {string} */ digest) => void shelf.delete(digest),
};

const begun = () =>
  new LessonSession({ lesson: LESSON, source: { lesson: 'few' }, language: 'en', keeper });

/** @param {LessonSession} session @param {number} size */
const train = (session, size) =>
  session.take(run(size), {
    link: `#v=1&size=${size}&nearest=king`,
    hash: `${size}`.padStart(16, '0'),
  });

beforeEach(() => shelf.clear());

describe('a lesson by seats', () => {
  it('asks for the seat first, and locks it as the seed', () => {
    const session = begun();
    expect(session.needsSeat).toBe(true);
    session.sit(17);
    expect(session.needsSeat).toBe(false);
    expect(session.linkOf()).toBe('lab.html#v=1&lock=corpus,seed&seed=17');
    expect(session.linkOf(1)).toBe('lab.html#v=1&lock=seed&seed=17');
  });
});

describe('attempts', () => {
  it('are compared by what is best, and the same training counts once', async () => {
    const session = begun();
    session.guess('3');
    for (const size of [32, 12, 8, 9, 9]) await train(session, size);
    expect(session.done.attempts.map(({ best }) => best)).toEqual([32, 12, 8, 9]);
    expect(session.best?.best).toBe(8);
    expect(session.isDone(0)).toBe(true);
    expect(session.outcome).toBe(8);
    expect(session.guessedRight).toBe(false);
  });

  it('that do not reach the goal: the latest is handed in', async () => {
    const session = begun();
    session.guess('');
    for (const size of [32, 20]) await train(session, size);
    expect(session.best?.reached).toBe(false);
    expect(session.best?.best).toBe(20);
    expect(session.outcome).toBeUndefined();
    expect(session.isOver).toBe(false);
  });
});

describe('a prediction about the first training', () => {
  it('is decided by it, whatever comes later', async () => {
    const session = begun();
    session.open(1);
    expect(session.asking).toBe(true);
    session.guess('0');
    await train(session, 32);
    await train(session, 4);
    expect(session.cameOut).toBe(1);
    expect(session.guessedRight).toBe(false);
    expect(session.isDone(1)).toBe(true); // without a goal, one training is enough
  });

  it('that a training cannot be asked is decided by the next one', async () => {
    const session = begun();
    session.open(1);
    session.guess('0');
    await train(session, Number.NaN);
    expect(session.decided).toBe(false);
    await train(session, 8);
    await train(session, 4);
    expect(session.cameOut).toBe(1);
    const { first, attempt, outcome } = session.result.steps[1];
    expect([outcome, first?.link, attempt?.link]).toEqual([
      8,
      'lab.html#v=1&size=8',
      'lab.html#v=1&size=4',
    ]);
  });

  it('cannot be made again once it is made', () => {
    const session = begun();
    session.guess('3');
    session.guess('4');
    expect(session.done.guess).toBe('3');
  });
});

it('a word that is not in the vocabulary is told, and nothing is lost', async () => {
  const session = begun();
  session.guess('3');
  const broken = {
    ...run(8),
    settings: {
      model: 'cbow',
      get vectorSize() {
        throw Object.assign(new Error('no'), { code: 'UnknownWord', value: 'zebra' });
      },
    },
  };
  await session.take(/** @type {any} */ (broken), { link: '#v=1', hash: '' }); // any: a run that fails
  expect(session.error?.code).toBe('UnknownWord');
  expect(session.done.attempts.at(-1)?.reached).toBe(false);
});

it('is handed in with guesses, hints, the best and the first training', async () => {
  const session = begun();
  session.sit(17);
  session.guess('3');
  session.hint();
  await train(session, 32);
  await train(session, 9);
  session.open(1);
  session.guess('1');
  await train(session, 8);
  const { seat, steps, lesson } = session.result;
  expect([lesson, seat]).toEqual([session.digest, 17]);
  expect(steps[0]).toMatchObject({ guess: '3', hints: 1, attempts: 2 });
  expect(steps[0].attempt).toMatchObject({ link: 'lab.html#v=1&size=9', best: 9, reached: true });
  expect(steps[0].first).toBeUndefined(); // its prediction is about the best
  expect(steps[1]).toMatchObject({ guess: '1', outcome: 8, attempts: 1 });
});

it('goes on with the text that was brought, unless the step names one', async () => {
  const steps = [LESSON.steps[0], { ...LESSON.steps[1], link: 'lab.html#v=1&mincount=5' }];
  const lesson = { ...LESSON, seed: undefined, steps };
  const session = new LessonSession({
    lesson: /** @type {Lesson} */ (lesson),
    source: {},
    language: 'zh',
    keeper,
  });
  session.guess('3');
  await session.take(run(9), { link: '#v=1&size=9&corpus=own&c=abc&cut=words', hash: '0' });
  expect(session.broughtText).toBe('');
  session.open(1);
  expect(session.broughtText).toBe('&c=abc&corpus=own&cut=words');
});

it('is kept, and can be begun anew', async () => {
  const session = begun();
  session.sit(4);
  session.guess('3');
  await train(session, 9);
  const again = begun();
  expect(again.progress).toEqual(session.progress);
  again.forget();
  expect(begun().progress).toEqual(fresh(2));
});
