/**
 * Converts strokes of a pen to an image in the form of MNIST's. All of it is computed from numbers,
 * so the same drawing gives the same pixels in every browser.
 *
 * A stroke is a list of points in the unit square, x to the right, y downwards. Ink is a square
 * grid of numbers from 0 (paper) to 1.
 * @typedef {Array<[number, number]>} Stroke
 * @typedef {{size: number, values: Float32Array}} Ink
 */

/** Number of pixels along one side of an image. */
export const SIDE = 28;
/** MNIST fits the ink into a box of this many pixels, then centres it by its mass. */
const BOX = 20;
/** Number of cells along one side of the grid for strokes. */
const GRID = 112;
/** Radius of the pen in the unit square: lines are about two and a half image pixels wide. */
export const PEN = 0.04;
const FAINT = 0.02; // less ink counts as paper

/** @param {Stroke[]} strokes @returns {Ink} */
export function layInk(strokes) {
  const values = new Float32Array(GRID * GRID);
  for (const stroke of strokes) {
    stroke.forEach((point, i) => {
      addSegment(values, stroke[Math.max(0, i - 1)], point);
    });
  }
  return { size: GRID, values };
}

/** Draws a line with round ends; partly covered cells become grey. */
function addSegment(
  /** @type {Float32Array} */ values,
  /** @type {[number, number]} */ from,
  /** @type {[number, number]} */ to,
) {
  const [ax, ay, bx, by] = [...from, ...to].map((x) => x * GRID - 0.5);
  const radius = PEN * GRID;
  const reach = radius + 1;
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy || 1;
  const clamp = (/** @type {number} */ x) => Math.max(0, Math.min(GRID - 1, x));
  const lastY = clamp(Math.ceil(Math.max(ay, by) + reach));
  const lastX = clamp(Math.ceil(Math.max(ax, bx) + reach));
  for (let y = clamp(Math.floor(Math.min(ay, by) - reach)); y <= lastY; y++) {
    for (let x = clamp(Math.floor(Math.min(ax, bx) - reach)); x <= lastX; x++) {
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
      const distance = Math.sqrt((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
      const covered = Math.max(0, Math.min(1, radius + 0.5 - distance));
      if (covered > values[y * GRID + x]) values[y * GRID + x] = covered;
    }
  }
}

/**
 * Scales the ink into a box of 20 × 20 and moves its centre of mass to the middle of 28 × 28, as in
 * MNIST (yann.lecun.com/exdb/mnist). A pixel is the mean of the area that it covers.
 * @param {Ink} ink
 * @returns {Uint8Array | null} [784], 0 paper … 255 ink; null if nothing is drawn
 */
export function normalise(ink) {
  const { size, values } = ink;
  const box = boundsOf(ink);
  if (!box) return null;
  const cell = Math.max(box.right - box.left, box.bottom - box.top) / BOX; // cells per pixel
  const half = SIDE / 2;
  // The whole box stays inside the picture, wherever its centre of mass is.
  const inside = (/** @type {number} */ middle, /** @type {number} */ a, /** @type {number} */ b) =>
    Math.max(b - half * cell, Math.min(a + half * cell, middle));
  const left = inside(box.x, box.left, box.right) - half * cell;
  const top = inside(box.y, box.top, box.bottom) - half * cell;
  const pixels = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const mean = meanOf(values, size, left + column * cell, top + row * cell, cell);
      pixels[row * SIDE + column] = Math.round(255 * mean);
    }
  }
  return pixels;
}

/** The bounds of the ink, and its centre of mass. @param {Ink} ink */
function boundsOf({ size, values }) {
  let [left, right, top, bottom] = [size, 0, size, 0];
  let [mass, x, y] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const ink = values[i];
    if (!(ink > FAINT)) continue;
    const column = i % size;
    const row = (i - column) / size;
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
    mass += ink;
    x += ink * (column + 0.5);
    y += ink * (row + 0.5);
  }
  return mass > 0 ? { left, right, top, bottom, x: x / mass, y: y / mass } : null;
}

/** The mean over a square of the grid; outside the grid there is paper. */
function meanOf(
  /** @type {Float32Array} */ values,
  /** @type {number} */ size,
  /** @type {number} */ left,
  /** @type {number} */ top,
  /** @type {number} */ side,
) {
  let sum = 0;
  const share = (/** @type {number} */ cell, /** @type {number} */ start) =>
    Math.min(cell + 1, start + side) - Math.max(cell, start);
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(size, top + side); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(size, left + side); x++) {
      sum += values[y * size + x] * share(x, left) * share(y, top);
    }
  }
  return Math.min(1, sum / (side * side));
}

/**
 * Converts a photograph or scan of a digit to ink. The colour of the paper is the median of the
 * border.
 * @param {{width: number, height: number, data: Uint8ClampedArray}} image RGBA, square
 * @returns {Ink}
 */
export function inkOfImage({ width, data }) {
  const grey = Float32Array.from({ length: width * width }, (_, i) => {
    const alpha = data[4 * i + 3] / 255;
    const light = (0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2]) / 255;
    return 1 - alpha * (1 - light); // transparent pixels are white
  });
  const border = [...grey].filter((_, i) => onBorder(i, width)).sort((a, b) => a - b);
  const paper = border[border.length >> 1];
  const away = grey.map((x) => Math.abs(x - paper));
  const most = away.reduce((a, b) => Math.max(a, b), 0);
  const LEAST = 0.15; // an even grey is blank paper
  const values = away.map((x) =>
    most < LEAST ? 0 : Math.max(0, Math.min(1, (2.5 * x) / most - 0.75)),
  );
  return { size: width, values };
}

const onBorder = (/** @type {number} */ i, /** @type {number} */ width) => {
  const x = i % width;
  const y = (i - x) / width;
  return x === 0 || y === 0 || x === width - 1 || y === width - 1;
};
