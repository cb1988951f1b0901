/**
 * The plane of an analogy: across runs from a to b, up from a to c (its part square to b − a).
 * Where the analogy holds, c → d lies parallel to a → b. A true projection: nothing is fitted.
 *
 * @param {Float32Array} vectors [V, D]
 * @param {number} dimensions D
 * @param {[number, number, number]} rows of a, b, c
 * @param {number} count the first `count` words are placed
 * @returns {Float32Array | null} [count, 2]; null when a, b, c span no plane
 */
export function analogyPlane(vectors, dimensions, [a, b, c], count) {
  const row = (/** @type {number} */ i) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  const origin = row(a);
  const across = unit(row(b).map((x, d) => x - origin[d]));
  const towards = row(c).map((x, d) => x - origin[d]);
  if (!across) return null;
  const along = dot(towards, across);
  const least = 1e-4 * Math.sqrt(dot(towards, towards)); // rounding alone leaves about 1e-7
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
