import { fitView, toScreen } from '../plots/fit.js';
import { placeLabels } from '../plots/labels.js';
import { markOf, markPath } from '../plots/marks.js';

/**
 * A small map as shapes: points by group, some names, pins, and arrows.
 *
 * @typedef {object} Mark
 * @property {number} x
 * @property {number} y
 * @property {number} group −1 for none
 * @property {boolean} hollow
 * @typedef {{x: number, y: number, text: string}} Name x: left edge, for a pin its centre;
 *   y: vertical centre
 * @typedef {{from: number, to: number, dashed: boolean}} Arrow
 * @typedef {{marks: Mark[], names: Name[], pins: Name[], arrows: {d: string, dashed: boolean}[]}} Drawn
 *
 * @param {Float32Array} positions [n, 2]; y grows upwards
 * @param {(index: number) => number} groupOf
 * @param {{width: number, height: number}} box
 * @param {{names?: Map<number, string>, pins?: Map<number, string>, arrows?: Arrow[],
 *   hollow?: (index: number) => boolean}} [options]
 * @returns {Drawn}
 */
export function miniMap(positions, groupOf, box, options = {}) {
  const { names = new Map(), pins = new Map(), arrows = [], hollow = () => false } = options;
  const padding = arrows.length ? { paddingX: 46, paddingY: 30 } : { paddingX: 16, paddingY: 14 };
  const view = fitView(
    positions,
    { ...box, ...padding },
    (i) => groupOf(i) >= 0 || names.has(i) || pins.has(i),
  );
  const screen = toScreen(positions, view, { x: 0, y: 0, k: 1 }, box, positions.slice());
  const order = Array.from({ length: positions.length / 2 }, (_, i) => i);
  const marks = order
    .filter((i) => Number.isFinite(screen[2 * i]) && !pins.has(i))
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
    marks: marks.sort((a, b) => a.group - b.group), // grey marks are drawn first
    names: labels.map(({ index, x, y }) => ({ x, y, text: names.get(index) ?? '' })),
    pins: [...pins].map(([i, text]) => ({ x: screen[2 * i], y: screen[2 * i + 1], text })),
    arrows: arrows.map(({ from, to, dashed }) => ({ d: arrowPath(screen, from, to), dashed })),
  };
}

const [GAP, HEAD] = [6, 8];

/** An arrow between two points that ends at a distance from both. */
function arrowPath(
  /** @type {Float32Array} */ screen,
  /** @type {number} */ from,
  /** @type {number} */ to,
) {
  const [x0, y0] = [screen[2 * from], screen[2 * from + 1]];
  const [dx, dy] = [screen[2 * to] - x0, screen[2 * to + 1] - y0];
  const length = Math.hypot(dx, dy);
  if (!(length > 2 * GAP + HEAD)) return '';
  const [ux, uy] = [dx / length, dy / length];
  const [tipX, tipY] = [x0 + dx - GAP * ux, y0 + dy - GAP * uy];
  const wing = (/** @type {number} */ side) =>
    `${(tipX - HEAD * ux - side * 4 * uy).toFixed(1)},${(tipY - HEAD * uy + side * 4 * ux).toFixed(1)}`;
  const tip = `${tipX.toFixed(1)},${tipY.toFixed(1)}`;
  const start = `${(x0 + GAP * ux).toFixed(1)},${(y0 + GAP * uy).toFixed(1)}`;
  return `M${start}L${tip}M${wing(1)}L${tip}L${wing(-1)}`;
}

/** An upper limit of the text's width in bold; Chinese characters are as wide as they are high. */
const widthOf = (/** @type {string} */ text) =>
  [...text].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 12 : 8.4), 0);

/**
 * One-hot vectors have no map in the plane, because all distances are equal. The identity matrix is
 * drawn instead, with a one in each row.
 * @param {number} count @param {(index: number) => number} groupOf
 * @param {{width: number, height: number}} box @returns {Drawn}
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
  return { marks: marks.sort((a, b) => a.group - b.group), names: [], pins: [], arrows: [] };
}

const RADIUS = { grouped: 3.1, other: 1.5 };

/** Joins the marks of the same look to one path: d, colour. @param {Mark[]} marks */
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

/**
 * A mark of side 2 around the origin, moved to (x, y) with radius r; relative coordinates keep the
 * path short.
 */
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
  return numbers.flatMap((n, i) => (i % 2 ? [] : [[n, numbers[i + 1]]]));
}
