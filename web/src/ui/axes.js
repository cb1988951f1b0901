import { svg } from 'lit';

/**
 * The grid of a chart with its values on the left, its base line, and the marks below it at `y`.
 * @param {{left: number, right: number, base: number, ticks: {value: number, y: number}[]}} layout
 * @param {{value: number, x: number}[]} marks @param {number} y
 * @param {(value: number) => string} format formats the values
 */
export const axes = ({ left, right, base, ticks }, marks, y, format) => svg`
  ${ticks.map(
    (tick) => svg`<line class="grid" x1=${left} x2=${right} y1=${tick.y} y2=${tick.y} />
      <text class="tick" x=${left - 6} y=${tick.y + 4} text-anchor="end">${format(tick.value)}</text>`,
  )}
  <line class="axis" x1=${left} x2=${right} y1=${base} y2=${base} />
  ${marks.map(({ value, x }) => svg`<text class="tick" x=${x} y=${y} text-anchor="middle">${value}</text>`)}`;
