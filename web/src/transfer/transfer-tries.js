import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { accuracyText, modeMark } from './transfer-parts.js';

const MOST = 6;

/**
 * The accuracy of each B, the latest first, and at the end that of the same network from scratch.
 * @typedef {{id: number, mode: string, name: string, note: string, accuracy: number,
 *   control: boolean}} Row
 */
export class TransferTries extends LabElement {
  static properties = given('rows chance title verdict');

  constructor() {
    super();
    /** @type {Row[]} the latest last */
    this.rows = [];
    this.chance = 0;
    this.title = '';
    /** The meaning of the results, as a sentence. */
    this.verdict = '';
  }

  render() {
    const latest = this.rows.filter(({ control }) => !control).slice(-MOST);
    const control = this.rows.filter((row) => row.control).slice(-1);
    const rows = [...latest.reverse(), ...control];
    if (!rows.length) return nothing;
    return html`
      <h4>${this.title}</h4>
      ${this.verdict ? html`<p class="step-verdict" id="verdict-b">${this.verdict}</p>` : nothing}
      <ol class="tries">
        ${rows.map(
          ({ id, mode, name, note, accuracy }) => html`<li data-try=${id} data-mode=${mode}>
            <span class="try-name">${modeMark(mode)}${name}</span>
            <span class="score-bar" aria-hidden="true"
              ><span style=${`transform: scaleX(${accuracy})`}></span
              ><i style=${`left: ${100 * this.chance}%`}></i
            ></span>
            <span class="number accuracy">${accuracyText(accuracy)}</span>
            <span class="note">${note}</span>
          </li>`,
        )}
      </ol>
      <p class="note">${t('transfer.tries.chance', { percent: accuracyText(this.chance) })}</p>
    `;
  }
}

define('transfer-tries', TransferTries);
