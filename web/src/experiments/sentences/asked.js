/**
 * What is asked of a training: one number that striking sentences may move. And its gradient at the
 * end of training, with which the first candidates are found.
 */
import { dot } from '../../plots/vectors.js';
import { add, lengthOf, rowOf, unit } from './vectors.js';

/**
 * @typedef {import('../../api/model.js').Model} Model
 *
 * @typedef {{kind: 'pair', words: string[]}} Pair cosine of two words
 * @typedef {{kind: 'analogy', words: string[]}} Analogy four words: the cosine of the fourth with
 *   second − first + third
 * @typedef {{kind: 'blank', words: string[], answer: string}} Blank ln P(answer) at the word _
 * @typedef {Pair | Analogy | Blank} Asked
 *
 * @typedef {object} Weights of a trained CBOW or Skip-gram
 * @property {Map<string, number>} ids
 * @property {number} dims
 * @property {Float32Array} input [V, D]
 * @property {Float32Array} output [V, D]
 * @property {Float64Array} noise [V] the share of each word among the negative samples
 *
 * @typedef {{input: Map<number, Float64Array>, output: Map<number, Float64Array>}} Gradient rows
 *   that are not zero
 */

/** The words without which there is no answer. @param {Asked} asked */
export const wordsOf = (asked) => [
  ...new Set(asked.kind === 'blank' ? [...contextOf(asked), asked.answer] : asked.words),
];

/** @param {Blank} asked */
const contextOf = ({ words }) => words.filter((word) => word !== '_');

/**
 * The number in a trained model; NaN if a word is no longer in its text.
 * @param {Model} model @param {Asked} asked
 */
export async function valueIn(model, asked) {
  try {
    if (asked.kind === 'pair') return await model.similarity(asked.words[0], asked.words[1]);
    const topn = model.info.vocabulary;
    if (asked.kind === 'blank') {
      const all = await model.predictMiddle(asked.words, { topn });
      const found = all.find(({ word }) => word === asked.answer);
      return found ? Math.log(found.probability) : Number.NaN;
    }
    const [a, b, c, d] = asked.words;
    const all = await model.mostSimilar({ positive: [b, c], negative: [a], topn });
    return all.find(({ word }) => word === d)?.similarity ?? Number.NaN;
  } catch (error) {
    if (error.code === 'UnknownWord') return Number.NaN;
    throw error;
  }
}

/**
 * ∂cos(u, v)/∂u = (v̂ − cos·û) / |u|
 * @param {ArrayLike<number>} u @param {ArrayLike<number>} v
 */
function cosineGradient(u, v) {
  const [a, b] = [unit(u), unit(v)];
  const gradient = Float64Array.from(b);
  add(gradient, a, -dot(a, b));
  const length = lengthOf(u) || 1;
  return gradient.map((x) => x / length);
}

/** Through the normalisation of v: (g − (g·v̂) v̂) / |v|. @param {Float64Array} g @param {ArrayLike<number>} v */
function throughUnit(g, v) {
  const direction = unit(v);
  const gradient = Float64Array.from(g);
  add(gradient, direction, -dot(g, direction));
  const length = lengthOf(v) || 1;
  return gradient.map((x) => x / length);
}

/** @param {Map<number, Float64Array>} rows @param {number} id @param {Float64Array} gradient */
function gather(rows, id, gradient, factor = 1) {
  const row = rows.get(id) ?? new Float64Array(gradient.length);
  add(row, gradient, factor);
  rows.set(id, row);
}

/**
 * The gradient of what is asked by the weights.
 * @param {Weights} weights @param {Asked} asked @returns {Gradient}
 */
export function gradientOf(weights, asked) {
  /** @type {Gradient} */
  const gradient = { input: new Map(), output: new Map() };
  const idOf = (/** @type {string} */ word) => /** @type {number} */ (weights.ids.get(word));
  const vector = (/** @type {number} */ id) => rowOf(weights.input, weights.dims, id);
  if (asked.kind === 'blank') return blankGradient(weights, asked, gradient);
  const ids = asked.words.map(idOf);
  const rows = ids.map(vector);
  if (asked.kind === 'pair') {
    gather(gradient.input, ids[0], cosineGradient(rows[0], rows[1]));
    gather(gradient.input, ids[1], cosineGradient(rows[1], rows[0]));
    return gradient;
  }
  // cos(u, d) with u = b̂ − â + ĉ
  const signs = [-1, 1, 1];
  const u = new Float64Array(weights.dims);
  for (const [i, sign] of signs.entries()) add(u, unit(rows[i]), sign);
  const byU = cosineGradient(u, rows[3]);
  for (const [i, sign] of signs.entries()) {
    gather(gradient.input, ids[i], throughUnit(byU, rows[i]), sign);
  }
  gather(gradient.input, ids[3], cosineGradient(rows[3], u));
  return gradient;
}

/**
 * CBOW under negative sampling: P(w) ∝ U(w) e^(o_w·h), h the mean of the context.
 * @param {Weights} weights @param {Blank} asked @param {Gradient} gradient
 */
function blankGradient({ ids, dims, input, output, noise }, asked, gradient) {
  const context = contextOf(asked).map((word) => /** @type {number} */ (ids.get(word)));
  const answer = /** @type {number} */ (ids.get(asked.answer));
  const h = new Float64Array(dims);
  for (const id of context) add(h, rowOf(input, dims, id), 1 / context.length);
  const scores = Float64Array.from(
    noise,
    (share, id) => Math.log(Math.max(share, 1e-30)) + dot(rowOf(output, dims, id), h),
  );
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((total, x) => total + Math.exp(x - most), 0);
  const byH = Float64Array.from(rowOf(output, dims, answer));
  scores.forEach((score, id) => {
    const p = Math.exp(score - most) / sum;
    add(byH, rowOf(output, dims, id), -p);
    gather(gradient.output, id, h, Number(id === answer) - p);
  });
  for (const id of context) gather(gradient.input, id, byH, 1 / context.length);
  return gradient;
}
