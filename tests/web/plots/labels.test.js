// @ts-nocheck: fakes and wrong values on purpose
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../web/src/plots/labels.js';
import { GROUPS, markOf, markPath } from '../../../web/src/plots/marks.js';
import { labelOrder } from '../../../web/src/plots/word-map.js';

const box = { width: 500, height: 300 };

describe('placeLabels', () => {
  const scenes = fc.array(
    fc.record({
      x: fc.double({ min: 0, max: 500, noNaN: true }),
      y: fc.double({ min: 0, max: 300, noNaN: true }),
      width: fc.integer({ min: 5, max: 120 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const place = (points, more = {}) =>
    placeLabels(
      {
        candidates: points.keys(),
        x: (i) => points[i].x,
        y: (i) => points[i].y,
        measure: (i) => points[i].width,
      },
      { ...box, ...more },
    );

  it('is not troubled by points that a run out of hand has driven anywhere', () => {
    const far = [1e17, -1e17, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
    const points = [...far, 100].flatMap((x) => far.map((y) => ({ x, y, width: 30 })));
    points.push({ x: 100, y: 100, width: 30 });
    const scene = {
      candidates: points.keys(),
      solid: points.keys(),
      x: (i) => points[i].x,
      y: (i) => points[i].y,
      measure: (i) => points[i].width,
    };
    expect(placeLabels(scene, box).map(({ index }) => index)).toEqual([points.length - 1]);
  });

  it('never lets two labels collide, nor leave the picture', () => {
    fc.assert(
      fc.property(scenes, (points) => {
        const labels = place(points);
        for (const [n, a] of labels.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(box.width);
          for (const b of labels.slice(n + 1)) {
            const apart = a.x + a.width < b.x || b.x + b.width < a.x || Math.abs(a.y - b.y) >= 15.9;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('gives the place to the more important word', () => {
    const twins = [
      { x: 250, y: 150, width: 400 },
      { x: 252, y: 150, width: 400 },
    ];
    const [first] = place(twins);
    expect(first?.index ?? 0).toBe(0);
  });

  it('keeps a label on its side from frame to frame', () => {
    const memory = new Map();
    const points = [
      { x: 480, y: 100, width: 60 }, // no room at the right
      { x: 100, y: 200, width: 60 },
    ];
    const [before] = place(points, { memory });
    expect(before.x).toBeLessThan(480);
    const [after] = place([{ ...points[0], x: 400 }, points[1]], { memory });
    expect(after.x).toBeLessThan(400);
  });

  it('stops at the most labels', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: 20, y: 10 * i, width: 10 }));
    expect(place(points, { most: 3 })).toHaveLength(3);
  });
});

describe('labelOrder', () => {
  const scene = {
    words: ['the', 'king', 'of', 'queen'],
    groups: Int32Array.of(-1, 0, -1, 0),
    named: true,
    selected: -1,
    hovered: -1,
    neighbours: [],
    arrows: [],
  };

  it('names grouped words and leaves the rest dots until zoomed in', () => {
    expect([...labelOrder(scene, 1)]).toEqual([1, 3]);
    expect([...labelOrder(scene, 4)]).toEqual([1, 3, 0, 2]);
  });

  it('puts hovered, selected, the analogy and neighbours first', () => {
    const busy = {
      ...scene,
      hovered: 2,
      selected: 3,
      arrows: [{ from: 0, to: 1, dashed: false }],
      neighbours: [1],
    };
    expect([...labelOrder(busy, 1)]).toEqual([2, 3, 0, 1]);
  });

  it('names frequent words where the corpus has no groups', () => {
    expect([...labelOrder({ ...scene, groups: null }, 1)]).toEqual([0, 1, 2, 3]);
  });
});

describe('marks', () => {
  it('tell the corpora’s groups apart by shape alone', () => {
    expect(new Set(GROUPS.map((_, group) => markOf(group).shape)).size).toBe(GROUPS.length);
  });

  it('tell thirty groups apart by colour and shape together', () => {
    const marks = Array.from({ length: 30 }, (_, group) => JSON.stringify(markOf(group)));
    expect(new Set(marks).size).toBe(30);
  });

  it('have a path for every shape', () => {
    for (let group = 0; group < 6; group++) expect(markPath(markOf(group).shape)).toMatch(/^M.*Z$/);
  });
});
