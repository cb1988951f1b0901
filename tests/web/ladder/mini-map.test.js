import { describe, expect, it } from 'vitest';
import { identityMap, miniMap, paths } from '../../../web/src/ladder/mini-map.js';

const box = { width: 200, height: 160 };
const inside = (/** @type {{x: number, y: number}} */ { x, y }) =>
  x >= 0 && x <= box.width && y >= 0 && y <= box.height;

describe('miniMap', () => {
  const positions = new Float32Array([0, 0, 1, 1, -1, 0.5, 3, -2]);

  it('keeps every point in the picture, grey ones first', () => {
    const { marks } = miniMap(positions, (i) => (i === 0 ? 2 : -1), box);
    expect(marks).toHaveLength(4);
    expect(marks.every(inside)).toBe(true);
    expect(marks.map(({ group }) => group)).toEqual([-1, -1, -1, 2]);
  });

  it('names the points that are asked for', () => {
    const names = new Map([
      [1, 'king'],
      [3, '国王'],
    ]);
    const { names: drawn } = miniMap(positions, () => 0, box, { names });
    expect(drawn.map(({ text }) => text).sort()).toEqual(['king', '国王'].sort());
    expect(drawn.every(inside)).toBe(true);
  });

  it('writes a name on the side where the widest of fonts leaves room for it', () => {
    const edge = new Float32Array([0, 0, 1, 0]);
    const arrows = [{ from: 0, to: 1, dashed: true }];
    const { names } = miniMap(edge, () => 0, box, { names: new Map([[1, 'queens']]), arrows });
    expect(names).toHaveLength(1);
    expect(names[0].x).toBeGreaterThan(0);
    expect(names[0].x + 8 * 'queens'.length).toBeLessThan(box.width);
  });

  it('leaves out what is not finite, and bears having no points at all', () => {
    const bad = new Float32Array([0, 0, Number.NaN, 1, 1, 1]);
    expect(miniMap(bad, () => 0, box).marks).toHaveLength(2);
    expect(miniMap(new Float32Array(), () => 0, box).marks).toEqual([]);
  });
});

it('the identity matrix is a diagonal', () => {
  const { marks } = identityMap(50, (i) => (i % 2 ? 1 : -1), box);
  expect(marks).toHaveLength(50);
  expect(marks.every(inside)).toBe(true);
  for (const { x, y } of marks) expect(x - y).toBeCloseTo((box.width - box.height) / 2);
});

it('paths: one for each look, with as many shapes as marks', () => {
  const mark = (/** @type {number} */ group, hollow = false) => ({ x: 5, y: 5, group, hollow });
  const drawn = paths([mark(-1), mark(-1), mark(0), mark(1), mark(1, true), mark(2), mark(3)]);
  expect(drawn.map(({ group, hollow }) => [group, hollow])).toEqual([
    [-1, false],
    [0, false],
    [1, false],
    [1, true],
    [2, false],
    [3, false],
  ]);
  expect(drawn[0].d.match(/M/g)).toHaveLength(2);
  for (const { d } of drawn) expect(d).toMatch(/^M[-\d.,aLMZ]+Z$/);
});
