// @ts-nocheck: wrong values on purpose
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFragment } from '../../../web/src/link/fragment.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { EQUAL, FIELDS, field, withShare } from '../../../web/src/polysemy/table.js';

const place = (fragment = '') => {
  const written = [];
  return { read: () => written.at(-1) ?? fragment, write: (text) => written.push(text), written };
};
const open = (fragment, language = 'en') => new SenseStore({ place: place(fragment), language });

describe('the fragment', () => {
  it('is empty while everything is at its default', () => {
    expect(open('').fragment()).toBe('');
    expect(open('', 'zh').fragment()).toBe('');
    expect(open('', 'zh').get('word')).toBe('苹果');
  });

  it('says the word as soon as it says anything: the default is the reader’s own', () => {
    const store = open('');
    store.set({ layer: '0' });
    expect(store.fragment()).toBe('#v=1&word=apple&layer=0');
    store.set({ layer: undefined, word: '花' });
    expect(decodeURIComponent(store.fragment())).toBe('#v=1&word=花');
  });

  it('returns what was written, for every field', () => {
    const values = {
      language: 'zh',
      theme: 'dark',
      word: '杜鹃',
      layer: 'mix',
      direction: 'backward',
      axes: 'pca',
      weights: [0.2, 0.3, 0.5],
      gamma: 1.5,
      sentence: 'a ripe apple & 100 % more, 苹果',
      seed: 7,
      hash: '0123456789abcdef',
      edition: '2',
      start: 'paused',
      opened: 'map',
      hide: 'header,export',
      lock: 'seed',
    };
    expect(Object.keys(values)).toEqual(FIELDS.map(({ name }) => name));
    const store = open('');
    store.set(values);
    expect(open(store.fragment()).values).toEqual(values);
  });

  it('takes no value out of its limits, and never throws', () => {
    const bad = open(
      '#v=1&word=x&layer=3&dir=up&s=1,2&gamma=9&seed=-1&hash=xyz&theme=pink&lang=fr&zzz=1',
    );
    expect(bad.values).toEqual({ ...open('').values, gamma: 2 });
    fc.assert(
      fc.property(fc.string(), (text) => {
        const store = open(`#v=1&s=${text}&gamma=${text}&sentence=${text}&word=${text}`);
        expect(store.get('weights').reduce((a, b) => a + b, 0)).toBeCloseTo(1, 1);
        expect(store.get('gamma')).toBeLessThanOrEqual(2);
        expect(store.get('sentence').length).toBeLessThanOrEqual(160);
      }),
    );
  });

  it('forgets a hash when another run is chosen, not when the view changes', () => {
    const link = '#v=1&word=apple&hash=0123456789abcdef';
    const store = open(link);
    store.set({ layer: '1', word: 'apple' });
    expect(store.get('hash')).toBe('0123456789abcdef');
    store.set({ seed: 2 });
    expect(store.get('hash')).toBe('');
  });

  it('reads another address', () => {
    const at = place('');
    const store = new SenseStore({ place: at });
    const changed = [];
    store.addEventListener('change', (event) => changed.push(...event.detail.changed));
    at.read = () => '#v=1&layer=1';
    store.read();
    expect(store.get('layer')).toBe('1');
    expect(changed).toEqual(['layer']);
  });
});

describe('the weights of the mix', () => {
  it('are scaled to sum to 1; all zeros are none', () => {
    expect(field('weights').parse('1,1,2')).toEqual([0.25, 0.25, 0.5]);
    for (const text of ['0,0,0', '1,1', '1,1,1,1', '-1,1,1', 'NaN,1,1', '1e9,1,1', '']) {
      expect(field('weights').parse(text), text).toBeUndefined();
    }
    expect(readFragment('#v=1&s=0,0,1', FIELDS).values).toEqual({ weights: [0, 0, 1] });
  });

  it('make room for one another', () => {
    expect(withShare([0.2, 0.3, 0.5], 2, 0)).toEqual([0.4, 0.6, 0]);
    expect(withShare([0, 0, 1], 2, 0.5)).toEqual([0.25, 0.25, 0.5]);
    expect(withShare(EQUAL, 0, 1)).toEqual([1, 0, 0]);
  });
});
