/**
 * Places labels beside their points without overlaps: a greedy method, the most important label
 * first.
 *
 * @typedef {object} Label
 * @property {number} index index of the point
 * @property {number} x left edge
 * @property {number} y vertical centre
 * @property {number} width
 */

const GAP = 7; // from the centre of the point to the text
const HEIGHT = 16;
/**
 * The possible positions of a label, as offsets of its centre from the point: the right side first.
 */
const SIDES = [
  (/** @type {number} */ w) => [GAP + w / 2, 0],
  (/** @type {number} */ w) => [-GAP - w / 2, 0],
  () => [0, -HEIGHT * 0.85],
  () => [0, HEIGHT * 0.85],
  (/** @type {number} */ w) => [GAP - 2 + w / 2, -HEIGHT * 0.6],
  (/** @type {number} */ w) => [GAP - 2 + w / 2, HEIGHT * 0.6],
  (/** @type {number} */ w) => [2 - GAP - w / 2, -HEIGHT * 0.6],
  (/** @type {number} */ w) => [2 - GAP - w / 2, HEIGHT * 0.6],
];

/**
 * @param {object} scene
 * @param {Iterable<number>} scene.candidates indices, most important first
 * @param {(index: number) => number} scene.x
 * @param {(index: number) => number} scene.y
 * @param {(index: number) => number} scene.measure returns the width of the label's text
 * @param {Iterable<number>} [scene.solid] points that labels must not cover
 * @param {object} options
 * @param {number} options.width
 * @param {number} options.height
 * @param {number} [options.most]
 * @param {Map<number, number>} [options.memory] the previous side of each label, which is tried
 *   first
 * @returns {Label[]}
 */
export function placeLabels({ candidates, x, y, measure, solid = [] }, options) {
  const { width, height, most = 150, memory = new Map() } = options;
  /** @type {Label[]} */
  const placed = [];
  const grid = new Grid();
  for (const i of solid) {
    const box = boxAround(x(i), y(i));
    // In a diverged run positions may be anywhere.
    if (overlap(box, [0, 0, width, height])) grid.add(box, i);
  }
  for (const i of candidates) {
    if (placed.length >= most) break;
    const [px, py] = [x(i), y(i)];
    if (!(px >= 0 && py >= 0 && px <= width && py <= height)) continue;
    const w = measure(i);
    const first = memory.get(i) ?? 0;
    for (let n = 0; n < SIDES.length; n++) {
      const side = n === 0 ? first : n <= first ? n - 1 : n;
      const [dx, dy] = SIDES[side](w);
      const left = px + dx - w / 2;
      const top = py + dy - HEIGHT / 2;
      /** @type {Box} */
      const box = [left - 2, top, left + w + 2, top + HEIGHT];
      if (box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2) continue;
      if (grid.hits(box, i)) continue;
      grid.add(box, -1);
      memory.set(i, side);
      placed.push({ index: i, x: left, y: py + dy, width: w });
      break;
    }
  }
  return placed;
}

/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

const RADIUS = 4;

/** The box of a point's mark. @returns {Box} */
const boxAround = (/** @type {number} */ x, /** @type {number} */ y) => [
  x - RADIUS,
  y - RADIUS,
  x + RADIUS,
  y + RADIUS,
];

const CELL = 64;

/** Boxes by grid cell, so that a label is compared only with near boxes. */
class Grid {
  /** @type {Map<number, Array<{box: Box, owner: number}>>} */
  #cells = new Map();

  /**
   * @param {Box} box
   * @param {number} owner the point of the box; a label may touch its own point
   */
  add(box, owner) {
    for (const key of keys(box)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key)?.push({ box, owner });
    }
  }

  /** @param {Box} box @param {number} owner */
  hits(box, owner) {
    for (const key of keys(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (other.owner !== owner && overlap(box, other.box)) return true;
      }
    }
    return false;
  }
}

const overlap = (/** @type {Box} */ a, /** @type {Box} */ b) =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function* keys(/** @type {Box} */ [left, top, right, bottom]) {
  for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i++) {
    for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j++) {
      yield (i + 512) * 4096 + j + 512;
    }
  }
}
