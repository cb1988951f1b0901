// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeVectors, openVectors } from '../../../web/src/lab/import/loaded.js';
import { LabError, ownTextFromString } from '../../../web/src/text/own-text.js';
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

describe('the text of a session', () => {
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
});
