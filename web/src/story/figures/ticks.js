import { html, svg } from 'lit';

/**
 * One line per word of the vocabulary; those that are asked are dark, the others pale.
 * @param {number} count @param {number[] | null} asked numbers of words; null: all
 * @param {string} label the picture in words
 */
export function ticks(count, asked, label) {
  return html`<svg class="ticks" viewBox=${`0 0 ${count} 20`} preserveAspectRatio="none" role="img" aria-label=${label}>
    <rect class=${asked ? 'tick-ground' : 'tick-all'} width=${count} height="20" />
    ${(asked ?? []).map((n) => svg`<rect class="tick-asked" x=${n} width="1.6" height="20" />`)}
  </svg>`;
}
