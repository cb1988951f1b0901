/** Computes UMAP outside the main thread. The same vectors and seed give the same picture. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { UMAP } from 'umap-js';

const NEIGHBOURS = 12;

self.onmessage = ({ data: { vectors, dimensions, seed } }) => {
  try {
    const generator = xoroshiro128plus(seed);
    const rows = unitRows(vectors, dimensions);
    const umap = new UMAP({
      nComponents: 2,
      nNeighbors: Math.max(2, Math.min(NEIGHBOURS, rows.length - 1)),
      minDist: 0.15,
      random: () => uniformFloat64(generator),
    });
    const epochs = umap.initializeFit(rows);
    for (let epoch = 0; epoch < epochs; epoch++) {
      umap.step();
      if (epoch % 10 === 0) self.postMessage({ progress: epoch / epochs });
    }
    self.postMessage({ positions: flat(umap.getEmbedding()) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};

/** Scaled to length 1, so that Euclidean neighbours are cosine neighbours. */
function unitRows(/** @type {Float32Array} */ vectors, /** @type {number} */ dimensions) {
  const rows = [];
  for (let start = 0; start + dimensions <= vectors.length; start += dimensions) {
    const row = Array.from(vectors.subarray(start, start + dimensions));
    const norm = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    rows.push(row.map((x) => x / norm));
  }
  return rows;
}

/**
 * Centred and scaled to standard deviation 1, so that it can be drawn with the same view as PCA.
 */
function flat(/** @type {number[][]} */ points) {
  const n = points.length;
  const mean = [0, 1].map((d) => points.reduce((sum, p) => sum + p[d], 0) / n);
  const out = new Float32Array(2 * n);
  points.forEach((p, i) => {
    out[2 * i] = p[0] - mean[0];
    out[2 * i + 1] = p[1] - mean[1];
  });
  return out;
}
