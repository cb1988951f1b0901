import { scaleLinear, scaleLog } from 'd3-scale';
import { area, line } from 'd3-shape';

/**
 * Accuracy against labels per class, one curve per mode: the means joined by a line, one standard
 * deviation to each side as a band, and the result of every seed as a dot.
 *
 * @typedef {{mode: string, labels: number, mean: number, spread: number, seeds: number,
 *   all: number[]}} Summary `spread` is the sample standard deviation, NaN for one seed
 * @typedef {object} Box
 * @property {number} width
 * @property {number} height
 * @property {number[]} labels values of the axis in rising order
 * @property {number} chance accuracy of guessing, the lower end of the axis
 * @property {number} [right] space for the names of the curves
 */

const LEFT = 44;
const [TOP, BOTTOM] = [12, 40];

/** @param {Summary[]} summary @param {string[]} modes @param {Box} box */
export function labelCurves(summary, modes, { width, height, labels, chance, right = 120 }) {
  const lowest = Math.min(chance, ...summary.flatMap(({ all }) => all.filter(Number.isFinite)));
  const floor = Math.max(0, Math.floor(10 * lowest + 1e-9) / 10);
  const first = labels[0];
  const last = labels[labels.length - 1];
  const inset = 14;
  const x = scaleLog([first, last === first ? first * 2 : last], [LEFT + inset, width - right]);
  const y = scaleLinear([floor, 1], [height - BOTTOM, TOP]);
  const path = line(
    (/** @type {Summary} */ row) => x(row.labels),
    (/** @type {Summary} */ row) => y(row.mean),
  ).digits(1);
  const inside = (/** @type {number} */ accuracy) => y(Math.max(floor, Math.min(1, accuracy)));
  const band = area(
    (/** @type {Summary} */ row) => x(row.labels),
    (/** @type {Summary} */ row) => inside(row.mean - (row.spread || 0)),
    (/** @type {Summary} */ row) => inside(row.mean + (row.spread || 0)),
  ).digits(1);
  const curves = modes.map((mode) => {
    const rows = summary
      .filter((row) => row.mode === mode && Number.isFinite(row.mean))
      .sort((a, b) => a.labels - b.labels);
    const end = rows.at(-1);
    return {
      id: mode,
      path: path(rows) ?? '',
      band: rows.length > 1 ? (band(rows) ?? '') : '',
      x: end ? x(end.labels) : 0,
      y: end ? y(end.mean) : 0,
      mean: end?.mean ?? Number.NaN,
      points: rows.map((row) => ({ x: x(row.labels), y: y(row.mean), row })),
      dots: rows.flatMap((row) => row.all.map((one) => [x(row.labels), y(one)])),
    };
  });
  return {
    curves,
    xOf: x,
    yOf: y,
    base: height - BOTTOM,
    top: TOP,
    left: LEFT,
    right: width - right,
    ticks: y.ticks(5).map((value) => ({ value, y: y(value) })),
    labelTicks: labels.map((value) => ({ value, x: x(value) })),
    chance: chance > floor + 0.005 ? y(chance) : null,
  };
}
