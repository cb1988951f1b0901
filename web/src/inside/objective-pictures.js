/**
 * Small drawings of what an objective touches: the Huffman tree with a word's path, and some rows
 * of the vocabulary.
 *
 * @typedef {{nodes: Int32Array, branches: Int32Array, offsets: Int32Array}} Tree each word's nodes
 *   from the root, and its branches
 * @typedef {{w: number, h: number}} Size
 */

const LEVELS = 9; // drawn, if the path is not longer
const NARROWEST = 2; // units; narrower branches are not drawn

/** The nodes of a word's path, and where it turns. @param {Tree} tree @param {number} word */
export function pathOf({ nodes, branches, offsets }, word) {
  const [from, to] = [offsets[word], offsets[word + 1]];
  return { nodes: nodes.subarray(from, to), turns: branches.subarray(from, to) };
}

/** @type {WeakMap<Tree, {children: Int32Array, leaves: Int32Array}>} */
const shapes = new WeakMap(); // a tree stays while the numbers are drawn again and again

/** @param {Tree} tree */
function shapeOf(tree) {
  const known = shapes.get(tree);
  if (known) return known;
  const children = childrenOf(tree);
  const shape = { children, leaves: leafCounts(children, tree.nodes[0] ?? -1) };
  shapes.set(tree, shape);
  return shape;
}

/**
 * The two children of each node: a node n ≥ 0, or −1 − word.
 * @param {Tree} tree
 */
function childrenOf(tree) {
  const words = tree.offsets.length - 1;
  const children = new Int32Array(2 * Math.max(0, words - 1));
  for (let word = 0; word < words; word++) {
    const { nodes, turns } = pathOf(tree, word);
    for (let k = 0; k < nodes.length; k++) {
      children[2 * nodes[k] + turns[k]] = k + 1 < nodes.length ? nodes[k + 1] : -1 - word;
    }
  }
  return children;
}

/**
 * The tree from its root, branch 0 to the left; words side by side. Subtrees too narrow to be seen
 * are left out, except on the path.
 * @param {Tree} tree @param {number} word @param {Size} size
 * @returns {{others: string, path: string, dots: [number, number][], end: [number, number]}}
 */
export function treePicture(tree, word, { w, h }) {
  const { children, leaves } = shapeOf(tree);
  const { nodes, turns } = pathOf(tree, word);
  const words = tree.offsets.length - 1;
  const step = h / Math.max(LEVELS, nodes.length);
  const unit = w / Math.max(1, words);
  let others = '';
  let path = '';
  /** @type {[number, number][]} */
  const dots = [];
  /** @type {[number, number]} */
  let end = [w / 2, 0];
  /** @type {{node: number, first: number, depth: number, lit: boolean}[]} */
  const open = nodes.length ? [{ node: nodes[0], first: 0, depth: 0, lit: true }] : [];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, first, depth, lit } = at;
    const [left, right] = [children[2 * node], children[2 * node + 1]];
    const split = first + sizeOf(leaves, left);
    const [x, y] = [split * unit, depth * step];
    if (lit) dots.push([x, y]);
    for (const [turn, child] of [left, right].entries()) {
      const size = sizeOf(leaves, child);
      const begin = turn ? split : first;
      const onPath = lit && turns[depth] === turn;
      if (!onPath && (size * unit < NARROWEST || depth + 1 >= LEVELS)) continue;
      const middle = child < 0 ? begin + 0.5 : begin + sizeOf(leaves, children[2 * child]);
      const line = `M${cut(x)} ${cut(y)}H${cut(middle * unit)}V${cut(y + step)}`;
      if (onPath) {
        path += line;
        end = [middle * unit, y + step];
      } else others += line;
      if (child >= 0) open.push({ node: child, first: begin, depth: depth + 1, lit: onPath });
    }
  }
  return { others, path, dots, end };
}

const cut = (/** @type {number} */ x) => Math.round(x * 10) / 10;

/** @param {Int32Array} leaves @param {number} child */
const sizeOf = (leaves, child) => (child < 0 ? 1 : leaves[child]);

/** Words below each node. @param {Int32Array} children @param {number} root */
function leafCounts(children, root) {
  const leaves = new Int32Array(children.length / 2);
  const order = root < 0 ? [] : [root]; // parents first
  for (let i = 0; i < order.length; i++) {
    for (const child of [children[2 * order[i]], children[2 * order[i] + 1]]) {
      if (child >= 0) order.push(child);
    }
  }
  for (const node of order.reverse()) {
    leaves[node] = sizeOf(leaves, children[2 * node]) + sizeOf(leaves, children[2 * node + 1]);
  }
  return leaves;
}

/**
 * Words of noise as they are drawn on average: at equal steps of the summed probabilities.
 * @param {ArrayLike<number>} noise the probability of each word @param {number} K @param {number} target
 */
export function typicalNoise(noise, K, target) {
  /** @type {number[]} */
  const drawn = [];
  let sum = 0;
  for (let word = 0; word < noise.length && drawn.length < K; word++) {
    sum += noise[word];
    if (word === target) continue;
    while (drawn.length < K && sum > (drawn.length + 0.5) / K) drawn.push(word);
  }
  return drawn;
}
