import { html } from 'lit';

const ZEROS = 12; // as many as fit on a phone; a row of hundreds cannot show all of its own
const NEAR = 0.065;

/**
 * A long row of zeros with ones at few places.
 * @param {number} length
 * @param {number[]} ones places, from 0
 * @param {{label: string}} how label: the picture in words
 */
export function oneHot(length, ones, { label }) {
  const places = ones.map((i) => (i + 0.5) / length);
  const zeros = Array.from({ length: ZEROS }, (_, i) => (i + 0.5) / ZEROS).filter((at) =>
    places.every((one) => Math.abs(one - at) > NEAR),
  );
  const at = (/** @type {number} */ share) => `inset-inline-start: ${(100 * share).toFixed(2)}%`;
  return html`<div class="one-hot" role="img" aria-label=${label}>
    ${zeros.map((share) => html`<span class="zero" style=${at(share)}>0</span>`)}
    ${places.map((share) => html`<b class="one" style=${at(share)}>1</b>`)}
  </div>`;
}
