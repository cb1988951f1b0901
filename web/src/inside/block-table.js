/** A block as a table, in a dialog: for screen readers, and for who wants the digits. */
import { html } from 'lit';
import { t } from '../i18n/index.js';
import { icon } from '../ui/parts.js';
import { figure } from './figures.js';
import { bare } from './rich.js';

const ROWS = 200;

/** @param {import('./scene.js').Block} block @param {() => void} close */
export function blockTable(block, close) {
  const { name, values, rowIds, text = figure, cell } = block;
  const { rows, cols, rowName, colName } = block.table ?? block;
  const shown = Math.min(rows, ROWS);
  const columns = Array.from({ length: cols }, (_, i) => i);
  return html`<dialog
    class="inside-table"
    id="inside-table"
    aria-labelledby="inside-table-title"
    @close=${close}
  >
    <header class="drawer-head">
      <h3 id="inside-table-title">${bare(name)}</h3>
      <form method="dialog">
        <button class="quiet square" aria-label=${t('inside.close')}>${icon('close')}</button>
      </form>
    </header>
    ${rows > shown ? html`<p class="note">${t('inside.tableFirst', { count: shown })}</p>` : ''}
    <div class="table-room" tabindex="0" role="region" aria-label=${bare(name)}>
      <table>
        <thead>
          <tr><th></th>${columns.map((col) => html`<th scope="col">${bare(colName(col))}</th>`)}</tr>
        </thead>
        <tbody>
          ${Array.from({ length: shown }, (_, row) => {
            const id = rowIds?.[row] ?? row;
            return html`<tr>
              <th scope="row">${bare(rowName(id))}</th>
              ${columns.map((col) => {
                const value = values[row * cols + col];
                const shown = value === undefined ? '' : (cell?.(row, col) ?? text(value));
                return html`<td>${shown}</td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </dialog>`;
}
