import { html, nothing, svg } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { icon } from '../ui/parts.js';
import { digitsFor, figure, fixed } from './figures.js';
import './number-block.js';
import { css } from './number-block.js';
import { rich } from './rich.js';
import { fitted } from './text-width.js';

/**
 * The box of one word in a reader's layer: what its memory keeps, writes and shows, for all cells,
 * and one cell in numbers and through the sentence. Arrow keys move from cell to cell.
 * Events: `open-number` {block, row, col}, `close-number`, `show-table` {block}.
 */
export class CellDrawer extends LabElement {
  static properties = given('story scale label');

  constructor() {
    super();
    /** @type {NonNullable<ReturnType<typeof import('./elmo-cell.js').cellStory>> | null} */
    this.story = null;
    /** How much larger type is than by default. */
    this.scale = 1;
    /** Width of the names of the rows. */
    this.label = 150;
    /** The active row of the strips. */
    this.row = 4;
  }

  render() {
    const { story } = this;
    if (!story) return nothing;
    return html`<div class="drawer">
      <header class="drawer-head">
        <h2 id="cell-title"><strong>${story.title}</strong></h2>
        <button
          type="button"
          class="link"
          id="cells-table"
          @click=${() => this.emit('show-table', { block: 'cells' })}
        >${t('inside.table')}</button>
        <button
          type="button"
          class="quiet square"
          id="cells-close"
          aria-label=${t('inside.close')}
          title=${t('inside.close')}
          @click=${() => this.emit('close-number')}
        >${icon('close')}</button>
      </header>
      <div class="drawer-parts cell-parts">${this.#strips()} ${this.#numbers()} ${this.#path()}</div>
    </div>`;
  }

  /** The arrow keys and presses within the strips choose the cell. */
  #choose(/** @type {CustomEvent<import('./scene.js').Place>} */ event) {
    const { story } = this;
    if (event.detail.block !== 'cells' || !story) return;
    event.stopPropagation();
    this.row = event.detail.row;
    if (event.detail.col !== story.cell) {
      this.emit('open-number', story.placeOf(event.detail.col));
    }
  }

  #strips() {
    const { scale, label } = this;
    const story = /** @type {NonNullable<CellDrawer['story']>} */ (this.story);
    const { block, cell, pitch, rows, full } = story;
    const { w, h } = block.box;
    const top = 24;
    const one = w / block.cols;
    const x = label + cell * one;
    const blamed = rows.some(({ blame }) => blame !== null);
    const size = {
      width: label + w + (blamed ? (label < 150 ? 134 : 166) : 62),
      height: top + h + 6,
    };
    const placed = { ...block, box: { ...block.box, x: label, y: top } };
    const frame = { left: x - 2, top: top - 3, width: Math.max(one, 3) + 4, height: h + 6 };
    return html`<div
      class="cell-strips"
      style=${css(size, scale)}
      @open-number=${this.#choose}
    >
      ${rows.map(({ row, value, blame, gate }, n) => {
        const at = { top: top + n * pitch, height: pitch, 'line-height': pitch };
        return html`<p class=${`cell-row of-${row}`} style=${css({ ...at, left: 0, width: size.width }, scale)}>
          ${
            gate
              ? html`<button
                  type="button"
                  class="link"
                  id=${`gate-${row}`}
                  title=${t('inside.elmo.why')}
                  @click=${() => this.emit('open-number', gate)}
                >${t(`inside.elmo.row.${row}`)} <small>${t(`inside.elmo.row.${row}.sub`)}</small></button>`
              : html`<strong>${t(`inside.elmo.row.${row}`)}</strong>${row === 'shown' ? html` <small>${t('inside.elmo.row.shown.sub')}</small>` : nothing}`
          }
          ${
            blame === null
              ? nothing
              : html`<span class=${`cell-blame ${blame < 0 ? 'raise' : 'lower'}`} title=${t('inside.elmo.blameOfSum')}>${figure(blame)}</span>`
          }
          <strong class="cell-value" style=${css({ left: label + w + 8, width: 50 }, scale)}>${fixed(value)}</strong>
        </p>`;
      })}
      <number-block
        .block=${placed}
        .full=${full}
        .scale=${scale}
        .opened=${{ block: 'cells', row: this.row, col: cell }}
      ></number-block>
      <span class="cell-frame" style=${css(frame, scale)}></span>
      <strong
        class="cell-name"
        style=${css({ left: Math.min(Math.max(x + one / 2, label + 24), label + w - 24), top: 0 }, scale)}
      >${t('inside.elmo.cell', { cell: cell + 1 })}</strong>
      ${blamed ? html`<span class="cell-blame head" style=${css({ top: 0 }, scale)}>${t('inside.blame')}</span>` : nothing}
    </div>`;
  }

  #numbers() {
    const { numbers, cell, projected } = /** @type {NonNullable<CellDrawer['story']>} */ (
      this.story
    );
    return html`<section class="cell-numbers" id="cell-numbers" aria-live="polite">
      <h3>${t('inside.elmo.inNumbers', { cell: cell + 1 })}</h3>
      <p>
        ${numbers.memory.map((line, i) => html`${i ? html`<br />` : nothing}${rich(line)}`)}<strong>${numbers.result}</strong>
        ${numbers.clipped ? html`<br /><span class="soft">${numbers.clipped}</span>` : nothing}
      </p>
      <p>
        ${numbers.shown.map((line, i) => html`${i ? html`<br />` : nothing}${rich(line)}`)}<strong>${numbers.out}</strong>
      </p>
      <p class="note">${t('inside.elmo.gatesHint')}</p>
      ${projected ? html`<p class="note">${t('inside.elmo.projected', projected)}</p>` : nothing}
    </section>`;
  }

  #path() {
    const { path, slot, cell, backwards, other } = /** @type {NonNullable<CellDrawer['story']>} */ (
      this.story
    );
    const said = path.map(({ word, value }) => `${word} ${fixed(value)}`).join(', ');
    return html`<section class="cell-path" id="cell-path">
      <h3>${t('inside.elmo.carries', { cell: cell + 1 })}</h3>
      ${pathChart(path, slot, backwards, other)}
      ${other ? html`<p class="note beside-key">${t('inside.elmo.beside.dashed')}</p>` : nothing}
      <p class="visually-hidden">${said}</p>
    </section>`;
  }
}

