import { html, nothing } from 'lit';
import { similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { openOf } from '../../ui/inputs.js';

const ROWS = 100;

/**
 * The map as a table, for readers who cannot see it: the most frequent words, their groups and
 * positions.
 */
export class MapTable extends LabElement {
  static properties = { ...given('positions vocabulary groups groupNames'), ...own('open') };

  constructor() {
    super();
    /** @type {Float32Array | null} */
    this.positions = null;
    /** @type {Array<{word: string, count: number}>} */
    this.vocabulary = [];
    /** @type {Int32Array | null} */
    this.groups = null;
    /** @type {string[]} */
    this.groupNames = [];
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
        <summary>${t('map.table')}</summary>
        ${this.open ? this.#table() : nothing}
      </details>
    `;
  }

  #table() {
    const size = Math.min(ROWS, (this.positions?.length ?? 0) / 2);
    const rows = Array.from({ length: size }, (_, i) => i);
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('map.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('map.tableWord')}</th>
              <th scope="col">${t('map.tableCount')}</th>
              <th scope="col">${t('map.tableGroup')}</th>
              <th scope="col">${t('map.tableX')}</th>
              <th scope="col">${t('map.tableY')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (i) => html`<tr>
                <th scope="row">${this.vocabulary[i]?.word}</th>
                <td>${whole(this.vocabulary[i]?.count ?? 0)}</td>
                <td>${this.groupNames[this.groups?.[i] ?? -1] ?? ''}</td>
                <td>${similarity(this.positions?.[2 * i] ?? 0)}</td>
                <td>${similarity(this.positions?.[2 * i + 1] ?? 0)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

define('map-table', MapTable);
