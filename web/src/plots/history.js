import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { spreadLabels } from './loss-chart.js';

/**
 * Loss and accuracy over the epochs in one picture: the loss has the axis at the left; the accuracy
 * uses the whole height, from 0 at the bottom to 1 at the top.
 *
 * @typedef {{epoch: number, loss: number, accuracy: number}} Moment
 *
 * @param {Moment[]} moments
 * @param {{width: number, height: number, epochs: number, right?: number}} box
 */
export function historyLayout(moments, { width, height, epochs, right = 100 }) {
  const left = 34;
  const base = height - 20;
  const losses = moments.map(({ loss }) => loss).filter(Number.isFinite);
  const most = Math.max(epochs, ...moments.map(({ epoch }) => epoch));
  const x = scaleLinear([0, most], [left, width - right]);
  const high = losses.length ? Math.max(...losses) : 1;
  // The axis starts at 0 if the loss ends near 0, otherwise below the lowest loss.
  const low = losses.length ? Math.min(...losses) : 0;
  const floor = low < 0.3 * high ? 0 : Math.max(0, low - 0.25 * (high - low));
  const y = scaleLinear([floor, high * 1.03], [base, 8]);
  const share = scaleLinear([0, 1], [base, 8]);
  const draw = (
    /** @type {'loss' | 'accuracy'} */ id,
    /** @type {(value: number) => number} */ scale,
  ) => {
    const shown = moments.filter((moment) => Number.isFinite(moment[id]));
    const end = shown.at(-1);
    const path = line(
      (/** @type {Moment} */ moment) => x(moment.epoch),
      (/** @type {Moment} */ moment) => scale(moment[id]),
    ).digits(1);
    return { id, path: path(shown) ?? '', x: end ? x(end.epoch) : 0, y: end ? scale(end[id]) : 0 };
  };
  const curves = [draw('loss', y), draw('accuracy', share)].filter(({ path }) => path);
  const apart = spreadLabels(curves, { height: height - 8, line: 17 });
  return {
    left,
    base,
    right: width - right,
    curves: curves.map((curve) => ({ ...curve, y: apart.get(curve.id) ?? curve.y })),
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
    epochTicks: x
      .ticks(Math.min(6, most))
      .filter((value) => Number.isInteger(value) && value > 0)
      .map((value) => ({ value, x: x(value) })),
  };
}
