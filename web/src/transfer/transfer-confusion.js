import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { pixelsOf } from './digits.js';
import { digit } from './transfer-digit.js';

/**
 * @typedef {{labels: string[], confusion: number[][], predictions: number[], accuracy: number}}
 *   Measured
 */

const SHOWN = 14;

/**
 * B's confusion matrix: one row per true class, one column per answer. For digits, a click on a
 * number shows the images that it counts.
 */
export class TransferConfusion extends LabElement {
  static properties = { ...given('measured images places'), ...own('chosen') };

  constructor() {
    super();
    /** @type {Measured | null} */
    this.measured = null;
    /** The test images; null for text. @type {import('./digits.js').Images | null} */
    this.images = null;
    /** For each prediction, the index of its image. @type {number[]} */
    this.places = [];
    /** @type {[number, number] | null} */
    this.chosen = null;
  }

  willUpdate(/** @type {import('lit').PropertyValues} */ changed) {
    if (changed.has('measured')) this.chosen = this.images ? this.#worst() : null;
  }

  /** The most frequent confusion. @returns {[number, number] | null} */
  #worst() {
    /** @type {[number, number] | null} */
    let worst = null;
    let most = 0;
    this.measured?.confusion.forEach((row, truth) => {
      row.forEach((count, answer) => {
        if (truth === answer || count <= most) return;
        most = count;
        worst = [truth, answer];
      });
    });
    return worst;
  }

  render() {
    const { measured } = this;
    if (!measured) return nothing;
    const { labels, confusion } = measured;
    const total = confusion.flat().reduce((sum, count) => sum + count, 0);
    return html`
      <h4 id="confusion-title">${t(this.images ? 'transfer.confusion.title' : 'transfer.confusion.title.text')}</h4>
      <table class="confusion" aria-labelledby="confusion-title">
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${t('transfer.confusion.true')}</span></th>
            ${labels.map((label) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${labels.map(
            (label, truth) => html`<tr>
              <th scope="row">${label}</th>
              ${confusion[truth].map((_, answer) => this.#cell(measured, truth, answer))}
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${t(this.images ? 'transfer.confusion.note' : 'transfer.confusion.note.text', { total: whole(total) })}</p>
      ${this.#pictures()}
    `;
  }

  #cell(
    /** @type {Measured} */ { labels, confusion },
    /** @type {number} */ truth,
    /** @type {number} */ answer,
  ) {
    const count = confusion[truth][answer];
    const most = Math.max(1, ...confusion[truth]);
    const row = confusion[truth].reduce((a, b) => a + b, 0);
    const share = Math.round((46 * count) / (truth === answer ? most : Math.max(1, row)));
    const right = truth === answer ? 'right' : 'wrong';
    const style = `--share: ${truth === answer ? share : Math.min(46, 3 * share)}%`;
    const chosen = this.chosen?.[0] === truth && this.chosen[1] === answer;
    if (!this.images || count === 0) return html`<td class=${right} style=${style}>${count}</td>`;
    return html`<td class=${right} style=${style}>
      <button
        type="button"
        aria-pressed=${chosen ? 'true' : 'false'}
        aria-label=${t('transfer.confusion.cell', { count, truth: labels[truth], answer: labels[answer] })}
        @click=${() => {
          this.chosen = chosen ? null : [truth, answer];
        }}
      >${count}</button>
    </td>`;
  }

  #pictures() {
    const { images, chosen, measured, places } = this;
    if (!images || !chosen || !measured) return nothing;
    const [truth, answer] = chosen;
    const { labels, predictions } = measured;
    const all = predictions.flatMap((predicted, i) =>
      predicted === answer && images.labels[places[i]] === labels[truth] ? [places[i]] : [],
    );
    const values = { truth: labels[truth], answer: labels[answer] };
    return html`<p class="note">
        ${t(truth === answer ? 'transfer.confusion.these.right' : 'transfer.confusion.these', values)}
      </p>
      <div class="thumbs">${all.slice(0, SHOWN).map((at) => digit(pixelsOf(images, at)))}</div>`;
  }
}

define('transfer-confusion', TransferConfusion);
