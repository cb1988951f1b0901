/**
 * Skip-gram's own prediction: which words stand beside a word. With the word's input vector v and
 * the output vectors o,
 *
 *   full softmax           P(w) = e^(o_w·v) / Σ_u e^(o_u·v)
 *   hierarchical softmax   P(w) = Π σ(±o_n·v) over the nodes n of the word's path
 *   negative sampling      σ(o_w·v) is a score; trained to its optimum, o_w·v = ln P(w) − ln(K U(w))
 *                          with noise U (Levy & Goldberg 2014, §3.1), hence P(w) ∝ U(w) e^(o_w·v)
 */

/**
 * @typedef {import('../../api/model.js').Model} Model
 *
 * @typedef {object} Beside
 * @property {string} word
 * @property {number} probability
 * @property {number | null} score σ(o·v), under negative sampling
 *
 * @typedef {{nodes: Int32Array, branches: Int32Array, offsets: Int32Array}} Tree each word's nodes
 *   from the root, and its branches
 */

const NEVER = 1e-30; // in place of 0, for words that never occurred
/** Numbers of one matrix; larger ones are not copied out of the engine again and again. */
const MOST = 25_000_000;

export const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

/** o · v for every row o. @param {Float32Array} rows @param {Float32Array} v */
export function scores(rows, v) {
  const D = v.length;
  const products = new Float64Array(rows.length / D);
  for (let row = 0; row < products.length; row++) {
    let sum = 0;
    for (let i = 0; i < D; i++) sum += rows[row * D + i] * v[i];
    products[row] = sum;
  }
  return products;
}

/** @param {Float64Array} logits */
export function softmax(logits) {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const p = logits.map((x) => Math.exp(x - most));
  const sum = p.reduce((a, b) => a + b, 0);
  return p.map((x) => x / sum);
}

/** P ∝ U e^f. @param {Float64Array} logits @param {number[]} counts @param {number} exponent of the noise: U ∝ count^exponent */
export function sampledChances(logits, counts, exponent) {
  return softmax(logits.map((f, w) => f + exponent * Math.log(Math.max(counts[w] ?? 0, NEVER))));
}

/** @param {Float64Array} logits of the nodes @param {Tree} tree */
export function treeChances(logits, { nodes, branches, offsets }) {
  const p = new Float64Array(offsets.length - 1).fill(1);
  for (let word = 0; word < p.length; word++) {
    for (let k = offsets[word]; k < offsets[word + 1]; k++) {
      const f = logits[nodes[k]];
      p[word] *= sigmoid(branches[k] ? -f : f);
    }
  }
  return p;
}

/** @param {Model} model @param {string} word */
async function chancesOf(model, word) {
  const v = await model.vector(word);
  const { objective, nsExponent = 0.75 } = model.options;
  if (objective === 'hierarchical-softmax') {
    const copy = await model.open(); // the vectors of the nodes, and the tree
    try {
      const logits = scores(await copy.weights('output.weight'), v);
      return { logits, p: treeChances(logits, await copy.tree()) };
    } finally {
      await copy.close();
    }
  }
  const logits = scores(await model.vectors({ matrix: 'output' }), v);
  if (objective === 'softmax') return { logits, p: softmax(logits) };
  const counts = (await model.vocabulary()).map(({ count }) => count);
  return { logits, p: sampledChances(logits, counts, nsExponent) };
}

/**
 * The words that are most probable beside a word.
 * @param {Model} model a Skip-gram @param {string} word @param {number} topn
 * @returns {Promise<Beside[] | null>} null: there are too many
 */
export async function wordsBeside(model, word, topn) {
  const { vocabulary, dimensions } = model.info;
  if (vocabulary * dimensions > MOST) return null;
  const { logits, p } = await chancesOf(model, word);
  const names = await model.vocabulary();
  const sampling = model.options.objective === 'negative-sampling';
  const order = Array.from(p.keys()).sort((a, b) => (p[b] || 0) - (p[a] || 0) || a - b);
  return order.slice(0, topn).map((id) => ({
    word: names[id].word,
    probability: p[id],
    score: sampling ? sigmoid(logits[id]) : null,
  }));
}
