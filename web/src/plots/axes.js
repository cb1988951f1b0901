/**
 * The plane of an analogy: the horizontal axis is the direction from a to b, the vertical axis the
 * part of c − a that is orthogonal to b − a. If the analogy holds, c → d is parallel to a → b. This
 * is an orthogonal projection; nothing is fitted.
 *
 * @param {Float32Array} vectors [V, D]
 * @param {number} dimensions D
 * @param {[number, number, number]} rows rows of a, b, c
 * @param {number} count number of words to place, from the first
 * @returns {Float32Array | null} [count, 2]; null if a, b, c do not span a plane
 */
export function analogyPlane(vectors, dimensions, [a, b, c], count) {
  const row = (/** @type {number} */ i) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  const origin = row(a);
  const across = unit(row(b).map((x, d) => x - origin[d]));
  const towards = row(c).map((x, d) => x - origin[d]);
  if (!across) return null;
  const along = dot(towards, across);
  const least = 1e-4 * Math.sqrt(dot(towards, towards)); // rounding errors alone are about 1e-7
  const up = unit(
    towards.map((x, d) => x - along * across[d]),
    least,
  );
  if (!up) return null;
  const positions = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const start = i * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const x = vectors[start + d] - origin[d];
      positions[2 * i] += x * across[d];
      positions[2 * i + 1] += x * up[d];
    }
  }
  return positions;
}

const dot = (/** @type {Float32Array} */ x, /** @type {Float32Array} */ y) =>
  x.reduce((sum, value, d) => sum + value * y[d], 0);

function unit(/** @type {Float32Array} */ x, least = 1e-9) {
  const norm = Math.sqrt(dot(x, x));
  return norm > least ? x.map((value) => value / norm) : null;
}
