import { html, svg } from 'lit';

const HEIGHT = 44;
const STEP = 16;

/**
 * A row of numbers as bars above and below a line: blue above zero, orange below.
 * @param {ArrayLike<number>} values
 * @param {number} most the value whose bar has the full height
 * @param {{label: string, struck?: Set<number>}} how label: the picture in words; struck: numbers
 *   that are left out
 */
export function bars(values, most, { label, struck }) {
  const half = HEIGHT / 2;
  const width = values.length * STEP;
  return html`<svg
    class="bars"
    viewBox=${`0 0 ${width} ${HEIGHT}`}
    preserveAspectRatio="none"
    role="img"
    aria-label=${label}
  >
    ${Array.from({ length: values.length }, (_, i) => {
      const height = Math.min(half, (Math.abs(values[i]) / most) * half);
      return svg`<rect
        class=${`${values[i] < 0 ? 'below' : 'above'}${struck?.has(i) ? ' struck' : ''}`}
        x=${i * STEP + 1.5}
        y=${values[i] < 0 ? half : half - height}
        width=${STEP - 3}
        height=${height}
      />`;
    })}
    <line class="zero-line" x1="0" x2=${width} y1=${half} y2=${half} />
  </svg>`;
}
