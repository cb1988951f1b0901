/** How each number of an ELMo came about, its gradient, and the core's name for it. */
import { t } from '../i18n/index.js';
import { products } from './arithmetic.js';
import {
  cellOf,
  columnOf,
  before as earlier,
  laneOf,
  READERS,
  slotOf,
  spotOf,
  stepOf,
  wordAt,
} from './elmo-net.js';
import { softmaxOf } from './nnlm-net.js';

/**
 * @typedef {import('./arithmetic.js').Equation} Equation
 * @typedef {import('./arithmetic.js').Part} Part
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./elmo-net.js').ElmoNet} ElmoNet
 * @typedef {import('./elmo-net.js').Spot} Spot
 */

/** Columns of the kernel by gate, and what a name stands for in a formula. */
const GATES = ['write', 'candidate', 'keep', 'show'];
const FORGET_BIAS = 1; // nn/lstm.h

/** What readers call a gate. @param {string} gate */
const gateName = (gate) => t(`inside.elmo.gate.${GATES.indexOf(gate)}`);

const PLAIN = { bias: null, squeeze: null, groups: [], goes: null, parts: [] };

/** A sum of parts. @param {string} symbol @param {number} value @param {Part[]} parts @returns {Equation} */
const summed = (symbol, value, parts) => ({
  ...PLAIN,
  symbol,
  kind: 'sum',
  value,
  sum: value,
  parts,
});

/** @param {string} symbol @param {number} value @returns {Equation} */
const alone = (symbol, value) => ({ ...PLAIN, symbol, kind: 'weight', value, sum: value });

/** @param {ElmoNet} net @param {Place} place @returns {Equation} */
export function forwardElmo(net, place) {
  const guess = guessOf(net, place);
  if (guess) return guessed(net, guess);
  const spot = spotOf(net, place);
  if (!spot) return tokenOf(net, place);
  if (GATES.includes(spot.what)) return gateOf(net, spot);
  if (spot.what === 'gates') return gateOf(net, { ...spot, what: gateAt(net, spot, place) });
  return spot.what === 'cell' ? memoryOf(net, spot) : shownOf(net, spot);
}

/** Which of the four a column of the gates belongs to. @param {ElmoNet} net @param {Spot} spot @param {Place} place */
const gateAt = ({ C }, { slot }, { col }) => GATES[Math.floor((col - slot * 4 * C) / C)];

/** @param {ElmoNet} net @param {Place} place */
function tokenOf(net, { col }) {
  const { D } = net;
  const [column, i] = [Math.floor(col / D), col % D];
  const reader = column < net.steps ? 'f' : 'b';
  const value = net[reader].tokens[slotOf(net, reader, column) * D + i];
  return alone(`${wordAt(net, column)}_${i + 1}_`, value);
}

/** @param {ElmoNet} net @param {Spot} spot */
function memoryOf(net, spot) {
  const { before, keep, write, candidate, after, kept, written } = cellOf(net, spot);
  const parts = [
    { name: gateName('keep'), a: keep, b: before, value: kept },
    { name: gateName('write'), a: write, b: candidate, value: written },
  ];
  return { ...summed(`*c*_${spot.cell + 1}_`, after, parts), sum: kept + written };
}

/** Without a projection show × tanh(memory); with one, a sum over all cells. @param {ElmoNet} net @param {Spot} spot */
function shownOf(net, spot) {
  const { reader, layer, slot, cell } = spot;
  const lane = laneOf(net, reader, layer);
  const symbol = `*h*_${cell + 1}_`;
  if (!lane?.unprojected) {
    const { show, after, shown } = cellOf(net, spot);
    const squashed = Math.tanh(after);
    const part = { name: gateName('show'), a: show, b: squashed, value: show * squashed };
    return { ...summed(symbol, shown, [part]), kind: /** @type {const} */ ('product') };
  }
  const { C } = net;
  const P = net.weights.get(`${net[reader].long}lstm${layer}.projection`) ?? [];
  const H = P.length / C;
  const parts = products(
    Float32Array.from({ length: C }, (_, i) => P[i * H + cell]),
    lane.unprojected.subarray(slot * C, (slot + 1) * C),
    (i) => ({ name: '*m*', index: i + 1 }),
  );
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return { ...summed(symbol, lane.hidden[slot * H + cell], parts), sum };
}

