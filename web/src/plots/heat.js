/**
 * Vectors as blocks of coloured cells: one hue for positive numbers, another for negative ones. The
 * intensity is the number relative to the root mean square of all.
 */

/** @param {Float32Array} values @returns {number} the number that is drawn at full intensity */
export function fullStrength(values) {
  let sum = 0;
  for (const x of values) sum += x * x;
  return 2 * Math.sqrt(sum / Math.max(1, values.length)) || 1;
}

/**
 * The number of columns in which `count` cells fill a box with about square cells, all rows full if
 * possible.
 * @param {number} count @param {number} width @param {number} height
 */
export function columnsFor(count, width, height) {
  const square = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * width) / height))));
  for (let off = 0; off <= square / 3; off++) {
    for (const columns of [square - off, square + off]) {
      if (columns > 0 && count % columns === 0) return columns;
    }
  }
  return square;
}

/**
 * Draws one vector as a block of cells, line by line.
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} values
 * @param {{x: number, y: number, width: number, height: number}} box in device pixels
 * @param {{full: number, positive: string, negative: string}} look
 */
export function drawBlock(context, values, { x, y, width, height }, { full, positive, negative }) {
  const columns = columnsFor(values.length, width, height);
  const rows = Math.ceil(values.length / columns);
  // Whole pixels, so that there are no gaps.
  const across = (/** @type {number} */ i) => Math.round(x + (i * width) / columns);
  const down = (/** @type {number} */ i) => Math.round(y + (i * height) / rows);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const [column, row] = [i % columns, Math.floor(i / columns)];
    context.globalAlpha = Math.min(1, Math.abs(value) / full) || 0; // NaN: nothing is drawn
    context.fillStyle = value < 0 ? negative : positive;
    const [left, top] = [across(column), down(row)];
    context.fillRect(left, top, across(column + 1) - left, down(row + 1) - top);
  }
  context.globalAlpha = 1;
}

/** Row i of n rows. @param {Float32Array} matrix @param {number} i @param {number} n */
export const rowOf = (matrix, i, n) => {
  const size = matrix.length / n;
  return matrix.subarray(i * size, (i + 1) * size);
};
