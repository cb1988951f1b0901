import { html, nothing } from 'lit';
import { strength } from '../../../plots/cells.js';
import { bars } from '../../figures/bars.js';
import { card } from '../../figures/card.js';
import { multiply, oneHotOf, WORDS } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Multiplied} Multiplied */

const FULL = 0.1; // Q begins between −0.1 and 0.1
const FIRST = 6; // columns that are shown, and the last; a phone shows fewer

const fixed = (/** @type {number} */ x) =>
  x
    .toFixed(3)
    .replace(/^-0\.000$/, '0.000')
    .replace('-', '−');

/** @param {View} view */
const shows = ({ phase }) => phase === 'outcome' || phase === 'playing';

/** The word beside which the 1 stands. @param {View} view @param {string[]} list */
function placeOf({ state, language }, list) {
  const place = list.indexOf(state.word);
  return place < 0 ? list.indexOf(WORDS[language].king) : place;
}

/** Rows that are shown; −1 for those left out. @param {'en' | 'zh'} language @param {string[]} list */
function shownRows(language, list) {
  const { king, queen } = WORDS[language];
  const ends = [list.indexOf(king) + 1, list.indexOf(queen)];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const near = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return [0, -1, ...near, -1, list.length - 1];
}

/** @param {ArrayLike<number>} row @param {string} part */
function cells(row, part) {
  const cell = (/** @type {number} */ i, more = '') => html`<td
    class=${`number ${row[i] < 0 ? 'below' : 'above'} ${more}`}
    data-part=${part}
    style=${`--share: ${(45 * strength(row[i], FULL)).toFixed(0)}%`}
  >
    ${fixed(row[i])}
  </td>`;
  return html`${Array.from({ length: FIRST }, (_, i) => cell(i, ['', '', 'third'][i] ?? 'wide-only'))}
    <td class="dots" data-part=${part} aria-hidden="true">⋯</td>
    ${cell(row.length - 1)}`;
}

/** @param {View} view */
function table(view) {
  const said = words[view.language];
  const now = /** @type {Multiplied | undefined} */ (view.frame);
  if (!now) return card(view, { title: said.title }, html`<div class="figure-space"></div>`);
  const { list, Q, rows } = now;
  const columns = Q.length / list.length;
  const place = placeOf(view, list);
  const added = shows(view) ? rows : 0;
  const product = multiply(oneHotOf(list.length, place), Q, added);
  const row = (/** @type {number} */ i) => {
    if (i < 0) {
      return html`<tr class="skipped">
        <td></td>
        <td data-part="w" aria-label=${said.skipped}>⋮</td>
        <td colspan=${FIRST + 2} data-part="Q" aria-hidden="true">⋮</td>
      </tr>`;
    }
    const one = i === place;
    return html`<tr class=${one ? 'picked' : i < added ? 'done' : ''}>
      <th scope="row">
        <button
          type="button"
          aria-label=${said.move(list[i])}
          aria-pressed=${one ? 'true' : 'false'}
          @click=${() => view.set({ word: list[i] })}
        >
          ${list[i]}
        </button>
      </th>
      <td class="w" data-part="w">${one ? html`<b>1</b>` : '0'}</td>
      ${cells(Q.subarray(i * columns, (i + 1) * columns), 'Q')}
    </tr>`;
  };
  return card(
    view,
    { title: said.title, note: said.size(list.length, columns) },
    html`<table class="product-table" aria-label=${said.table}>
        <thead>
          <tr>
            <th scope="col">${said.word}</th>
            <th scope="col" data-part="w"><i class="symbol">w</i></th>
            <th scope="col" colspan=${FIRST + 2} data-part="Q"><i class="symbol">Q</i></th>
          </tr>
        </thead>
        <tbody>
          ${shownRows(view.language, list).map(row)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="2">${said.product} =</th>
            ${
              shows(view)
                ? cells(product, 'c')
                : html`<td class="unknown" colspan=${FIRST + 2}><span>?</span></td>`
            }
          </tr>
        </tfoot>
      </table>
      <p class="figure-note">${said.hint}</p>
      <div class="all-numbers">
        ${
          shows(view)
            ? html`<p class="figure-note">${said.all(columns, list[place])}</p>
                ${bars(product, FULL, { label: said.all(columns, list[place]) })}`
            : nothing
        }
      </div>`,
  );
}

/** @param {View} view */
function sum(view) {
  const said = words[view.language];
  const now = /** @type {Multiplied | undefined} */ (view.frame);
  if (!now || !view.outcome) return nothing;
  const { list, Q } = now;
  const columns = Q.length / list.length;
  const place = placeOf(view, list);
  const { numbers = {} } = view.outcome;
  const shown = shownRows(view.language, list);
  const first = (/** @type {number} */ i) => Q[i * columns];
  const left = list.length - shown.filter((i) => i >= 0).length;
  const line = (/** @type {number} */ i) => {
    if (i < 0) return html`<tr class="skipped"><td colspan="6">⋮</td></tr>`;
    const one = i === place;
    return html`<tr class=${one ? 'picked' : ''}>
      <th scope="row">${list[i]}</th>
      <td>${one ? 1 : 0}</td>
      <td>×</td>
      <td>${fixed(first(i))}</td>
      <td>=</td>
      <td>${one ? fixed(first(i)) : 0}</td>
    </tr>`;
  };
  return card(
    view,
    { title: said.sumTitle(list[place]) },
    html`<div class="sum-and-costs">
      <table class="first-sum">
        <tbody>
          ${shown.map(line)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="5">${said.zeros(left)}</th>
            <td>0</td>
          </tr>
          <tr class="total">
            <th scope="row" colspan="5">${said.total}</th>
            <td><b>${fixed(first(place))}</b></td>
          </tr>
        </tfoot>
      </table>
      <div class="costs">
        <h4>${said.costs}</h4>
        <dl>
          <dt>${said.byFormula}</dt>
          <dd>
            <b>${list.length} × ${columns} = ${numbers.multiplications}</b> ${said.multiplications}
          </dd>
          <dt>${said.byLookup}</dt>
          <dd class="accent"><b>0</b> ${said.multiplications}</dd>
        </dl>
      </div>
    </div>`,
  );
}

/** @param {View} view */
function overwritten(view) {
  const said = words[view.language];
  const names = WORDS[view.language];
  const result = view.checked?.more;
  if (!result) {
    return card(view, { title: view.checking ? said.checking : said.choose }, nothing);
  }
  const pair = (/** @type {'king' | 'queen'} */ key) => html`<p class="chart-head">
      <b>${names[key]}</b> <small>${said.moved(result.moved[key], result.all)}</small>
    </p>
    ${
      /** @type {const} */ (['before', 'after']).map(
        (when) => html`<div class="row overwritten">
        <span class="row-name">${said[when]}</span>
        ${bars(result[when][key], FULL, { label: said.row(names[key], said[when]) })}
      </div>`,
      )
    }`;
  return card(
    view,
    { title: said.checkTitle(names.king) },
    html`<div class="rows">${pair('king')} ${pair('queen')}</div>
      <p class="figure-note">${said.note}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { table, sum, overwritten };
