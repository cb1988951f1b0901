import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/**
 * The separation of the senses per layer during training: mean cosine within senses − between
 * senses.
 *
 * @typedef {{epoch: number, gaps: number[]}} Moment one gap per layer, 0 … L, then the mix
 */

const MOST = 400;

/**
 * Adds a moment; long histories are halved in resolution.
 * @param {Moment[]} moments
 * @param {Moment} moment
 */
export function addMoment(moments, moment) {
  if (moments.at(-1)?.epoch === moment.epoch) moments.pop();
  moments.push(moment);
  if (moments.length <= MOST) return;
  const kept = moments.filter((_, i) => i % 2 === 0 || i === moments.length - 1);
  moments.splice(0, moments.length, ...kept);
}

const LEFT = 38;
const BOTTOM = 18;
const LEAST = 0.3; // smallest upper end of the axis

/**
 * @param {Moment[]} moments
 * @param {{width: number, height: number, epochs: number, right: number}} box `right`: space for
 *   the labels
 */
export function curveLayout(moments, { width, height, epochs, right }) {
  const values = moments.flatMap(({ gaps }) => gaps).filter(Number.isFinite);
  const x = scaleLinear([0, Math.max(1, epochs)], [LEFT, width - right]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(LEAST, ...values)], [height - BOTTOM, 8]);
  const count = moments.at(-1)?.gaps.length ?? 0;
  const curves = Array.from({ length: count }, (_, layer) => {
    const points = moments
      .map(({ epoch, gaps }) => ({ epoch, value: gaps[layer] }))
      .filter(({ value }) => Number.isFinite(value));
    const { epoch, value } = points.at(-1) ?? { epoch: 0, value: 0 };
    const path = line(
      (/** @type {typeof points[0]} */ point) => x(point.epoch),
      (/** @type {typeof points[0]} */ point) => y(point.value),
    ).digits(1)(points);
    return { id: layer, path: path ?? '', x: x(epoch), y: y(value) };
  });
  return {
    curves,
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
    epochTicks: x
      .ticks(Math.min(8, Math.max(1, epochs)))
      .filter((value) => Number.isInteger(value) && value > 0)
      .map((value) => ({ value, x: x(value) })),
    xOf: (/** @type {number} */ epoch) => x(epoch),
    left: LEFT,
    base: height - BOTTOM,
  };
}
