/** How the gradients of an NNLM came about (nnlm-net.js has the names). */
import { products } from './arithmetic.js';
import { column, inputName } from './nnlm-net.js';

/**
 * @typedef {import('./nnlm-net.js').NnlmNet} NnlmNet
 * @typedef {import('./arithmetic.js').Equation} Equation
 * @typedef {import('./arithmetic.js').Part} Part
 */

/**
 * How a number's blame came about: the gradient of the loss.
 * @param {NnlmNet} net @param {import('./scene.js').Place} place @returns {Equation | null}
 */
export function backwardNnlm(net, place) {
  const { words, D, H, blame, target } = net;
  const wide = net.x.length;
  const { block } = place;
  const plain = { bias: null, squeeze: null, groups: [], goes: null, parts: [] };
  const sum = (
    /** @type {string} */ symbol,
    /** @type {number} */ value,
    /** @type {Part[]} */ parts,
  ) => /** @type {Equation} */ ({ ...plain, symbol, kind: 'sum', value, sum: value, parts });
  const product = (
    /** @type {string} */ symbol,
    /** @type {number} */ value,
    /** @type {{name: string, a: number, index?: number, b: number}} */ part,
  ) => ({
    ...sum(symbol, value, [{ ...part, value: part.a * part.b }]),
    kind: /** @type {const} */ ('product'),
  });
  switch (block) {
    case 'scores': {
      const k = place.row;
      const goal = k === target ? 1 : 0;
      const parts = [
        { name: '*p*', value: net.p[k] },
        { name: 'goal', value: -goal },
      ];
      return { ...sum(`*y*_${words[k]}_`, blame.y[k], parts), kind: 'difference' };
    }
    case 'h':
    case 'lying': {
      const i = block === 'h' ? place.row : place.col;
      const parts = products(blame.y, column(net.W2, i, H), (k) => ({ name: words[k] }));
      return sum(`*h*_${i + 1}_`, blame.h[i], parts);
    }
    case 'z': {
      const i = place.row;
      const part = { name: 'tanh′', a: blame.h[i], b: 1 - net.h[i] ** 2 };
      return product(`*z*_${i + 1}_`, blame.z[i], part);
    }
    case 'lookup': {
      const j = place.col;
      const parts = products(blame.z, column(net.W1, j, wide), (i) => ({
        name: '*z*',
        index: i + 1,
      }));
      if (net.W) {
        parts.push(...products(blame.y, column(net.W, j, wide), (k) => ({ name: words[k] })));
      }
      const { name, index } = inputName(net)(j);
      return sum(`${name}_${index}_`, blame.x[j], parts);
    }
    case 'Q': {
      const n = blame.Q?.of?.indexOf(place.row) ?? -1;
      if (!blame.Q || n < 0) return null;
      const parts = net.context.flatMap((id, at) =>
        id === place.row
          ? [{ name: words[id], index: at + 1, value: blame.x[at * D + place.col] }]
          : [],
      );
      return sum(`${words[place.row]}_${place.col + 1}_`, blame.Q.values[n * D + place.col], parts);
    }
    case 'W1': {
      const { name, index } = inputName(net)(place.col);
      const part = {
        name: `*z*_${place.row + 1}_ × ${name}`,
        index,
        a: blame.z[place.row],
        b: net.x[place.col],
      };
      return product(
        `*W*_1_ ${name}_${index}_ → *z*_${place.row + 1}_`,
        blame.W1[place.row * wide + place.col],
        part,
      );
    }
    case 'b1':
      return sum('*b*_1_', blame.b1[place.row], [
        { name: '*z*', index: place.row + 1, value: blame.z[place.row] },
      ]);
    case 'W2': {
      const part = {
        name: `${words[place.row]} × *h*`,
        index: place.col + 1,
        a: blame.y[place.row],
        b: net.h[place.col],
      };
      return product(
        `*W*_2_ *h*_${place.col + 1}_ → ${words[place.row]}`,
        blame.W2[place.row * H + place.col],
        part,
      );
    }
    default:
      return null;
  }
}
