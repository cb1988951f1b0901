// @vitest-environment jsdom
// @ts-nocheck: fakes on purpose
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../web/src/polysemy/sense-app.js';
import { addMessages, setLanguage } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/polysemy-en.js';
import { zh } from '../../../web/src/i18n/polysemy-zh.js';
import { SenseSession } from '../../../web/src/polysemy/session.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { fakeParts } from './fake.js';

beforeAll(() => addMessages({ en, zh }));

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  HTMLCanvasElement.prototype.getContext = () => null;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  setLanguage('en');
});

const frames = () => new Promise((resolve) => setTimeout(resolve, 60));

async function open(fragment = '') {
  const store = new SenseStore({ place: { read: () => fragment, write: () => {} } });
  const session = new SenseSession({ ...fakeParts(), store });
  const app = document.createElement('sense-app');
  document.body.append(app);
  await app.connect(session);
  await frames();
  const find = (selector) => app.querySelector(selector);
  const text = (selector) => find(selector)?.textContent.replace(/\s+/g, ' ').trim();
  return { app, store, session, find, text };
}

describe('the polysemy lab', () => {
  it('says at once what the word is about, and that nothing is learned', async () => {
    const { text, find } = await open();
    expect(text('.hero p')).toContain('‘apple’: fruit or company?');
    expect(text('#caption')).toContain('random');
    expect(find('#train').dataset.state).toBe('train');
    expect(find('#reset').disabled).toBe(true);
  });

  it('shows each layer’s score beside that of guessing, and trains', async () => {
    const { text, find, session } = await open();
    await session.train();
    await frames();
    expect(find('#train').dataset.state).toBe('again');
    expect(text('#scores tr[data-layer="2"] .accuracy')).toBe('98 %');
    expect(text('#scores tr[data-layer="0"] .accuracy')).toBe('50 %');
    expect(text('#announcement')).toContain('layer 2 puts 98 %');
    setLanguage('zh');
    await frames();
    expect(text('#scores tr[data-layer="0"] .accuracy')).toBe('50%'); // as on the other pages
    setLanguage('en');
    await frames();
    expect(text('#map-summary')).toContain('fruit');
  });

  it('changes layers by slider and by the table, and explains each', async () => {
    const { find, text, store, app } = await open();
    const slider = find('#layer');
    slider.value = '0';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await frames();
    expect(store.get('layer')).toBe('0');
    expect(text('#caption')).toContain('only looks the word up');
    expect(slider.getAttribute('aria-valuetext')).toContain('layer 0');
    app.querySelector('tr[data-layer="mix"] button').click();
    await frames();
    expect(store.get('layer')).toBe('mix');
    expect(find('tr[data-layer="mix"] button').getAttribute('aria-pressed')).toBe('true');
  });

  it('moving a weight shows the mix, and the others make room', async () => {
    const { find, store } = await open();
    const slider = find('#s2');
    slider.value = '1000';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await frames();
    expect(store.get('layer')).toBe('mix');
    expect(store.get('weights')).toEqual([0, 0, 1]);
    find('#mix-equal').click();
    await frames();
    expect(store.own.weights).toBeUndefined();
  });

  it('lists the nearest occurrences of a typed sentence, the word marked', async () => {
    const { find, text, session, app } = await open();
    await session.train();
    const box = find('#sentence');
    box.value = 'the laptop from apple pleased everybody';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await frames();
    expect(text('.verdict')).toBe('5 of the 5 nearest are company.');
    expect(text('#sentence-unknown')).toContain('everybody');
    expect(app.querySelectorAll('.occurrence mark')).toHaveLength(5);
    app.querySelector('.occurrence').click();
    await frames();
    expect(session.picked).toBeGreaterThanOrEqual(0);
    find('#edit').click();
    await frames();
    expect(box.value).toContain('apple');
    find('#let-go').click();
    await frames();
    expect(find('#picked')).toBeNull();
  });

  it('asks for the word where it is missing; at layer 0 no occurrence is nearer', async () => {
    const { find, text, session, store } = await open('#v=1&sentence=a+cat+sleeps');
    expect(text('#sentence-problem')).toContain('apple');
    expect(find('#sentence').getAttribute('aria-invalid')).toBe('true');
    await session.train();
    store.set({ sentence: 'the laptop from apple', layer: '0' });
    await frames();
    expect(text('.verdict')).toContain('equally near');
    expect(find('.occurrences').hidden).toBe(true);
  });

  it('offers examples of both senses, one after the other', async () => {
    const { find, store } = await open();
    find('#example').click();
    const first = store.get('sentence');
    find('#example').click();
    expect(first).toContain('apple');
    expect(store.get('sentence')).not.toBe(first);
    expect([first, store.get('sentence')].filter((s) => s.includes('client'))).toHaveLength(1);
  });

  it('brings back what the reader wrote before an example', async () => {
    const { find, store } = await open('#v=1&sentence=my+apple');
    expect(find('#take-back')).toBeNull();
    find('#example').click();
    find('#example').click();
    await frames();
    find('#take-back').click();
    expect(store.get('sentence')).toBe('my apple');
    await frames();
    expect(find('#take-back')).toBeNull();
  });

  it('the map is walked by arrow keys, spoken, chosen and let go', async () => {
    const { find, text, session, app } = await open();
    const map = app.querySelector('sense-map');
    map.screen = Float32Array.from(session.frame.positions);
    const press = async (key) => {
      find('#map').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await frames();
    };
    await press('ArrowRight');
    expect(text('#map-point')).toMatch(/^(fruit|company), (held out|trained on): .*apple/);
    await press('Enter');
    expect(session.picked).toBe(map.hovered);
    await press('Escape');
    expect(session.picked).toBe(-1);
  });

  it('has a table of what the map shows', async () => {
    const { find, app, session } = await open();
    find('#map-table').open = true;
    find('#map-table').dispatchEvent(new Event('toggle'));
    await frames();
    expect(app.querySelectorAll('#map-table tbody tr')).toHaveLength(
      session.frame.of.sentences.length,
    );
  });

  it('follows the reader’s language until something is trained', async () => {
    const { app, store, session } = await open();
    const { target } = { target: app.querySelector('.polysemy-page') };
    const set = (language) =>
      target.dispatchEvent(new CustomEvent('set', { detail: { language } }));
    set('zh');
    expect(store.get('word')).toBe('苹果');
    set('en');
    await frames();
    await session.train();
    set('zh');
    expect(store.get('word')).toBe('apple');
    await frames();
    expect(app.querySelector('.hero h2').textContent).toBe('一个词，两个意思');
  });
});
