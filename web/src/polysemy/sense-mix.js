import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { decimal } from '../link/kinds.js';
import { define, given, LabElement } from '../ui/base.js';
import { EQUAL, field, MIXED, withShare } from './table.js';
import '../ui/range-field.js';

const ROWS = Array.from({ length: MIXED }, (_, j) => ({
  name: `s${j}`,
  key: '',
  initial: EQUAL[j],
  ...decimal(0, 1, 0.01),
}));

/** The weights of the mix and γ. Event: `set` {weights | gamma | layer}. */
export class SenseMix extends LabElement {
  static properties = given('weights gamma');

  constructor() {
    super();
    this.weights = EQUAL;
    this.gamma = 1;
  }

  /** Moving a slider of this panel changes the mix, so the mix becomes the current layer. */
  #set(/** @type {CustomEvent} */ event) {
    const [[name, value]] = Object.entries(event.detail);
    const j = ROWS.findIndex((row) => row.name === name);
    event.stopPropagation();
    const change = j < 0 ? { [name]: value } : { weights: withShare(this.weights, j, value) };
    this.emit('set', { ...change, layer: 'mix' });
  }

  render() {
    const equal = this.weights.every((x) => Math.abs(x - 1 / MIXED) < 0.002);
    return html`
      <section class="panel-section" aria-labelledby="mix-title">
        <h2 id="mix-title">${t('sense.mix.title')}</h2>
        <p class="note formula">${t('sense.mix.formula')}</p>
        <div @set=${this.#set}>
          ${ROWS.map(
            (row, j) => html`<range-field
              .row=${row}
              .value=${Math.round(100 * this.weights[j]) / 100}
              .initial=${Math.round(100 * this.weights[j]) / 100}
            ></range-field>`,
          )}
          <range-field .row=${field('gamma')} .value=${this.gamma} .initial=${1}></range-field>
        </div>
        ${
          equal
            ? nothing
            : html`<button
                type="button"
                class="link"
                id="mix-equal"
                @click=${() => this.emit('set', { weights: undefined })}
              >
                ${t('sense.mix.equal')}
              </button>`
        }
      </section>
    `;
  }
}

define('sense-mix', SenseMix);
