/** Numbers in rows and columns, each with its colour above it: a patch, a kernel, their products. */
import { html, nothing } from 'lit';
import { strength } from '../../plots/cells.js';

/**
 * @typedef {object} Numbers
 * @property {string} caption
 * @property {ArrayLike<number>} values row by row
 * @property {number} width columns
 * @property {number} full the number that is drawn at full strength
 * @property {(value: number, at: number) => string} text
 * @property {'value' | 'blame'} [tone]
 * @property {ArrayLike<number>} [colours] what is drawn above the numbers, if other than these
 * @property {number} [chosen] the place of a number that is framed
 */

/** A colour between zero and one of the ends, as CSS. @param {number} value @param {number} full @param {'value' | 'blame'} tone */
export function colourOf(value, full, tone) {
  const [less, more] = tone === 'blame' ? ['raise', 'lower'] : ['minus', 'plus'];
  const share = (100 * strength(value, full)).toFixed(1);
  return `color-mix(in srgb, var(--${value < 0 ? less : more}) ${share}%, var(--zero))`;
}

/** @param {Numbers} numbers */
export function numberTable(numbers) {
  const { caption, values, width, full, text, tone = 'value', chosen = -1 } = numbers;
  const { colours = values } = numbers;
  const rows = Array.from({ length: Math.ceil(values.length / width) }, (_, row) => row);
  return html`<table class="numbers">
    <caption>${caption}</caption>
    <tbody>
      ${rows.map(
        (row) => html`<tr>
          ${Array.from({ length: width }, (_, col) => {
            const at = row * width + col;
            const value = values[at];
            return html`<td class=${at === chosen ? 'chosen' : nothing}>
              <i aria-hidden="true" style=${`background: ${colourOf(colours[at], full, tone)}`}></i>${text(value, at)}
            </td>`;
          })}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
