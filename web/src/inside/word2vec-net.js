/**
 * CBOW's and Skip-gram's numbers: v is a row of Q or the mean of several, o a row of the output
 * matrix,   f = o · v,   p = σ(f) or softmax(f),   error = label − p.
 *
 * @typedef {ReturnType<typeof readWord2vec>} Word2vecNet
 * @typedef {import('./arithmetic.js').Equation} Equation
 */
import { products } from './arithmetic.js';
import { lossEquation, softmaxOf, valuesOf } from './nnlm-net.js';

const NONE = new Float32Array(0);

/**
 * @param {import('../worker/wasm').Trace} trace
 * @param {Map<string, Float32Array>} weights by the core's names
 * @param {{words: string[], alpha: number, model: string, objective: string, lane: number}} about
 *   lane: which of the window's words is the input (Skip-gram)
 */
export function readWord2vec(trace, weights, { words, alpha, model, objective, lane }) {
  const forward = (/** @type {string} */ name) => valuesOf(trace.forward, name) ?? NONE;
  const back = (/** @type {string} */ name) => valuesOf(trace.backward, name) ?? NONE;
  const input = trace.forward.find(({ name }) => name === 'input');
  const output = trace.forward.find(({ name }) => name === 'output');
  const window = [...(input?.of ?? [])];
  const D = input?.cols ?? 0;
  const N = output?.rows ?? 0;
  const averages = model === 'cbow';
  const at = averages ? 0 : Math.min(Math.max(0, lane), window.length - 1);
  const part = (/** @type {Float32Array} */ all, /** @type {number} */ size) =>
    all.subarray(at * size, (at + 1) * size);
  const Q = weights.get('input.weight') ?? NONE;
  const O = weights.get('output.weight') ?? NONE;
  const p = part(forward('probabilities'), N);
  const labels = forward('labels');
  return {
    words,
    alpha,
    averages,
    objective,
    window,
    lane: at,
    D,
    N,
    V: Q.length / Math.max(1, D),
    nodes: O.length / Math.max(1, D), // rows of the output matrix
    target: trace.sentence[trace.position],
    Q,
    O,
    rows: [...(output?.of ?? [])],
    inputs: forward('input'),
    outputs: forward('output'),
    v: averages ? forward('mean') : part(forward('input'), D),
    labels,
    f: part(forward('logits'), N),
    p,
    pAfter: part(forward('probabilities.after'), N),
    loss: lossOf(p, labels, objective),
    all: trace.loss,
    allAfter: trace.lossAfter,
    share: averages ? shareOf(back('logits'), p, labels) : 1,
    blame: {
      all: back('logits'), // [M, N]
      f: part(back('logits'), N),
      v: averages ? back('mean') : part(back('input'), D),
      inputs: back('input'),
      O: back('output'),
    },
    changes: new Map(trace.changes.map((change) => [change.name, change])),
  };
}

/** m/m̄: the weight of CBOW's window in its gradients. @param {Float32Array} df @param {Float32Array} p @param {Float32Array} labels */
function shareOf(df, p, labels) {
  let [above, below] = [0, 0];
  df.forEach((d, i) => {
    above += Math.abs(d);
    below += Math.abs(p[i] - labels[i]);
  });
  return below > 0 ? above / below : 1;
}

/** The loss of one input. @param {ArrayLike<number>} p @param {ArrayLike<number>} labels @param {string} objective */
export function lossOf(p, labels, objective) {
  let loss = 0;
  for (let i = 0; i < p.length; i++) {
    if (labels[i] === 1) loss -= Math.log(p[i]);
    else if (objective !== 'softmax') loss -= Math.log1p(-p[i]);
  }
  return loss;
}

/** The probability of the centre word: of the row with label 1; along the tree, of all right turns. @param {ArrayLike<number>} p @param {Word2vecNet} net */
export function chanceOf(p, { labels, objective }) {
  if (objective !== 'hierarchical-softmax') return p[labels.indexOf(1)];
  return Math.exp(-lossOf(p, labels, objective));
}

/** What the core calls the number at a place. @param {Word2vecNet} net @param {import('./scene.js').Place} place */
export function entryOf({ lane, averages, rows }, { block, row, col }) {
  const mean = { name: 'mean', row: 0, col };
  /** @type {Record<string, import('../worker/wasm').Entry>} */
  const entries = {
    Q: { name: 'input.weight', row, col },
    v: averages ? mean : { name: 'input', row: lane, col },
    dv: averages ? mean : { name: 'input', row: lane, col },
    stack: { name: 'input', row, col },
    O: { name: 'output.weight', row, col },
    matrix: { name: 'output.weight', row, col },
    f: { name: 'logits', row: lane, col: rows.indexOf(row) },
  };
  return entries[block] ?? null;
}

