/**
 * Matrices as cells of colour: one colour for positive numbers, one for negative ones, a third for
 * zero. The strength of a colour is √(|v| / full), so that small numbers stay visible.
 */

/** @typedef {[number, number, number]} Rgb */
/** @typedef {{starts: ArrayLike<number>, ends: ArrayLike<number>}} Edges in CSS pixels, per row or column */

/** @param {number} value @param {number} full @returns {number} 0 … 1; 0 for NaN */
export const strength = (value, full) => Math.sqrt(Math.min(1, Math.abs(value) / full)) || 0;

const STEPS = [1, 2, 4, 5, 10];
const CLIPPED = 0.02; // the share of numbers that may be beyond the end of the scale
const SAMPLE = 4000;

/**
 * The number that is drawn at full strength: round, and at most 2 % of all are beyond it.
 * @param {ArrayLike<number>[]} arrays
 */
export function fullScale(arrays) {
  const total = arrays.reduce((sum, { length }) => sum + length, 0);
  const every = Math.max(1, Math.floor(total / SAMPLE));
  const sizes = [];
  for (const array of arrays) {
    for (let i = 0; i < array.length; i += every) {
      const size = Math.abs(array[i]);
      if (size > 0 && size < Number.POSITIVE_INFINITY) sizes.push(size);
    }
  }
  if (!sizes.length) return 1;
  sizes.sort((a, b) => a - b);
  const high = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * (1 - CLIPPED)))];
  const unit = 10 ** Math.floor(Math.log10(high));
  const step = STEPS.find((one) => one * unit >= high * 0.999) ?? 10;
  return Number((step * unit).toPrecision(1));
}

/** Whether a number is beyond the ends of the scale. @param {ArrayLike<number>[]} arrays @param {number} full */
export const isClipped = (arrays, full) =>
  arrays.some((array) => Array.prototype.some.call(array, (value) => Math.abs(value) > full));

/**
 * Rows of equal height, but for those that are magnified: their neighbours make room.
 * @param {number} count @param {number} length @param {number[]} [large] rows, ascending
 * @param {number} [size] of a magnified row, with 1 pixel of space above and below
 * @returns {Edges}
 */
export function magnified(count, length, large = [], size = 5) {
  const plain = length / Math.max(1, count);
  const chosen = new Set(plain < size ? large : []);
  const small = (length - chosen.size * (size + 2)) / Math.max(1, count - chosen.size);
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const big = chosen.has(i);
    starts[i] = big ? at + 1 : at;
    ends[i] = starts[i] + (big ? size : small);
    at = big ? ends[i] + 1 : ends[i];
  }
  return { starts, ends };
}

/**
 * Columns of equal width, with space between groups.
 * @param {number} count @param {number} length @param {number} [every] columns per group; 0: all
 * @param {number} [gap] @returns {Edges}
 */
export function grouped(count, length, every = 0, gap = 8) {
  const groups = every > 0 ? Math.ceil(count / every) : 1;
  const width = (length - gap * (groups - 1)) / Math.max(1, count);
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    starts[i] = i * width + (every > 0 ? Math.floor(i / every) * gap : 0);
    ends[i] = starts[i] + width;
  }
  return { starts, ends };
}

/** Bars of one thickness at equal distances. @param {number} count @param {number} pitch @param {number} thickness @returns {Edges} */
export const spaced = (count, pitch, thickness) => ({
  starts: Array.from({ length: count }, (_, i) => i * pitch + (pitch - thickness) / 2),
  ends: Array.from({ length: count }, (_, i) => i * pitch + (pitch + thickness) / 2),
});

/** The row or column at a place, −1 between two. @param {Edges} edges @param {number} at */
export function cellAt({ starts, ends }, at) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return starts.length && at >= starts[low] && at < ends[low] ? low : -1;
}

/** Which cell each device pixel shows, −1 for none. @param {Edges} edges @param {number} pixels @param {number} ratio */
function perPixel({ starts, ends }, pixels, ratio) {
  const shown = new Int32Array(pixels).fill(-1);
  for (let i = 0; i < starts.length; i++) {
    const [from, to] = [Math.round(starts[i] * ratio), Math.round(ends[i] * ratio)];
    shown.fill(i, Math.max(0, from), Math.min(pixels, to)); // finer than a pixel: some are not drawn
  }
  return shown;
}

/** How many rows share a line of the drawing: 1 unless rows are finer than a device pixel. @param {number} rows @param {number} height @param {number} ratio */
export const rowsPerLine = (rows, height, ratio) =>
  Math.max(1, Math.ceil(rows / Math.max(1, height * ratio)));

/**
 * Paints a matrix. NaN is left empty.
 * @param {CanvasRenderingContext2D} context
 * @param {{values: ArrayLike<number>, cols: number, rows: Edges, columns: Edges}} matrix
 * @param {{width: number, height: number, ratio: number}} size width and height in CSS pixels
 * @param {{full: number, zero: Rgb, less: Rgb, more: Rgb, alpha?: (row: number) => number}} look
 *   alpha: 0 … 255 per row
 */
export function paintCells(
  context,
  { values, cols, rows, columns },
  { width, height, ratio },
  look,
) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (w < 1 || h < 1) return;
  const { full, zero, less, more, alpha } = look;
  const image = context.createImageData(w, h);
  const { data } = image;
  const across = perPixel(columns, w, ratio);
  const down = perPixel(rows, h, ratio);
  let before = -1;
  for (let y = 0; y < h; y++) {
    const row = down[y];
    if (row < 0) continue;
    const line = y * w * 4;
    if (row === before) {
      data.copyWithin(line, line - w * 4, line);
      continue;
    }
    before = row;
    const opaque = alpha ? alpha(row) : 255;
    for (let x = 0; x < w; x++) {
      const col = across[x];
      if (col < 0) continue;
      const value = values[row * cols + col];
      if (Number.isNaN(value)) continue;
      const share = strength(value, full);
      const end = value < 0 ? less : more;
      const at = line + 4 * x;
      data[at] = zero[0] + share * (end[0] - zero[0]);
      data[at + 1] = zero[1] + share * (end[1] - zero[1]);
      data[at + 2] = zero[2] + share * (end[2] - zero[2]);
      data[at + 3] = opaque;
    }
  }
  context.putImageData(image, 0, 0);
}
