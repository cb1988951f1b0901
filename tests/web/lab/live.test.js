// @ts-nocheck: fakes on purpose
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUESTIONS } from '../../../web/src/lab/ask/list.js';
import { Session } from '../../../web/src/lab/session.js';
import { Store } from '../../../web/src/lab/store.js';
import { fakeModel, presets } from './fake.js';

const QUERIES = [
  ...['mostSimilar', 'similarity', 'doesntMatch', 'predictMiddle', 'projection', 'vectors'],
  'evaluateWordAnalogies',
];

let session;
let store;
/** Calls of each model, by the query's name. */
let asked;

const settled = () => new Promise((resolve) => setTimeout(resolve, 180));

beforeEach(async () => {
  asked = [];
  const create = async (options) => {
    const model = fakeModel(options);
    for (const name of QUERIES) {
      const query = model[name];
      model[name] = (...args) => {
        asked.push(name);
        return query(...args);
      };
    }
    vi.spyOn(model, 'resume');
    return model;
  };
  let fragment = '';
  const place = { read: () => fragment, write: (text) => (fragment = text) };
  store = new Store({ presets, place });
  session = new Session({ api: { create }, presets, store, questions: QUESTIONS });
  await session.start();
  await settled();
});

afterEach(() => vi.restoreAllMocks());

describe('a change of the state', () => {
  it.each([
    [{ nearest: 'queen' }, ['mostSimilar']],
    [{ analogy: ['king', 'queen', 'man'] }, ['mostSimilar']],
    [{ odd: ['king', 'queen', 'man'] }, ['doesntMatch']],
    [{ pair: ['king', 'man'] }, ['similarity']],
    [{ matrix: 'output' }, ['mostSimilar', 'mostSimilar', 'doesntMatch', 'similarity']],
    [{ next: 'the king' }, []], // Skip-gram predicts no next word
    [{ view: 'analogy' }, ['vectors']],
    [{ theme: 'dark' }, []],
  ])('%o asks %o', async (change, queries) => {
    asked = [];
    store.set(change);
    await settled();
    expect(asked.toSorted()).toEqual(queries.toSorted());
  });

  it('of a phrase asks the question on it', async () => {
    store.set({ model: 'cbow' });
    await settled();
    asked = [];
    store.set({ blank: 'king _ queen' });
    await settled();
    expect(asked).toEqual(['predictMiddle']);
  });

  it('of the model asks all', async () => {
    asked = [];
    store.set({ model: 'cbow' });
    await settled();
    expect(new Set(asked)).toEqual(
      new Set(QUERIES.filter((name) => name !== 'vectors')), // the plane is not on show
    );
  });
});

describe('the map of a run', () => {
  const projections = () => asked.filter((name) => name === 'projection').length;

  it('comes with the reports; at rest it is asked for once', async () => {
    asked = [];
    const rest = [];
    const { model } = session.current;
    const { projection } = model;
    model.projection = (options) => {
      rest.push(options);
      return projection(options);
    };
    const seen = new Set();
    session.addEventListener('change', () => seen.add(session.current.projection.positions[0]));
    await session.train();
    await settled();
    for (const step of [10, 50, 100]) expect(seen).toContain(step);
    expect(projections()).toBe(1);
    expect(rest).toEqual([{ align: false }]); // the weights alone decide how it lies
    const [watch] = session.current.model.resume.mock.calls[0];
    expect(watch).toMatchObject({ projection: { align: true }, reportsPerSecond: 30 });
  });

  it('is of the model on show only: another one trains on unseen', async () => {
    const done = session.train();
    const { model } = session.current;
    await new Promise((resolve) => setTimeout(resolve, 8));
    store.set({ model: 'cbow' });
    expect(model.resume.mock.lastCall[0].projection).toBeNull();
    store.set({ model: 'skip-gram' });
    expect(model.resume.mock.lastCall[0].projection).toEqual({ align: true });
    await done;
    expect(model.resume).toHaveBeenCalledTimes(3);
  });

  it('stays watched when the speed changes', async () => {
    const done = session.train();
    const { model } = session.current;
    await new Promise((resolve) => setTimeout(resolve, 8));
    await session.setSpeed('window');
    const [again] = model.resume.mock.lastCall;
    expect(again).toMatchObject({ stepsPerSecond: 2, projection: { align: true } });
    await done;
  });
});
