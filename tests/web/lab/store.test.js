// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it, vi } from 'vitest';
import { Store } from '../../../web/src/lab/store.js';

const presets = [
  { id: 'relations-en', tokenizer: 'space', sentences: 'lines', defaults: {} },
  { id: 'relations-zh', tokenizer: 'space', sentences: 'lines' },
  { id: 'long', tokenizer: 'words', sentences: 'lines', defaults: { minCount: 5, epochs: 3 } },
];

function make(fragment = '', language = 'en') {
  const place = { text: fragment, read: () => place.text, write: (text) => (place.text = text) };
  return { place, store: new Store({ presets, place, language }) };
}

describe('Store', () => {
  it('starts from the link, else from what suits the reader', () => {
    expect(make('#v=1&window=3').store.get('window')).toBe(3);
    expect(make('', 'zh').store.get('corpus')).toBe('relations-zh');
    expect(make('#v=1&window=3', 'zh').store.get('corpus')).toBe('relations-en');
  });

  it.each([
    ['#v=1&corpus=gone&model=cbow', 'relations-zh'],
    ['#v=1&corpus=gone&model=cbow&lang=en', 'relations-en'],
    ['#v=1&corpus=own&model=cbow', 'relations-zh'], // a text that was too long for the link
    ['#v=1&model=nonsense&epochs=3', 'relations-zh'],
    ['#v=9&model=cbow', 'relations-zh'],
    ['#v=1&sum=0000&model=cbow', 'relations-zh'],
    ['#nonsense', 'relations-zh'],
    ['#v=1&model=cbow&epochs=999999', 'relations-en'], // set to the limit: whole, but for a number
    ['#v=1&epochs=x&hash=0123456789abcdef', 'relations-en'], // the weights of that corpus
  ])('a broken link %s opens the corpus of a Chinese reader: %s', (link, corpus) => {
    const { store, place } = make(link, 'zh');
    expect(store.get('corpus')).toBe(corpus);
    expect(make(link, 'en').store.get('corpus')).toBe('relations-en');
    place.text = link;
    store.read(); // the same link, opened in a tab that shows the page
    expect(store.get('corpus')).toBe(corpus);
  });

  it('closes the opened number with the model that it belongs to', () => {
    const { store, place } = make('#v=1&model=nnlm&inside=3&number=h.2.0');
    store.set({ epochs: 2 });
    expect(place.text).toContain('number=h.2.0');
    store.set({ model: 'cbow' });
    expect(place.text).not.toContain('number');
    expect(make('#v=1&inside=3&number=h.-1.x').store.get('number')).toBe(null);
  });

  it('writes only what differs from the default, and says what changed', () => {
    const { store, place } = make();
    const heard = vi.fn();
    store.addEventListener('change', (event) => heard(event.detail.changed));
    store.set({ window: 7 });
    expect(place.text).toBe('#v=1&window=7');
    store.set({ window: 5 });
    expect(place.text).toBe('');
    store.set({ window: 5 });
    expect(heard.mock.calls).toEqual([[['window']], [['window']]]);
  });

  it('lets defaults follow model and corpus until the reader sets a value', () => {
    const { store } = make();
    store.set({ model: 'cbow', corpus: 'long' });
    expect([store.get('alpha'), store.get('minCount'), store.get('epochs')]).toEqual([0.2, 5, 3]);
    store.set({ minCount: 2 });
    store.set({ corpus: 'relations-en', model: 'skip-gram' });
    expect([store.get('alpha'), store.get('minCount')]).toEqual([0.05, 2]);
  });

  it('makes the example corpus follow a language that the link names', () => {
    const { store, place } = make();
    store.set({ language: 'zh' });
    expect(store.get('corpus')).toBe('relations-zh');
    expect(place.text).toBe('#v=1&lang=zh');
  });

  it('refuses a corpus it does not know and own text that is not there', () => {
    expect(make('#v=1&corpus=nope').store.get('corpus')).toBe('relations-en');
    expect(make('#v=1&corpus=own').store.get('corpus')).toBe('relations-en');
    expect(make('#v=1&corpus=own&c=abc').store.get('corpus')).toBe('own');
    expect(make('#v=1&c=abc').store.get('text')).toBe('');
  });

  it('drops the hash when what is trained changes, and only then', () => {
    const hash = '0123456789abcdef';
    const { store } = make(`#v=1&hash=${hash}`);
    store.set({ nearest: 'queen', theme: 'dark', speed: 'slow' });
    expect(store.get('hash')).toBe(hash);
    store.set({ seed: 2 });
    expect(store.get('hash')).toBe('');
  });

  it('reads an edited address again', () => {
    const { store, place } = make();
    place.text = '#v=1&seed=9&window=junk';
    store.read();
    expect([store.get('seed'), store.get('window')]).toEqual([9, 5]);
  });

  it('tells apart what trains differently, and only that', () => {
    const { store } = make();
    const key = store.trainingKey();
    store.set({ nearest: 'queen', view: 'umap', matrix: 'output', language: 'en' });
    expect(store.trainingKey()).toBe(key);
    store.set({ objective: 'softmax' });
    const softmax = store.trainingKey();
    expect(softmax).not.toBe(key);
    store.set({ negative: 12 }); // full softmax draws none
    expect(store.trainingKey()).toBe(softmax);
    const oneHot = store.trainingKey('one-hot');
    store.set({ window: 2, seed: 5 });
    expect(store.trainingKey('one-hot')).toBe(oneHot);
  });
});
