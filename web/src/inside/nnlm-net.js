/**
 * An NNLM's numbers by the article's names, from a trace and the weights:
 *   x = rows of Q     z = W₁ x + b₁     h = tanh z     y = W₂ h + b₂ (+ W x)     p = softmax y
 *
 * @typedef {import('../worker/wasm').Trace} Trace
 * @typedef {ReturnType<typeof readNnlm>} NnlmNet
 * @typedef {import('./arithmetic.js').Equation} Equation
 * @typedef {import('./arithmetic.js').Part} Part
 */
import { t } from '../i18n/index.js';
import { byName, products } from './arithmetic.js';
import { likeliest } from './scene.js';

/** @param {{name: string, values: Float32Array}[]} list @param {string} name */
export const valuesOf = (list, name) => list.find((one) => one.name === name)?.values;

const NONE = new Float32Array(0);

/**
 * @param {Trace} trace
 * @param {Map<string, Float32Array>} weights by the core's names
 * @param {{words: string[], alpha: number, target: number}} about words by id, with the two
 *   boundaries of a sentence at the end; the id of the word that came
 */
export function readNnlm(trace, weights, { words, alpha, target }) {
  const forward = (/** @type {string} */ name) => valuesOf(trace.forward, name) ?? NONE;
  const back = (/** @type {string} */ name) => valuesOf(trace.backward, name) ?? NONE;
  const lookup = trace.forward.find(({ name }) => name === 'lookup');
  const context = [...(lookup?.of ?? [])];
  const D = lookup?.cols ?? 0;
  const b1 = weights.get('hidden.bias') ?? NONE;
  const b2 = weights.get('output.bias') ?? NONE;
  return {
    words,
    alpha,
    context, // [c] word ids
    target,
    D,
    H: b1.length,
    V: b2.length,
    Q: weights.get('embedding.weight') ?? NONE,
    W1: weights.get('hidden.weight') ?? NONE,
    b1,
    W2: weights.get('output.weight') ?? NONE,
    b2,
    W: weights.get('direct.weight') ?? null,
    x: lookup?.values ?? NONE,
    z: forward('hidden.before'),
    h: forward('hidden'),
    y: forward('logits'),
    p: forward('probabilities'),
    pAfter: forward('probabilities.after'),
    loss: trace.loss,
    lossAfter: trace.lossAfter,
    blame: {
      x: back('lookup'),
      z: back('hidden.before'),
      h: back('hidden'),
      y: back('logits'),
      W1: back('hidden.weight'),
      b1: back('hidden.bias'),
      W2: back('output.weight'),
      b2: back('output.bias'),
      Q: trace.backward.find(({ name }) => name === 'embedding.weight'),
    },
    changes: new Map(trace.changes.map((change) => [change.name, change])),
  };
}

/** What the core calls the number at a place; null for one that it does not know. @param {NnlmNet} net @param {import('./scene.js').Place} place */
export function entryOf({ D }, { block, row, col }) {
  /** @type {Record<string, import('../worker/wasm').Entry>} */
  const entries = {
    Q: { name: 'embedding.weight', row, col },
    lookup: { name: 'lookup', row: Math.floor(col / D), col: col % D },
    W1: { name: 'hidden.weight', row, col },
    b1: { name: 'hidden.bias', row: 0, col: row },
    z: { name: 'hidden.before', row: 0, col: row },
    h: { name: 'hidden', row: 0, col: row },
    lying: { name: 'hidden', row: 0, col },
    W2: { name: 'output.weight', row, col },
    scores: { name: 'logits', row: 0, col: row },
  };
  return entries[block] ?? null;
}

/** Names of the inputs: the word of the place, and which of its numbers. @param {NnlmNet} net */
export const inputName =
  ({ words, context, D }) =>
  (/** @type {number} */ j) => ({
    name: words[context[Math.floor(j / D)]] ?? '',
    index: (j % D) + 1,
  });

export const row = (
  /** @type {Float32Array} */ m,
  /** @type {number} */ i,
  /** @type {number} */ n,
) => m.subarray(i * n, (i + 1) * n);

export const column = (
  /** @type {Float32Array} */ m,
  /** @type {number} */ j,
  /** @type {number} */ n,
) => Float32Array.from({ length: m.length / n }, (_, i) => m[i * n + j]);

const hiddenName = (/** @type {number} */ i) => ({ name: 'h', index: i + 1 });

/**
 * How a number came about on the way forward.
 * @param {NnlmNet} net @param {import('./scene.js').Place} place @returns {Equation}
 */
