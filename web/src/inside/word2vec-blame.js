/** How the gradients of CBOW and Skip-gram came about (word2vec-net.js has the names). */
import { PLAIN } from './word2vec-net.js';

/**
 * @typedef {import('./word2vec-net.js').Word2vecNet} Word2vecNet
 * @typedef {import('./arithmetic.js').Equation} Equation
 */

/**
 * @param {Word2vecNet} net @param {import('./scene.js').Place} place @param {(id: number) => string} nameOf
 * @returns {Equation | null}
 */
export function backwardWord2vec(net, place, nameOf) {
  const { D, rows, blame, words, window, share } = net;
  const { block, col } = place;
  const sum = (
    /** @type {string} */ symbol,
    /** @type {number} */ value,
    /** @type {import('./arithmetic.js').Part[]} */ parts,
  ) => /** @type {Equation} */ ({ ...PLAIN, symbol, kind: 'sum', value, sum: value, parts });
  switch (block) {
    case 'f':
    case 'e': {
      const n = rows.indexOf(place.row);
      const parts = [
        {
          name: net.objective === 'softmax' ? '*p*' : 'σ',
          a: net.p[n],
          b: share,
          value: net.p[n] * share,
        },
        { name: 'goal', a: -net.labels[n], b: share, value: -net.labels[n] * share },
      ];
      return { ...sum(`*o* · *v*_${nameOf(place.row)}_`, blame.f[n], parts), kind: 'difference' };
    }
    case 'dv':
    case 'v':
      return sum(
        `*v*_${col + 1}_`,
        blame.v[col],
        rows.map((id, n) => ({
          name: nameOf(id),
          a: blame.f[n],
          b: net.outputs[n * D + col],
          value: blame.f[n] * net.outputs[n * D + col],
        })),
      );
    case 'stack':
      return sum(`${words[window[place.row]]}_${col + 1}_`, blame.inputs[place.row * D + col], [
        {
          name: '*v*',
          index: col + 1,
          a: blame.v[col],
          b: 1 / window.length,
          value: blame.v[col] / window.length,
        },
      ]);
    case 'Q': {
      if (!window.includes(place.row)) return null;
      const parts = window.flatMap((id, n) =>
        id === place.row
          ? [{ name: words[id], index: n + 1, value: blame.inputs[n * D + col] }]
          : [],
      );
      return sum(
        `${words[place.row]}_${col + 1}_`,
        parts.reduce((all, p) => all + p.value, 0),
        parts,
      );
    }
    case 'O':
    case 'matrix': {
      const n = rows.indexOf(place.row);
      if (n < 0) return null;
      const inputs = net.averages ? net.v : net.inputs; // Skip-gram: each word of the window once
      const count = inputs.length / D;
      const parts = Array.from({ length: count }, (_, m) => {
        const [a, b] = [blame.all[m * rows.length + n], inputs[m * D + col]];
        return {
          name: net.averages ? '*v*' : words[window[m]],
          index: col + 1,
          a,
          b,
          value: a * b,
        };
      });
      return sum(`${nameOf(place.row)}_${col + 1}_`, blame.O[n * D + col], parts);
    }
    default:
      return null;
  }
}
