/**
 * k-means in the plane, for colours if the corpus has no groups. Deterministic: the first centre is
 * the point farthest from the mean; each further centre is the point farthest from all centres so
 * far. With earlier labels the centres start from those, so that colours do not change while words
 * move.
 *
 * @param {Float32Array} positions [V, 2]
 * @param {number} k
 * @param {Int32Array | null} [earlier] labels of a previous call
 * @returns {Int32Array} [V] labels in 0..k−1
 */
export function cluster(positions, k, earlier = null) {
  const n = positions.length / 2;
  const labels = new Int32Array(n);
  if (n === 0) return labels;
  const count = Math.min(k, n);
  const centres =
    earlier?.length === n ? means(positions, earlier, count) : farthest(positions, count);
  for (let round = 0; round < 12; round++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const best = nearest(positions[2 * i], positions[2 * i + 1], centres);
      if (best !== labels[i]) moved++;
      labels[i] = best;
    }
    if (!moved && round > 0) break;
    means(positions, labels, count).forEach((c, j) => {
      if (Number.isFinite(c[0])) centres[j] = c;
    });
  }
  return labels;
}

/** @typedef {[number, number]} Point */

function nearest(/** @type {number} */ x, /** @type {number} */ y, /** @type {Point[]} */ centres) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < centres.length; j++) {
    const d = (x - centres[j][0]) ** 2 + (y - centres[j][1]) ** 2;
    if (d < least) {
      least = d;
      best = j;
    }
  }
  return best;
}

/** @returns {Point[]} NaN for a label without members */
function means(
  /** @type {Float32Array} */ positions,
  /** @type {Int32Array} */ labels,
  /** @type {number} */ k,
) {
  const sums = Array.from({ length: k }, () => [0, 0, 0]);
  labels.forEach((label, i) => {
    if (label >= k) return;
    sums[label][0] += positions[2 * i];
    sums[label][1] += positions[2 * i + 1];
    sums[label][2] += 1;
  });
  return sums.map(([x, y, n]) => [x / n, y / n]);
}

/** @returns {Point[]} */
function farthest(/** @type {Float32Array} */ positions, /** @type {number} */ k) {
  const n = positions.length / 2;
  const [mean] = means(positions, new Int32Array(n), 1);
  /** @type {Point[]} */
  const centres = [];
  const least = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let from = mean;
  for (let j = 0; j < k; j++) {
    let far = 0;
    for (let i = 0; i < n; i++) {
      const d = (positions[2 * i] - from[0]) ** 2 + (positions[2 * i + 1] - from[1]) ** 2;
      least[i] = j === 0 ? d : Math.min(least[i], d);
      if (least[i] > least[far]) far = i;
    }
    from = [positions[2 * far], positions[2 * far + 1]];
    centres.push(from);
    if (j === 0) least.fill(Number.POSITIVE_INFINITY);
  }
  return centres;
}
