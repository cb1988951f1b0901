// @ts-nocheck: fakes on purpose
import { describe, expect, it } from 'vitest';
import { readLabelledLines } from '../../../web/src/api/index.js';
import { readLines } from '../../../web/src/transfer/lines.js';
import { OwnLines } from '../../../web/src/transfer/own-lines.js';
import { TransferSession } from '../../../web/src/transfer/session.js';
import { TransferStore } from '../../../web/src/transfer/store.js';
import { fakeParts } from './fake.js';

async function open(fragment = '', how = {}) {
  const store = new TransferStore({ place: { read: () => fragment, write: () => {} } });
  const parts = fakeParts(how);
  const session = new TransferSession({ ...parts, ownLines: how.ownLines, store });
  await session.start();
  return { session, store, made: parts.made, pack: session.chapter.current };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('text', () => {
  it('pre-trains on reviews of the language, and keeps a model for each', async () => {
    const { session, store, made, pack } = await open('#v=1&chapter=text');
    expect(pack.key).toBe('en-2-elmo');
    await session.text.pretrain();
    store.set({ corpus: 'zh' });
    await settled();
    expect(session.text.current.key).toBe('zh-2-elmo');
    store.set({ corpus: 'en' });
    expect(session.text.current.report.finished).toBe(true);
    store.set({ model: 'skip-gram' });
    await settled();
    expect(made.at(-1).options).toMatchObject({ model: 'skip-gram', tokenizer: 'space' });
  });

  it('trains a classifier from a few labels, tells its mix, and reads a sentence', async () => {
    const { session, store, made, pack } = await open('#v=1&chapter=text&sentence=it+was+dull');
    await session.text.pretrain();
    await session.text.train();
    const [, asked] = made[0].calls[0];
    expect(asked.examples.split('\n')).toHaveLength(10);
    expect(asked).toMatchObject({ from: 'pretrained', frozen: 'all' });
    expect(pack.last.mix.weights.reduce((a, b) => a + b)).toBeCloseTo(1);
    expect(pack.last.mix.weights[2]).toBeGreaterThan(pack.last.mix.weights[0]);
    expect(pack.last.mix.gamma).toBeCloseTo(1.12);
    expect(pack.tries.map(({ mode }) => mode)).toEqual(['frozen', 'scratch']);
    expect(session.text.answer.answer.label).toBe('bad');
    store.set({ sentence: 'it was superb' });
    await settled();
    expect(session.text.answer.answer.label).toBe('good');
    store.set({ sentence: 'xyzzy' });
    await settled();
    expect(session.text.answer.error.code).toBe('UnknownWord');
    store.set({ mode: 'scratch', shots: '50' });
    await session.text.train();
    expect(pack.last.mode).toBe('scratch');
    expect(pack.last.examples).toHaveLength(100);
    expect(pack.tries).toHaveLength(3);
  });

  it('keeps own lines for the next visit, and uses them again at the same address', async () => {
    const stored = new Map();
    const memory = () => ({
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => stored.set(key, value),
      removeItem: (key) => stored.delete(key),
    });
    const at = '#v=1&chapter=text';
    const ownLines = new OwnLines(memory(), memory());
    const first = await open(at, { ownLines });
    const lines = Array.from({ length: 24 }, (_, i) => `${i % 2 ? 'ham' : 'spam'}\tword${i} here`);
    first.session.text.use(await readLines(lines.join('\n'), readLabelledLines));
    await settled();
    const { key } = first.session.text.current;
    const address = `#${first.store.fragment()}`;

    const second = await open(address, { ownLines });
    expect(second.session.text.current.key).toBe(key);
    expect(second.made.at(-1).options.corpus).toContain('word7 here');
    second.store.set({ corpus: 'en' }); // the reader's choice stays
    await settled();
    expect((await open(address, { ownLines })).store.get('corpus')).toBe('en');

    // Another address is a link from somewhere: it shows what it promises.
    second.store.set({ corpus: 'own' });
    await settled();
    expect((await open(`${at}&model=skip-gram`, { ownLines })).store.get('corpus')).toBe('en');

    // What was stored is checked.
    for (const [name] of stored)
      stored.set(name, '{"labels":["a","b"],"sentences":["x"],"targets":[5]}');
    expect((await open(at, { ownLines })).session.text.lines).toBe(null);
  });

  it('says so if own lines cannot be kept', async () => {
    const full = {
      ...new Map(),
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new Error('full');
      },
    };
    const { session } = await open('#v=1&chapter=text', { ownLines: new OwnLines(full, full) });
    session.text.use(await readLines('a\tx\nb\ty\na\tz\nb\tw\n', readLabelledLines));
    expect(session.text.linesKept).toBe(false);
  });

  it('takes the reader’s own lines, with no more labels than there are', async () => {
    const { session, store, made } = await open('#v=1&chapter=text');
    const lines = Array.from({ length: 24 }, (_, i) => `${i % 2 ? 'ham' : 'spam'}\tword${i} here`);
    session.text.use(await readLines(lines.join('\n'), readLabelledLines));
    await settled();
    const pack = session.text.current;
    expect(pack.key).toMatch(/^own-[0-9a-f]{16}-elmo$/);
    expect(pack.data.least).toBe(8);
    expect(made.at(-1).options.corpus).toContain('word3 here');
    await session.text.pretrain();
    await session.text.compare();
    expect(pack.comparison.labels).toEqual([1, 2, 5]);
    expect(store.fragment()).not.toContain('own');
    store.set({ corpus: 'en' });
    expect(session.text.current.key).toBe('en-2-elmo');
    store.set({ corpus: 'own' });
    expect(session.text.current).toBe(pack);
  });

  it('lines that cannot be parted change nothing', async () => {
    const { session } = await open('#v=1&chapter=text');
    const before = session.text.current;
    const lines = await readLines('a\tone\na\ttwo\nb\tthree', readLabelledLines);
    expect(() => session.text.use(lines)).toThrow();
    expect(session.text.current).toBe(before);
  });
});

describe('the state', () => {
  it('reads padlocks and refuses what is none; a hash goes with another run', () => {
    const at = (fragment) =>
      new TransferStore({ place: { read: () => fragment, write: () => {} } });
    expect(at('#v=1&frozen=hidden,conv1').get('locks')).toEqual(['conv1', 'hidden']);
    expect(at('#v=1&frozen=none').get('locks')).toEqual([]);
    expect(at('#v=1&frozen=head').get('locks')).toEqual(['conv1', 'conv2']);
    expect(at('').fragment()).toBe('');
    const store = at('#v=1&hash=0123456789abcdef');
    store.set({ locks: [] });
    expect(store.fragment()).toContain('frozen=none');
    expect(store.get('hash')).toBe('0123456789abcdef');
    store.set({ seed: 4 });
    expect(store.get('hash')).toBe('');
  });

  it('follows the reader’s language for the reviews', () => {
    const place = { read: () => '', write: () => {} };
    expect(new TransferStore({ place, language: 'zh' }).get('corpus')).toBe('zh');
  });
});
