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

const HEIGHT = 16; // of a line of type of the default size
const RADIUS = 3.6; // of a mark
const CLEAR = 3.4; // between a mark's radius and its label: corners of marks reach beyond it

/**
 * The possible positions of a label, as offsets of its centre from the point: the right side first.
 * `gap` is the distance from the centre of the point to the text.
 * @type {Array<(w: number, gap: number, line: number) => [number, number]>}
 */
const SIDES = [
  (w, gap) => [gap + w / 2, 0],
  (w, gap) => [-gap - w / 2, 0],
  (_, gap, line) => [0, -gap - 0.42 * line],
  (_, gap, line) => [0, gap + 0.42 * line],
  (w, gap, line) => [gap - 2 + w / 2, -0.3 * gap - 0.42 * line],
  (w, gap, line) => [gap - 2 + w / 2, 0.3 * gap + 0.42 * line],
  (w, gap, line) => [2 - gap - w / 2, -0.3 * gap - 0.42 * line],
  (w, gap, line) => [2 - gap - w / 2, 0.3 * gap + 0.42 * line],
];

/**
 * @param {object} scene
 * @param {Iterable<number>} scene.candidates indices, most important first
 * @param {(index: number) => number} scene.x
 * @param {(index: number) => number} scene.y
 * @param {(index: number) => number} scene.measure returns the width of the label's text
 * @param {Iterable<number>} [scene.solid] points that labels must not cover
 * @param {Iterable<number>} [scene.marks] points that labels cover only if no other side is free
 * @param {object} options
 * @param {number} options.width
 * @param {number} options.height
 * @param {number} [options.most]
 * @param {number} [options.scale] how much larger type is than by default
 * @param {number} [options.radius] of the marks
 * @param {Map<number, number>} [options.memory] the previous side of each label, which is tried
 *   first
 * @returns {Label[]}
 */
export function placeLabels({ candidates, x, y, measure, solid = [], marks = [] }, options) {
  const { width, height, most = 150, scale = 1, radius = RADIUS, memory = new Map() } = options;
  const [line, gap] = [HEIGHT * scale, radius + CLEAR * scale];
  /** @type {Label[]} */
  const placed = [];
  const grid = new Grid();
  const soft = new Grid();
  /** @type {Box} */
  const picture = [0, 0, width, height];
  /** @type {Array<[Grid, Iterable<number>]>} */
  const obstacles = [
    [grid, solid],
    [soft, marks],
  ];
  for (const [into, points] of obstacles) {
    for (const i of points) {
      const box = boxAround(x(i), y(i), radius);
      // In a diverged run positions may be anywhere.
      if (overlap(box, picture)) into.add(box, i);
    }
  }
  for (const i of candidates) {
    if (placed.length >= most) break;
    const [px, py] = [x(i), y(i)];
    if (!(px >= 0 && py >= 0 && px <= width && py <= height)) continue;
    const w = measure(i);
    const first = memory.get(i) ?? 0;
    /** @type {{side: number, box: Box, left: number, middle: number} | null} */
    let found = null;
    for (let n = 0; n < SIDES.length; n++) {
      const side = n === 0 ? first : n <= first ? n - 1 : n;
      const [dx, dy] = SIDES[side](w, gap, line);
      const left = px + dx - w / 2;
      const top = py + dy - line / 2;
      /** @type {Box} */
      const box = [left - 2, top, left + w + 2, top + line];
      if (box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2) continue;
      if (grid.hits(box, i)) continue;
      const free = !soft.hits(box, -1);
      if (free || !found) found = { side, box, left, middle: py + dy };
      if (free) break;
    }
    if (!found) continue;
    grid.add(found.box, -1);
    memory.set(i, found.side);
    placed.push({ index: i, x: found.left, y: found.middle, width: w });
  }
  return placed;
}

/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/** The box of a point's mark. @param {number} x @param {number} y @param {number} r @returns {Box} */
const boxAround = (x, y, r) => [x - r, y - r, x + r, y + r];

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
