import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/**
 * How the score of each layer grew: share of held-out occurrences on the right side, over epochs.
 *
 * @typedef {{epoch: number, accuracies: number[]}} Moment one accuracy a layer, 0 … L, then the mix
 */

const MOST = 400;

/** Adds a moment; long histories keep every second one. @param {Moment[]} moments @param {Moment} moment */
export function addMoment(moments, moment) {
  if (moments.at(-1)?.epoch === moment.epoch) moments.pop();
  moments.push(moment);
  if (moments.length <= MOST) return;
  const kept = moments.filter((_, i) => i % 2 === 0 || i === moments.length - 1);
  moments.splice(0, moments.length, ...kept);
}

const LEFT = 38;
const BOTTOM = 18;

/**
 * @param {Moment[]} moments
 * @param {{width: number, height: number, epochs: number, chance: number, right: number}} box
 *   `right`: room for the labels
 */
export function curveLayout(moments, { width, height, epochs, chance, right }) {
  const values = moments.flatMap(({ accuracies }) => accuracies).filter(Number.isFinite);
  const least = Math.min(0.4, chance - 0.1, ...values);
  const x = scaleLinear([0, Math.max(1, epochs)], [LEFT, width - right]);
  const y = scaleLinear([Math.max(0, least), 1], [height - BOTTOM, 8]);
  const count = moments.at(-1)?.accuracies.length ?? 0;
  const curves = Array.from({ length: count }, (_, layer) => {
    const points = moments
      .map(({ epoch, accuracies }) => [epoch, accuracies[layer]])
      .filter(([, value]) => Number.isFinite(value));
    const [epoch, value] = points.at(-1) ?? [0, 0];
    const path = line(
      ([at]) => x(at),
      ([, height]) => y(height),
    ).digits(1)(/** @type {any} */ (points));
    return { id: layer, path: path ?? '', x: x(epoch), y: y(value) };
  });
  return {
    curves,
    chance: y(chance),
    ticks: [0.5, 0.75, 1].map((value) => ({ value, y: y(value) })),
    epochTicks: x
      .ticks(Math.min(8, Math.max(1, epochs)))
      .filter((value) => Number.isInteger(value) && value > 0)
      .map((value) => ({ value, x: x(value) })),
    xOf: (/** @type {number} */ epoch) => x(epoch),
    left: LEFT,
    base: height - BOTTOM,
  };
}
