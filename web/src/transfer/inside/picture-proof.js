/**
 * The loss of a picture computed anew from the weights of its trace, in double precision and without
 * the core, with one number moved: what back-propagation's gradients are held against.
 */
import { named } from './picture-net.js';

/**
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {import('../../worker/wasm').Entry} Entry a number by the core's names
 * @typedef {{entry: Entry, by: number}} Move
 */

/** Numbers in double precision, with one of them moved. @param {string} name @param {ArrayLike<number>} values @param {number} cols @param {Move | null} move */
function moved(name, values, cols, move) {
  const all = Float64Array.from(values);
  if (move?.entry.name === name) all[move.entry.row * cols + move.entry.col] += move.by;
  return all;
}

/** @param {PictureNet} net @param {Move | null} [move] */
export function pictureLoss(net, move = null) {
  const parameter = (/** @type {string} */ name) => {
    const { cols, before } = net.weights(name);
    return { cols, values: moved(name, before, cols, move) };
  };
  const level = (/** @type {string} */ name, /** @type {ArrayLike<number>} */ values) =>
    moved(name, values, named(net.trace.forward, name).cols, move);

  let x = level('image', net.forward('image'));
  let from = net.size('image');
  for (const name of ['conv1', 'conv2']) {
    const before = level(`${name}.before`, convolved(net, name, x, from, parameter));
    const to = net.size(name);
    x = level(name, pooled(before, net.size(`${name}.before`), to));
    from = to;
  }
  const hidden = level('hidden.before', multiplied(x, 'hidden', parameter));
  x = level('hidden', hidden.map(relu));
  const logits = level('logits', multiplied(x, 'head', parameter));
  const most = Math.max(...logits);
  const sum = logits.reduce((all, score) => all + Math.exp(score - most), 0);
  return most + Math.log(sum) - logits[net.target];
}

const relu = (/** @type {number} */ x) => Math.max(0, x);

/** @typedef {(name: string) => {cols: number, values: Float64Array}} Parameters by name */

/** W x + b. @param {Float64Array} x @param {string} layer @param {Parameters} parameter */
function multiplied(x, layer, parameter) {
  const { cols, values } = parameter(`${layer}.weight`);
  return parameter(`${layer}.bias`).values.map((bias, row) => {
    let sum = bias;
    for (let i = 0; i < cols; i++) sum += values[row * cols + i] * x[i];
    return sum;
  });
}

/** W ∗ x + b, channels last. @param {PictureNet} net @param {string} name @param {Float64Array} x @param {import('./picture-net.js').Size} from @param {Parameters} parameter */
function convolved(net, name, x, from, parameter) {
  const { width, height, channels } = net.size(`${name}.before`);
  const { cols, values } = parameter(`${name}.weight`);
  const bias = parameter(`${name}.bias`).values;
  const side = Math.round(Math.sqrt(cols / from.channels));
  const line = side * from.channels; // of a patch: its pixels lie beside each other
  const sums = new Float64Array(width * height * channels);
  for (let at = 0; at < width * height; at++) {
    const corner = Math.floor(at / width) * from.width + (at % width);
    for (let c = 0; c < channels; c++) {
      let sum = bias[c];
      for (let y = 0; y < side; y++) {
        const read = (corner + y * from.width) * from.channels;
        const kernel = c * cols + y * line;
        for (let i = 0; i < line; i++) sum += values[kernel + i] * x[read + i];
      }
      sums[at * channels + c] = sum;
    }
  }
  return sums;
}

/** max of 2 × 2, then the ReLU. @param {Float64Array} sums @param {import('./picture-net.js').Size} from @param {import('./picture-net.js').Size} to */
function pooled(sums, from, { width, height, channels }) {
  const maxima = new Float64Array(width * height * channels);
  for (let i = 0; i < maxima.length; i++) {
    const [c, at] = [i % channels, Math.floor(i / channels)];
    const corner = 2 * Math.floor(at / width) * from.width + 2 * (at % width);
    const four = [0, 1, from.width, from.width + 1];
    maxima[i] = relu(Math.max(...four.map((step) => sums[(corner + step) * channels + c])));
  }
  return maxima;
}

/** The slope measured, and back-propagation's. @param {PictureNet} net @param {Entry} entry @param {number} epsilon @returns {import('../../worker/wasm').Proof} */
export function provePicture(net, entry, epsilon) {
  const { trace } = net;
  const { cols, values } = named(trace.backward, entry.name);
  const at = entry.row * cols + entry.col;
  const parameter = trace.changes.find(({ name }) => name === entry.name);
  const value = (parameter?.before ?? net.forward(entry.name))[at];
  const [lossAbove, lossBelow] = [epsilon, -epsilon].map((by) => pictureLoss(net, { entry, by }));
  return slopes({ value, epsilon, lossAbove, lossBelow, gradient: values[at] });
}

/** @param {Pick<import('../../worker/wasm').Proof, 'value' | 'epsilon' | 'lossAbove' | 'lossBelow' | 'gradient'>} of */
export function slopes(of) {
  const measured = (of.lossAbove - of.lossBelow) / (2 * of.epsilon);
  const most = Math.max(Math.abs(measured), Math.abs(of.gradient));
  return { ...of, measured, relativeError: most ? Math.abs(measured - of.gradient) / most : 0 };
}

/** The core's name for an opened number. @param {import('./picture-net.js').Opened} opened @param {PictureNet} net @returns {Entry} */
export function entryOf({ place: { level, index } }, net) {
  const { cols } = named(net.trace.forward, level);
  return { name: level, row: Math.floor(index / cols), col: index % cols };
}

/** The ten weights of an opened number with the largest gradients. @param {PictureNet} net @param {import('./picture-net.js').Opened} opened @returns {Entry[]} */
export function strongestWeights(net, { place, channel }) {
  const name = net.weightName(place);
  const { cols, gradient } = net.weights(name);
  const size = (/** @type {number} */ col) => Math.abs(gradient[channel * cols + col]);
  const order = Array.from({ length: cols }, (_, col) => col).sort((a, b) => size(b) - size(a));
  return order.slice(0, 10).map((col) => ({ name, row: channel, col }));
}
