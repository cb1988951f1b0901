// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it } from 'vitest';
import { columnsFor, drawBlock, fullStrength, rowOf } from '../../../web/src/plots/heat.js';
import { drawIdentity, rowAt } from '../../../web/src/plots/identity.js';
import { lossChart, lossLayout, spreadLabels } from '../../../web/src/plots/loss-chart.js';
import { cosine } from '../../../web/src/plots/vectors.js';
import { drawMap } from '../../../web/src/plots/word-map.js';

/** A canvas context that notes what is asked of it. */
function recorder() {
  const calls = [];
  const context = new Proxy(
    {},
    {
      get: (target, name) => {
        if (name === 'calls') return calls;
        if (name === 'measureText') return (text) => ({ width: 7 * text.length });
        if (name in target) return target[name];
        return (...args) => calls.push([name, ...args]);
      },
      set: (target, name, value) => {
        target[name] = value;
        return true;
      },
    },
  );
  return context;
}

const colours = {
  ink: '#000',
  soft: '#555',
  panel: '#fff',
  accent: '#066',
  dot: '#bbb',
  hairline: '#ddd',
  ground: '#eff',
  groups: ['#1', '#2', '#3', '#4', '#5', '#6'],
};

describe('drawMap', () => {
  const scene = {
    screen: Float32Array.of(100, 100, 200, 100, 100, 200, 200, 210, 400, 250),
    trails: [Float32Array.of(90, 90, 190, 90, 90, 190, 190, 200, 390, 240)],
    words: ['man', 'woman', 'king', 'queen', '<b>'],
    groups: Int32Array.of(0, 0, 0, 0, -1),
    named: true,
    labelled: [0, 1],
    selected: 2,
    hovered: -1,
    neighbours: [3],
    arrows: [
      { from: 0, to: 1, dashed: false },
      { from: 2, to: 3, dashed: true },
    ],
  };
  const look = {
    width: 500,
    height: 300,
    ratio: 2,
    zoom: 1,
    font: '13px sans-serif',
    colours,
    memory: new Map(),
    widths: new Map(),
  };

  it('draws labels, two arrows (one dashed), and says where the labels are', () => {
    const context = recorder();
    const labels = drawMap(context, scene, look);
    const texts = context.calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
    expect(texts.sort()).toEqual(['king', 'man', 'queen', 'woman']);
    expect(labels).toHaveLength(4);
    expect(context.calls).toContainEqual(['setLineDash', [4, 3]]);
    expect(context.calls[0]).toEqual(['setTransform', 2, 0, 0, 2, 0, 0]);
  });

  it('draws nothing of an empty scene, without complaint', () => {
    const empty = { ...scene, screen: new Float32Array(), words: [], groups: null, trails: [] };
    expect(
      drawMap(recorder(), { ...empty, selected: -1, neighbours: [], arrows: [] }, look),
    ).toEqual([]);
  });

  it('shortens a token that would fill the map', () => {
    const context = recorder();
    const long = { ...scene, words: ['x'.repeat(500), 'b', 'c', 'd', 'e'] };
    drawMap(context, long, { ...look, memory: new Map(), widths: new Map() });
    const texts = context.calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(24);
  });
});

