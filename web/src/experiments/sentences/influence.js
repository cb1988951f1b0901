/**
 * How much each sentence pulled the answer up, to first order: the product of the answer's gradient
 * and the update that one more pass over the sentence would make at the end of training. It only
 * finds candidates; the verdict is a real training without them.
 *
 * Skip-gram, for a word c of the context and the centre w, the expected update over radius and noise:
 *   x_c += α P(|c − w| ≤ radius) [(1 − σ(x_c·o_w)) o_w − K Σ_n U(n) σ(x_c·o_n) o_n]
 *   o_w += α P(…) (1 − σ(x_c·o_w)) x_c
 * CBOW: x_c is replaced by h, the mean of the context, on the right; its noise is left out, because it
 * is nearly the same for every sentence.
 */
import { dot } from '../../plots/vectors.js';
import { add, rowOf, sigmoid } from './vectors.js';

/**
 * @typedef {import('./asked.js').Weights} Weights
 * @typedef {import('./asked.js').Gradient} Gradient
 * @typedef {{model: 'skip-gram' | 'cbow', window: number, negative: number}} Settings
 */

/** The chance that a word at this distance is in the window. */
const reach = (/** @type {number} */ distance, /** @type {number} */ window) =>
  Math.max(0, window - distance + 1) / window;

/**
 * @param {Weights} weights @param {Gradient} gradient @param {Settings} settings
 * @returns {(sentence: string[]) => number} the influence of a sentence
 */
export function influenceOf(weights, gradient, settings) {
  return settings.model === 'cbow'
    ? cbowInfluence(weights, gradient, settings)
    : skipGramInfluence(weights, gradient, settings);
}

/** @param {Weights} weights @param {string[]} sentence */
const idsOf = ({ ids }, sentence) =>
  sentence.flatMap((word) => {
    const id = ids.get(word);
    return id === undefined ? [] : [id];
  });

/** @param {Weights} weights @param {Gradient} gradient @param {Settings} settings */
function skipGramInfluence(weights, gradient, { window, negative }) {
  const { dims, input, output, noise } = weights;
  /** What the noise does to a word per pair: one number per row of the gradient. */
  const against = new Map(
    [...gradient.input].map(([id, slope]) => {
      const x = rowOf(input, dims, id);
      let sum = 0;
      noise.forEach((share, n) => {
        const o = rowOf(output, dims, n);
        sum += share * sigmoid(dot(x, o)) * dot(o, slope);
      });
      return [id, negative * sum];
    }),
  );
  return (/** @type {string[]} */ sentence) => {
    const words = idsOf(weights, sentence);
    let sum = 0;
    words.forEach((c, i) => {
      const slope = gradient.input.get(c);
      const x = rowOf(input, dims, c);
      words.forEach((w, j) => {
        const chance = i === j ? 0 : reach(Math.abs(i - j), window);
        const other = gradient.output.get(w);
        if (!chance || !(slope || other)) return;
        const o = rowOf(output, dims, w);
        const pull = 1 - sigmoid(dot(x, o));
        if (slope) sum += chance * (pull * dot(o, slope) - (against.get(c) ?? 0));
        if (other) sum += chance * pull * dot(x, other);
      });
    });
    return sum;
  };
}

/** @param {Weights} weights @param {Gradient} gradient @param {Settings} settings */
function cbowInfluence(weights, gradient, { window }) {
  const { dims, input, output } = weights;
  const mean = window + 1; // of context words: the divisor of the update
  return (/** @type {string[]} */ sentence) => {
    const words = idsOf(weights, sentence);
    let sum = 0;
    words.forEach((w, at) => {
      const other = gradient.output.get(w);
      const o = rowOf(output, dims, w);
      for (let radius = 1; radius <= window; radius++) {
        const context = words.filter((_, i) => i !== at && Math.abs(i - at) <= radius);
        if (!context.length) continue;
        const moved = context.filter((c) => gradient.input.has(c));
        if (!moved.length && !other) continue;
        const h = new Float64Array(dims);
        for (const c of context) add(h, rowOf(input, dims, c), 1 / context.length);
        const pull = (1 - sigmoid(dot(h, o))) / window;
        for (const c of moved)
          sum += (pull / mean) * dot(o, /** @type {Float64Array} */ (gradient.input.get(c)));
        if (other) sum += pull * dot(h, other);
      }
    });
    return sum;
  };
}

/** @param {ArrayLike<number>} counts @param {number} exponent */
export function noiseOf(counts, exponent = 0.75) {
  const weights = Float64Array.from(counts, (count) => count ** exponent);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
