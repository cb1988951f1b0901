// @ts-nocheck: fakes on purpose
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../../web/src/transfer/examples.js';
import { layInk } from '../../../web/src/transfer/ink.js';
import { Keeper } from '../../../web/src/transfer/pictures.js';
import { TransferSession } from '../../../web/src/transfer/session.js';
import { TransferStore } from '../../../web/src/transfer/store.js';
import { error, fakeParts } from './fake.js';

/** A machine may be busy: the test's own limit is the limit. */
const eventually = (/** @type {() => any} */ check) => vi.waitFor(check, { timeout: 50_000 });

async function open(fragment = '', how = {}) {
  const store = new TransferStore({ place: { read: () => fragment, write: () => {} } });
  const parts = fakeParts(how);
  const session = new TransferSession({ ...parts, keeper: how.keeper, store });
  await session.start();
  return { session, store, made: parts.made, pack: session.chapter.current };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
const drawSeven = layInk([
  [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.4, 0.9],
  ],
]);

describe('images: A', () => {
  it('stands ready with its filters, and thirty pictures are lent', async () => {
    const { session, pack, made } = await open();
    expect(made).toHaveLength(1);
    expect(pack.filters.count).toBe(8);
    expect(examples.countOf(session.images.examples)).toBe(30);
    expect(made[0].options.examples.labels).toContain('4');
    expect(made[0].options.examples.labels).not.toContain('5');
  });

  it('trains, remembers loss and accuracy, measures held-out digits, knows the hash', async () => {
    const { session, pack } = await open();
    await session.images.pretrain();
    expect(pack.report.finished).toBe(true);
    expect(pack.history).toHaveLength(10);
    expect(pack.history.at(-1).accuracy).toBeGreaterThan(0.85);
    expect(pack.history.at(-1).loss).toBeLessThan(pack.history[0].loss);
    expect(pack.heldout.accuracy).toBeGreaterThan(0.97);
    expect(pack.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('pauses, resumes, resets, and takes the reset back with its B', async () => {
    const { session, pack, made } = await open('', { pace: 4 });
    const run = session.images.pretrain();
    await settled();
    await session.images.pause();
    await run;
    expect(pack.report.finished).toBe(false);
    await session.images.pretrain();
    expect(pack.report.finished).toBe(true);
    await session.images.train();
    const { model } = pack.last;
    await session.images.reset();
    expect(pack.last).toBeNull();
    expect(pack.report.step).toBe(0);
    session.undoing.take();
    expect(pack.model).toBe(made[0]);
    expect(pack.last.model).toBe(model);
    expect(model.closed).toBe(false);
    await session.images.reset();
    await session.images.pretrain(); // too late for undo
    expect(made[0].closed).toBe(true);
    expect(model.closed).toBe(true);
  });

  it('a new seed makes another A at once while untrained, and is stale when trained', async () => {
    const { session, store, pack, made } = await open();
    store.set({ seed: 2 });
    await settled();
    expect(made).toHaveLength(2);
    await session.images.pretrain();
    store.set({ seed: 3 });
    expect(session.images.isStale(pack)).toBe(true);
    await session.images.pretrain();
    expect(made.at(-1).options.seed).toBe(3);
    expect(made[0].closed && made[1].closed).toBe(true);
  });

  it('keeps an error for the page, and goes on afterwards', async () => {
    const { session, pack, made } = await open();
    vi.spyOn(made[0], 'resume').mockRejectedValueOnce(error('EngineFailure'));
    await session.images.pretrain();
    expect(pack.errors.pretrain.code).toBe('EngineFailure');
    await session.images.pretrain();
    expect(pack.report.finished).toBe(true);
    expect(pack.errors.pretrain ?? null).toBeNull();
  });
});

it('digits that cannot be fetched are said, and fetched again by the button', async () => {
  const store = new TransferStore({ place: { read: () => '', write: () => {} } });
  const parts = fakeParts();
  const digits = vi.fn(parts.digits).mockRejectedValueOnce(error('EngineFailure'));
  const session = new TransferSession({ ...parts, digits, store });
  await session.start();
  const pack = session.images.current;
  expect(pack.errors.pretrain.kind).toBe('digits');
  await session.images.pretrain();
  expect(pack.report.finished).toBe(true);
  expect(pack.errors.pretrain ?? null).toBeNull();
});

describe('images: B', () => {
  async function trained(fragment, how) {
    const parts = await open(fragment, how);
    await parts.session.images.pretrain();
    return parts;
  }

  it('trains with the padlocks, and once from scratch on the same pictures', async () => {
    const { session, pack, made } = await trained();
    await session.images.train();
    const asked = made[0].calls
      .filter(([name]) => name === 'transfer')
      .map(([, options]) => options);
    expect(asked.map(({ from, frozen }) => [from, frozen.length])).toEqual([
      ['pretrained', 2],
      ['random', 0],
    ]);
    expect(asked[0].examples.labels).toHaveLength(30);
    expect(pack.tries.map((one) => one.accuracy > 0.3)).toEqual([true, true]);
    expect(pack.last.forgetting).toEqual({ before: 0.986, after: 0.986 });
    expect(pack.last.confusion).toHaveLength(5);
    await session.images.train();
    expect(pack.tries).toHaveLength(3);
    const open = made.filter((model) => !model.closed);
    expect(open).toEqual([made[0], pack.last.model]);
  });

  it('fine-tuned, A forgets', async () => {
    const { session, store, pack } = await trained();
    store.set({ locks: [] });
    await session.images.train();
    expect(pack.last.forgetting.after).toBeLessThan(0.7);
  });

  it('an empty set and a single digit are refused, and nothing is lost', async () => {
    const { session, pack } = await trained();
    session.images.clear();
    await session.images.train();
    expect(pack.errors.train.kind).toBe('empty');
    session.images.put(new Uint8Array(784).fill(9), 'tray');
    await session.images.train();
    expect(pack.errors.train).toMatchObject({ kind: 'oneClass', value: '5' });
    session.images.undo();
    session.images.undo();
    expect(examples.countOf(session.images.examples)).toBe(30);
    await session.images.train();
    expect(pack.errors.train).toBeNull();
    expect(pack.tries).toHaveLength(2);
  });

  it('of three digits only, B is tested on those three', async () => {
    const { session, pack } = await trained('', { each: 10 });
    session.images.clear();
    for (const slot of [0, 6, 12]) {
      session.images.aim(slot);
      session.images.put(new Uint8Array(784).fill(slot + 1), 'own');
    }
    await session.images.train();
    expect(pack.last.labels).toEqual(['5', '6', '7']);
    expect(pack.last.total).toBe(30);
  });

  it('a drawing joins the set; a blank one is refused', async () => {
    const { session } = await trained();
    expect(session.images.putDrawing()).toBe(false);
    expect(session.images.padError.kind).toBe('blank');
    session.images.draw(drawSeven);
    expect(session.images.padError).toBeNull();
    await settled();
    expect(session.images.seen.layers.map(({ layer }) => layer)).toEqual([
      'conv1',
      'conv2',
      'hidden',
    ]);
    expect(session.images.seen.by).toBe('A');
    expect(session.images.putDrawing()).toBe(true);
    expect(examples.ownOf(session.images.examples)).toBe(1);
    await session.images.train();
    expect(session.images.seen.by).toBe('B');
    session.images.draw(layInk([]));
    await settled();
    const { slots, target } = session.images.examples;
    expect(session.images.seen.pixels).toBe(slots[target].pixels); // else the chosen picture
    session.images.remove();
    await settled();
    expect(session.images.seen).toBeNull();
  });

  it('own pictures outlast the page', async () => {
    const held = new Map();
    const storage = {
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, value) => held.set(key, value),
      removeItem: (key) => held.delete(key),
    };
    const keeper = new Keeper(storage);
    const first = await open('', { keeper });
    first.session.images.aim(8);
    first.session.images.put(new Uint8Array(784).fill(77), 'own');
    const { session } = await open('', { keeper });
    expect(session.images.examples.slots[8]).toMatchObject({ from: 'own' });
    expect(session.images.examples.slots[8].pixels[3]).toBe(77);
    expect(examples.countOf(session.images.examples)).toBe(30);
    session.images.clear();
    expect(held.size).toBe(0);
    for (const broken of ['{', '[[99,"AA=="]]', '[[1,"%"]]', '[1]', 'null']) {
      storage.getItem = () => broken;
      expect(keeper.load()).toEqual([]);
    }
    expect(new Keeper(null).load()).toEqual([]);
  });

  it('can be stopped; what was there before stays', async () => {
    const { session, pack } = await trained('', { pace: 5 });
    await session.images.train();
    const { last } = pack;
    const run = session.images.train();
    await settled();
    expect(pack.job.name).toBe('train');
    session.images.cancel();
    await run;
    expect(pack.job).toBeNull();
    expect(pack.last).toBe(last);
    expect(pack.errors.train).toBeNull();
  });
});

describe('images: the four ways', () => {
  it('arrive one by one, five labels first, and can be cancelled', async () => {
    const { session, pack, made } = await open('#v=1&seeds=3', { pace: 2 });
    await session.images.pretrain();
    const run = session.images.compare();
    await eventually(() => expect(pack.comparison?.results.length).toBeGreaterThan(4));
    expect(pack.comparison.results.slice(0, 4).every(({ labels }) => labels === 5)).toBe(true);
    expect(pack.job.progress).toBeGreaterThan(0);
    session.images.cancel();
    await run;
    expect(pack.comparison.finished).toBe(false);
    expect(pack.comparison.results.length).toBeGreaterThan(4);
    await session.images.compare();
    expect(pack.comparison.finished).toBe(true);
    expect(pack.comparison.results).toHaveLength(60);
    const [, asked] = made[0].calls.filter(([name]) => name === 'compare').at(-1);
    expect(asked.labels).toEqual([5, 1, 2, 10, 50]);
  });
});
