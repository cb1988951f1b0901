import { html } from 'lit';

/**
 * A picture drawn for wide and for narrow figures, so that its type keeps its size; styles show one.
 * @param {(narrow: boolean) => unknown} draw
 */
export const bothWidths = (draw) =>
  html`<div class="widths">
    <div class="for-wide">${draw(false)}</div>
    <div class="for-narrow">${draw(true)}</div>
  </div>`;
