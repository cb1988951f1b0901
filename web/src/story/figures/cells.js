import { html, nothing, svg } from 'lit';
import { strength } from '../../plots/cells.js';

const LEVELS = 8;

/**
 * Neighbouring cells of one colour, as lines by colour. A line follows the one before, relatively:
 * pages contain these pictures, so they are short.
 * @param {ArrayLike<number>} values @param {number} cols @param {number} full
 */
function pathsOf(values, cols, full) {
  /** @type {Map<number, {path: string, x: number, y: number}>} level, negative below zero → lines */
  const paths = new Map();
  const levelAt = (/** @type {number} */ i) =>
    Math.sign(values[i]) * Math.round(LEVELS * strength(values[i], full));
  for (let start = 0; start < values.length; ) {
    const level = levelAt(start);
    const row = Math.floor(start / cols);
    let end = start + 1;
    while (end < (row + 1) * cols && levelAt(end) === level) end++;
    if (level) {
      const { path, x, y } = paths.get(level) ?? { path: 'M0 .5', x: 0, y: 0 };
      const [from, to] = [start - row * cols, end - row * cols];
      paths.set(level, { path: `${path}m${from - x} ${row - y}h${to - from}`, x: to, y: row });
    }
    start = end;
  }
  return Array.from(paths, ([level, { path }]) => ({ level, path }));
}

/**
 * A matrix, or a row of it, as cells of colour: blue above zero, orange below, stronger the further
 * away.
 * @param {ArrayLike<number>} values row by row
 * @param {number} cols
 * @param {{full: number, label?: string}} how full: the number with the strongest colour; label: the
 *   picture in words, without one it is an ornament
 */
export function cells(values, cols, { full, label = '' }) {
  const rows = Math.ceil(values.length / cols);
  return html`<svg
    class="cells"
    viewBox=${`0 0 ${cols} ${rows}`}
    preserveAspectRatio="none"
    role=${label ? 'img' : nothing}
    aria-label=${label || nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    <rect class="ground" width=${cols} height=${rows} />
    ${pathsOf(values, cols, full).map(({ level, path }) => {
      const share = `--share: ${((100 * Math.abs(level)) / LEVELS).toFixed(0)}%`;
      return svg`<path class=${level < 0 ? 'below' : 'above'} style=${share} d=${path} />`;
    })}
  </svg>`;
}
