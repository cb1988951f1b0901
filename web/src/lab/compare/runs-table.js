import { html, nothing } from 'lit';
import { nats, percent, plain } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { download } from '../../ui/parts.js';
import { columnsOf, csvOf, nameOf, sortedBy } from './compare.js';
import './run-maps.js';

/**
 * @typedef {import('../runs.js').Run} Run
 * @typedef {{left: {name: string, map: import('../runs.js').RunMap},
 *   right: {name: string, map: import('../runs.js').RunMap}}} Pair two maps, the right one aligned
 */

/** All runs with their settings and results: sortable, as a file, two of their maps side by side. */
export class RunsTable extends LabElement {
  static properties = {
    ...given('runs current shown groups version'),
    ...own('sort falling pair'),
  };

  constructor() {
    super();
    /** @type {Run[]} */
    this.runs = [];
    /** @type {Run | null} */
    this.current = null;
    /** The slot whose model aligns the maps. @type {import('../slot.js').Slot} */
    this.shown = unset();
    /** The groups of the current corpus. @type {Record<string, string> | null} */
    this.groups = null;
    /** Counts the changes of `runs`. */
    this.version = 0;
    /** The column by which rows are sorted; '' for the order of training. */
    this.sort = '';
    this.falling = false;
    /** @type {Pair | null} */
    this.pair = null;
  }

  render() {
    const columns = columnsOf(this.runs);
    const column = columns.find(({ id }) => id === this.sort);
    const rows = column ? sortedBy(this.runs, column, this.falling) : this.runs;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('runs.title')}>
        <table id="runs-table">
          <thead>
            <tr>
              ${columns.map((one) => this.#head(one))}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (run) => html`<tr class=${run === this.current ? 'current' : ''} data-run=${run.id}>
                ${columns.map(({ id, of }, i) =>
                  i === 0
                    ? html`<th scope="row">${shown(id, of(run))}</th>`
                    : html`<td>${shown(id, of(run))}</td>`,
                )}
                <td>${this.#mapButton(run)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <button type="button" class="link" id="runs-csv" @click=${() => this.#save()}>
        ${t('runs.csv')}
      </button>
      ${this.pair ? html`<run-maps .pair=${this.pair} .groups=${this.groups}></run-maps>` : nothing}
    `;
  }

  #head(/** @type {ReturnType<typeof columnsOf>[number]} */ { id, head }) {
    const here = id === this.sort;
    const press = () => {
      this.falling = here && !this.falling;
      this.sort = id;
    };
    return html`<th scope="col" aria-sort=${here ? (this.falling ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="link" data-sort=${id} @click=${press}>
        ${head}<span aria-hidden="true">${here ? (this.falling ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>`;
  }

  /** Shows a run's map beside the current one, if both have words in common. */
  #mapButton(/** @type {Run} */ run) {
    const { current } = this;
    if (run === current || !run.map || !current?.map) return nothing;
    const label = t('runs.mapOf', { name: nameOf(run, current) });
    return html`<button
      type="button"
      class="link"
      aria-label=${label}
      title=${label}
      @click=${() => this.#compare(run, current)}
    >
      ${t('runs.map')}
    </button>`;
  }

  /** @param {Run} run @param {Run} current */
  async #compare(run, current) {
    const { model } = this.shown;
    const [mine, other] = [current.map, run.map];
    if (!model || !mine || !other) return;
    const place = new Map(mine.words.map((word, i) => [word, i]));
    const shared = other.words.flatMap((word, i) => {
      const at = place.get(word);
      return at === undefined ? [] : [[at, i]];
    });
    const pick = (/** @type {Float32Array} */ from, /** @type {0 | 1} */ side) =>
      Float32Array.from(
        shared.flatMap((both) => [...from.subarray(2 * both[side], 2 * both[side] + 2)]),
      );
    const all = other.positions;
    const previous = pick(mine.positions, 0);
    const positions = await model.alignPositions({ previous, current: pick(all, 1), all });
    this.pair = {
      left: { name: nameOf(run, current), map: { words: other.words, positions } },
      right: { name: t('runs.current'), map: mine },
    };
  }

  #save() {
    // The mark tells spreadsheets that the file is UTF-8.
    download('preformer-runs.csv', new Blob(['\uFEFF', csvOf(this.runs)], { type: 'text/csv' }));
  }
}

/** @param {string} column @param {string | number} value */
function shown(column, value) {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return '–';
  if (column === 'loss' || column === 'heldoutLoss') return nats(value);
  if (column === 'accuracy') return percent(value);
  return plain(Math.round(value * 1e6) / 1e6);
}

define('runs-table', RunsTable);