describe('the loss chart', () => {
  const run = (id, losses) => ({
    id,
    points: losses.map((loss, i) => ({ epoch: i + 1, loss })),
  });
  const size = { width: 400, height: 120 };

  it('draws a path a run; the current one is marked', () => {
    const layout = lossLayout([run(1, [4, 3, 2]), run(2, [4, 2, 1])], { ...size, epochs: 10 });
    const svg = lossChart(layout, { document, ...size, current: 2 });
    expect([...svg.querySelectorAll('.curve')].map((path) => path.dataset.run)).toEqual(['1', '2']);
    expect(svg.querySelector('.curve.current').getAttribute('data-run')).toBe('2');
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('draws a run that was measured once as a point', () => {
    const layout = lossLayout([run(1, [4, 3]), run(2, [2])], { ...size, epochs: 2 });
    const svg = lossChart(layout, { document, ...size, current: 2 });
    const [point, ...more] = svg.querySelectorAll('circle.curve');
    expect(more).toEqual([]);
    expect(point.getAttribute('class')).toBe('curve current');
    expect(Number(point.getAttribute('cy'))).toBeCloseTo(layout.curves[1].y);
  });

  it('keeps to the box and leaves out what is no number', () => {
    const broken = run(1, [4, Number.NaN, Number.POSITIVE_INFINITY, 1]);
    const layout = lossLayout([broken], { ...size, epochs: 1 });
    expect(layout.curves[0].path).not.toMatch(/NaN|Infinity/);
    expect(layout.curves[0].y).toBeLessThanOrEqual(size.height);
  });

  it('writes huge losses in few characters', () => {
    const huge = run(1, [54_762_811, 3]);
    const layout = lossLayout([huge], { ...size, epochs: 2 }, (x) => `${x / 1e6} M`);
    for (const { text } of layout.ticks) expect(text.length).toBeLessThan(7);
  });

  it('stands an empty history and a flat one', () => {
    expect(lossLayout([], { ...size, epochs: 10 }).curves).toEqual([]);
    const flat = lossLayout([run(1, [2, 2, 2])], { ...size, epochs: 3 });
    expect(flat.curves[0].path).toMatch(/^M/);
  });

  it('moves labels apart and keeps them inside, in order', () => {
    const curves = [50, 50, 51, 118].map((y, id) => ({ id, x: 0, y, path: 'M0,0' }));
    const ys = [...spreadLabels(curves, { height: 120 }).values()];
    for (let i = 1; i < ys.length; i++) expect(ys[i] - ys[i - 1]).toBeGreaterThanOrEqual(15.99);
    expect(Math.max(...ys)).toBeLessThanOrEqual(112);
  });
});

describe('held-out text in the chart', () => {
  it('gives dots, and lines of n-grams to compare with, within the box', () => {
    const points = [1, 2].map((epoch) => ({ epoch, loss: 4 - epoch }));
    const box = { width: 400, height: 160, epochs: 2, right: 100 };
    const layout = lossLayout([{ id: 1, points }], {
      ...box,
      heldout: [{ id: 'heldout', points: [{ epoch: 1, loss: 3.5 }] }],
      references: [
        { id: 'unigram', loss: 5 },
        { id: 'bigram', loss: Number.NaN },
      ],
    });
    const svg = lossChart(layout, { document, ...box, current: 1 });
    expect(svg.querySelectorAll('circle.heldout')).toHaveLength(1);
    expect([...svg.querySelectorAll('.reference')].map((l) => l.dataset.model)).toEqual([
      'unigram',
    ]);
    expect(layout.references[0].y).toBeGreaterThan(0);
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('blocks of numbers', () => {
  const look = { full: 2, positive: '#+', negative: '#-' };

  it('cover the box without gaps, a hue for each sign', () => {
    const context = recorder();
    drawBlock(
      context,
      Float32Array.of(1, -4, Number.NaN, 2, 0, 1),
      { x: 10, y: 5, width: 100, height: 67 },
      look,
    );
    const rects = context.calls.filter(([name]) => name === 'fillRect');
    expect(rects.map(([, x, , w]) => x + w)).toEqual([43, 77, 110, 43, 77, 110]);
    expect(rects.map(([, x]) => x)).toEqual([10, 43, 77, 10, 43, 77]);
    expect(rects.map(([, , y, , h]) => [y, y + h])).toEqual([
      ...Array(3).fill([5, 39]),
      ...Array(3).fill([39, 72]),
    ]);
  });

  it('are about square cells in full rows', () => {
    expect(columnsFor(64, 88, 36)).toBe(16); // 16 × 4
    expect(columnsFor(32, 36, 36)).toBe(4);
    expect(columnsFor(7, 40, 40)).toBe(3); // 7 has no better divisor
    expect(columnsFor(1, 40, 40)).toBe(1);
    for (let n = 1; n < 200; n++) {
      const columns = columnsFor(n, 60, 36);
      expect(columns).toBeGreaterThan(0);
      expect(columns).toBeLessThanOrEqual(n);
    }
  });

  it('measure cosines of rows, and zeros are no error', () => {
    const matrix = Float32Array.of(3, 4, 0, 0);
    expect(cosine(rowOf(matrix, 0, 2), Float32Array.of(6, 8))).toBeCloseTo(1);
    expect(cosine(rowOf(matrix, 0, 2), rowOf(matrix, 1, 2))).toBe(0);
    expect(fullStrength(new Float32Array(4))).toBe(1);
    expect(fullStrength(Float32Array.of(2, -2))).toBeCloseTo(4);
  });
});

describe('the identity matrix', () => {
  it('draws a one for each word while they can be seen, fewer beyond', () => {
    const ones = (size) => {
      const context = recorder();
      drawIdentity(context, { size, row: -1 }, { side: 400, ratio: 1, colours });
      return context.calls.filter(([name]) => name === 'fillRect').length;
    };
    expect(ones(10)).toBe(10);
    expect(ones(237)).toBe(237);
    expect(ones(1_000_000)).toBeLessThan(1000);
  });

  it('finds the row under a height, always within the matrix', () => {
    expect(rowAt(0, 400, 10)).toBe(0);
    expect(rowAt(399.9, 400, 10)).toBe(9);
    expect(rowAt(9999, 400, 10)).toBe(9);
    expect(rowAt(-5, 400, 10)).toBe(0);
  });
});
