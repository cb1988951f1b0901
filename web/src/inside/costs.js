/**
 * What one pair of words costs under each training objective. Every output row that is touched is
 * multiplied three times: score o · v, blame error × o, update error × v.
 *
 * @typedef {'softmax' | 'hierarchical-softmax' | 'negative-sampling'} Objective
 */

/** @type {Objective[]} */
export const OBJECTIVES = ['softmax', 'hierarchical-softmax', 'negative-sampling'];

const PASSES = 3;

/** @param {number} rows of the output matrix @param {number} D */
export const multiplications = (rows, D) => PASSES * rows * D;

/**
 * Rows that are touched. @param {Objective} objective
 * @param {{V: number, K: number, depth: number}} sizes depth: nodes on the word's path
 */
export function rowsTouched(objective, { V, K, depth }) {
  if (objective === 'softmax') return V;
  return objective === 'negative-sampling' ? 1 + K : depth;
}

/** Counts in proportion to 1 / rank (Zipf). @param {number} V */
export const zipfCounts = (V) => Float64Array.from({ length: V }, (_, i) => 1 / (i + 1));

/**
 * How deep each word lies in its Huffman tree. Leaves and nodes are both made in order of their
 * counts, so the two smallest are always at the heads of two queues; of equal ones the node is
 * taken first, as in word2vec.c.
 * @param {ArrayLike<number>} counts falling
 * @returns {Int32Array} inner nodes between the root and each word, the root included
 */
export function huffmanDepths(counts) {
  const V = counts.length;
  if (V < 2) return new Int32Array(V);
  const weight = new Float64Array(2 * V - 1); // words, then nodes in the order they are made
  weight.set(counts);
  const parent = new Int32Array(2 * V - 1);
  let leaf = V - 1;
  let node = V;
  for (let made = V; made < weight.length; made++) {
    for (let child = 0; child < 2; child++) {
      const isLeaf = leaf >= 0 && (node >= made || weight[leaf] < weight[node]);
      const least = isLeaf ? leaf-- : node++;
      weight[made] += weight[least];
      parent[least] = made;
    }
  }
  const depth = new Int32Array(weight.length);
  for (let i = weight.length - 2; i >= V; i--) depth[i] = depth[parent[i]] + 1;
  for (let i = 0; i < V; i++) depth[i] = depth[parent[i]] + 1;
  return depth.slice(0, V);
}

/** The depth of the average word of a text. @param {ArrayLike<number>} counts falling */
export function meanDepth(counts) {
  const depths = huffmanDepths(counts);
  let [sum, all] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] * depths[i];
    all += counts[i];
  }
  return all > 0 ? sum / all : 0;
}

const SIZES = [258, 1000, 10_000, 100_000];

/**
 * Rows touched for vocabularies that grow, the mean over words that Zipf's law counts.
 * @param {number} K
 * @returns {{V: number, rows: Record<Objective, number>}[]}
 */
export function growth(K, sizes = SIZES) {
  return sizes.map((V) => {
    const depth = zipfDepth(V);
    const rows = OBJECTIVES.map((one) => [one, rowsTouched(one, { V, K, depth })]);
    return { V, rows: Object.fromEntries(rows) };
  });
}

/** @type {Map<number, number>} */
const known = new Map();

/** @param {number} V */
function zipfDepth(V) {
  const depth = known.get(V) ?? meanDepth(zipfCounts(V));
  known.set(V, depth);
  return depth;
}
