/** The attempts of a step: what the goal measures over what they are compared by. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { html, nothing, svg } from 'lit';
import { t } from '../i18n/index.js';
import { measureOf, QUANTITIES } from '../tasks/quantities.js';
import { limitText, measureName, valueText } from '../tasks/said.js';

/** @typedef {import('./session.js').LessonSession} LessonSession */

const WIDTH = 400;
const HEIGHT = 220;
/** How far apart numbers are at least: beside each other, below each other. */
const [FIGURE, LINE] = [22, 15];
const EDGE = { left: 36, right: 16, top: 20, bottom: 44 };

/**
 * A scale that a place or a number of dimensions can be read from: small differences matter most
 * where the numbers are small.
 * @param {number[]} values @param {[number, number]} range
 */
function scaleOf(values, range) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = low === high ? [low - 1, high + 1] : [low, high];
  return from > 0 && to / from > 4
    ? scaleLog().domain([from, to]).range(range).base(2)
    : scaleLinear().domain([from, to]).range(range);
}

/**
 * The values whose marks do not touch the one before.
 * @param {number[]} values in their order @param {(value: number) => number} at @param {number} least
 */
function apart(values, at, least) {
  /** @type {number[]} */
  const kept = [];
  for (const value of values) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(at(value) - at(before)) >= least) kept.push(value);
  }
  return kept;
}

/** @param {LessonSession} session */
export function attemptsChart(session) {
  const { step, done } = session;
  const { goal } = step;
  const attempts = done.attempts.filter(
    ({ best, values: [value] }) => Number.isFinite(best) && Number.isFinite(value),
  );
  if (!goal?.best || attempts.length < 2) return nothing;
  const [across, up] = [goal.best.measure, goal.conditions[0].measure].map((m) => session.said(m));
  if (across === up) return nothing;
  const isPlace = QUANTITIES[measureOf(up).name]?.kind === 'place';
  const guess = step.predict?.asks === 'number' && done.guess ? Number(done.guess) : Number.NaN;
  const limit = goal.conditions.find(({ measure }) => session.said(measure) === across);
  const border = limit?.atMost ?? limit?.atLeast ?? Number.NaN;
  const xs = [...attempts.map(({ best }) => Number(best)), guess, border].filter(Number.isFinite);
  const ys = attempts.map(({ values: [value] }) => Number(value));
  const x = scaleOf(xs, [EDGE.left, WIDTH - EDGE.right]);
  const heights = /** @type {[number, number]} */ ([HEIGHT - EDGE.bottom, EDGE.top]);
  // First place is the best: it stands at the top.
  const y = scaleOf(ys, isPlace ? [heights[1], heights[0]] : heights);
  const marks = [...new Set(ys)].sort((a, b) => a - b);
  const few =
    marks.length > 4 ? [marks[0], marks[marks.length >> 1], marks[marks.length - 1]] : marks;
  const shown = apart(few, (value) => y(value), LINE);
  const sorted = [...attempts].sort((a, b) => Number(a.best) - Number(b.best));
  const title = `${measureName(up)} / ${measureName(across)}`;
  const line = sorted.map(
    ({ best, values: [v] }, i) => `${i ? 'L' : 'M'}${x(Number(best))},${y(Number(v))}`,
  );
  return html`<figure class="attempts">
    <figcaption>${t('lesson.chart')}: ${measureName(up)}</figcaption>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${title}>
      ${shown.map(
        (value) => svg`<g class="grid">
          <line x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(value)} y2=${y(value)}></line>
          <text x=${EDGE.left - 8} y=${y(value)} dy="0.32em" text-anchor="end">${valueText(up, value)}</text>
        </g>`,
      )}
      ${apart(
        [...new Set(sorted.map(({ best }) => Number(best)))],
        (value) => x(value),
        FIGURE,
      ).map(
        (value) =>
          svg`<text class="tick" x=${x(value)} y=${HEIGHT - EDGE.bottom + 22} text-anchor="middle">${valueText(across, value)}</text>`,
      )}
      <text class="axis" x=${WIDTH - EDGE.right} y=${HEIGHT - 6} text-anchor="end">${measureName(across)}</text>
      ${
        Number.isFinite(border)
          ? svg`<g class="border"><line x1=${x(border)} x2=${x(border)} y1=${EDGE.top} y2=${HEIGHT - EDGE.bottom}></line>
            <text x=${x(border) + 6} y=${HEIGHT - EDGE.bottom - 6}>${t('lesson.chart.goal')}: ${limitText(across, limit ?? {}, (text) => session.said(text))}</text></g>`
          : nothing
      }
      ${
        Number.isFinite(guess)
          ? svg`<g class="guess"><line x1=${x(guess)} x2=${x(guess)} y1=${EDGE.top} y2=${HEIGHT - EDGE.bottom}></line>
            <text x=${x(guess) + 6} y=${EDGE.top + 10}>${t('lesson.chart.guess', { guess })}</text></g>`
          : nothing
      }
      <path class="path" d=${line.join('')}></path>
      ${attempts.map(
        ({ best, values: [value], reached }, i) => svg`<circle
          class=${reached ? 'met' : 'unmet'}
          cx=${x(Number(best))} cy=${y(Number(value))} r=${i === attempts.length - 1 ? 8 : 6}
        ></circle>`,
      )}
    </svg>
    <table class="visually-hidden">
      <caption>${title}</caption>
      <tbody>
        ${attempts.map(
          ({ best, values: [value], reached }) => html`<tr>
            <th scope="row">${valueText(across, best ?? Number.NaN)}</th>
            <td>${valueText(up, value)}</td>
            <td>${t(reached ? 'lesson.reached' : 'lesson.notYet')}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </figure>`;
}
