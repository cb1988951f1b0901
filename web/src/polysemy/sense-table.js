import { html, nothing } from 'lit';
import { similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { openOf } from '../ui/inputs.js';
import { marked, senseName } from './sense-parts.js';

/** The map as a table, for readers who cannot see it: sentences, senses, positions. */
export class SenseTable extends LabElement {
  static properties = { ...given('shown'), ...own('open') };

  constructor() {
    super();
    /** @type {import('./frame.js').Frame | null} */
    this.shown = null;
    this.open = false;
  }

  render() {
    return html`
      <details
        class="more map-table"
        id="map-table"
        @toggle=${(/** @type {Event} */ event) => {
          this.open = openOf(event);
        }}
      >
        <summary>${t('sense.map.table')}</summary>
        ${this.open && this.shown ? this.#table(this.shown) : nothing}
      </details>
    `;
  }

  #table(/** @type {import('./frame.js').Frame} */ { of, positions }) {
    const heads = ['sentence', 'sense', 'kind', 'x', 'y'];
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('sense.map.table')}>
        <table>
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${t(`sense.table.${head}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${of.sentences.map(
              (tokens, i) => html`<tr>
                <th scope="row">${marked(tokens, of.places[i])}</th>
                <td>${senseName(of.names, of.senses[i])}</td>
                <td>${t(of.heldout[i] ? 'sense.map.heldoutShort' : 'sense.map.trained')}</td>
                <td>${similarity(positions[2 * i])}</td>
                <td>${similarity(positions[2 * i + 1])}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

define('sense-table', SenseTable);
