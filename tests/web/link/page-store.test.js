// @ts-nocheck: a place made by hand
/** What the stores of the story's later pages do alike. */
import { describe, expect, it, vi } from 'vitest';
import { LadderStore } from '../../../web/src/ladder/store.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { TransferStore } from '../../../web/src/transfer/store.js';

const HASH = '0123456789abcdef';

function make(Store, text) {
  const place = { text, read: () => place.text, write: (written) => (place.text = written) };
  return { place, store: new Store({ place }) };
}

describe.each([LadderStore, SenseStore, TransferStore])('$name', (Store) => {
  it('drops the hash when another run is wanted, and only then', () => {
    const { store } = make(Store, `#v=1&hash=${HASH}`);
    store.set({ theme: 'dark', seed: store.get('seed') });
    expect(store.get('hash')).toBe(HASH);
    store.set({ seed: 2, hash: HASH });
    expect(store.get('hash')).toBe(HASH);
    store.set({ seed: 3 });
    expect(store.get('hash')).toBe('');
  });

  it('keeps to the first edition in a link that is older than the second', () => {
    const { store, place } = make(Store, `#v=1&hash=${HASH}`);
    expect(store.get('edition')).toBe('1');
    expect(store.notes.map(({ kind }) => kind)).toContain('edition');
    expect(place.text).not.toContain('edition');
    store.set({ seed: 3 }); // the run is another, its sentences are not
    expect([store.get('hash'), store.get('edition')]).toEqual(['', '1']);
    expect(place.text).toContain('edition=1');
    expect(make(Store, place.text).store.get('edition')).toBe('1');
  });

  it('is of the second edition otherwise, and says so beside a hash', () => {
    const { store, place } = make(Store, '#v=1&seed=7');
    expect([store.get('edition'), store.notes]).toEqual(['2', []]);
    expect(place.text).not.toContain('edition');
    const shared = store.fragment({ hash: HASH });
    expect(shared).toContain('edition=2');
    const opened = make(Store, shared).store;
    expect([opened.get('edition'), opened.get('hash'), opened.notes]).toEqual(['2', HASH, []]);
    expect(opened.fragment()).toBe(shared);
  });

  it('reads an edited address again, writes none, and says what changed', () => {
    const { store, place } = make(Store, '#v=1&theme=dark');
    const heard = vi.fn();
    store.addEventListener('change', ({ detail }) => heard(detail.changed));
    place.text = '#v=1&seed=9&theme=junk';
    store.read();
    expect([store.get('seed'), store.get('theme')]).toEqual([9, 'auto']);
    expect(place.text).toBe('#v=1&seed=9&theme=junk');
    expect(heard.mock.calls[0][0].sort()).toEqual(['seed', 'theme']);
    expect(store.notes.map(({ kind }) => kind)).toContain('refused');
  });

  it('leaves what the link locks as it is', () => {
    const { store } = make(Store, '#v=1&seed=4&lock=seed');
    store.set({ seed: 5, theme: 'dark' });
    expect([store.get('seed'), store.get('theme')]).toEqual([4, 'dark']);
  });

  it('returns a field to its default', () => {
    const { store, place } = make(Store, '#v=1&seed=4');
    store.set({ seed: undefined });
    expect(store.own).not.toHaveProperty('seed');
    expect(place.text).toBe('');
  });
});