export function forwardNnlm(net, place) {
  const { words, context, D, H, V } = net;
  const { block } = place;
  const wide = net.x.length;
  const plain = { bias: null, squeeze: null, groups: [], goes: null, parts: [] };
  const mixed = (/** @type {number} */ i) => {
    const parts = products(row(net.W1, i, wide), net.x, inputName(net));
    const bias = { name: '*b*_1_', value: net.b1[i] };
    return { ...plain, parts, bias, sum: net.z[i], groups: byName(parts) };
  };
  const intoScores = (/** @type {number} */ i) => {
    const parts = likeliest(net.p, net.target, 3).map((k) => ({
      name: words[k],
      a: net.h[i],
      b: net.W2[k * H + i],
      value: net.h[i] * net.W2[k * H + i],
    }));
    return { title: 'scores', parts, more: V - parts.length };
  };
  const intoHidden = (/** @type {number} */ j) => {
    const parts = products(column(net.W1, j, wide), new Float32Array(H).fill(net.x[j]), (i) => ({
      name: '*z*',
      index: i + 1,
    }));
    return { title: 'hidden', parts };
  };
  const weight = (/** @type {string} */ symbol, /** @type {number} */ value) =>
    /** @type {Equation} */ ({ ...plain, symbol, kind: 'weight', value, sum: value });
  switch (block) {
    case 'x': {
      const value = context[place.col] === place.row ? 1 : 0;
      return { ...weight('*x*', value), symbol: `*x*_${place.row + 1}_` };
    }
    case 'Q': {
      const at = context.indexOf(place.row);
      const value = net.Q[place.row * D + place.col];
      const found = weight(`${words[place.row]}_${place.col + 1}_`, value);
      return at < 0 ? found : { ...found, goes: intoHidden(at * D + place.col) };
    }
    case 'lookup': {
      const { name, index } = inputName(net)(place.col);
      const id = context[Math.floor(place.col / D)];
      const value = net.x[place.col];
      const parts = products(
        column(net.Q, place.col % D, D),
        Float32Array.from({ length: V }, (_, k) => (k === id ? 1 : 0)),
        (k) => ({ name: words[k] }),
      );
      return {
        ...plain,
        symbol: `${name}_${index}_`,
        kind: 'copy',
        value,
        parts,
        sum: value,
        goes: intoHidden(place.col),
      };
    }
    case 'W1': {
      const { name, index } = inputName(net)(place.col);
      const value = net.W1[place.row * wide + place.col];
      const into = { name: '*z*', index: place.row + 1, a: net.x[place.col], b: value };
      return {
        ...weight(`*W*_1_ ${name}_${index}_ → *z*_${place.row + 1}_`, value),
        goes: { title: 'hidden', parts: [{ ...into, value: value * net.x[place.col] }] },
      };
    }
    case 'b1':
      return weight(`*b*_1_ → *z*_${place.row + 1}_`, net.b1[place.row]);
    case 'z':
      return {
        ...mixed(place.row),
        symbol: `*z*_${place.row + 1}_`,
        kind: 'sum',
        value: net.z[place.row],
      };
    case 'h':
    case 'lying': {
      const i = block === 'h' ? place.row : place.col;
      return {
        ...mixed(i),
        symbol: `*h*_${i + 1}_`,
        kind: 'sum',
        value: net.h[i],
        squeeze: 'tanh',
        goes: intoScores(i),
      };
    }
    case 'W2': {
      const value = net.W2[place.row * H + place.col];
      const into = { name: words[place.row], a: net.h[place.col], b: value };
      return {
        ...weight(`*W*_2_ *h*_${place.col + 1}_ → ${words[place.row]}`, value),
        goes: { title: 'scores', parts: [{ ...into, value: value * net.h[place.col] }] },
      };
    }
    case 'scores': {
      const k = place.row;
      const parts = products(row(net.W2, k, H), net.h, hiddenName);
      if (net.W) parts.push(...products(row(net.W, k, wide), net.x, inputName(net)));
      const bias = { name: '*b*_2_', value: net.b2[k] };
      const symbol = `*y*_${words[k]}_`;
      return { ...plain, symbol, kind: 'sum', value: net.y[k], parts, bias, sum: net.y[k] };
    }
    case 'loss':
      return lossEquation(
        [{ name: `*p*_${words[net.target]}_`, a: net.p[net.target], value: net.loss }],
        net.loss,
      );
    default:
      return softmaxOf(net.y, net.p, place.row, (k) => words[k]);
  }
}

/** −ln of each probability that there should be more of, added up. @param {Part[]} parts @param {number} loss @returns {Equation} */
export const lossEquation = (parts, loss) => ({
  symbol: t('inside.loss'),
  kind: 'log',
  value: loss,
  parts,
  bias: null,
  sum: loss,
  squeeze: null,
  groups: [],
  goes: null,
});

/**
 * A probability: e^y over the sum of all of them. Taken off beforehand is the largest score, so
 * that no power is too large; the result is the same.
 * @param {ArrayLike<number>} y @param {ArrayLike<number>} p @param {number} k
 * @param {(k: number) => string} name @returns {Equation}
 */
export function softmaxOf(y, p, k, name) {
  const most = Array.from(y).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(y, (score) => Math.exp(score - most));
  const parts = powers.map((value, i) => ({ name: name(i), a: y[i] - most, value }));
  const sum = powers.reduce((a, b) => a + b, 0);
  return {
    symbol: `*p*_${name(k)}_`,
    kind: 'softmax',
    value: p[k],
    parts,
    bias: null,
    sum,
    squeeze: null,
    groups: [],
    goes: { title: 'power', parts: [{ name: name(k), a: powers[k], b: sum, value: p[k] }] },
  };
}
