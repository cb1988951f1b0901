import { svg } from 'lit';

const CELL = 8;
const HEIGHT = 14;

/**
 * A row of numbers as coloured cells: blue above zero, orange below, stronger for larger numbers.
 * @param {ArrayLike<number>} values
 * @param {number} full the value with the full colour
 * @param {string} label the picture in words
 */
export function strip(values, full, label) {
  const width = values.length * CELL;
  return svg`<svg class="strip" viewBox=${`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${label}>
    ${Array.from(
      { length: values.length },
      (_, i) => svg`<rect
        class=${values[i] < 0 ? 'below' : 'above'}
        x=${i * CELL} y="0" width=${CELL} height=${HEIGHT}
        opacity=${Math.min(1, Math.sqrt(Math.abs(values[i]) / full)).toFixed(2)}
      />`,
    )}
  </svg>`;
}

/**
 * One line per word of the vocabulary; those that are asked are dark, the others pale.
 * @param {number} count @param {number[] | null} asked numbers of words; null: all
 * @param {string} label the picture in words
 */
export function ticks(count, asked, label) {
  return svg`<svg class="ticks" viewBox=${`0 0 ${count} 20`} preserveAspectRatio="none" role="img" aria-label=${label}>
    <rect class=${asked ? 'tick-ground' : 'tick-all'} width=${count} height="20" />
    ${(asked ?? []).map((n) => svg`<rect class="tick-asked" x=${n} width="1.6" height="20" />`)}
  </svg>`;
}
