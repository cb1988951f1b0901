// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '../../../web/src/text/own-text.js';
import { fakeModel } from './fake.js';
import { sessionFakes, settled } from './session-fakes.js';

let made;
let api;
let session;
let store;
let fakes;

async function start(fragment) {
  ({ session, store } = await fakes.start(fragment));
  return session;
}

beforeEach(() => {
  fakes = sessionFakes();
  ({ made, api } = fakes);
});

afterEach(() => vi.restoreAllMocks());

describe('Session', () => {
  it('has a model ready at once, and questions with answers', async () => {
    await start();
    await settled();
    expect(api.create.mock.calls[0][0]).toMatchObject({
      model: 'skip-gram',
      corpus: { preset: 'relations-en' },
      tokenizer: 'space',
      vectorSize: 32,
      alpha: 0.05,
      seed: 1,
    });
    const { answers, projection } = session.current;
    expect(answers.nearest.items[0].word).toBe('queen');
    expect(answers.odd.odd.word).toBe('apple');
    expect(answers.pair.value).toBe(0.5);
    expect(projection.positions).toHaveLength(10);
    expect(answers.evaluation.correct).toBe(1);
  });

  it('trains to the end, keeps the curve and the hash', async () => {
    await start();
    await session.train();
    const slot = session.current;
    expect(slot.report.finished).toBe(true);
    expect(slot.hash).toBe('0000000000000100');
    expect(session.runs).toHaveLength(1);
    expect(session.runs[0].points.length).toBeGreaterThan(3);
  });

  it('answers while it trains, pauses, steps, resumes', async () => {
    await start();
    const done = session.train();
    await new Promise((resolve) => setTimeout(resolve, 8));
    expect(session.current.running).toBe(true);
    store.set({ nearest: 'queen' });
    await session.pause();
    await done;
    expect(session.current.running).toBe(false);
    const { step } = session.current.report;
    expect(step).toBeLessThan(100);
    await session.step();
    expect(session.current.report.step).toBe(step + 1);
    await session.train();
    expect(session.current.report.finished).toBe(true);
    expect(made).toHaveLength(1);
    expect(session.runs).toHaveLength(1);
    expect(session.current.answers.nearest.words).toEqual(['queen']);
  });

  it('follows the settings before training; after it, only marks the model as old', async () => {
    await start();
    store.set({ window: 3 });
    store.set({ window: 4 });
    await settled();
    expect(made).toHaveLength(2); // a dragged slider makes one model
    expect(made[0].closed).toBe(true);
    await session.train();
    store.set({ vectorSize: 16 });
    await settled();
    expect(made).toHaveLength(2);
    expect(session.isStale(session.current)).toBe(true);
    expect(made[1].closed).toBe(false);
    await session.train();
    expect(made[2].options.vectorSize).toBe(16);
    expect(session.isStale(session.current)).toBe(false);
    expect(session.runs).toHaveLength(2);
  });

  it('makes one model of the same settings, and trains that one', async () => {
    await start();
    const waiting = [];
    api.create.mockImplementation(async (options) => {
      await new Promise((resolve) => waiting.push(resolve));
      made.push(fakeModel(options));
      return made.at(-1);
    });
    store.set({ model: 'cbow' });
    await settled(); // it was due, and is being made
    store.set({ nearest: 'queen' }); // not there yet: due once more
    waiting[0]();
    await settled();
    const done = session.train();
    await new Promise((resolve) => setTimeout(resolve, 8));
    for (const release of waiting) release();
    await done;
    expect(made).toHaveLength(2); // one a kind
    expect(made[1].closed).toBe(false);
    expect(session.current.report.finished).toBe(true);
  });

  it('waits for the model being made before it trains', async () => {
    await start();
    let release = () => {};
    api.create.mockImplementation(async (options) => {
      await new Promise((resolve) => {
        release = resolve;
      });
      made.push(fakeModel(options));
      return made.at(-1);
    });
    const reset = session.reset();
    const done = session.train();
    await new Promise((resolve) => setTimeout(resolve, 8));
    expect(session.current.running).toBe(false);
    release();
    await Promise.all([reset, done]);
    expect(made).toHaveLength(2);
    expect(session.current.model).toBe(made[1]);
    expect(session.current.report.finished).toBe(true);
  });

  it('loses nothing when a new model cannot be made', async () => {
    await start();
    await session.train();
    const { model } = session.current;
    api.create.mockRejectedValueOnce(new LabError('VocabularyTooSmall', 'Too few.'));
    store.set({ minCount: 900 });
    await session.train();
    expect(session.current.model).toBe(model);
    expect(model.closed).toBe(false);
    expect(session.corpusError.code).toBe('VocabularyTooSmall');
    expect(session.parameterErrors.minCount).toBeDefined();
    expect(session.current.report.finished).toBe(true);
  });

  it('shows PCA when UMAP was computed for another model', async () => {
    await start();
    session.current.umap = { positions: new Float32Array(10), step: 0, progress: 1 };
    store.set({ view: 'umap' });
    store.set({ model: 'cbow' });
    expect(store.get('view')).toBe('pca');
    store.set({ view: 'umap' });
    store.set({ model: 'skip-gram' });
    expect(store.get('view')).toBe('umap'); // that model has one
    session.usePreset('relations-zh');
    expect(store.get('view')).toBe('pca');
  });

  it('puts a bad parameter near its control and everything else on the stage', async () => {
    await start();
    const bad = new LabError('BadParameter', 'No.', { parameter: 'alpha', permitted: '0 to 1' });
    api.create.mockRejectedValueOnce(bad);
    store.set({ alpha: 0.9 });
    await settled();
    expect(session.parameterErrors.alpha).toBe(bad);
    api.create.mockRejectedValueOnce(new LabError('OutOfMemory', 'Full.'));
    store.set({ alpha: 0.8 });
    await settled();
    expect(session.current.error.code).toBe('OutOfMemory');
  });

  it('keeps a trained model per step of the story', async () => {
    await start();
    await session.train();
    store.set({ model: 'cbow' });
    await settled();
    expect(session.current.kind).toBe('cbow');
    expect(made.at(-1).options).toMatchObject({ model: 'cbow', alpha: 0.2, seed: 1 });
    store.set({ model: 'skip-gram' });
    await settled();
    expect(session.current.report.finished).toBe(true);
    expect(made).toHaveLength(2);
  });

  it('brings a reset training back, and closes it when it is too late', async () => {
    await start();
    await session.train();
    const [trained] = made;
    await session.reset();
    expect(session.current.report.step).toBe(0);
    expect(trained.closed).toBe(false);
    session.undoing.take();
    expect(session.current.model).toBe(trained);
    expect(session.current.report.finished).toBe(true);
    expect(made[1].closed).toBe(true);
    await session.reset();
    await session.train();
    expect(trained.closed).toBe(true);
    expect(session.undoing.name).toBe('');
  });

  it('clears earlier runs, and takes that back', async () => {
    await start();
    await session.train();
    store.set({ seed: 2 });
    await session.train();
    await session.clearRuns();
    expect(session.runs).toHaveLength(1);
    session.undoing.take();
    expect(session.runs).toHaveLength(2);
  });

  it('answers an unknown word with the nearest spelling, without asking the engine', async () => {
    await start('#v=1&nearest=quen&pair=king,xyzzy');
    await settled();
    const { nearest, pair, odd } = session.current.answers;
    expect(nearest.error).toMatchObject({ code: 'UnknownWord', suggestion: 'queen' });
    expect(pair.error).toMatchObject({ code: 'UnknownWord', value: 'xyzzy' });
    expect(odd.error).toBeUndefined();
  });

  it('makes the model again after the engine failed', async () => {
    await start();
    session.current.error = { code: 'EngineFailure' };
    await session.train();
    expect(made).toHaveLength(2);
    expect(session.current.error).toBeNull();
  });

  it('passes the speed on', async () => {
    await start('#v=1&speed=window');
    const resume = vi.spyOn(session.current.model, 'resume');
    await session.train();
    expect(resume.mock.calls[0][0].stepsPerSecond).toBe(2);
  });
});
