// @ts-nocheck: a fake session
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Starting } from '../../../../web/src/lab/import/starting.js';

let session;
let starting;

/** Vectors from a file, loaded. */
function load(name, dimensions = 50) {
  const model = { info: { dimensions }, close: vi.fn() };
  session.slots.set('loaded', { kind: 'loaded', key: name, model });
  session.viewing = 'loaded';
  return model;
}

beforeEach(() => {
  const values = { model: 'one-hot', vectorSize: 32 };
  session = {
    slots: new Map(),
    slot: (kind) => session.slots.get(kind),
    store: {
      get: (name) => values[name],
      set: (changes) => Object.assign(values, changes),
      values,
    },
    prepare: vi.fn(async () => true),
    changed: vi.fn(),
  };
  starting = new Starting(session);
});

describe('vectors that training begins with', () => {
  it('are the loaded ones, whose view is left', async () => {
    const model = load('glove.txt');
    await starting.take();
    expect(session.viewing).toBe('');
    expect(session.slots.has('loaded')).toBe(false);
    expect(model.close).not.toHaveBeenCalled();
    expect(session.store.values).toEqual({ model: 'skip-gram', vectorSize: 50 });
    expect(starting.name).toBe('glove.txt');
    expect(starting.optionsFor(session.store.values)).toEqual({ start: model });
    expect(session.prepare).toHaveBeenCalledOnce();
  });

  it('may be longer than the control goes', async () => {
    const model = load('large.bin', 1000);
    await starting.take();
    expect(session.store.values.vectorSize).toBe(32);
    const options = starting.optionsFor(session.store.values);
    expect(options).toEqual({ start: model, vectorSize: 1000 });
  });

  it('give way to others, and to random ones', async () => {
    const first = load('first.txt');
    await starting.take();
    const { key } = starting;
    const second = load('second.txt');
    await starting.take();
    expect(first.close).toHaveBeenCalledOnce();
    expect(starting.key).not.toBe(key);
    await starting.drop();
    expect(second.close).toHaveBeenCalledOnce();
    expect(starting).toMatchObject({ name: '', key: '', lender: null });
    expect(starting.optionsFor({ model: 'cbow' })).toEqual({});
  });

  it('do not concern models without vectors of their own', async () => {
    load('glove.txt');
    await starting.take();
    expect(starting.optionsFor({ model: 'one-hot' })).toEqual({});
    expect(starting.optionsFor({ model: 'elmo', charCnn: true })).toEqual({});
    expect(starting.appliesTo({ model: 'elmo', charCnn: false })).toBe(true);
  });

  it('need a file first', async () => {
    session.slots.set('loaded', { kind: 'loaded', model: null });
    await starting.take();
    expect(session.prepare).not.toHaveBeenCalled();
  });
});
