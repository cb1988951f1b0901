/** Geometry of small maps with named points. */

/**
 * @typedef {[number, number]} Point
 * @typedef {object} Frame of a map, in units of its picture
 * @property {number} width
 * @property {number} height
 * @property {number} sides room for names at the left and the right
 * @property {number} top
 * @property {number} bottom
 * @property {number} type size of the names
 * @typedef {{x: number, y: number, rx: number, ry: number}} Ellipse
 */

/** The places between two moments. @param {Point[][]} moments @param {number} at @returns {Point[]} */
export function between(moments, at) {
  const before = moments[Math.floor(at)];
  const after = moments[Math.ceil(at)];
  const part = at - Math.floor(at);
  return before.map(([x, y], i) => [x + part * (after[i][0] - x), y + part * (after[i][1] - y)]);
}

/** From places on a map to points of the picture that holds them all. @param {Point[]} places @param {Frame} frame */
export function scaleOf(places, { width, height, sides, top, bottom }) {
  const ends = (/** @type {0 | 1} */ axis) => {
    const all = places.map((place) => place[axis]);
    return [Math.min(...all), Math.max(...all)];
  };
  const [[left, right], [low, high]] = [ends(0), ends(1)];
  return (/** @type {Point} */ [x, y]) =>
    /** @type {Point} */ ([
      sides + ((x - left) / (right - left)) * (width - 2 * sides),
      top + ((high - y) / (high - low)) * (height - top - bottom),
    ]);
}

/** About the width of a text in type of this size. @param {string} text @param {number} size */
export const widthOf = (text, size) =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.56), 0) * size;

/** @param {Point[]} points */
export const middleOf = (points) =>
  /** @type {Point} */ (
    [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis] / points.length, 0))
  );

/**
 * An ellipse around points and their names.
 * @param {Point[]} points
 * @param {{x: number, y: number, width: number}[]} labels x: the left end, y: the middle
 * @param {number} type @param {number} pad
 * @returns {Ellipse}
 */
export function around(points, labels, type, pad) {
  const boxes = [
    ...points.map(([x, y]) => [x, y, x, y]),
    ...labels.map(({ x, y, width }) => [x, y - type / 2, x + width, y + type / 2]),
  ];
  const [left, top] = [0, 1].map((i) => Math.min(...boxes.map((box) => box[i])));
  const [right, bottom] = [2, 3].map((i) => Math.max(...boxes.map((box) => box[i])));
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    rx: ((right - left) / 2) * 1.08 + pad,
    ry: ((bottom - top) / 2) * 1.08 + pad,
  };
}
