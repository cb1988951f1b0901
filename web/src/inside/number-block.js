import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../i18n/index.js';
import { cellAt, grouped, magnified, paintCells, spaced } from '../plots/cells.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { sharpen } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import { coloursOf } from './colours.js';
import { figure } from './figures.js';
import { bare } from './rich.js';
import { holds } from './scene.js';

/**
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('../plots/cells.js').Rgb} Rgb
 */

const PALE = 110; // of 255: rows that are not read

/**
 * One block of numbers: cells of colour or figures. It is a grid of which only the active number is
 * exposed. Strips are canvases, too: at ten redraws per second, thousands of SVG cells are too slow.
 * Events: `open-number` {block, row, col}, `close-number`, `show-table` {block}.
 */
export class NumberBlock extends LabElement {
  static properties = { ...given('block full opened scale'), ...own('row col') };

  constructor() {
    super();
    /** @type {Block | null} */
    this.block = null;
    /** The number that is drawn at full strength. */
    this.full = 1;
    /** @type {import('./scene.js').Place | null} the open number, if it is one of this block */
    this.opened = null;
    /** How much larger type is than by default. */
    this.scale = 1;
    /** The active number, by its place on the drawing. */
    this.row = 0;
    this.col = 0;
    /** @type {Record<string, Rgb> | null} */
    this.colours = null;
    this.chart = new Chart(this, {
      draw: () => this.#draw(),
      recoloured: () => {
        this.colours = null;
      },
    });
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    const { block, opened } = this;
    if (!block) return;
    if (changed.has('opened') && opened) {
      const { row, col } = drawnAt(block, opened);
      if (row >= 0) Object.assign(this, { row, col: Math.min(col, block.cols - 1) });
    }
    this.row = Math.max(0, Math.min(this.row, block.rows - 1));
    this.col = Math.max(0, Math.min(this.col, block.cols - 1));
    this.edges = edgesOf(block);
  }

