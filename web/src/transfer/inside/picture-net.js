/**
 * A trace of one picture by names: the maps, the weights, and how one number came about. A number is
 * named by its layer and its place in the layer's list, channels last.
 *
 * @typedef {{height: number, width: number, channels: number}} Size
 * @typedef {'image' | 'conv1' | 'conv2' | 'hidden' | 'logits'} Level
 * @typedef {{level: Level, index: number}} Place
 *
 * @typedef {object} Weights a parameter before and after the step, with its gradient
 * @property {number} rows
 * @property {number} cols
 * @property {Float32Array} before
 * @property {Float32Array} after
 * @property {Float32Array} gradient
 *
 * @typedef {object} Channel what one map below adds to a number
 * @property {Float32Array} x the patch, row by row
 * @property {Float32Array} w the kernel
 * @property {number[]} products
 * @property {number} sum
 * @property {number[]} at where these weights are in their parameter
 *
 * @typedef {object} Opened
 * @property {Place} place
 * @property {number} channel the map, hidden unit or class
 * @property {number} y
 * @property {number} x
 * @property {number} height of the patch
 * @property {number} width
 * @property {Channel[]} channels
 * @property {Level} read the level below
 * @property {{y: number, x: number}} patch where the patch begins there
 * @property {number} bias
 * @property {number} sum products and bias, as the core has it
 * @property {{y: number, x: number, value: number}[]} candidates the four sums of which the largest
 *   goes on; none without pooling
 * @property {number} winner the place of the largest among them
 * @property {boolean} rectified whether a ReLU follows
 * @property {number} value
 * @property {number} gradient
 */

/** Levels from the picture to the scores, with the layer that computes each. */
export const LEVELS = /** @type {const} */ (['image', 'conv1', 'conv2', 'hidden', 'logits']);
/** @type {Record<Exclude<Level, 'image'>, string>} */
export const LAYER_OF = { conv1: 'conv1', conv2: 'conv2', hidden: 'hidden', logits: 'head' };
/** @type {Record<Exclude<Level, 'image'>, Level>} */
const BELOW = { conv1: 'image', conv2: 'conv1', hidden: 'conv2', logits: 'hidden' };

/** @typedef {import('../../api/types.js').ImageTrace} ImageTrace */

export class PictureNet {
  /**
   * @param {ImageTrace} trace @param {string[]} labels @param {string} label the true one
   * @param {import('../../api/types.js').Layer[]} layers @param {number} alpha of the step
   */
  constructor(trace, labels, label, layers, alpha) {
    this.trace = trace;
    this.labels = labels;
    this.target = labels.indexOf(label);
    this.layers = layers;
    this.alpha = alpha;
  }

  /** @param {string} name */
  forward(name) {
    return named(this.trace.forward, name).values;
  }

  /** @param {string} name */
  backward(name) {
    return named(this.trace.backward, name).values;
  }

  /** @param {string} name @returns {Size} */
  size(name) {
    const { trace } = this;
    const found = trace.sizes.find((one) => one.name === name);
    if (found) return found;
    return { height: 1, width: 1, channels: named(trace.forward, name).cols };
  }

  /** @param {string} name @returns {Weights} */
  weights(name) {
    const { rows, cols, before, after } = named(this.trace.changes, name);
    return { rows, cols, before, after, gradient: this.backward(name) };
  }

  /** The parameter that a number is computed with. @param {Place} place */
  weightName({ level }) {
    return `${LAYER_OF[/** @type {Exclude<Level, 'image'>} */ (level)]}.weight`;
  }

  /** The layer that computes a level. @param {Exclude<Level, 'image'>} level */
  layer(level) {
    const found = this.layers.find(({ name }) => name === LAYER_OF[level]);
    if (!found) throw new Error(`no layer for ${level}`);
    return found;
  }

  /** Where a number is on its map. @param {Place} place */
  where({ level, index }) {
    const { width, channels } = this.size(level);
    const channel = index % channels;
    const at = (index - channel) / channels;
    return { channel, y: Math.floor(at / width), x: at % width };
  }

  /** How a number came about; null for a pixel, which is given. @param {Place} place @returns {Opened | null} */
  open(place) {
    const { level, index } = place;
    if (level === 'image') return null;
    const { channel, y, x } = this.where(place);
    const pooled = level.startsWith('conv');
    const { candidates, winner } = pooled ? this.#pooled(level, channel, y, x) : NONE;
    const top = candidates[winner] ?? { y: 0, x: 0 };
    const name = LAYER_OF[level];
    const from = this.size(BELOW[level]);
    const { cols, before } = this.weights(`${name}.weight`);
    const side = pooled ? Math.round(Math.sqrt(cols / from.channels)) : 0;
    const flat = level === 'logits'; // the hidden numbers are one row, not so many maps
    const [height, width] = pooled ? [side, side] : flat ? [1, cols] : [from.height, from.width];
    const channels = flat ? 1 : from.channels;
    const input = this.forward(BELOW[level]);
    const inputWidth = flat ? cols : from.width;
    return {
      place,
      channel,
      y,
      x,
      height,
      width,
      read: BELOW[level],
      patch: { y: top.y, x: top.x },
      channels: Array.from({ length: channels }, (_, c) => {
        const cells = Array.from({ length: height * width }, (_, i) => i);
        const read = (/** @type {number} */ i) =>
          ((top.y + Math.floor(i / width)) * inputWidth + top.x + (i % width)) * channels + c;
        const at = cells.map((i) => channel * cols + i * channels + c);
        const xs = Float32Array.from(cells, (i) => input[read(i)]);
        const ws = Float32Array.from(at, (i) => before[i]);
        const products = cells.map((i) => xs[i] * ws[i]);
        return { x: xs, w: ws, products, sum: products.reduce((a, b) => a + b, 0), at };
      }),
      bias: this.weights(`${name}.bias`).before[channel],
      sum: pooled
        ? candidates[winner].value
        : this.forward(level === 'hidden' ? 'hidden.before' : level)[channel],
      candidates,
      winner,
      rectified: !flat,
      value: this.forward(level)[index],
      gradient: this.backward(level)[index],
    };
  }

  /** The four sums of the convolution, of which the first largest goes on. @param {string} level @param {number} channel @param {number} y @param {number} x */
  #pooled(level, channel, y, x) {
    const { width, channels } = this.size(`${level}.before`);
    const sums = this.forward(`${level}.before`);
    const candidates = [0, 1, 2, 3].map((n) => {
      const at = { y: 2 * y + (n >> 1), x: 2 * x + (n & 1) };
      return { ...at, value: sums[(at.y * width + at.x) * channels + channel] };
    });
    const winner = candidates.reduce((best, one, n) => {
      return one.value > candidates[best].value ? n : best;
    }, 0);
    return { candidates, winner };
  }
}

const NONE = { candidates: /** @type {Opened['candidates']} */ ([]), winner: 0 };

/** @template {{name: string}} T @param {T[]} list @param {string} name */
export function named(list, name) {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in the trace`);
  return found;
}
