/** What the three objectives do with one pair of words: rows, costs, and the running one's chance. */
import { multiplications, OBJECTIVES, rowsTouched } from './costs.js';
import { pathOf, typicalNoise } from './objective-pictures.js';
import { chanceOf } from './word2vec-net.js';

/**
 * @typedef {import('./costs.js').Objective} Objective
 *
 * @typedef {object} Facts
 * @property {string} input a word; '' for the mean of several
 * @property {string} target the word to predict
 * @property {number} targetId
 * @property {string} running the model's objective
 * @property {number} V
 * @property {number} D
 * @property {number} K
 * @property {import('./objective-pictures.js').Tree} tree
 * @property {number[]} noise word ids, of the example's draw or typical ones
 * @property {Card[]} cards
 *
 * @typedef {object} Card
 * @property {Objective} objective
 * @property {number} rows of the output matrix that are touched
 * @property {number} cost multiplications
 * @property {number} share of the full softmax
 * @property {number | null} chance of the target; null: only a model of this objective has one
 */

/** @param {import('./word2vec-net.js').Word2vecNet} net @param {import('./machine.js').Outputs} outputs @returns {Facts} */
export function factsOf(net, { tree, noise, negative }) {
  const { objective: running, target, words, V, D } = net;
  const drawn = running === 'negative-sampling';
  const K = drawn ? net.rows.length - 1 : negative;
  const depth = pathOf(tree, target).nodes.length;
  return {
    input: net.averages ? '' : words[net.window[net.lane]],
    target: words[target],
    targetId: target,
    running,
    V,
    D,
    K,
    tree,
    noise: drawn ? net.rows.slice(1) : typicalNoise(noise, K, target),
    cards: OBJECTIVES.map((objective) => {
      const rows = rowsTouched(objective, { V, K, depth });
      return {
        objective,
        rows,
        cost: multiplications(rows, D),
        share: rows / V,
        chance: objective === running ? chanceOf(net.p, net) : null,
      };
    }),
  };
}