const round = (/** @type {number} */ x) => Math.round(x * 10) / 10;

/**
 * A cell's memory after each word.
 * @param {{word: string, value: number}[]} path @param {number} now
 * @param {boolean} backwards whether it was read from right to left
 * @param {number[] | null} other through a second sentence; NaN: it has no word there
 */
function pathChart(path, now, backwards, other) {
  const [width, height, left, top, bottom] = [330, 208, 40, 26, 146];
  const finite = [0, ...path.map(({ value }) => value), ...(other ?? [])].filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const span = high - low || 1;
  const part = (width - left - 14) / path.length;
  const x = (/** @type {number} */ i) => round(left + (i + 0.5) * part);
  const y = (/** @type {number} */ v) => round(top + ((bottom - top) * (high - v)) / span);
  const digits = digitsFor([low, high]);
  const line = (/** @type {number[]} */ values) =>
    values
      .map((value, i) => (Number.isFinite(value) ? [x(i), y(value)].join(' ') : ''))
      .filter(Boolean)
      .join('L');
  const every = Math.ceil(48 / part);
  return svg`<svg class="path-chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="axis" d="M${left} ${y(0)}H${width - 8}"></path>
    ${[...new Set([high, 0, low])]
      .filter((v) => !v || Math.abs(y(v) - y(0)) > 14)
      .map(
        (v) =>
          svg`<text class="small" x=${left - 6} y=${y(v) + 4} text-anchor="end">${fixed(v, v ? digits : 0)}</text>`,
      )}
    ${other ? otherPath(other, x, y) : nothing}
    <path class="path-line" d=${`M${line(path.map(({ value }) => value))}`}></path>
    ${path.map(({ word, value }, i) => {
      // Beside its neighbours, where the line does not go.
      const low = [path[i - 1], path[i + 1]].every((next) => !next || next.value >= value);
      const isNow = i === now;
      const named = isNow || (i % every === 0 && Math.abs(i - now) >= every);
      return svg`
        ${Number.isFinite(value) ? svg`<circle class=${isNow ? 'path-now' : 'point'} cx=${x(i)} cy=${y(value)} r=${isNow ? 6 : 3.5}></circle>` : ''}
        ${named ? svg`<text class=${isNow ? 'strong' : 'small'} x=${x(i)} y=${height - 24} text-anchor="middle">${fitted(word, part * every, 13)}</text>` : ''}
        ${isNow ? svg`<text class="true" x=${x(i)} y=${y(value) + (low ? 21 : -11)} text-anchor="middle">${fixed(value)}</text>` : ''}`;
    })}
    <text class="small" x=${(left + width) / 2} y=${height - 4} text-anchor="middle">${t(backwards ? 'inside.elmo.read.b' : 'inside.elmo.read.f')}</text>
  </svg>`;
}

/** @param {number[]} values @param {(i: number) => number} x @param {(v: number) => number} y */
function otherPath(values, x, y) {
  const points = values.flatMap((value, i) => (Number.isFinite(value) ? [[x(i), y(value)]] : []));
  return svg`<path class="path-line other" d=${points.length ? `M${points.map((point) => point.join(' ')).join('L')}` : ''}></path>
    ${points.map(([cx, cy]) => svg`<circle class="point past" cx=${cx} cy=${cy} r="3.5"></circle>`)}`;
}

define('cell-drawer', CellDrawer);
