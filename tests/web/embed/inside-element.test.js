import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { PreformerInside } from '../../../web/src/embed/inside-element.js';

/** What the figure's file would be: it reads the link as a store does, and writes it back. */
function fake() {
  const store = {
    /** @type {any} */ place: null,
    link: '',
    read: () => {
      store.link = store.place.read();
    },
    fragment: () => store.link,
  };
  const session = Object.assign(new EventTarget(), { store });
  const running = {
    session,
    settled: true,
    status: () => ({ running: false, finished: false, progress: 0, loss: 1, error: null }),
    begin: vi.fn(async () => {}),
    opened: vi.fn(async () => {}),
    bring: vi.fn(async () => {}),
    pause: vi.fn(async () => {}),
    repaint: vi.fn(),
    focus: vi.fn(),
    close: vi.fn(async () => {}),
  };
  const join = (/** @type {any} */ { place }) => {
    store.place = place;
    store.read();
    place.write(store.fragment());
    return running;
  };
  return { running, store, file: { css: [], join } };
}

let load = vi.fn(async () => fake().file);
class Figure extends PreformerInside {
  static load = () => /** @type {any} */ (load());
}

beforeAll(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  customElements.define('test-figure', Figure);
});
afterEach(() => {
  document.body.innerHTML = '';
});

/** @param {string} html */
async function shown(html) {
  const { running, store, file } = fake();
  load = vi.fn(async () => file);
  document.body.innerHTML = html;
  const figure = /** @type {any} */ (document.querySelector('test-figure'));
  await figure.open();
  return { figure, running, store };
}

it('attributes stand for parts of the link, counted from 1', async () => {
  const { store, figure } = await shown(
    '<test-figure link="#v=1&size=8&seed=7&sum=abcd" model="nnlm" seed="2" sentence="king & his" example="3" word="1" step="4" number="h.2.0" hide="c,p" lock="step"></test-figure>',
  );
  expect(Object.fromEntries(new URLSearchParams(store.link.slice(1)))).toEqual({
    v: '1',
    size: '8',
    seed: '2',
    model: 'nnlm',
    example: 'king & his',
    nth: '2',
    guess: '0',
    inside: '4',
    number: 'h.2.0',
    hide: 'c,p',
    lock: 'step',
  });
  expect(figure.link).toBe(store.link);
});

it.each([
  ['en', 'relations-en'],
  ['zh-Hans', 'relations-zh'],
])('attributes alone leave the corpus to the language: %s', async (lang, corpus) => {
  const { store } = await shown(`<test-figure lang="${lang}" model="cbow"></test-figure>`);
  expect(store.link).toBe(`#v=1&corpus=${corpus}&model=cbow`);
});

it('passes on what is no number, for the link to say so', async () => {
  const { store } = await shown('<test-figure link="#v=1" example="0" step="x"></test-figure>');
  expect(store.link).toBe('#v=1&nth=%3F0&inside=x');
});

it('follows attributes that change; what was set last counts', async () => {
  const { figure, store, running } = await shown(
    '<test-figure link="#v=1&inside=2" step="3"></test-figure>',
  );
  figure.step = '5';
  expect(store.link).toBe('#v=1&inside=5');
  store.place.write('#v=1&inside=6'); // the reader
  figure.number = 'h';
  expect(store.link).toBe('#v=1&inside=6&number=h');
  figure.link = '#v=1&inside=1';
  expect(store.link).toBe('#v=1&inside=1');
  figure.number = '';
  expect(store.link).toBe('#v=1&inside=1');
  figure.weights = '/w.safetensors';
  expect(running.bring).toHaveBeenCalledWith('/w.safetensors');
});

it('trains again with other settings only what was begun', async () => {
  const { figure, running } = await shown('<test-figure model="nnlm"></test-figure>');
  running.settled = false;
  figure.seed = '2';
  expect(running.begin).not.toHaveBeenCalled();
  await figure.begin();
  running.begin.mockClear();
  figure.seed = '3';
  expect(running.begin).toHaveBeenCalledTimes(1);
  running.settled = true;
  figure.step = '3';
  expect(running.begin).toHaveBeenCalledTimes(1);
});
