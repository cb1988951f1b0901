/** What one step does to each layer: the length of its gradient and of its change. */
import { LAYER_OF, LEVELS } from './picture-net.js';

/**
 * @typedef {object} LayerStep
 * @property {Exclude<import('./picture-net.js').Level, 'image'>} level
 * @property {boolean} frozen
 * @property {number} rate factor of alpha
 * @property {number} gradient ‖∂loss/∂W‖ over all weights of the layer
 * @property {number} change ‖W after − W before‖
 * @property {number} passed ‖∂loss/∂x‖ of what the layer read: what passes to the layer below
 */

/** @param {Iterable<number>} numbers */
export function norm(numbers) {
  let sum = 0;
  for (const x of numbers) sum += x * x;
  return Math.sqrt(sum);
}

/** A network has about 60,000 weights: they are added up once. @type {WeakMap<import('./picture-net.js').PictureNet, LayerStep[]>} */
const known = new WeakMap();

/** From the head down to the first layer. @param {import('./picture-net.js').PictureNet} net @returns {LayerStep[]} */
export function layerSteps(net) {
  const steps = known.get(net) ?? computed(net);
  known.set(net, steps);
  return steps;
}

/** @param {import('./picture-net.js').PictureNet} net @returns {LayerStep[]} */
function computed(net) {
  return LEVELS.slice(1)
    .map((level, i) => {
      const above = /** @type {LayerStep['level']} */ (level);
      const { frozen, learningRate } = net.layer(above);
      const parts = ['weight', 'bias'].map((part) => net.weights(`${LAYER_OF[above]}.${part}`));
      const moved = (/** @type {import('./picture-net.js').Weights} */ { before, after }) =>
        Float64Array.from(after, (x, n) => x - before[n]);
      return {
        level: above,
        frozen,
        rate: learningRate,
        gradient: norm(parts.map(({ gradient }) => norm(gradient))),
        change: norm(parts.map((weights) => norm(moved(weights)))),
        passed: norm(net.backward(LEVELS[i])),
      };
    })
    .reverse();
}

/** The true class before the step and after it. @param {import('./picture-net.js').PictureNet} net */
export const truth = (net) => ({
  before: net.forward('probabilities')[net.target],
  after: net.forward('probabilities.after')[net.target],
  loss: net.trace.loss,
  lossAfter: net.trace.lossAfter,
});
