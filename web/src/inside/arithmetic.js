/**
 * How one number came about: what went in, the largest terms named, the rest in one line so that
 * the lines add up to the result in the digits that are shown.
 *
 * @typedef {object} Part
 * @property {string} name 'found'
 * @property {number} [index] its place, from 1
 * @property {number} [a]
 * @property {number} [b]
 * @property {number} value a × b
 *
 * @typedef {object} Equation
 * @property {string} symbol in the marks of rich(): '*h*_26_'
 * @property {'product' | 'sum' | 'weight' | 'copy' | 'softmax' | 'log' | 'difference'} kind
 * @property {number} value the number that was opened
 * @property {Part[]} parts everything that was added up, in order
 * @property {Part | null} bias
 * @property {number} sum of parts and bias, as the core has it
 * @property {'tanh' | 'sigmoid' | null} squeeze from the sum to the value
 * @property {{name: string, value: number}[]} groups sums of the parts by word
 * @property {{title: string, parts: Part[], more?: number} | null} goes where the number goes; more: parts that
 *   are not listed
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {number} [index]
 * @property {number} [a]
 * @property {number} [b]
 * @property {number} value
 * @property {number} units the value in units of the last digit shown
 */

export const NAMED = 4;

/**
 * @param {Equation} equation @param {number} digits after the point @param {number} [named]
 * @returns {{lines: Line[], rest: {count: number, units: number} | null, bias: Line | null, total: number}}
 *   all amounts in units of the last digit: lines + rest + bias = total; a rest of 0 parts is rounding
 */
export function arranged({ parts, bias, sum }, digits, named = NAMED) {
  const unit = 10 ** digits;
  // As it would be written: halves away from zero, and never −0.
  const units = (/** @type {number} */ x) => Math.sign(x) * Math.round(Math.abs(x) * unit) + 0;
  const most = parts.length <= named + 1 ? parts.length : named;
  const order = parts.map((part, i) => ({ part, i }));
  order.sort((p, q) => Math.abs(q.part.value) - Math.abs(p.part.value) || p.i - q.i);
  const lines = order.slice(0, most).map(({ part }) => ({ ...part, units: units(part.value) }));
  const last = bias && { ...bias, units: units(bias.value) };
  const total = units(sum);
  const given = lines.reduce((all, line) => all + line.units, last?.units ?? 0);
  const count = parts.length - most;
  const left = total - given; // with no parts left, what rounding took
  const rest = count > 0 || left !== 0 ? { count, units: left } : null;
  return { lines, rest, bias: last, total };
}

/** The sums after each part, the bias first: the steps of the chart. @param {Equation} equation */
export function runningSums({ parts, bias }) {
  let sum = bias?.value ?? 0;
  const sums = [sum];
  for (const { value } of parts) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}

/** A row of one matrix times another vector, one part per place. @param {ArrayLike<number>} a @param {ArrayLike<number>} b @param {(i: number) => {name: string, index?: number}} label @returns {Part[]} */
export const products = (a, b, label) =>
  Array.from({ length: a.length }, (_, i) => ({
    ...label(i),
    a: a[i],
    b: b[i],
    value: a[i] * b[i],
  }));

/** Sums of parts by name, in order of appearance. @param {Part[]} parts */
export function byName(parts) {
  /** @type {Map<string, {name: string, value: number}>} */
  const groups = new Map();
  for (const { name, value } of parts) {
    const group = groups.get(name) ?? { name, value: 0 };
    group.value += value;
    groups.set(name, group);
  }
  return [...groups.values()];
}
