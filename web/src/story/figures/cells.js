import { html, nothing, svg } from 'lit';
import { strength } from '../../plots/cells.js';

const LEVELS = 8;

/** Neighbouring cells of one colour, as paths by colour. @param {ArrayLike<number>} values @param {number} cols @param {number} full */
function pathsOf(values, cols, full) {
  /** @type {Map<number, string>} level, negative for numbers below zero → path */
  const paths = new Map();
  const levelAt = (/** @type {number} */ i) =>
    Math.sign(values[i]) * Math.round(LEVELS * strength(values[i], full));
  for (let start = 0; start < values.length; ) {
    const level = levelAt(start);
    const row = Math.floor(start / cols);
    let end = start + 1;
    while (end < (row + 1) * cols && levelAt(end) === level) end++;
    const width = end - start;
    if (level)
      paths.set(level, `${paths.get(level) ?? ''}M${start % cols} ${row}h${width}v1h-${width}z`);
    start = end;
  }
  return paths;
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
    ${Array.from(pathsOf(values, cols, full), ([level, path]) => {
      const share = `--share: ${((100 * Math.abs(level)) / LEVELS).toFixed(0)}%`;
      return svg`<path class=${level < 0 ? 'below' : 'above'} style=${share} d=${path} />`;
    })}
  </svg>`;
}
