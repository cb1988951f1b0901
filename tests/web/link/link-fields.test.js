// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it, vi } from 'vitest';
import { Store } from '../../../web/src/lab/store.js';
import { namesIn, trainsAtOnce, unlocked } from '../../../web/src/link/link-fields.js';
import { begin } from '../../../web/src/link/opening.js';

const presets = [{ id: 'relations-en', tokenizer: 'space', sentences: 'lines', defaults: {} }];
const place = (text) => ({ text, read: () => text, write: () => {} });
const open = (fragment) => new Store({ presets, place: place(fragment) });

describe('what a link says about the page', () => {
  it('trains at once where it promises weights, or says so', () => {
    const asked = (fragment) => trainsAtOnce(open(fragment).values);
    expect(asked('')).toBe(false);
    expect(asked('#v=1&hash=0123456789abcdef')).toBe(true);
    expect(asked('#v=1&hash=0123456789abcdef&start=paused')).toBe(false);
    expect(asked('#v=1&start=training')).toBe(true);
    expect(asked('#v=1&start=<script>')).toBe(false);
  });

  it('names parts of the page, strictly', () => {
    expect(namesIn(open('#v=1&hide=header,export,header').get('hide'))).toEqual([
      'header',
      'export',
    ]);
    for (const bad of ['hide=<b>', 'hide=a b', `hide=${'x'.repeat(30)}`, 'hide=,', 'hide=#x']) {
      expect(open(`#v=1&${bad}`).get('hide'), bad).toBe('');
    }
  });

  it('keeps what is locked, until it is unlocked', () => {
    const store = open('#v=1&seed=7&lock=seed,window');
    store.set({ seed: 8, window: 3, epochs: 20 });
    expect([store.get('seed'), store.get('window'), store.get('epochs')]).toEqual([7, 5, 20]);
    store.set({ lock: undefined, seed: 8 });
    expect([store.get('seed'), store.get('lock')]).toEqual([8, '']);
    expect(unlocked({ x: 1 }, { lock: 'seed' }, [])).toEqual({ x: 1 });
  });

  it('tells of a corpus that is not there', () => {
    const kinds = (fragment) => open(fragment).notes.map(({ kind }) => kind);
    expect(kinds('#v=1&corpus=nope')).toEqual(['noCorpus']);
    expect(kinds('#v=1&corpus=own')).toEqual(['noText']);
    expect(kinds(`#v=1&corpus=own&c=${'A'.repeat(30_000)}`)).toEqual(['refused', 'badText']);
    expect(kinds('#v=1&corpus=own&c=AAAA')).toEqual([]); // what it holds is seen when unpacked
  });
});

describe('begin', () => {
  const session = (values, settled = false) => ({
    store: { values: { start: 'auto', hash: '', ...values } },
    starting: Promise.resolve(),
    settled,
    train: vi.fn(async () => {}),
  });

  it('trains when the link says so, and not what is trained', async () => {
    const [wait, go, done] = [
      session({}),
      session({ start: 'training' }),
      session({ start: 'training' }, true),
    ];
    for (const one of [wait, go, done]) await begin(one);
    expect([wait, go, done].map((one) => one.train.mock.calls.length)).toEqual([0, 1, 0]);
  });

  it('waits for the model, and tries even where that failed', async () => {
    const one = { ...session({ start: 'training' }), starting: Promise.reject(new Error('x')) };
    await begin(one);
    expect(one.train).toHaveBeenCalledOnce();
  });
});
