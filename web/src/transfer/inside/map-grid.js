import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { coloursOf } from '../../inside/colours.js';
import { cellAt, paintCells } from '../../plots/cells.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { sharpen } from '../../ui/canvas.js';
import { Chart } from '../../ui/chart.js';
import { Mosaic } from './mosaic.js';

/**
 * @typedef {import('../../plots/cells.js').Rgb} Rgb
 *
 * @typedef {object} Maps
 * @property {string} id
 * @property {string} name for screen readers
 * @property {ArrayLike<number>} values channels last
 * @property {number} height of one map
 * @property {number} width
 * @property {number} channels
 * @property {number} across maps beside each other
 * @property {number} gap between two maps, in cells
 * @property {'value' | 'blame'} tone
 * @property {(index: number) => string} label a number with its name
 *
 * @typedef {{channel: number, y: number, x: number, height: number, width: number}} Frame
 */

/**
 * The maps of a layer beside each other, as cells of colour. One grid for the keyboard, of which only
 * the active number is exposed; the arrow keys go from map to map.
 * Events: `open-number` {index}, `close-number`, `show-table` {block}.
 */
export class MapGrid extends LabElement {
  static properties = { ...given('maps full opened frame'), ...own('row col') };

  constructor() {
    super();
    /** @type {Maps | null} */
    this.maps = null;
    /** The number that is drawn at full strength. */
    this.full = 1;
    /** The open number, −1 if it is not of these maps. */
    this.opened = -1;
    /** The patch that the opened number reads. @type {Frame | null} */
    this.frame = null;
    this.row = 0;
    this.col = 0;
    /** @type {Mosaic | null} */
    this.mosaic = null;
    this.chart = new Chart(this, { draw: () => this.#draw() });
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    const { maps, opened } = this;
    if (!maps) return;
    if (changed.has('maps')) this.mosaic = new Mosaic(maps);
    const { mosaic } = this;
    if (!mosaic) return;
    if (changed.has('opened') && opened >= 0) Object.assign(this, mosaic.cellOf(opened));
    this.row = Math.max(0, Math.min(this.row, mosaic.rows - 1));
    this.col = Math.max(0, Math.min(this.col, mosaic.cols - 1));
  }

  #draw() {
    const { maps, mosaic } = this;
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!maps || !mosaic || !canvas || !context) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!width || !height) return;
    const ratio = sharpen(canvas, width, height);
    const { zero, plus, minus, lower, raise } = coloursOf(this, context);
    const blamed = maps.tone === 'blame';
    const { values, cols } = mosaic;
    const size = { width, height, ratio };
    const edges = mosaic.edges(width, height);
    const [less, more] = blamed ? [raise, lower] : [minus, plus];
    paintCells(context, { values, cols, ...edges }, size, { full: this.full, zero, less, more });
  }

  /** @param {MouseEvent} event @returns {{row: number, col: number} | null} */
  #cellAt(event) {
    const box = this.querySelector('.map-grid')?.getBoundingClientRect();
    if (!box || !this.mosaic) return null;
    const edges = this.mosaic.edges(box.width, box.height);
    const col = cellAt(edges.columns, event.clientX - box.left);
    const row = cellAt(edges.rows, event.clientY - box.top);
    return row < 0 || col < 0 || this.mosaic.indexAt(row, col) < 0 ? null : { row, col };
  }

  #click(/** @type {MouseEvent} */ event) {
    const cell = this.#cellAt(event);
    if (!cell) return;
    Object.assign(this, cell);
    this.#open();
  }

  #open() {
    const index = this.mosaic?.indexAt(this.row, this.col) ?? -1;
    if (index >= 0) this.emit('open-number', { index });
  }

  #hover(/** @type {PointerEvent} */ event) {
    const cell = this.#cellAt(event);
    const grid = /** @type {HTMLElement | null} */ (this.querySelector('.map-grid'));
    if (grid) grid.title = cell ? this.#label(cell.row, cell.col) : '';
  }

  /** @param {number} row @param {number} col */
  #label(row, col) {
    const index = this.mosaic?.indexAt(row, col) ?? -1;
    return index < 0 ? '' : (this.maps?.label(index) ?? '');
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const { row, col, maps, mosaic } = this;
    if (!maps || !mosaic || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => this.#go(row, col - 1),
      ArrowRight: () => this.#go(row, col + 1),
      ArrowUp: () => this.#go(row - 1, col),
      ArrowDown: () => this.#go(row + 1, col),
      Home: () => this.#go(row, 0),
      End: () => this.#go(row, mosaic.cols - 1),
      PageUp: () => this.#go(row - maps.height, col),
      PageDown: () => this.#go(row + maps.height, col),
      Enter: () => this.#open(),
      ' ': () => this.#open(),
      Escape: () => this.emit('close-number'),
      t: () => this.emit('show-table', { block: maps.id }),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {number} row @param {number} col */
  #go(row, col) {
    const { mosaic } = this;
    if (!mosaic) return;
    const [down, across] = [
      Math.max(0, Math.min(mosaic.rows - 1, row)),
      Math.max(0, Math.min(mosaic.cols - 1, col)),
    ];
    if (mosaic.indexAt(down, across) >= 0) Object.assign(this, { row: down, col: across });
  }

  render() {
    const { maps, mosaic, row, col, opened } = this;
    if (!maps || !mosaic) return html``;
    const isOpen = opened >= 0 && mosaic.indexAt(row, col) === opened;
    return html`<div
      class="map-grid"
      style=${`aspect-ratio: ${mosaic.wide.toFixed(3)} / ${mosaic.high.toFixed(3)}`}
      role="grid"
      tabindex="0"
      id=${`maps-${maps.id}`}
      aria-label=${maps.name}
      aria-rowcount=${mosaic.rows}
      aria-colcount=${mosaic.cols}
      aria-activedescendant=${`active-${maps.id}`}
      aria-describedby="inside-help"
      @click=${this.#click}
      @pointermove=${this.#hover}
      @keydown=${this.#key}
    >
      <canvas aria-hidden="true" ${ref(this.chart.watch)}></canvas>
      ${this.frame ? html`<div class="patch" aria-hidden="true" style=${placed(mosaic.frame(this.frame))}></div>` : nothing}
      <div role="row" aria-rowindex=${row + 1}>
        <div
          role="gridcell"
          id=${`active-${maps.id}`}
          class=${isOpen ? 'cell open' : 'cell'}
          aria-colindex=${col + 1}
          aria-selected=${isOpen ? 'true' : 'false'}
          aria-label=${this.#label(row, col)}
          style=${placed(mosaic.share(row, col))}
        ></div>
      </div>
    </div>`;
  }
}

/** Shares of the whole as CSS. @param {Record<string, number>} shares */
const placed = (shares) =>
  Object.entries(shares)
    .map(([name, share]) => `${name}: ${(100 * share).toFixed(3)}%`)
    .join(';');

define('map-grid', MapGrid);
