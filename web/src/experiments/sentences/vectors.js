/** Small arithmetic of vectors that are rows of a matrix. */
import { dot } from '../../plots/vectors.js';

export const lengthOf = (/** @type {ArrayLike<number>} */ v) => Math.sqrt(dot(v, v));

/** @param {ArrayLike<number>} v */
export function unit(v) {
  const length = lengthOf(v) || 1;
  return Float64Array.from(v, (x) => x / length);
}

/** into += factor · v. @param {Float64Array} into @param {ArrayLike<number>} v */
export function add(into, v, factor = 1) {
  for (let i = 0; i < into.length; i++) into[i] += factor * v[i];
}

export const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

/** @param {Float32Array} matrix @param {number} dims @param {number} id */
export const rowOf = (matrix, dims, id) => matrix.subarray(id * dims, (id + 1) * dims);
