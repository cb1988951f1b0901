/**
 * Vectors as strips of colour: one hue for positive numbers, another for negative ones. The
 * intensity is the number relative to the root mean square of all.
 */

/** @param {Float32Array} values @returns {number} the number that is drawn at full intensity */
export function fullStrength(values) {
  let sum = 0;
  for (const x of values) sum += x * x;
  return 2 * Math.sqrt(sum / Math.max(1, values.length)) || 1;
}

/**
 * Draws one strip: `count` numbers side by side in a box.
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} values
 * @param {{x: number, y: number, width: number, height: number}} box
 * @param {{full: number, positive: string, negative: string}} look
 */
export function drawStrip(context, values, { x, y, width, height }, { full, positive, negative }) {
  const step = width / values.length;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    context.globalAlpha = Math.min(1, Math.abs(value) / full) || 0; // NaN: nothing is drawn
    context.fillStyle = value < 0 ? negative : positive;
    // Whole pixels, so that there are no gaps.
    const left = Math.round(x + i * step);
    context.fillRect(left, y, Math.round(x + (i + 1) * step) - left, height);
  }
  context.globalAlpha = 1;
}

/** Cosine of two rows; 0 if one has length 0. @param {Float32Array} a @param {Float32Array} b */
export function cosine(a, b) {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Row i of n rows. @param {Float32Array} matrix @param {number} i @param {number} n */
export const rowOf = (matrix, i, n) => {
  const size = matrix.length / n;
  return matrix.subarray(i * size, (i + 1) * size);
};
