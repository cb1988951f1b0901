/**
 * The orthogonal matrix that turns one set of vectors onto another (Schönemann 1966): R that makes
 * |A R − B|² least, A and B [n, d] with the same words in their rows. It is the orthogonal factor of
 * M = Aᵀ B, which Newton–Schulz iterations find with products and sums only, so it has the same bits
 * in every browser. (The core's query/procrustes turns maps of two dimensions.)
 */

/** Each iteration enlarges small singular values by half; the largest ratio here is about 1e6. */
const MOST_ITERATIONS = 80;
const EXACT = 1e-12;
/** Keeps directions that no word has from staying at zero. */
const RIDGE = 1e-7;

/** @param {Float64Array} a [n, m] @param {Float64Array} b [m, k] @param {number} n @param {number} m @param {number} k */
function times(a, b, n, m, k) {
  const out = new Float64Array(n * k);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const x = a[i * m + j];
      if (x) for (let c = 0; c < k; c++) out[i * k + c] += x * b[j * k + c];
    }
  }
  return out;
}

/** @param {Float64Array} a [n, m] @param {number} n @param {number} m */
function transposed(a, n, m) {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[j * n + i] = a[i * m + j];
  return out;
}

/** @param {Float64Array} a @param {Float64Array} b rows of d numbers @param {number} d */
export function rotation(a, b, d) {
  const n = a.length / d;
  let x = times(transposed(a, n, d), b, d, n, d);
  let size = 0;
  for (const value of x) size += value * value;
  size = Math.sqrt(size) || 1;
  for (let i = 0; i < x.length; i++) x[i] /= size;
  for (let i = 0; i < d; i++) x[i * d + i] += RIDGE;
  for (let round = 0; round < MOST_ITERATIONS; round++) {
    const square = times(transposed(x, d, d), x, d, d, d);
    let away = 0;
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const wanted = i === j ? 1 : 0;
        away = Math.max(away, Math.abs(square[i * d + j] - wanted));
        square[i * d + j] = (i === j ? 1.5 : 0) - 0.5 * square[i * d + j];
      }
    }
    if (away < EXACT) break;
    x = times(x, square, d, d, d);
  }
  return x;
}

/** Vectors times R. @param {Float64Array} vectors @param {Float64Array} r @param {number} d */
export const turned = (vectors, r, d) => times(vectors, r, vectors.length / d, d, d);

/** Rows of length one; rows of zeros stay. @param {ArrayLike<number>} vectors @param {number} d */
export function unit(vectors, d) {
  const out = Float64Array.from(vectors);
  for (let at = 0; at < out.length; at += d) {
    let sum = 0;
    for (let i = at; i < at + d; i++) sum += out[i] * out[i];
    const length = Math.sqrt(sum) || 1;
    for (let i = at; i < at + d; i++) out[i] /= length;
  }
  return out;
}