/** The name of a row of the output matrix. @param {Word2vecNet} net @param {(node: number) => string} node */
export const rowNames =
  ({ objective, words }, node) =>
  (/** @type {number} */ id) =>
    objective === 'hierarchical-softmax' ? node(id) : (words[id] ?? '');

export const PLAIN = { bias: null, squeeze: null, groups: [], goes: null, parts: [] };

/** @param {string} symbol @param {number} value @returns {Equation} */
const weight = (symbol, value) =>
  /** @type {Equation} */ ({ ...PLAIN, symbol, kind: 'weight', value, sum: value });

const row = (/** @type {Float32Array} */ m, /** @type {number} */ i, /** @type {number} */ n) =>
  m.subarray(i * n, (i + 1) * n);

const placeName = (/** @type {string} */ name) => (/** @type {number} */ i) => ({
  name,
  index: i + 1,
});

/**
 * @param {Word2vecNet} net @param {import('./scene.js').Place} place @param {(id: number) => string} nameOf
 * @returns {Equation}
 */
export function forwardWord2vec(net, place, nameOf) {
  const { D, words, window, rows } = net;
  const { block, col } = place;
  const intoProducts = (/** @type {number} */ i) => ({
    title: 'products',
    parts: rows.map((id, n) => ({
      name: nameOf(id),
      a: net.v[i],
      b: net.outputs[n * D + i],
      value: net.v[i] * net.outputs[n * D + i],
    })),
  });
  switch (block) {
    case 'x':
      return {
        ...weight('*x*', 0),
        symbol: `*x*_${place.row + 1}_`,
        value: window.includes(place.row) ? 1 : 0,
      };
    case 'Q':
      return weight(`${words[place.row]}_${col + 1}_`, net.Q[place.row * D + col]);
    case 'stack': {
      const value = net.inputs[place.row * D + col];
      const part = {
        name: '*v*',
        index: col + 1,
        a: value,
        b: 1 / window.length,
        value: value / window.length,
      };
      const found = weight(`${words[window[place.row]]}_${col + 1}_`, value);
      return { ...found, kind: 'copy', goes: { title: 'products', parts: [part] } };
    }
    case 'dv':
    case 'v': {
      const value = net.v[col];
      const goes = intoProducts(col);
      if (!net.averages) {
        return { ...weight(`*v*_${col + 1}_`, value), kind: 'copy', goes };
      }
      const parts = window.map((id, n) => ({
        name: words[id],
        index: col + 1,
        a: net.inputs[n * D + col],
        b: 1 / window.length,
        value: net.inputs[n * D + col] / window.length,
      }));
      return { ...PLAIN, symbol: `*v*_${col + 1}_`, kind: 'sum', value, parts, sum: value, goes };
    }
    case 'O':
    case 'matrix': {
      const value = net.O[place.row * D + col];
      const found = weight(`${nameOf(place.row)}_${col + 1}_`, value);
      if (!rows.includes(place.row)) return found;
      const part = { name: nameOf(place.row), a: net.v[col], b: value, value: net.v[col] * value };
      return { ...found, goes: { title: 'products', parts: [part] } };
    }
    case 'loss': {
      const parts = rows.flatMap((id, n) => {
        const goal = net.labels[n] === 1;
        if (!goal && net.objective === 'softmax') return [];
        const a = goal ? net.p[n] : 1 - net.p[n];
        const value = goal ? -Math.log(net.p[n]) : -Math.log1p(-net.p[n]);
        return [{ name: nameOf(id), a, value }];
      });
      return lossEquation(parts, net.loss);
    }
    case 'e': {
      const n = rows.indexOf(place.row);
      const value = net.labels[n] - net.p[n];
      const parts = [
        { name: 'goal', value: net.labels[n] },
        { name: net.objective === 'softmax' ? '*p*' : 'σ', value: -net.p[n] },
      ];
      const found = { ...PLAIN, symbol: `error_${nameOf(place.row)}_`, value, parts, sum: value };
      return { ...found, kind: 'difference' };
    }
    case 'f': {
      const n = rows.indexOf(place.row);
      const parts = products(row(net.outputs, n, D), net.v, placeName('*v*'));
      const symbol = `*o* · *v*_${nameOf(place.row)}_`;
      return { ...PLAIN, symbol, kind: 'sum', value: net.f[n], parts, sum: net.f[n] };
    }
    default: {
      const n = rows.indexOf(place.row);
      if (net.objective === 'softmax') return softmaxOf(net.f, net.p, n, (k) => nameOf(rows[k]));
      const parts = products(row(net.outputs, n, D), net.v, placeName('*v*'));
      const symbol = `σ_${nameOf(place.row)}_`;
      return {
        ...PLAIN,
        symbol,
        kind: 'sum',
        value: net.p[n],
        parts,
        sum: net.f[n],
        squeeze: 'sigmoid',
      };
    }
  }
}
