// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../../../web/src/lab/store.js';
import { addressBar } from '../../../web/src/link/address-bar.js';
import { followAddress } from '../../../web/src/link/opening.js';

const presets = ['relations-en', 'relations-zh'].map((id) => ({ id }));

/** @type {ReturnType<typeof addressBar>} */
let place;
/** @type {Store} */
let store;
const train = vi.fn(async () => {});
/** @type {AbortController} */
let page;

beforeEach(() => {
  window.history.replaceState(null, '', '/');
  place = addressBar(window);
  store = new Store({ presets, place });
  place.flush();
  page = new AbortController();
  // Each test is a page of its own: its listeners go with it.
  const listening = {
    ...{ history: window.history },
    addEventListener: (/** @type {string} */ type, /** @type {() => void} */ heard) =>
      window.addEventListener(type, heard, { signal: page.signal }),
  };
  const session = { store, starting: null, settled: false, train };
  followAddress(session, place, /** @type {any} */ (listening)); // any: what it uses of a window
});

afterEach(() => {
  page.abort();
  train.mockClear();
});

const back = () =>
  new Promise((resolve) => {
    window.addEventListener('hashchange', () => resolve(undefined), { once: true });
    window.history.back();
  });

describe('the history', () => {
  it('has an entry for each model that was looked at, none for sliders', async () => {
    const { length } = window.history;
    store.set({ model: 'cbow' });
    for (let window = 2; window < 9; window++) store.set({ window });
    place.flush();
    store.set({ model: 'nnlm' });
    store.set({ model: 'nnlm' });
    expect(window.history.length).toBe(length + 2);
    expect(location.hash).toBe('#v=1&model=nnlm&window=8');
    await back();
    expect(store.get('model')).toBe('cbow');
    expect(store.get('window')).toBe(8);
    await back();
    expect(store.get('model')).toBe('skip-gram');
    expect(store.get('window')).toBe(5);
  });

  it('is not mixed up by what was about to be written', async () => {
    store.set({ model: 'cbow' });
    store.set({ window: 7 }); // within the delay of the address bar
    await back();
    place.flush();
    expect(location.hash).toBe('');
    expect(store.get('window')).toBe(5);
  });

  it('leaves language and theme as they are, and starts no training', async () => {
    store.set({ start: 'training' });
    place.flush();
    store.set({ model: 'cbow' });
    store.set({ language: 'zh', theme: 'dark' });
    place.flush();
    await back();
    expect(store.get('model')).toBe('skip-gram');
    expect([store.get('language'), store.get('theme')]).toEqual(['zh', 'dark']);
    expect(train).not.toHaveBeenCalled();
  });

  it('returns to a text that is too long for a link', async () => {
    store.set({ corpus: 'own' });
    store.textAtHand = true;
    place.flush();
    store.set({ model: 'cbow' });
    await back();
    expect(store.get('corpus')).toBe('own');
    expect(store.notes).toEqual([]);
  });

  it('is left alone by a link that is opened in the tab', async () => {
    store.set({ language: 'zh' });
    place.flush();
    const arrived = new Promise((resolve) => {
      window.addEventListener('hashchange', resolve, { once: true });
    });
    location.hash = '#v=1&model=elmo&start=training';
    await arrived;
    expect(store.get('language')).toBe('auto');
    await vi.waitFor(() => expect(train).toHaveBeenCalledTimes(1));
  });
});
