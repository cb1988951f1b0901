// @vitest-environment jsdom
/** A figure of the Story in an article. */
import { afterEach, expect, it, vi } from 'vitest';
import { FigureSession, figureOf } from '../../../web/src/embed/figure-session.js';

afterEach(() => document.body.replaceChildren());

/** An engine whose rows are alike from the beginning. */
function engine() {
  let step = 0;
  const report = async () => ({
    step,
    steps: 4,
    progress: step / 4,
    finished: step >= 4,
    epochs: 3,
  });
  const model = {
    report,
    step: (/** @type {number} */ n) => {
      step += n;
      return report();
    },
    vector: async (/** @type {string} */ word) => Float32Array.of(1, word === 'palace' ? -1 : 0.5),
    weightsHash: async () => '0123456789abcdef',
    close: vi.fn(async () => {}),
  };
  const api = /** @type {typeof import('../../../web/src/api/index.js')} */ (
    /** @type {unknown} */ ({ create: async () => model })
  );
  return { api, model };
}

/** @param {string} link */
function session(link) {
  vi.stubGlobal('matchMedia', () => ({ matches: true })); // reduced motion: the end at once
  const { api, model } = engine();
  const place = { read: () => link, write: () => {} };
  const figure = new FigureSession({ api, place, language: 'en', root: document.body });
  return { figure, model };
}

it('reads chapter, figure and seed from its link', () => {
  expect(figureOf('#figure=apple/map&seed=3')).toEqual({ id: 'apple', name: 'map', seed: 3 });
  expect(figureOf('#figure=apple&seed=-1')).toEqual({ id: 'apple', name: '', seed: 1 });
  expect(figureOf('')).toEqual({ id: '', name: '', seed: 1 });
});

it('trains the chapter, draws the figure, and keeps nothing', async () => {
  const { figure, model } = session('#figure=by-product/rows');
  await figure.train();
  expect(figure.status()).toMatchObject({ finished: true, hash: '0123456789abcdef', error: null });
  await vi.waitFor(() => expect(document.body.textContent).toContain('1.00'));
  expect(localStorage).toHaveLength(0);
  await figure.close();
  expect(model.close).toHaveBeenCalledOnce();
});

it.each(['#figure=nowhere/rows', '#figure=by-product/nothing', '#figure=toString/x'])(
  '%s names what there is',
  async (link) => {
    const { figure } = session(link);
    await figure.train();
    expect(figure.status().error).toMatchObject({ code: 'BadParameter', parameter: 'name' });
    expect(document.body.textContent).toContain('by-product');
  },
);
