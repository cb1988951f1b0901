// @ts-nocheck: a fake canvas
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  fullScale,
  grouped,
  isClipped,
  magnified,
  paintCells,
  rowsPerLine,
  spaced,
  strength,
} from '../../../web/src/plots/cells.js';

describe('the scale', () => {
  it('is round, and few numbers are beyond it', () => {
    expect(fullScale([Float32Array.from({ length: 1000 }, (_, i) => i / 1000)])).toBe(1);
    expect(fullScale([[0.06, -0.08, 0.03]])).toBe(0.1);
    expect(fullScale([[0, Number.NaN, Infinity]])).toBe(1);
  });

  it('shows small numbers: a quarter of the end has half the strength', () => {
    expect(strength(0.25, 1)).toBe(0.5);
    expect(strength(-7, 1)).toBe(1);
    expect(strength(Number.NaN, 1)).toBe(0);
    expect(isClipped([[0.5], [2]], 1)).toBe(true);
    expect(isClipped([[0.5], [-1]], 1)).toBe(false);
  });
});

describe('places', () => {
  it('of magnified rows fill the same length', () => {
    const { starts, ends } = magnified(260, 326, [3, 100]);
    expect(ends[3] - starts[3]).toBe(5);
    expect(ends[259]).toBeCloseTo(326, 6);
    for (let i = 1; i < 260; i++) expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] - 1e-9);
  });

  it('of groups have space between them', () => {
    const { starts, ends } = grouped(6, 76, 3, 16);
    expect(starts[3] - ends[2]).toBe(16);
    expect(ends[5]).toBe(76);
  });

  it('are found again', () => {
    const rows = spaced(3, 20, 10);
    expect([
      cellAt(rows, 4),
      cellAt(rows, 6),
      cellAt(rows, 29),
      cellAt(rows, 49),
      cellAt(rows, 58),
    ]).toEqual([-1, 0, 1, 2, -1]);
    expect(rowsPerLine(100_000, 326, 2)).toBe(154);
    expect(rowsPerLine(260, 326, 1)).toBe(1);
  });
});

it('paints each cell with its strength, and NaN not at all', () => {
  let image;
  const context = {
    createImageData: (width, height) => ({
      data: new Uint8ClampedArray(4 * width * height),
      width,
      height,
    }),
    putImageData: (painted) => {
      image = painted;
    },
  };
  const look = {
    full: 1,
    zero: [0, 0, 0],
    less: [200, 0, 0],
    more: [0, 0, 200],
    alpha: (row) => (row ? 100 : 255),
  };
  const matrix = {
    values: [1, -0.25, Number.NaN, 4],
    cols: 2,
    rows: magnified(2, 4),
    columns: grouped(2, 4),
  };
  paintCells(context, matrix, { width: 4, height: 4, ratio: 1 }, look);
  const at = (x, y) => [...image.data.slice(4 * (4 * y + x), 4 * (4 * y + x) + 4)];
  expect(at(0, 0)).toEqual([0, 0, 200, 255]);
  expect(at(3, 1)).toEqual([100, 0, 0, 255]);
  expect(at(1, 3)).toEqual([0, 0, 0, 0]);
  expect(at(2, 2)).toEqual([0, 0, 200, 100]);
});
