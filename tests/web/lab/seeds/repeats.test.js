// @ts-nocheck: fakes
import { expect, it } from 'vitest';
import { askOf } from '../../../../web/src/lab/seeds/asks.js';
import { MOST, Repeats } from '../../../../web/src/lab/seeds/repeats.js';

const values = { model: 'cbow', seed: 7, build: 'exact', alpha: 0.1, minAlpha: 0.01 };

/** A session and a slot; `train` is told apart by what it is given. */
function page(train) {
  const session = {
    changes: 0,
    changed() {
      this.changes++;
    },
    source: { options: async () => ({ corpus: { preset: 'toy' } }) },
  };
  const slot = { kind: 'cbow', key: 'one', values, hash: 'aaaa', finished: true };
  return { session, slot, repeats: new Repeats(session, train) };
}

const known = new Set(['king', 'queen', 'man']);
const asking = (slot, words) => ({
  slot: { ...slot, known },
  words: {
    nearest: 'king',
    analogy: ['man', 'king', 'queen'],
    odd: ['a', 'b'],
    pair: [],
    ...words,
  },
  matrix: 'input',
});

function fakeRuns(answers = []) {
  return {
    seeds: [7, 8],
    hashes: ['aaaa', 'bbbb'],
    closed: 0,
    asked: [],
    async ask(ask) {
      this.asked.push(ask);
      return { ask, runs: 2, words: answers, rare: [] };
    },
    async close() {
      this.closed++;
    },
  };
}

it('trains the settings of the page with other seeds', async () => {
  let given;
  const { repeats, slot } = page(async (options, how) => {
    given = { options, how };
    return fakeRuns();
  });
  const running = repeats.start(slot, 2);
  expect(repeats.phase).toBe('training');
  await running;
  expect(given.options).toMatchObject({ model: 'cbow', seed: 7, corpus: { preset: 'toy' } });
  expect(given.how.seeds).toBe(2);
  expect(repeats.phase).toBe('ready');
  expect(repeats.same).toBe(true); // the first run is the page's own
});

it('asks each question once, again when it changes, and nothing of another model', async () => {
  const runs = fakeRuns([{ word: 'queen', first: 2 }]);
  const { repeats, slot } = page(async () => runs);
  await repeats.start(slot, 2);
  expect(repeats.answerTo('nearest', asking(slot))).toBe(null); // it was asked just now
  await Promise.resolve();
  expect(repeats.answerTo('nearest', asking(slot)).words).toEqual([{ word: 'queen', first: 2 }]);
  expect(repeats.answerTo('nearest', asking(slot, { nearest: 'queen' }))).toBe(null);
  await Promise.resolve();
  expect(runs.asked).toEqual([
    { similar: 'king', matrix: 'input' },
    { similar: 'queen', matrix: 'input' },
  ]);
  expect(repeats.answerTo('nearest', asking({ ...slot, key: 'other' }))).toBe(null);
  expect(repeats.answerTo('odd', asking(slot))).toBe(null); // unknown words are not asked
  expect(runs.asked).toHaveLength(2);
});

it('a cancelled training leaves nothing and is no error', async () => {
  const { repeats, slot } = page(
    (_, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject({ code: 'Cancelled' }));
      }),
  );
  const running = repeats.start(slot, 2);
  await new Promise((resolve) => setTimeout(resolve));
  repeats.cancel();
  await running;
  expect(repeats).toMatchObject({ phase: 'idle', error: null, runs: null });
});

it('says what went wrong, and closes the models of the runs before', async () => {
  const runs = fakeRuns();
  let fails = false;
  const { repeats, slot } = page(async () => {
    if (fails) throw { code: 'OutOfMemory' };
    return runs;
  });
  await repeats.start(slot, 2);
  fails = true;
  await repeats.start(slot, 20);
  expect(runs.closed).toBe(1);
  expect(repeats).toMatchObject({ phase: 'idle', error: { code: 'OutOfMemory' } });
});

it('limits the number of models by the memory they take', () => {
  expect(Repeats.most(20_000)).toBe(MOST);
  expect(Repeats.most(5e6)).toBe(20);
  expect(Repeats.most(1e9)).toBe(2);
});

it('knows the questions that several runs can be asked', () => {
  const slot = { kind: 'cbow' };
  expect(askOf('analogy', asking(slot))).toEqual({
    analogy: ['man', 'king', 'queen'],
    matrix: 'input',
  });
  expect(askOf('plane', asking(slot))).toBe(null);
  const model = {
    phrases: { scored: 'king man', prompt: '' },
    values: { direction: 'backward', length: 5, temperature: 0.8, topK: 0, draw: 9 },
    can: () => true,
    begun: true,
    session: {
      presetOf: () => ({ analogies: [{ section: 's', a: 'a', b: 'b', c: 'c', d: 'd' }] }),
    },
  };
  const ask = (name, more) => askOf(name, { ...asking(slot), ...model, ...more });
  expect(ask('scored')).toEqual({ score: ['king', 'man'], direction: 'backward' });
  expect(ask('generated')).toEqual({
    generate: [],
    length: 5,
    temperature: 0.8,
    topK: 0,
    seed: 9,
  });
  expect(ask('generated', { begun: false })).toBe(null);
  expect(ask('evaluation')).toEqual({ evaluate: ': s\na b c d' });
  expect(ask('evaluation', { session: { presetOf: () => undefined } })).toBe(null);
  expect(ask('evaluated')).toBe(null); // no file was evaluated
  expect(ask('evaluated', { session: { evaluated: 'king queen 9' } })).toEqual({
    evaluate: 'king queen 9',
  });
  expect(askOf('nearest', asking(slot, { nearest: 'zebra' }))).toBe(null);
});