  #draw() {
    const { block, edges, scale } = this;
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!block || !edges || !canvas || !context) return;
    const { w, h } = block.box;
    const ratio = sharpen(canvas, w * scale, h * scale) * scale;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!block.values.length) return;
    this.colours ??= coloursOf(this, context);
    const { zero, plus, minus, lower, raise } = this.colours;
    const blamed = block.tone === 'blame';
    const bright = new Set(block.bright ?? block.large);
    paintCells(
      context,
      { values: block.values, cols: block.cols, ...edges },
      { width: w, height: h, ratio },
      {
        full: this.full,
        zero,
        less: blamed ? raise : minus,
        more: blamed ? lower : plus,
        alpha: block.dimmed ? (row) => (bright.has(row) ? 255 : PALE) : undefined,
      },
    );
  }

  /** The place in the whole matrix. @param {number} row @param {number} col */
  #place(row, col) {
    const block = /** @type {Block} */ (this.block);
    if (block.line) return { block: block.id, row: 0, col: row * block.cols + col };
    return { block: block.id, row: block.rowIds?.[row] ?? row, col };
  }

  /** @param {number} row @param {number} col */
  #label(row, col) {
    const block = /** @type {Block} */ (this.block);
    if (block.cell) return block.cell(row, col);
    const place = this.#place(row, col);
    const names = [block.rowName(place.row), block.colName(place.col)].filter(Boolean).join(' ');
    const value = block.values[row * block.cols + col];
    const text = value === undefined ? '' : (block.text?.(value) ?? figure(value));
    return `${bare(names) || bare(block.name)}: ${text}`;
  }

  /** @param {MouseEvent} event */
  #cellOf(event) {
    const { block, edges, scale } = this;
    const grid = this.querySelector('.grid');
    if (!block || !edges || !grid) return null;
    const box = grid.getBoundingClientRect();
    const col = cellAt(edges.columns, (event.clientX - box.left) / scale);
    const row = cellAt(edges.rows, (event.clientY - box.top) / scale);
    const isThere = row >= 0 && col >= 0 && holds(block, this.#place(row, col));
    return isThere ? { row, col } : null;
  }

  #click(/** @type {MouseEvent} */ event) {
    const cell = this.#cellOf(event);
    if (!cell) return;
    Object.assign(this, cell);
    this.emit('open-number', this.#place(cell.row, cell.col));
  }

  #hover(/** @type {PointerEvent} */ event) {
    const cell = this.#cellOf(event);
    const grid = /** @type {HTMLElement | null} */ (this.querySelector('.grid'));
    if (grid) grid.title = cell ? this.#label(cell.row, cell.col) : '';
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const block = /** @type {Block} */ (this.block);
    const { row, col } = this;
    // Of a single row, a page is a group of columns: a word.
    const [down, across] = block.rows === 1 && block.every ? [0, block.every] : [10, 0];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => this.#go(row, col - 1),
      ArrowRight: () => this.#go(row, col + 1),
      ArrowUp: () => this.#go(row - 1, col),
      ArrowDown: () => this.#go(row + 1, col),
      Home: () => this.#go(row, 0),
      End: () => this.#go(row, block.cols - 1),
      PageUp: () => this.#go(row - down, col - across),
      PageDown: () => this.#go(row + down, col + across),
      Enter: () => this.#open(),
      ' ': () => this.#open(),
      Escape: () => this.emit('close-number'),
      t: () => this.emit('show-table', { block: block.id }),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #open() {
    const place = this.#place(this.row, this.col);
    if (this.block && holds(this.block, place)) this.emit('open-number', place);
  }

  /** @param {number} row @param {number} col */
  #go(row, col) {
    const block = /** @type {Block} */ (this.block);
    this.row = Math.max(0, Math.min(block.rows - 1, row));
    this.col = Math.max(0, Math.min(block.cols - 1, col));
    if (block.follows) this.emit('open-number', this.#place(this.row, this.col));
    const shown = () =>
      this.querySelector('.cell')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    void this.updateComplete.then(shown);
  }

  render() {
    const { block, scale } = this;
    if (!block) return nothing;
    const { x, y, w, h } = block.box;
    const place = css({ left: x, top: y, width: w, height: h }, scale);
    const canvas = html`<canvas
      ${ref(this.chart.watch)}
      aria-hidden="true"
      style=${css({ width: w, height: h }, scale)}
    ></canvas>`;
    const known = block.values.length > 0;
    const look = `grid ${block.look ?? 'cells'} ${known ? '' : 'unknown'}`;
    if (block.decoration)
      return html`<div class=${look} style=${place} aria-hidden="true">${canvas}</div>`;
    const id = `cell-${block.id}`;
    return html`<div
      class=${look}
      style=${place}
      role="grid"
      tabindex="0"
      id=${`block-${block.id}`}
      aria-label=${bare(block.name)}
      aria-rowcount=${block.rows}
      aria-colcount=${block.cols}
      aria-activedescendant=${id}
      aria-describedby="inside-help"
      @click=${this.#click}
      @pointermove=${this.#hover}
      @keydown=${this.#key}
    >
      ${block.look === 'figures' ? this.#figures(block) : block.look === 'blank' ? nothing : canvas}
      ${this.#active(block, id)}
    </div>`;
  }

  /** @param {Block} block */
  #figures({ values, text = figure, figureClass, rowIds, box }) {
    const { edges, scale } = this;
    return Array.from(values, (value, n) => {
      const [top, end] = [edges?.rows.starts[n] ?? 0, edges?.rows.ends[n] ?? 0];
      const look = `figure ${figureClass?.(rowIds?.[n] ?? n) ?? ''}`;
      const style = css({ top, height: end - top, width: box.w, 'line-height': end - top }, scale);
      return html`<span class=${look} aria-hidden="true" style=${style}>${text(value)}</span>`;
    });
  }

  /** @param {Block} block @param {string} id */
  #active(block, id) {
    const { row, col, edges, scale, opened } = this;
    if (!edges) return nothing;
    const at = (
      /** @type {import('../plots/cells.js').Edges} */ { starts, ends },
      /** @type {number} */ i,
    ) => ({
      from: starts[i] ?? 0,
      size: Math.max(2, (ends[i] ?? 0) - (starts[i] ?? 0)),
    });
    const [down, across] = [at(edges.rows, row), at(edges.columns, col)];
    const style = css(
      { left: across.from, top: down.from, width: across.size, height: down.size },
      scale,
    );
    const open = opened && drawnAt(block, opened);
    const isOpen = open?.row === row && open.col === col;
    return html`<div role="row" aria-rowindex=${row + 1}>
      <div
        role="gridcell"
        id=${id}
        class=${isOpen ? 'cell open' : 'cell'}
        aria-colindex=${col + 1}
        aria-selected=${isOpen ? 'true' : 'false'}
        aria-label=${block.values.length ? this.#label(row, col) : t('inside.notYet')}
        style=${style}
      ></div>
    </div>`;
  }
}

/** @param {Record<string, number>} sizes @param {number} scale */
export const css = (sizes, scale) =>
  Object.entries(sizes)
    .map(([name, size]) => `${name}: ${(size * scale).toFixed(2)}px`)
    .join(';');

/** Where a number stands on the drawing; row −1: it is not drawn. @param {Block} block @param {import('./scene.js').Place} place of the whole matrix */
export function drawnAt({ rowIds, rows, cols, line }, { row, col }) {
  if (line) return { row: Math.floor(col / cols), col: col % cols };
  if (rowIds) return { row: Array.prototype.indexOf.call(rowIds, row), col };
  return { row: row < rows ? row : -1, col };
}

/** @param {Block} block */
function edgesOf({ box, rows, cols, large, magnify, bars, every, gap }) {
  return {
    rows: bars ? spaced(rows, bars.pitch, bars.thickness) : magnified(rows, box.h, large, magnify),
    columns: grouped(cols, box.w, every, gap),
  };
}

define('number-block', NumberBlock);
