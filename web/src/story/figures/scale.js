import { html, nothing } from 'lit';

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {number | null} value −1 … 1; null while it is not to be seen
 * @property {string} label the line in words
 * @property {boolean} [main]
 * @property {{value: number, letter: string, chosen: boolean, choose?: () => void, label: string}[]}
 *   [guesses] places that can be guessed
 */

const at = (/** @type {number} */ value) => `inset-inline-start: ${(50 + 50 * value).toFixed(2)}%`;

const shown = (/** @type {number} */ value) => value.toFixed(2).replace('-', '−');

/**
 * Values between −1 and 1 as points on lines.
 * @param {Line[]} lines
 */
export function scale(lines) {
  return html`<div class="scale">
    ${lines.map(
      ({
        name,
        value,
        label,
        main,
        guesses = [],
      }) => html`<div class=${main ? 'scale-line main' : 'scale-line'}>
        <span class="scale-name">${name}</span>
        <span class="scale-track" role=${guesses.some(({ choose }) => choose) ? nothing : 'img'} aria-label=${guesses.some(({ choose }) => choose) ? nothing : label}>
          <i class="scale-rule"></i><i class="scale-middle"></i>
          ${value === null ? nothing : html`<i class="scale-bar ${value < 0 ? 'below' : 'above'}" style=${`inset-inline-start: ${50 + 50 * Math.min(0, value)}%; inline-size: ${50 * Math.abs(value)}%`}></i>`}
          ${guesses.map(({ value: place, letter, chosen, choose, label: said }) =>
            choose
              ? html`<button type="button" class="scale-guess" style=${at(place)} aria-label=${said} @click=${choose}>${letter}</button>`
              : html`<i class=${chosen ? 'scale-guess chosen' : 'scale-guess'} style=${at(place)} aria-hidden="true">${value !== null && Math.abs(value - place) < 0.15 ? nothing : letter}</i>`,
          )}
          ${value === null ? nothing : html`<i class="scale-dot" style=${at(value)}></i>`}
        </span>
        <span class="scale-value">${value === null ? '?' : shown(value)}</span>
      </div>`,
    )}
    <div class="scale-line ends" aria-hidden="true">
      <span></span>
      <span class="scale-track"><span style=${at(-1)}>−1</span><span style=${at(0)}>0</span><span style=${at(1)}>1</span></span>
      <span></span>
    </div>
  </div>`;
}
