import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { define, LabElement } from '../../../web/src/ui/base.js';
import { themeChanged } from '../../../web/src/ui/canvas.js';
import { Chart } from '../../../web/src/ui/chart.js';

/** Stands in for both observers of the browser: a test says what they see. */
class FakeObserver {
  /** @type {Set<FakeObserver>} those that watch something */
  static alive = new Set();

  /** @param {(entries: object[]) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  observe() {
    /** @type {typeof FakeObserver} */ (this.constructor).alive.add(this);
  }

  disconnect() {
    /** @type {typeof FakeObserver} */ (this.constructor).alive.delete(this);
  }
}
class FakeSize extends FakeObserver {
  static alive = new Set();
}
class FakeSight extends FakeObserver {
  static alive = new Set();
}

const measure = (/** @type {number} */ width, /** @type {number} */ height) => {
  for (const { tell } of FakeSize.alive) tell([{ contentRect: { width, height } }]);
};
const see = (/** @type {boolean} */ isIntersecting) => {
  for (const { tell } of FakeSight.alive) tell([{ isIntersecting }]);
};
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A chart that is rendered. */
class Rendered extends LabElement {
  chart = new Chart(this);
  renderings = 0;

  render() {
    this.renderings += 1;
    return html`<div ${ref(this.chart.watch)}></div>`;
  }
}

/** A chart that is drawn; its canvas comes when there is something to draw. */
class Drawn extends LabElement {
  static properties = { empty: { type: Boolean } };

  /** @type {string[]} */
  done = [];

  chart = new Chart(this, {
    draw: () => this.done.push('draw'),
    resized: ({ width, height }) => this.done.push(`${width}×${height}`),
    recoloured: () => this.done.push('colours'),
  });

  constructor() {
    super();
    this.empty = false;
  }

  render() {
    return this.empty ? html`` : html`<canvas ${ref(this.chart.watch)}></canvas>`;
  }
}

define('test-rendered', Rendered);
define('test-drawn', Drawn);

/** @template {LabElement} T @param {T} element @returns {Promise<T>} */
async function mount(element) {
  document.body.append(element);
  await element.updateComplete;
  return element;
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', FakeSize);
  vi.stubGlobal('IntersectionObserver', FakeSight);
});

afterEach(() => {
  document.body.replaceChildren();
  expect(FakeSize.alive.size + FakeSight.alive.size).toBe(0); // nothing outlives its host
  vi.unstubAllGlobals();
});

describe('a chart that is rendered', () => {
  it('is rendered anew when its width changes, in whole pixels', async () => {
    const element = await mount(new Rendered());
    expect(element.chart.width).toBe(0);
    const before = element.renderings;
    measure(300.2, 100);
    await element.updateComplete;
    expect(element.chart.width).toBe(300);
    expect(element.renderings).toBe(before + 1);
    measure(300.4, 160);
    await element.updateComplete;
    expect(element.renderings).toBe(before + 1);
  });

  it('has wider units and is rendered anew when type is larger', async () => {
    const root = document.documentElement;
    const element = await mount(new Rendered());
    measure(300, 100);
    await element.updateComplete;
    expect(element.chart.units).toBe(300);
    const before = element.renderings;
    root.style.fontSize = '24px';
    await frame(); // until the observer has seen it
    await element.updateComplete;
    expect(element.chart.scale).toBe(1.5);
    expect(element.chart.units).toBe(200);
    expect(element.renderings).toBeGreaterThan(before);
    root.style.fontSize = '';
    await frame();
    expect(element.chart.scale).toBe(1);
  });

  it('lets go of its observer outside the page, and takes it up again', async () => {
    const element = await mount(new Rendered());
    expect(FakeSize.alive.size).toBe(1);
    element.remove();
    expect(FakeSize.alive.size).toBe(0);
    await mount(element);
    expect(FakeSize.alive.size).toBe(1);
    measure(200, 100);
    expect(element.chart.width).toBe(200);
  });
});

describe('a chart that is drawn', () => {
  it('is drawn once per frame, however often it was asked', async () => {
    const element = await mount(new Drawn());
    element.chart.request();
    element.chart.request();
    await frame();
    expect(element.done).toEqual(['draw']);
  });

  it('is drawn after a rendering, another size and other colours', async () => {
    const element = await mount(new Drawn());
    await frame();
    element.done = [];
    element.requestUpdate();
    await element.updateComplete;
    await frame();
    expect(element.done).toEqual(['draw']);
    measure(320, 200);
    await frame();
    expect(element.chart.box).toEqual({ width: 320, height: 200 });
    expect(element.done).toEqual(['draw', '320×200', 'draw']);
    themeChanged();
    await frame();
    expect(element.done.slice(3)).toEqual(['colours', 'draw']);
  });

  it('is drawn at once for paper, and again for the screen', async () => {
    const root = document.documentElement;
    const element = await mount(new Drawn());
    await frame();
    element.done = [];
    see(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(element.done).toEqual(['colours', 'draw']); // no frame in between
    expect(root.hasAttribute('data-print')).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(element.done).toEqual(['colours', 'draw', 'colours', 'draw']);
    expect(root.hasAttribute('data-print')).toBe(false);
  });

  it('waits out of sight; what is copied from it is up to date', async () => {
    const element = await mount(new Drawn());
    await frame();
    element.done = [];
    see(false);
    element.chart.request();
    await frame();
    expect(element.done).toEqual([]);
    element.chart.flush();
    element.chart.flush();
    expect(element.done).toEqual(['draw']);
    element.chart.request();
    see(true);
    await frame();
    expect(element.done).toEqual(['draw', 'draw']);
  });

  it('follows its canvas, which may come later and go', async () => {
    const element = await mount(Object.assign(new Drawn(), { empty: true }));
    expect(FakeSize.alive.size).toBe(0);
    element.empty = false;
    await element.updateComplete;
    expect(FakeSize.alive.size).toBe(1);
    expect(element.chart.element?.localName).toBe('canvas');
    element.empty = true;
    await element.updateComplete;
    expect(FakeSize.alive.size).toBe(0);
  });

  it('is not drawn once it has left the page', async () => {
    const element = await mount(new Drawn());
    await frame();
    element.done = [];
    element.chart.request();
    element.remove();
    themeChanged();
    await frame();
    expect(element.done).toEqual([]);
  });
});
