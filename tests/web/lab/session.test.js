// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUESTIONS } from '../../../web/src/lab/ask/list.js';
import { closeVectors, openVectors } from '../../../web/src/lab/import/loaded.js';
import { Session } from '../../../web/src/lab/session.js';
import { Store } from '../../../web/src/lab/store.js';
import { LabError, ownTextFromString } from '../../../web/src/text/own-text.js';
import { fakeModel, presets } from './fake.js';

let made;
let api;
let session;
let store;

async function start(fragment = '') {
  const place = { read: () => fragment, write: (text) => (fragment = text) };
  store = new Store({ presets, place });
  session = new Session({ api, presets, store, questions: QUESTIONS });
  await session.start();
  return session;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 180));

beforeEach(() => {
  made = [];
  api = {
    create: vi.fn(async (options) => {
      made.push(fakeModel(options));
      return made.at(-1);
    }),
    load: vi.fn(async () => fakeModel({}, false)),
    tokenize: vi.fn(async () => ({ tokens: 4, vocabulary: 2, sentences: 1, preview: [] })),
  };
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

  it('shows nothing of another text when there is nothing to learn from this one', async () => {
    await start();
    expect(session.current.projection).not.toBeNull();
    api.create.mockRejectedValueOnce(new LabError('NothingToLearn', 'Alone.'));
    session.usePreset('relations-zh');
    await settled();
    const { model, phase, projection, vocabulary } = session.current;
    expect({ model, phase, projection, vocabulary }).toEqual({
      model: null,
      phase: 'failed',
      projection: null,
      vocabulary: [],
    });
    expect(session.corpusError.code).toBe('NothingToLearn');
    expect(session.parameterErrors).toEqual({});
    session.usePreset('relations-en');
    await settled();
    expect(session.current.phase).toBe('settled');
    expect(session.corpusError).toBeNull();
  });

  it('shows at a control that it leaves nothing to learn', async () => {
    await start();
    const reason = { parameter: 'sample', value: '0.0001' };
    api.create.mockRejectedValueOnce(new LabError('NothingToLearn', 'Alone.', reason));
    store.set({ sample: 0.0001 });
    await settled();
    expect(session.parameterErrors.sample?.code).toBe('NothingToLearn');
  });

  it('stops when the text is changed: nothing trains behind the name of another', async () => {
    await start();
    const done = session.train();
    await new Promise((resolve) => setTimeout(resolve, 8));
    session.usePreset('relations-zh');
    await done;
    const { report, running, stale, values } = session.current;
    expect(running).toBe(false);
    expect(report.finished).toBe(false);
    expect(stale).toBe(true);
    expect(values.corpus).toBe('relations-en'); // map and answers are of it, and the bar says so
    await session.train();
    expect(session.current.values.corpus).toBe('relations-zh');
  });

  it('goes on when another setting is changed', async () => {
    await start();
    const done = session.train();
    await new Promise((resolve) => setTimeout(resolve, 8));
    store.set({ window: 3 });
    await done;
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

  it("takes a reader's own text, by bytes, and puts a short one in the link", async () => {
    await start();
    await session.useText({ text: ownTextFromString('mine.txt', 'a b c. a b d.') });
    await settled();
    expect(store.get('corpus')).toBe('own');
    expect(store.get('text')).toMatch(/^[\w-]+$/);
    expect(new TextDecoder().decode(made.at(-1).options.corpus.bytes)).toBe('a b c. a b d.');
    expect(made.at(-1).options.tokenizer).toBe('words');
    const link = store.fragment();
    await start(link);
    expect(new TextDecoder().decode(made.at(-1).options.corpus.bytes)).toBe('a b c. a b d.');
  });

  it('says so when the text in a link is broken, and uses the example', async () => {
    await start('#v=1&corpus=own&c=AAAAbroken');
    expect(session.corpusError?.code ?? 'BrokenLink').toBe('BrokenLink');
    expect(store.get('corpus')).toBe('relations-en');
  });

  it('refuses to preview what no model can be made of', async () => {
    await start();
    const text = ownTextFromString('', 'x');
    api.tokenize.mockResolvedValueOnce({ tokens: 0, vocabulary: 0 });
    await expect(session.preview(store.values, text)).rejects.toMatchObject({
      code: 'EmptyCorpus',
    });
    api.tokenize.mockResolvedValueOnce({ tokens: 9, vocabulary: 1 });
    await expect(session.preview(store.values, text)).rejects.toMatchObject({
      code: 'VocabularyTooSmall',
    });
  });

  it('answers an unknown word with the nearest spelling, without asking the engine', async () => {
    await start('#v=1&nearest=quen&pair=king,xyzzy');
    await settled();
    const { nearest, pair, odd } = session.current.answers;
    expect(nearest.error).toMatchObject({ code: 'UnknownWord', suggestion: 'queen' });
    expect(pair.error).toMatchObject({ code: 'UnknownWord', value: 'xyzzy' });
    expect(odd.error).toBeUndefined();
  });

  it('looks at vectors from a file and goes back to what was trained', async () => {
    await start();
    await session.train();
    await openVectors(session, 'v.txt', await session.api.load(new Uint8Array()));
    expect(session.current.kind).toBe('loaded');
    await settled();
    expect(session.current.answers.nearest).toBeDefined();
    await closeVectors(session);
    expect(session.current.kind).toBe('skip-gram');
    expect(session.current.report.finished).toBe(true);
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
