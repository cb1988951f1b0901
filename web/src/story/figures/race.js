import { line as lineOf } from 'd3-shape';
import { html, svg } from 'lit';

/**
 * @typedef {object} Runner
 * @property {string} id for its style: first or second
 * @property {string} name
 * @property {string} note below the name, once it has arrived
 * @property {Moment[]} points
 *
 * @typedef {{seconds: number, value: number}} Moment
 */

const WIDTH = 620;
const HEIGHT = 224;
const LEFT = 44;
const RIGHT = 16;
const TOP = 60;
const BOTTOM = 30;

/** Steps of an axis of seconds: about three of them. @param {number} seconds */
function stepOf(seconds) {
  const rough = seconds / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (rough / power >= 5 ? 5 : rough / power >= 2 ? 2 : 1);
}

/**
 * Curves over measured time, on one clock.
 * @param {object} of
 * @param {Runner[]} of.runners the shortest first
 * @param {number} of.until seconds shown so far
 * @param {number} of.most the largest value
 * @param {(seconds: string) => string} of.moment names a time on the axis, or what stands for time
 * @param {string} of.label the picture in words
 */
export function race({ runners, until, most, moment, label }) {
  const end = Math.max(1e-3, ...runners.map(({ points }) => points.at(-1)?.seconds ?? 0));
  const x = (/** @type {number} */ seconds) => LEFT + (seconds / end) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ value) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const path = lineOf(
    (/** @type {Moment} */ { seconds }) => x(seconds),
    (/** @type {Moment} */ { value }) => y(value),
  );
  const step = stepOf(end);
  const times = Array.from({ length: Math.floor(end / step + 1e-6) }, (_, i) => step * (i + 1));
  return html`<svg class="curves race" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    ${[0, most / 2, most].map(
      (
        tick,
      ) => svg`<line class=${tick === 0 ? 'tick zero-line' : 'tick'} x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)} />
        <text class="tick-name" x=${LEFT - 8} y=${y(tick) + 4.5}>${tick}</text>`,
    )}
    ${times.map((seconds, i) => {
      const text = Number(seconds.toPrecision(2)).toString();
      const last = x(seconds) > WIDTH - 60;
      return svg`<text class=${`moment ${last ? 'last' : ''}`} x=${x(seconds)} y=${HEIGHT - 8}>${i ? text : moment(text)}</text>`;
    })}
    ${runners.map(({ id, name, note, points }, i) => {
      const drawn = points.filter(({ seconds }) => seconds <= until + 1e-9);
      const last = drawn.at(-1);
      if (!last) return '';
      const arrived = drawn.length === points.length;
      // The last name ends at the edge; a first one far to the right ends at its point.
      const right = i > 0 || x(last.seconds) > 0.3 * WIDTH;
      const at = i > 0 && arrived ? WIDTH - RIGHT : x(last.seconds);
      const height = arrived ? TOP - 37 : y(last.value) - 12;
      return svg`<path class=${`curve curve-${id}`} d=${path(drawn)} />
        <circle class=${`curve-dot curve-${id}`} cx=${x(last.seconds)} cy=${y(last.value)} r="4.5" />
        <text class=${`curve-name curve-${id} ${right && arrived ? 'end' : ''}`} x=${at} y=${height}>${name}</text>
        ${arrived ? svg`<text class=${`curve-note ${right ? 'end' : ''}`} x=${at} y=${TOP - 13}>${note}</text>` : ''}`;
    })}
  </svg>`;
}