/** A gate, or the candidate: inputs and what was shown before, weighed. @param {ElmoNet} net @param {Spot} spot @returns {Equation} */
function gateOf(net, { reader, layer, slot, cell, what }) {
  const { C, D } = net;
  const { long, tokens, layers } = net[reader];
  const lane = layers[layer - 1];
  const name = `${long}lstm${layer}`;
  const kernel = net.weights.get(`${name}.kernel`) ?? new Float32Array(0);
  const column = GATES.indexOf(what) * C + cell;
  const rows = kernel.length / (4 * C);
  const H = lane.hidden.length / net.steps;
  const inputs = new Float32Array(rows);
  const below = layer === 1 ? tokens : layers[layer - 2].out;
  const wide = layer === 1 ? D : rows - H;
  inputs.set(below.subarray(slot * wide, (slot + 1) * wide));
  const past = earlier(net, reader, slot);
  if (past >= 0) inputs.set(lane.hidden.subarray(past * H, (past + 1) * H), wide);
  const weights = Float32Array.from({ length: rows }, (_, i) => kernel[i * 4 * C + column]);
  const word = layer === 1 ? wordAt(net, columnOf(reader, slot)) : '*x*';
  const parts = products(weights, inputs, (i) =>
    i < wide ? { name: word, index: i + 1 } : { name: '*h*', index: i - wide + 1 },
  );
  const shift = what === 'keep' ? FORGET_BIAS : 0;
  const bias = (net.weights.get(`${name}.bias`)?.[column] ?? 0) + shift;
  const values = /** @type {Record<string, Float32Array>} */ (/** @type {unknown} */ (lane))[what];
  return {
    ...PLAIN,
    symbol: `${gateName(what)}_${cell + 1}_`,
    kind: 'sum',
    value: values[slot * C + cell],
    parts,
    bias: { name: shift ? '*b* + 1' : '*b*', value: bias },
    sum: parts.reduce((all, { value }) => all + value, bias),
    squeeze: what === 'candidate' ? 'tanh' : 'sigmoid',
  };
}

/** @param {ElmoNet} net @param {Place} place */
function guessOf(net, { block, row, col }) {
  const found = /^([fb])-guess$/.exec(block);
  if (!found) return null;
  const reader = /** @type {'f' | 'b'} */ (found[1]);
  const ids = net[reader].guessed[col];
  return { reader, slot: col, id: ids[Math.min(row, ids.length - 1)] };
}

/** @param {ElmoNet} net @param {{reader: 'f' | 'b', slot: number, id: number}} guess */
function guessed({ words, f, b }, { reader, slot, id }) {
  const { logits, p } = reader === 'f' ? f : b;
  const V = words.length;
  const of = (/** @type {Float32Array} */ all) => all.subarray(slot * V, (slot + 1) * V);
  return softmaxOf(of(logits), of(p), id, (k) => words[k]);
}

/** @param {ElmoNet} net @param {Place} place @returns {Equation | null} */
export function backwardElmo(net, place) {
  const guess = guessOf(net, place);
  if (guess) {
    const { reader, slot, id } = guess;
    const { p, targets, blame } = net[reader];
    const at = slot * net.words.length + id;
    const share = 1 / (2 * net.steps); // the loss is a mean
    const parts = [
      { name: '*p*', a: share, b: p[at], value: share * p[at] },
      ...(targets[slot] === id ? [{ name: 'goal', a: share, b: -1, value: -share }] : []),
    ];
    const whole = parts.length > 1 ? parts : [...parts, { name: 'goal', a: share, b: 0, value: 0 }];
    return { ...summed(`*y*_${net.words[id]}_`, blame.logits[at], whole), kind: 'difference' };
  }
  const spot = spotOf(net, place);
  if (!spot) return tokenBlame(net, place);
  const { blame } = laneOf(net, spot.reader, spot.layer) ?? {};
  if (!blame) return null;
  const gate = spot.what === 'gates' ? gateAt(net, spot, place) : spot.what;
  if (spot.what === 'hidden') return shownBlame(net, spot, place);
  if (!GATES.includes(gate)) return null;
  const at = (spot.slot * 4 + GATES.indexOf(gate)) * net.C + spot.cell;
  return alone(`*z*_${gateName(gate)} ${spot.cell + 1}_`, blame.gates[at]);
}

