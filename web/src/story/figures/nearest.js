import { html, svg } from 'lit';
import { markPath } from '../../plots/marks.js';

/** The groups of chapters 8 and 9: colour and shape as in plots/marks.js. */
export const SENSES = {
  fruit: { shape: 'diamond', style: 'as-fruit' },
  company: { shape: 'down', style: 'as-company' },
};

/**
 * A group's mark, for a drawing.
 * @param {string} kind a key of SENSES, or anything else for a dot
 * @param {number} x @param {number} y @param {number} [size]
 */
export function mark(kind, x, y, size = 6) {
  const { shape, style } = SENSES[/** @type {'fruit' | 'company'} */ (kind)] ?? {
    shape: 'circle',
    style: 'as-other',
  };
  const scale = shape === 'circle' ? size * 0.75 : size;
  return svg`<path class=${`mark ${style}`} d=${markPath(shape)} transform=${`translate(${x} ${y}) scale(${scale})`} />`;
}

/**
 * Words with the marks of their groups.
 * @param {{word: string, kind: string}[]} near @param {string} label
 */
export const nearest = (near, label) =>
  html`<ul class="nearest" aria-label=${label}>
    ${near.map(
      ({ word, kind }) =>
        html`<li>
          <svg viewBox="-9 -9 18 18" aria-hidden="true">${mark(kind, 0, 0)}</svg>${word}
        </li>`,
    )}
  </ul>`;
