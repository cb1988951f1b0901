/**
 * A map with one axis for the senses. The horizontal axis is the line through the centres of the
 * two senses, computed only from sentences of the training text, so that held-out points test it.
 * The vertical axis is the direction, orthogonal to it, in which the vectors differ most
 * (compressed by up to a factor of two). PCA shows the largest differences, which need not be those
 * of the sense; it can be chosen instead.
 */

const ROUNDS = 40; // of the power iteration; more digits are not visible
const ROUNDING = 1e-5; // relative to the mean's length; smaller differences are rounding errors

/** @typedef {Float32Array | Float64Array} Row */

const dot = (/** @type {Row} */ a, /** @type {Row} */ b) => {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
};

/** @param {Row[]} rows @returns {Float64Array} */
function mean(rows) {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let d = 0; d < sum.length; d++) sum[d] += row[d] / rows.length;
  return sum;
}

/** @param {Row} row @returns {Float64Array} scaled to length 1, or zeros */
function unit(row) {
  const norm = Math.sqrt(dot(row, row));
  return Float64Array.from(row, (x) => (norm > 1e-12 ? x / norm : 0));
}

/**
 * x − (x·u) u: the part of each row orthogonal to u.
 * @param {Float64Array[]} rows
 * @param {Float64Array} u
 */
const without = (rows, u) =>
  rows.map((row) => {
    const along = dot(row, u);
    return row.map((x, d) => x - along * u[d]);
  });

/** The first principal axis of centred rows, by power iteration: w ← Σ (x·w) x. */
function principal(/** @type {Float64Array[]} */ rows) {
  let longest = rows[0];
  for (const row of rows) if (dot(row, row) > dot(longest, longest)) longest = row;
  let axis = unit(longest);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(axis.length);
    for (const row of rows) {
      const along = dot(row, axis);
      for (let d = 0; d < next.length; d++) next[d] += along * row[d];
    }
    axis = unit(next);
  }
  return axis;
}

/** The range of nine in ten of the occurrences on an axis. */
function spanOf(/** @type {Float32Array} */ positions, /** @type {number} */ count, axis = 0) {
  const values = Float32Array.from({ length: count }, (_, i) => positions[2 * i + axis]).sort();
  return values[Math.floor(0.95 * (count - 1))] - values[Math.floor(0.05 * (count - 1))];
}

/**
 * The picture is wide, and the vertical differences are less important, so the height is limited to
 * half of the width.
 */
function squeeze(/** @type {Float32Array} */ positions, /** @type {number} */ count) {
  const [across, up] = [spanOf(positions, count, 0), spanOf(positions, count, 1)];
  if (!(up > 0)) return;
  const factor = Math.max(0.5, Math.min(1, across / (2 * up)));
  for (let i = 1; i < positions.length; i += 2) positions[i] *= factor;
}

/** Keeps the direction of the vertical axis between the frames of a run. */
export class SenseAxes {
  constructor() {
    /** @type {Float32Array | null} the previous frame */
    this.before = null;
  }

  /**
   * @param {Float32Array[]} rows vectors of the occurrences, then of further sentences
   * @param {{senses: number[], heldout: boolean[]}} of properties of the occurrences
   * @param {boolean} moving whether the model is in training
   * @returns {Float32Array} [rows, 2]; the mean of the occurrences is at 0, 0
   */
  place(rows, { senses, heldout }, moving) {
    const count = senses.length;
    const middle = mean(rows.slice(0, count));
    const least = ROUNDING * Math.sqrt(dot(middle, middle));
    const centred = rows.map((row) => {
      const rest = Float64Array.from(row, (x, d) => x - middle[d]);
      return Math.sqrt(dot(rest, rest)) > least ? rest : rest.fill(0);
    });
    const known = centred.slice(0, count);
    const [a, b] = [0, 1].map((sense) =>
      mean(known.filter((_, i) => senses[i] === sense && !heldout[i])),
    );
    const across = unit(b.map((x, d) => x - a[d]));
    const up = principal(without(known, across));
    const positions = new Float32Array(2 * rows.length);
    centred.forEach((row, i) => {
      positions[2 * i] = dot(row, across);
      positions[2 * i + 1] = dot(row, up);
    });
    squeeze(positions, count);
    if (moving) this.#upright(positions, count);
    this.before = positions.slice(0, 2 * count);
    return positions;
  }

  /** A principal axis has no sign; chooses the one for which the points move less. */
  #upright(/** @type {Float32Array} */ positions, /** @type {number} */ count) {
    let same = 0;
    if (this.before?.length === 2 * count) {
      for (let i = 1; i < 2 * count; i += 2) same += this.before[i] * positions[i];
    }
    if (same < 0) for (let i = 1; i < positions.length; i += 2) positions[i] *= -1;
  }
}
