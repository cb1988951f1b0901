import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EmbeddingMap } from '../../../web/src/lab/map/embedding-map.js';

beforeEach(() => {
  const observer = class {
    observe() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', observer);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('the map is zoomed by keys and by wheel, and still is when it was moved within the page', async () => {
  const map = new EmbeddingMap();
  document.body.append(map);
  await map.updateComplete;
  const press = (/** @type {string} */ key) =>
    map.querySelector('canvas')?.dispatchEvent(new KeyboardEvent('keydown', { key }));
  const scale = () => map.zoom?.transform.k;
  expect(scale()).toBe(1);
  press('+'); // heard before what zooms is loaded
  await vi.waitFor(() => expect(scale()).toBeCloseTo(1.4));
  const elsewhere = document.createElement('div');
  document.body.append(elsewhere);
  elsewhere.append(map);
  await map.updateComplete;
  const wheel = new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, cancelable: true });
  map.querySelector('canvas')?.dispatchEvent(wheel);
  expect(scale()).toBeGreaterThan(1.5);
  press('0');
  expect(scale()).toBe(1);
});

it('the tip goes when the map is zoomed; what zooms is said once', async () => {
  const map = new EmbeddingMap();
  map.vocabulary = [{ word: 'lark', count: 3 }];
  document.body.append(map);
  await map.updateComplete;
  map.querySelector('canvas')?.dispatchEvent(new Event('pointerenter'));
  await vi.waitFor(() => expect(map.zoom?.gestures).toBeTruthy());
  const turn = async (/** @type {boolean} */ ctrlKey) => {
    const wheel = new WheelEvent('wheel', { deltaY: -100, ctrlKey, cancelable: true });
    map.querySelector('canvas')?.dispatchEvent(wheel);
    await map.updateComplete;
    return wheel.defaultPrevented;
  };
  map.words = ['lark'];
  map.tip = { index: 0, x: 10, y: 10 };
  await map.updateComplete;
  expect(map.querySelector('.map-tip')).toBeTruthy();
  expect(await turn(true)).toBe(true);
  expect(map.querySelector('.map-tip')).toBe(null);
  expect(map.querySelector('.map-hint')).toBe(null);

  vi.useFakeTimers();
  expect(await turn(false)).toBe(false); // the page scrolls
  expect(map.querySelector('.map-hint')?.textContent).toContain('Ctrl');
  vi.runAllTimers();
  await map.updateComplete;
  expect(map.querySelector('.map-hint')).toBe(null);
  await turn(false);
  expect(map.querySelector('.map-hint')).toBe(null);
  vi.useRealTimers();
});
