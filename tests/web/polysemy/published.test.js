// @ts-nocheck: fakes on purpose
import { describe, expect, it } from 'vitest';
import { SenseSession } from '../../../web/src/polysemy/session.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { FakeModel, fakeParts } from './fake.js';

async function open(fragment = '') {
  const store = new SenseStore({ place: { read: () => fragment, write: () => {} } });
  const parts = fakeParts();
  const session = new SenseSession({ ...parts, store });
  await session.start();
  return { session, store, ...parts };
}

/** A published model that reads ahead, as large as said. */
async function published(session, parameters) {
  const { corpus } = await session.corpora('en');
  const model = new FakeModel(corpus, {}, { steps: 1 });
  model.step = 1;
  model.info = { layers: 2, dimensions: 12, parameters };
  model.readAhead = async (sentences, { onProgress }) => {
    onProgress(0.5);
    model.reads = [...(model.reads ?? []), sentences.length];
    model.half = session.published.read;
    return { sentences: sentences.length };
  };
  return model;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a published model', () => {
  it('takes the place of the page’s own, reads and is looked at', async () => {
    const { session, made } = await open();
    const model = await published(session, 5e6);
    await session.published.use(model, 'weights.hdf5');
    expect(session.published).toMatchObject({ active: true, name: 'weights.hdf5', read: 1 });
    expect(model.half).toBe(0.5);
    expect(model.reads).toEqual([session.frame.of.sentences.length]);
    expect(model.calls.find(([name]) => name === 'watch')[1]).toEqual(['apple', 'Apple', 'APPLE']);
    expect(session.frame.layers[2].accuracy).toBeGreaterThan(0.9);
    expect(session.isStale(session.current)).toBe(false);
    expect(made[0].closed).toBe(false); // it waits
  });

  it('is not trained, reset, or made anew for another seed', async () => {
    const { session, store, made } = await open();
    await session.published.use(await published(session, 5e6), 'w');
    const { model } = session.current;
    await session.train();
    await session.reset();
    store.set({ seed: 7 });
    await settled();
    expect(session.current.model).toBe(model);
    expect(made).toHaveLength(1);
  });

  it('reads fewer sentences the larger it is, and those of the word chosen', async () => {
    const { session, store } = await open();
    const counts = [];
    for (const parameters of [13.6e6, 28e6, 93.6e6]) {
      const model = await published(session, parameters);
      await session.published.use(model, 'w');
      counts.push(model.reads[0]);
    }
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBeLessThanOrEqual(40);
    store.set({ word: 'bank' });
    await settled();
    expect(session.frame.of.word).toBe('bank');
    expect(session.current.model.reads).toHaveLength(2);
  });

  it('takes sentences of any words, and gives the page back', async () => {
    const { session, store, made } = await open();
    const model = await published(session, 5e6);
    await session.published.use(model, 'w');
    store.set({ sentence: 'A zebra ate my Apple!' });
    await settled();
    expect(session.cut).toEqual({
      tokens: ['A', 'zebra', 'ate', 'my', 'Apple', '!'],
      unknown: [],
      place: 4,
    });
    await session.published.close();
    expect(model.closed).toBe(true);
    expect(session.published.active).toBe(false);
    expect(session.current.model).toBe(made[0]);
    expect(session.frame.of.word).toBe('apple');
    expect(session.cut.unknown).toContain('zebra');
  });
});
