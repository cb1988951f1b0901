// @ts-nocheck: small wrong values on purpose
import { describe, expect, it } from 'vitest';
import { inkOfImage, layInk, normalise, SIDE } from '../../../web/src/transfer/ink.js';

const mass = (pixels) => {
  let [sum, x, y] = [0, 0, 0];
  pixels.forEach((ink, i) => {
    sum += ink;
    x += ink * ((i % SIDE) + 0.5);
    y += ink * (Math.floor(i / SIDE) + 0.5);
  });
  return { sum, x: x / sum, y: y / sum };
};
const box = (pixels) => {
  const at = [...pixels].flatMap((ink, i) => (ink > 20 ? [[i % SIDE, Math.floor(i / SIDE)]] : []));
  const side = (k) => Math.max(...at.map((p) => p[k])) - Math.min(...at.map((p) => p[k])) + 1;
  return { width: side(0), height: side(1) };
};

describe('a drawing as an MNIST image', () => {
  it('is nothing while nothing is drawn', () => {
    expect(normalise(layInk([]))).toBeNull();
    expect(normalise({ size: 4, values: new Float32Array(16) })).toBeNull();
  });

  it.each([
    [
      'in a corner',
      [
        [0.1, 0.1],
        [0.12, 0.3],
      ],
    ],
    [
      'large',
      [
        [0.5, 0.02],
        [0.5, 0.98],
      ],
    ],
    [
      'beyond the edge',
      [
        [-0.2, 0.5],
        [0.4, 1.3],
      ],
    ],
  ])('%s: centred by mass, its longer side 20 pixels', (_, stroke) => {
    const pixels = normalise(layInk([stroke]));
    const { x, y, sum } = mass(pixels);
    expect(sum).toBeGreaterThan(1000);
    expect(x).toBeCloseTo(14, 0);
    expect(y).toBeCloseTo(14, 0);
    const { width, height } = box(pixels);
    expect(Math.max(width, height)).toBeGreaterThanOrEqual(19);
    expect(Math.max(width, height)).toBeLessThanOrEqual(21);
  });

  it('a point becomes a disc; the whole of a lopsided drawing stays in the picture', () => {
    const disc = normalise(layInk([[[0.5, 0.5]]]));
    expect(box(disc)).toEqual({ width: 20, height: 20 });
    const tail = [
      [0.1, 0.1],
      [0.9, 0.1],
    ];
    const heavy = Array.from({ length: 12 }, (_, i) => [
      [0.1, 0.1 + 0.02 * i],
      [0.3, 0.1 + 0.02 * i],
    ]);
    const pixels = normalise(layInk([tail, ...heavy]));
    expect(Math.max(...pixels.slice(0, 0 + 1))).toBe(0);
    expect(box(pixels).width).toBeGreaterThanOrEqual(19);
  });

  it('ink is grey at its edges and full within', () => {
    const { values } = layInk([
      [
        [0.5, 0.2],
        [0.5, 0.8],
      ],
    ]);
    expect(Math.max(...values)).toBe(1);
    expect(values.some((x) => x > 0 && x < 1)).toBe(true);
  });
});

describe('a picture from a file', () => {
  const picture = (paper, ink) => {
    const data = new Uint8ClampedArray(4 * 16 * 16);
    for (let i = 0; i < 256; i++) {
      const inside = i % 16 > 5 && i % 16 < 9 && i >= 48 && i < 208;
      data.set([...(inside ? ink : paper), 255], 4 * i);
    }
    return { width: 16, height: 16, data };
  };
  it('black on white and white on black are the same ink', () => {
    const dark = inkOfImage(picture([255, 255, 255], [0, 0, 0]));
    const light = inkOfImage(picture([0, 0, 0], [255, 255, 255]));
    expect([...dark.values]).toEqual([...light.values]);
    expect(Math.max(...dark.values)).toBe(1);
    expect(dark.values[0]).toBe(0);
  });
  it('one colour, or nothing painted, is blank', () => {
    expect(normalise(inkOfImage(picture([120, 130, 140], [120, 130, 140])))).toBeNull();
    const clear = { width: 8, height: 8, data: new Uint8ClampedArray(256) };
    expect(normalise(inkOfImage(clear))).toBeNull();
  });
});
