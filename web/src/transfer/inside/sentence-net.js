/**
 * A trace of one sentence in a classifier, by names: m is the mean of the words' vectors, or the mix
 * of an ELMo's layers;   score = W m + b,   p = softmax(score).
 *
 * @typedef {import('../../api/types.js').SentenceTrace} SentenceTrace
 * @typedef {import('../../worker/wasm').Entry} Entry
 * @typedef {'rows' | 'read' | 'weights' | 'scores'} Level of what is drawn: the words' vectors or the
 *   layers' means; m; W; the scores
 * @typedef {{block: string, row: number, col: number}} Place
 */
import { t } from '../../i18n/index.js';
import { slopes } from './picture-proof.js';
import { norm } from './step-facts.js';

/** @param {{name: string}[]} list @param {string} name */
const has = (list, name) => list.some((one) => one.name === name);

/** @template {{name: string}} T @param {T[]} list @param {string} name */
function named(list, name) {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in the trace`);
  return found;
}

export class SentenceNet {
  /**
   * @param {SentenceTrace} trace @param {string[]} labels @param {string} label the true one
   * @param {import('../../api/types.js').Layer[]} layers
   */
  constructor(trace, labels, label, layers) {
    this.trace = trace;
    this.labels = labels;
    this.target = labels.indexOf(label);
    this.layers = layers;
    /** Whether it mixes the layers of an ELMo. */
    this.mixes = has(trace.forward, 'mix');
    /** The core's names of what is drawn. @type {Record<Level, string>} */
    this.names = {
      rows: this.mixes ? 'means' : 'vectors',
      read: this.mixes ? 'mix' : 'mean',
      weights: 'head.weight',
      scores: 'logits',
    };
    const { rows, cols, values } = named(trace.forward, this.names.rows);
    this.rows = rows;
    this.D = cols;
    this.vectors = values;
    /** What each row counts for. @type {number[]} */
    this.shares = this.mixes
      ? Array.from(this.forward('mix.shares'))
      : new Array(rows).fill(1 / rows);
    this.read = this.forward(this.names.read);
    this.W = named(trace.changes, 'head.weight').before;
    this.bias = named(trace.changes, 'head.bias').before;
    this.scores = this.forward('logits');
    this.p = this.forward('probabilities');
    this.pAfter = this.forward('probabilities.after');
    this.blame = named(trace.backward, 'logits').values;
  }

  /** @param {string} name */
  forward(name) {
    return named(this.trace.forward, name).values;
  }

  /** What a row is: a word, or a layer. @param {number} row */
  rowName(row) {
    return this.mixes ? t('inside.elmo.layer', { layer: row }) : (this.trace.words[row] ?? '');
  }

  /** What each row adds to the score of a class. @param {number} label @returns {number[]} */
  adds(label) {
    const { D, W, vectors, shares } = this;
    return shares.map((share, row) => {
      let sum = 0;
      for (let i = 0; i < D; i++) sum += W[label * D + i] * vectors[row * D + i];
      return share * sum;
    });
  }

  /** The core's name for a place. @param {Place} place @returns {Entry} */
  entry({ block, row, col }) {
    const [level] = block.split('-');
    const name = this.names[/** @type {Level} */ (level)];
    return { name, row: level === 'read' || level === 'scores' ? 0 : row, col };
  }

  /** How a number came about. @param {Place} place @returns {import('../../inside/arithmetic.js').Equation} */
  open({ block, row, col }) {
    const { D, W, vectors, shares, read, bias, scores, labels } = this;
    const plain = { parts: [], bias: null, squeeze: null, groups: [], goes: null };
    const [level] = block.split('-');
    if (level === 'rows') {
      const value = vectors[row * D + col];
      return {
        ...plain,
        symbol: `${this.rowName(row)}_${col + 1}_`,
        kind: 'weight',
        value,
        sum: value,
      };
    }
    if (level === 'weights') {
      const value = W[row * D + col];
      return {
        ...plain,
        symbol: `*W*_${labels[row]}, ${col + 1}_`,
        kind: 'weight',
        value,
        sum: value,
      };
    }
    if (level === 'read') {
      const parts = shares.map((a, n) => {
        const b = vectors[n * D + col];
        return { name: this.rowName(n), index: col + 1, a, b, value: a * b };
      });
      const value = read[col];
      return { ...plain, symbol: `*m*_${col + 1}_`, kind: 'sum', value, parts, sum: value };
    }
    const parts = Array.from(read, (b, i) => {
      const a = W[col * D + i];
      return { name: '*m*', index: i + 1, a, b, value: a * b };
    });
    const value = scores[col];
    const own = { name: '*b*', value: bias[col] };
    const symbol = t('transfer.inside.text.scoreOf', { label: labels[col] });
    return { ...plain, symbol, kind: 'sum', value, parts, bias: own, sum: value };
  }

  /** The slope measured by the equations above, in double precision. @param {Entry} entry @param {number} epsilon */
  prove(entry, epsilon) {
    const { backward, forward, changes } = this.trace;
    const { cols, values } = named(backward, entry.name);
    const at = entry.row * cols + entry.col;
    const from = has(changes, entry.name)
      ? named(changes, entry.name).before
      : named(forward, entry.name).values;
    const [lossAbove, lossBelow] = [epsilon, -epsilon].map((by) => this.loss({ entry, by }));
    return slopes({ value: from[at], epsilon, lossAbove, lossBelow, gradient: values[at] });
  }

  /** The loss, with one number moved. @param {{entry: Entry, by: number} | null} [move] */
  loss(move = null) {
    const { D, names, labels, target } = this;
    const moved = (/** @type {string} */ name, /** @type {ArrayLike<number>} */ values) => {
      const all = Float64Array.from(values);
      if (move?.entry.name !== name) return all;
      const width = name === 'logits' ? labels.length : D;
      all[move.entry.row * width + move.entry.col] += move.by;
      return all;
    };
    const rows = moved(names.rows, this.vectors);
    const read = new Float64Array(D);
    this.shares.forEach((share, n) => {
      for (let i = 0; i < D; i++) read[i] += share * rows[n * D + i];
    });
    const m = moved(names.read, read);
    const W = moved('head.weight', this.W);
    const scores = moved(
      'logits',
      Array.from(this.bias, (b, c) => m.reduce((sum, x, i) => sum + W[c * D + i] * x, b)),
    );
    const most = Math.max(...scores);
    const sum = scores.reduce((all, score) => all + Math.exp(score - most), 0);
    return most + Math.log(sum) - scores[target];
  }

  /** What one step does to each layer, the head first. */
  steps() {
    const { changes, backward } = this.trace;
    return this.layers.toReversed().map(({ name, frozen }) => {
      const lowest = name === this.layers[0].name;
      const own = changes.filter((one) => layerOf(one.name) === (lowest ? '' : name));
      const gradients = own.map((change) => norm(named(backward, change.name).values));
      const moves = own.map(({ before, after }) => norm(after.map((x, i) => x - before[i])));
      return { name, frozen, gradient: norm(gradients), change: norm(moves) };
    });
  }
}

/** The layer of a parameter, by its name; '' for the lowest. @param {string} name */
export function layerOf(name) {
  if (/^(head|mix)\./.test(name)) return 'head';
  return /\.(lstm\d+)\./.exec(name)?.[1] ?? '';
}
