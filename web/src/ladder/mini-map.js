import { fitView, toScreen } from '../plots/fit.js';
import { placeLabels } from '../plots/labels.js';
import { markOf, markPath } from '../plots/marks.js';

/**
 * A small map as shapes: points by group, a few names.
 *
 * @typedef {object} Mark
 * @property {number} x
 * @property {number} y
 * @property {number} group −1 for none
 * @property {boolean} hollow
 * @typedef {{x: number, y: number, text: string}} Name x: left edge, y: middle
 *
 * @param {Float32Array} positions [n, 2]; y grows upwards
 * @param {(index: number) => number} groupOf
 * @param {{width: number, height: number}} box
 * @param {{names?: Map<number, string>, hollow?: (index: number) => boolean}} [options]
 * @returns {{marks: Mark[], names: Name[]}}
 */
export function miniMap(positions, groupOf, box, { names = new Map(), hollow = () => false } = {}) {
  const view = fitView(positions, { ...box, paddingX: 16, paddingY: 14 }, (i) => names.has(i));
  const screen = toScreen(positions, view, { x: 0, y: 0, k: 1 }, box, positions.slice());
  const order = Array.from({ length: positions.length / 2 }, (_, i) => i);
  const marks = order
    .filter((i) => Number.isFinite(screen[2 * i]))
    .map((i) => ({
      x: screen[2 * i],
      y: screen[2 * i + 1],
      group: groupOf(i),
      hollow: hollow(i),
    }));
  const labels = placeLabels(
    {
      candidates: [...names.keys()],
      x: (i) => screen[2 * i],
      y: (i) => screen[2 * i + 1],
      measure: (i) => widthOf(names.get(i) ?? ''),
      solid: names.keys(),
    },
    { ...box, most: names.size },
  );
  return {
    marks: marks.sort((a, b) => a.group - b.group), // grey ones below
    names: labels.map(({ index, x, y }) => ({ x, y, text: names.get(index) ?? '' })),
  };
}

/** About: Chinese characters are as wide as they are high. */
const widthOf = (/** @type {string} */ text) =>
  [...text].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 12 : 6.6), 0);

/**
 * One-hot vectors have no map in the plane: all stand equally far apart. What can be drawn is the
 * matrix itself, a one in each row.
 * @param {number} count @param {(index: number) => number} groupOf
 * @param {{width: number, height: number}} box @returns {{marks: Mark[], names: Name[]}}
 */
export function identityMap(count, groupOf, { width, height }) {
  const side = Math.min(width, height) - 28;
  const left = (width - side) / 2;
  const top = (height - side) / 2;
  const marks = Array.from({ length: count }, (_, i) => ({
    x: left + (side * (i + 0.5)) / count,
    y: top + (side * (i + 0.5)) / count,
    group: groupOf(i),
    hollow: false,
  }));
  return { marks: marks.sort((a, b) => a.group - b.group), names: [] };
}

const RADIUS = { grouped: 3.1, other: 1.5 };

/** Marks of one look as one path: d, colour. @param {Mark[]} marks */
export function paths(marks) {
  /** @type {Map<string, {group: number, hollow: boolean, d: string}>} */
  const found = new Map();
  for (const { x, y, group, hollow } of marks) {
    const key = `${group} ${hollow}`;
    const path = found.get(key) ?? { group, hollow, d: '' };
    const shape = group < 0 ? 'circle' : markOf(group).shape;
    path.d += moved(shape, x, y, group < 0 ? RADIUS.other : RADIUS.grouped);
    found.set(key, path);
  }
  return [...found.values()];
}

/** A mark of side 2 around the origin, to (x, y) and of radius r; relative, hence short. */
function moved(
  /** @type {string} */ shape,
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ r,
) {
  const at = (/** @type {number} */ n) => n.toFixed(1);
  if (shape === 'circle') {
    return `M${at(x - r)},${at(y)}a${r},${r},0,1,1,${2 * r},0a${r},${r},0,1,1,${-2 * r},0Z`;
  }
  const corners = cornersOf(shape);
  return `${corners.map(([dx, dy], i) => `${i ? 'L' : 'M'}${at(x + r * dx)},${at(y + r * dy)}`).join('')}Z`;
}

/** @param {string} shape @returns {[number, number][]} */
function cornersOf(shape) {
  if (shape === 'square') {
    return [
      [-0.89, -0.89],
      [0.89, -0.89],
      [0.89, 0.89],
      [-0.89, 0.89],
    ];
  }
  const numbers = (markPath(shape).match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.flatMap((n, i) =>
    i % 2 ? [] : [/** @type {[number, number]} */ ([n, numbers[i + 1]])],
  );
}
