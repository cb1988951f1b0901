// @ts-nocheck: fakes and wrong values on purpose
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analogyPlane } from '../../../web/src/plots/axes.js';
import { cluster } from '../../../web/src/plots/cluster.js';
import {
  fitView,
  isTurned,
  mixPositions,
  mixView,
  nearestPoint,
  toScreen,
} from '../../../web/src/plots/fit.js';

const box = { width: 600, height: 400 };
const still = { x: 0, y: 0, k: 1 };
const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const positionsOf = (least = 2) =>
  fc
    .array(fc.tuple(coordinate, coordinate), { minLength: least, maxLength: 60 })
    .map((points) => Float32Array.from(points.flat()));

describe('fitView', () => {
  it('shows every point of a small set, with one scale for both axes', () => {
    fc.assert(
      fc.property(positionsOf(), (positions) => {
        const view = fitView(positions, box);
        const screen = toScreen(positions, view, still, box, new Float32Array(positions.length));
        for (let i = 0; i < screen.length; i += 2) {
          expect(screen[i]).toBeGreaterThan(-1);
          expect(screen[i]).toBeLessThan(box.width + 1);
          expect(screen[i + 1]).toBeGreaterThan(-1);
          expect(screen[i + 1]).toBeLessThan(box.height + 1);
        }
        expect(view.scale).toBeGreaterThan(0);
      }),
    );
  });

  it('is not fooled by one far point among many, unless it must be kept', () => {
    const positions = Float32Array.from({ length: 400 }, (_, i) => Math.sin(i));
    const before = fitView(positions, box).scale;
    positions[0] = 1000;
    expect(fitView(positions, box).scale).toBeGreaterThan(before / 2);
    expect(fitView(positions, box, (i) => i === 0).scale).toBeLessThan(before / 100);
  });

  it('has an answer for nothing, one point, and numbers that are none', () => {
    for (const list of [[], [3, 4], [Number.NaN, 1, Infinity, 2]]) {
      const { x, y, scale } = fitView(Float32Array.from(list), box);
      expect([x, y, scale].every(Number.isFinite)).toBe(true);
    }
  });
});

describe('toScreen', () => {
  it('keeps y upwards and follows zoom and pan', () => {
    const view = { x: 0, y: 0, scale: 10 };
    const out = new Float32Array(4);
    toScreen(Float32Array.of(0, 0, 1, 2), view, still, box, out);
    expect([...out]).toEqual([300, 200, 310, 180]);
    toScreen(Float32Array.of(0, 0, 1, 2), view, { x: 5, y: 0, k: 2 }, box, out);
    expect([...out]).toEqual([605, 400, 625, 360]);
  });
});

describe('nearestPoint', () => {
  it('finds the nearest within reach', () => {
    const screen = Float32Array.of(10, 10, 20, 10, 200, 200);
    expect(nearestPoint(screen, 16, 10)).toBe(1);
    expect(nearestPoint(screen, 100, 100)).toBe(-1);
    expect(nearestPoint(new Float32Array(), 0, 0)).toBe(-1);
  });
});

describe('blending', () => {
  it('starts at the one and ends at the other', () => {
    const a = { x: 0, y: 1, scale: 2 };
    const b = { x: 4, y: 5, scale: 8 };
    expect(mixView(a, b, 0)).toEqual(a);
    expect(mixView(a, b, 1)).toEqual(b);
    expect(mixView(a, b, 0.5).scale).toBe(4);
    const out = mixPositions(
      Float32Array.of(0, 2),
      Float32Array.of(4, 4),
      0.5,
      new Float32Array(2),
    );
    expect([...out]).toEqual([2, 3]);
  });
});

describe('analogyPlane', () => {
  it('puts a at the origin, b across, c above, and a perfect d at the corner', () => {
    const [a, b, c] = [
      [1, 1, 0],
      [3, 1, 0],
      [2, 1, 5],
    ];
    const d = a.map((_, i) => b[i] + c[i] - a[i]);
    const vectors = Float32Array.from([a, b, c, d].flat());
    const at = [...analogyPlane(vectors, 3, [0, 1, 2], 4)];
    expect(at).toEqual([0, 0, 2, 0, 1, 5, 3, 5]);
  });

  it('has no plane where the three words make none', () => {
    const line = Float32Array.of(0, 0, 1, 1, 2, 2);
    expect(analogyPlane(line, 2, [0, 1, 2], 3)).toBeNull();
    expect(analogyPlane(line, 2, [0, 0, 1], 3)).toBeNull();
  });
});

describe('cluster', () => {
  const blobs = Float32Array.from(
    [
      [0, 0],
      [10, 0],
      [0, 10],
    ].flatMap(([x, y]) =>
      Array.from({ length: 20 }, (_, i) => [x + (i % 5) / 9, y + i / 40]).flat(),
    ),
  );

  it('finds three blobs, the same way every time', () => {
    const labels = cluster(blobs, 3);
    for (let blob = 0; blob < 3; blob++) {
      expect(new Set(labels.slice(20 * blob, 20 * blob + 20)).size).toBe(1);
    }
    expect(new Set(labels).size).toBe(3);
    expect([...cluster(blobs, 3)]).toEqual([...labels]);
  });

  it('keeps earlier labels while points move a little', () => {
    const labels = cluster(blobs, 3);
    const moved = blobs.map((x) => x + 0.2);
    expect([...cluster(moved, 3, labels)]).toEqual([...labels]);
  });

  it('gives permitted labels for any points', () => {
    fc.assert(
      fc.property(positionsOf(0), (positions) => {
        const labels = cluster(positions, 5);
        expect(labels.length).toBe(positions.length / 2);
        expect([...labels].every((label) => label >= 0 && label < 5)).toBe(true);
      }),
    );
  });
});

describe('the end of a movement', () => {
  it('is exact, whatever it began with', () => {
    const to = Float32Array.of(0.1, 0.7, -3.3, 1e-7);
    const view = { x: 0.1, y: 0.7, scale: 13.7 };
    for (const from of [0, 1 / 3, 1e6]) {
      const out = new Float32Array(4);
      mixPositions(new Float32Array(4).fill(from), to, 1, out);
      expect(out).toEqual(to);
      expect(mixView({ x: from, y: 3, scale: 1 + from }, view, 1)).toEqual(view);
    }
  });

  it('is a turn if the points did not move by themselves', () => {
    const points = Float32Array.of(2, 1, -2, 0.5, 0, -1.5);
    const mirrored = points.map((x, i) => (i % 2 ? x : -x));
    const moved = points.map((x) => 1.3 * x + 0.1);
    expect(isTurned(points, mirrored)).toBe(true);
    expect(isTurned(points, moved)).toBe(false);
    expect(isTurned(new Float32Array(), points)).toBe(false);
  });
});