/**
 * What is shown is blamed from above, and by the sums of the next word that is read.
 * @param {ElmoNet} net @param {Spot} spot @param {Place} place
 */
function shownBlame(net, { reader, layer, slot, cell }, { col }) {
  const { C, steps } = net;
  const lane = net[reader].layers[layer - 1];
  const kernel = net.weights.get(`${net[reader].long}lstm${layer}.kernel`);
  const [symbol, value] = [`*h*_${cell + 1}_`, lane.blame.hidden[col]];
  const next = reader === 'f' ? slot + 1 : slot - 1;
  /** @type {Part[]} */
  const parts = [{ name: t('inside.elmo.above'), value: lane.blame.out[col] }];
  if (kernel && next >= 0 && next < steps) {
    const rows = kernel.length / (4 * C);
    const at = (rows - lane.hidden.length / steps + cell) * 4 * C;
    const weights = kernel.subarray(at, at + 4 * C);
    const blame = lane.blame.gates.subarray(next * 4 * C, (next + 1) * 4 * C);
    const label = (/** @type {number} */ i) => ({
      name: t(`inside.elmo.gate.${Math.floor(i / C)}`),
      index: (i % C) + 1,
    });
    parts.push(...products(blame, weights, label));
  }
  const sum = parts.reduce((all, part) => all + part.value, 0);
  // Where an output was cut off at its limit, no blame goes back.
  if (Math.abs(sum - value) > 1e-5 * Math.max(1, Math.abs(value))) return alone(symbol, value);
  return summed(symbol, value, parts);
}

/** Both readers blame a word for what they made of it. @param {ElmoNet} net @param {Place} place */
function tokenBlame(net, { col }) {
  const { D } = net;
  const [column, i] = [Math.floor(col / D), col % D];
  const parts = READERS.flatMap((reader) => {
    const slot = slotOf(net, reader, column);
    if (slot < 0) return [];
    return [{ name: reader === 'f' ? '→' : '←', value: net[reader].blame.tokens[slot * D + i] }];
  });
  const value = parts.reduce((all, part) => all + part.value, 0);
  return summed(`${wordAt(net, column)}_${i + 1}_`, value, parts);
}

/** What the core calls a number; null for one that cannot be moved alone. @param {ElmoNet} net @param {Place} place @returns {import('../worker/wasm').Entry | null} */
export function entryOfElmo(net, place) {
  const guess = guessOf(net, place);
  if (guess) {
    const { reader, slot, id } = guess;
    return { name: `${net[reader].long}logits`, row: stepOf(net, reader, slot), col: id };
  }
  const spot = spotOf(net, place);
  if (!spot) {
    const [column, col] = [Math.floor(place.col / net.D), place.col % net.D];
    const row = net.columns[column];
    // A word that comes twice has one row for both places.
    const once = net.columns.filter((id) => id === row).length === 1;
    return net.Q && once ? { name: 'embedding.weight', row, col } : null;
  }
  const { reader, layer, slot, cell, what } = spot;
  const name = `${net[reader].long}lstm${layer}`;
  const row = stepOf(net, reader, slot);
  if (what === 'hidden') return { name: `${name}.hidden`, row, col: cell };
  const gate = what === 'gates' ? gateAt(net, spot, place) : what;
  if (!GATES.includes(gate)) return null;
  return { name: `${name}.gates`, row, col: GATES.indexOf(gate) * net.C + cell };
}
