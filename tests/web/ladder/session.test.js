import { describe, expect, it, vi } from 'vitest';
import { QUESTIONS, RUNGS } from '../../../web/src/ladder/rungs.js';
import { LadderSession } from '../../../web/src/ladder/session.js';
import { LadderStore } from '../../../web/src/ladder/store.js';
import { corpus, fakeApi, fakePlace } from './fake.js';

/** A machine may be busy: the test's own limit is the limit. */
const eventually = (/** @type {() => any} */ check) => vi.waitFor(check, { timeout: 50_000 });

/** @param {any} [options] */
async function climb(options = {}) {
  const api = fakeApi(options);
  const store = new LadderStore({ place: fakePlace(options.fragment) });
  const session = new LadderSession({ api, corpora: async () => corpus, store });
  await session.start();
  return { api, store, session };
}

const verdicts = (/** @type {LadderSession} */ session, /** @type {string} */ question) =>
  session.steps.map(({ answers }) => answers[question]?.verdict);

describe('the ladder', () => {
  it('trains the rungs in the order of history, on one text and one seed', async () => {
    const { api, session } = await climb({ fragment: '#v=1&seed=5' });
    await session.train();
    expect(api.models.map(({ options }) => options.model)).toEqual(RUNGS.map(({ id }) => id));
    for (const { options } of api.models) {
      expect(options).toMatchObject({ seed: 5, corpus: corpus.text, vectorSize: 32 });
      expect('heldout' in options).toBe(['nnlm', 'elmo'].includes(options.model));
    }
    expect(session.finished).toBe(true);
    expect(session.progress).toBe(1);
    expect(session.running).toBe(false);
  });

  it('asks every rung every question, and judges', async () => {
    const { session } = await climb();
    await session.train();
    expect(verdicts(session, 'similar')).toEqual(['no', 'yes', 'yes', 'yes', 'yes']);
    expect(verdicts(session, 'analogy')).toEqual(['no', 'yes', 'yes', 'yes', 'yes']);
    expect(verdicts(session, 'next')).toEqual(['no', 'yes', 'no', 'no', 'yes']);
    expect(verdicts(session, 'blank')).toEqual(['no', 'wrong', 'yes', 'no', 'yes']);
    expect(verdicts(session, 'senses')).toEqual(['no', 'no', 'no', 'no', 'yes']);
    const [oneHot, , , skipGram, elmo] = session.steps;
    expect(oneHot.answers.similar.items.every(({ score }) => score === 0)).toBe(true);
    expect(skipGram.answers.senses.values).toMatchObject({ first: 3, second: 3 });
    expect(elmo.answers.senses.votes?.map(({ sense }) => sense)).toEqual([0, 1]);
  });

  it('measures what compares', async () => {
    const { session } = await climb();
    await session.train();
    const [oneHot, nnlm, cbow] = session.steps;
    expect(oneHot.bytes).toBe(4 * session.words.length ** 2);
    expect(nnlm).toMatchObject({ parameters: 1234, bytes: 4 * 1234 });
    expect(nnlm.perplexities?.trigram).toBe(6);
    expect(cbow.perplexities).toBeNull();
    expect(nnlm.points.map(({ loss }) => loss)).toEqual([2.5, 2.25, 2, 2]);
  });

  it('stops where it is told to, and goes on from there', async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const hold = (/** @type {string} */ id) =>
      id === 'cbow' ? new Promise((resolve) => waiting.push(() => resolve(undefined))) : undefined;
    const { api, session } = await climb({ hold });
    const run = session.train();
    await eventually(() => expect(waiting).toHaveLength(1));
    session.stop();
    waiting[0]();
    await run;
    expect(session.steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'paused',
      'waiting',
      'waiting',
    ]);
    expect(session.running).toBe(false);
    const again = session.train();
    for (let i = 1; i <= 3; i++) {
      await eventually(() => expect(waiting.length).toBeGreaterThan(i));
      waiting[i]();
    }
    await again;
    expect(session.finished).toBe(true);
    expect(api.models).toHaveLength(5); // CBOW was not made anew
  });

  it('a rung that fails says so; the others go on', async () => {
    const { session } = await climb({ fail: 'cbow' });
    await session.train();
    expect(session.steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'failed',
      'done',
      'done',
    ]);
    expect(session.steps[2].error?.code).toBe('OutOfMemory');
    expect(session.running).toBe(false);
  });

  it('closes every model on reset, another seed and another text', async () => {
    const { api, store, session } = await climb();
    await session.train();
    const open = () => api.models.filter(({ closed }) => !closed);
    await session.reset();
    expect(open().map(({ options }) => options.model)).toEqual(['one-hot']); // needs no training
    expect(session.started).toBe(false);
    await session.train();
    expect(open()).toHaveLength(5);
    store.set({ seed: 2 });
    await eventually(() => expect(open().map(({ options }) => options.seed)).toEqual([2]));
    await session.train();
    expect(open().map(({ options }) => options.seed)).toEqual([2, 2, 2, 2, 2]);
  });

  it('a reset while a rung trains leaves nothing behind', async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const hold = () => new Promise((resolve) => waiting.push(() => resolve(undefined)));
    const { api, session } = await climb({ hold });
    const run = session.train();
    await eventually(() => expect(waiting).toHaveLength(1));
    await session.reset();
    waiting[0]();
    await run;
    const open = api.models.filter(({ closed }) => !closed);
    expect(open.map(({ options }) => options.model)).toEqual(['one-hot']);
    expect(session.started).toBe(false);
    expect(session.running).toBe(false);
  });

  it('puts another question to all trained rungs', async () => {
    const { store, session } = await climb();
    await session.train();
    store.set({ similar: 'zzz' });
    await eventually(() =>
      expect(session.steps[4].answers.similar.error?.code).toBe('UnknownWord'),
    );
    store.set({ blank: 'no gap here' });
    await eventually(() => expect(session.steps[4].answers.blank.error?.parameter).toBe('blank'));
    store.set({ first: 'farmers say hello' });
    await eventually(() => expect(session.steps[4].answers.senses.error?.code).toBe('BadQuestion'));
    store.set({ first: undefined, polyseme: 'bank' });
    await eventually(() => {
      expect(session.steps[4].watched).toBe('bank');
      expect(session.steps[4].answers.senses.verdict).toBe('yes');
    });
    expect(QUESTIONS.every((question) => session.steps[4].answers[question])).toBe(true);
  });

  it('a text that cannot be written is an error of the page', async () => {
    const store = new LadderStore({ place: fakePlace() });
    const corpora = async () => Promise.reject(new Error('no'));
    const session = new LadderSession({ api: fakeApi(), corpora, store });
    await expect(session.start()).rejects.toThrow('no');
    await session.train();
    expect(session.error?.message).toBe('no');
    expect(session.running).toBe(false);
  });
});
