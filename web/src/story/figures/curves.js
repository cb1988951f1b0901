import { line as lineOf } from 'd3-shape';
import { html, svg } from 'lit';

/**
 * @typedef {object} Curve
 * @property {string} id for its style
 * @property {string} label at its end
 * @property {string} [note] below the label
 * @property {number[]} values one for each moment of the training; the curve grows with it
 */

const WIDTH = 620;
const HEIGHT = 236;
const LEFT = 44;
const RIGHT = 110;
const TOP = 14;
const BOTTOM = 30;

/**
 * Curves that grow during a training.
 * @param {object} of
 * @param {Curve[]} of.curves
 * @param {number} of.at the last moment that is drawn, from 0
 * @param {[number, number]} of.range of the values
 * @param {number[]} of.ticks values with a line
 * @param {string[]} of.moments names of equally distant moments, the first and the last included
 * @param {string} of.label the picture in words
 * @param {{at: number, value: number, text: string}[]} [of.marks]
 */
export function curves({ curves: all, at, range: [low, high], ticks, moments, label, marks = [] }) {
  const last = Math.max(1, (all[0]?.values.length ?? 1) - 1);
  const x = (/** @type {number} */ i) => LEFT + (i / last) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ value) =>
    TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const path = lineOf((/** @type {number} */ _value, i) => x(i), y);
  const shown = Math.round(at);
  const ends = all.map(({ values }) => values[Math.min(shown, values.length - 1)] ?? 0);
  /** A note is below its curve's name, unless another name is there. @param {number} end */
  const noteBelow = (end) =>
    ends.some((other) => y(other) > y(end) && y(other) < y(end) + 40) ? -13 : 20;
  return html`<svg class="curves" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    ${ticks.map(
      (
        tick,
      ) => svg`<line class=${tick === 0 ? 'tick zero-line' : 'tick'} x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)} />
        <text class="tick-name" x=${LEFT - 8} y=${y(tick) + 4.5}>${`${tick}`.replace('-', '−')}</text>`,
    )}
    ${moments.map(
      (name, i) =>
        svg`<text class=${`moment ${i === 0 ? 'first' : i === moments.length - 1 ? 'last' : ''}`} x=${x((i / (moments.length - 1)) * last)} y=${HEIGHT - 8}>${name}</text>`,
    )}
    ${all.map(({ id, label: name, note, values }) => {
      const drawn = values.slice(0, shown + 1);
      const end = drawn.at(-1) ?? 0;
      return svg`<path class=${`curve curve-${id}`} d=${path(drawn)} />
        <circle class=${`curve-dot curve-${id}`} cx=${x(drawn.length - 1)} cy=${y(end)} r="4.5" />
        <text class=${`curve-name curve-${id}`} x=${x(drawn.length - 1) + 10} y=${y(end) + 4}>${name}</text>
        ${note ? svg`<text class="curve-note" x=${x(drawn.length - 1) + 10} y=${y(end) + noteBelow(end)}>${note}</text>` : ''}`;
    })}
    ${marks
      .filter(({ at: moment }) => moment <= shown)
      .map(
        ({
          at: moment,
          value,
          text,
        }) => svg`<circle class="curve-mark" cx=${x(moment)} cy=${y(value)} r="4" />
        <text class="curve-note" x=${x(moment) + 4} y=${y(value) - 10}>${text}</text>`,
      )}
  </svg>`;
}
