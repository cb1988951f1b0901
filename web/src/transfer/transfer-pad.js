import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../i18n/index.js';
import { LabError } from '../text/own-text.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { sharpen, tokens } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import { droppedOf, filesOf } from '../ui/inputs.js';
import { layInk } from './ink.js';
import { paintCursor, paintPicture, paintStrokes } from './pad.js';
import { inkOfFile } from './picture-file.js';
import { refusal } from './transfer-parts.js';

/**
 * @typedef {import('./ink.js').Stroke} Stroke
 * @typedef {import('./ink.js').Ink} Ink
 * @typedef {[number, number]} Point
 */

const KEY_STEP = 1 / 20;
/** @type {Record<string, Point>} */
const MOVES = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @returns {Point} */
const point = (/** @type {number} */ x, /** @type {number} */ y) => [x, y];

/**
 * A drawing pad for finger, mouse, pen or arrow keys (the space bar lowers and lifts the pen). A
 * picture from a file is drawn below the strokes.
 */
export class TransferPad extends LabElement {
  static properties = { ...given('images label error'), ...own('strokes picture cursor down') };

  constructor() {
    super();
    /** The chapter. @type {import('./images.js').ImagesChapter | null} */
    this.images = null;
    /** The digit to draw. */
    this.label = '5';
    /** @type {Error | null} */
    this.error = null;
    /** @type {Stroke[]} */
    this.strokes = [];
    /** @type {Ink | null} */
    this.picture = null;
    /**
     * The position of the keyboard's pen; null while the keyboard is not used.
     * @type {[number, number] | null}
     */
    this.cursor = null;
    this.down = false;
    /** Previous states for undo. @type {Array<{strokes: Stroke[], picture: Ink | null}>} */
    this.past = [];
    this.chart = new Chart(this, { draw: () => this.#paint() });
  }

  get blank() {
    return this.strokes.length === 0 && !this.picture;
  }

  // ---- changes

  #remember() {
    this.past = [...this.past, { strokes: this.strokes, picture: this.picture }].slice(-40);
  }

  #changed() {
    this.chart.request();
    const ink = layInk(this.strokes);
    const { picture } = this;
    if (picture) {
      picture.values.forEach((x, i) => {
        ink.values[i] = Math.max(ink.values[i], x);
      });
    }
    this.images?.draw(this.blank ? null : ink);
  }

  clear() {
    if (this.blank) return;
    this.#remember();
    Object.assign(this, { strokes: [], picture: null, down: false });
    this.#changed();
  }

  undo() {
    const before = this.past.at(-1);
    if (!before) return;
    this.past = this.past.slice(0, -1);
    Object.assign(this, before, { down: false });
    this.#changed();
  }

  /** Adds the drawing to the examples, then clears the pad and its undo states. */
  #put() {
    if (!this.images?.putDrawing()) return;
    Object.assign(this, { strokes: [], picture: null, down: false, past: [] });
    this.#changed();
  }

  // ---- pointer

  /** @param {PointerEvent} event @returns {Point} */
  #pointAt(event) {
    const box = this.chart.canvas.getBoundingClientRect();
    return point((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  #start(/** @type {PointerEvent} */ event) {
    if (event.button > 0) return;
    event.preventDefault();
    this.chart.canvas.setPointerCapture?.(event.pointerId);
    this.pointer = event.pointerId;
    this.cursor = null;
    this.#remember();
    this.strokes = [...this.strokes, [this.#pointAt(event)]];
    this.#changed();
  }

  #move(/** @type {PointerEvent} */ event) {
    if (this.pointer !== event.pointerId) return;
    const points = (event.getCoalescedEvents?.() ?? [event]).map((one) => this.#pointAt(one));
    this.#extend(points.length ? points : [this.#pointAt(event)]);
  }

  #end() {
    this.pointer = undefined;
  }

  #extend(/** @type {Array<[number, number]>} */ points) {
    const last = this.strokes.at(-1) ?? [];
    this.strokes = [...this.strokes.slice(0, -1), [...last, ...points]];
    this.#changed();
  }

  // ---- keyboard

  #key(/** @type {KeyboardEvent} */ event) {
    const move = MOVES[event.key];
    if (!move && ![' ', 'Enter', 'Backspace', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    const at = this.cursor ?? point(0.5, 0.5);
    if (move) {
      const by = (/** @type {0 | 1} */ i) => Math.max(0, Math.min(1, at[i] + KEY_STEP * move[i]));
      this.cursor = point(by(0), by(1));
      if (this.down) this.#extend([this.cursor]);
    } else if (event.key === ' ') {
      this.cursor = at;
      this.down = !this.down;
      if (this.down) {
        this.#remember();
        this.strokes = [...this.strokes, [at]];
        this.#changed();
      }
    } else if (event.key === 'Enter') this.#put();
    else if (event.key === 'Backspace') this.undo();
    else this.down = false;
    this.chart.request();
  }

  // ---- a picture from a file

  async #file(/** @type {Event} */ event) {
    const [file] = filesOf(event);
    if (file) await this.takeFile(file);
  }

  /** @param {Blob} file */
  async takeFile(file) {
    try {
      const picture = await inkOfFile(file);
      this.#remember();
      Object.assign(this, { strokes: [], picture });
      this.#changed();
    } catch (error) {
      const isHidden = error.code === 'CanvasHidden';
      const noImage = () => new LabError('BadFormat', 'no image', { kind: 'noImage' });
      this.images?.refuse(isHidden ? error : noImage());
    }
  }

  #drop(/** @type {DragEvent} */ event) {
    const file = droppedOf(event);
    if (file) this.takeFile(file);
  }

  // ---- drawing

  #paint() {
    const canvas = this.chart.canvas;
    const context = canvas?.getContext('2d');
    if (!context) return;
    const side = canvas.clientWidth || 252;
    const ratio = sharpen(canvas, side, side);
    const { ink, accent } = tokens(this, ['ink', 'accent']);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, side, side);
    if (this.picture) paintPicture(context, this.picture, side, ink);
    paintStrokes(context, this.strokes, side, ink);
    if (this.cursor) paintCursor(context, this.cursor, side, accent, this.down);
  }

  render() {
    const { label, cursor } = this;
    return html`
      <h4 id="pad-title">${t('transfer.pad.title', { label })}</h4>
      <div class="pad-box" @dragover=${this.#drop} @drop=${this.#drop}>
        <canvas
          id="pad"
          class="pad"
          tabindex="0"
          role="application"
          aria-label=${t('transfer.pad.label', { label })}
          aria-describedby="pad-help"
          ${ref(this.chart.watch)}
          @pointerdown=${this.#start}
          @pointermove=${this.#move}
          @pointerup=${this.#end}
          @pointercancel=${this.#end}
          @keydown=${this.#key}
        ></canvas>
        ${this.blank && !cursor ? html`<span class="pad-hint" aria-hidden="true">${label}</span>` : nothing}
      </div>
      <p class="note" id="pad-help">${t('transfer.pad.help')}</p>
      <p class="visually-hidden" role="status">
        ${cursor ? t(this.down ? 'transfer.pad.down' : 'transfer.pad.up', this.#place(cursor)) : ''}
      </p>
      ${refusal(this.error, 'pad-problem')}
      <div class="pad-actions">
        <button type="button" class="plain strong" id="pad-put" @click=${this.#put}>
          ${t('transfer.pad.put', { label })}
        </button>
        <button
          type="button" class="plain" id="pad-undo" ?disabled=${!this.past.length} @click=${this.undo}
        >${t('transfer.pad.undo')}</button>
        <button
          type="button" class="plain" id="pad-clear" ?disabled=${this.blank} @click=${this.clear}
        >${t('transfer.pad.clear')}</button>
        <span class="file-line">
          <label class="link" for="pad-file">${t('transfer.pad.file')}</label>
          <input
            type="file" id="pad-file" class="visually-hidden" accept="image/*" @change=${this.#file}
          />
        </span>
      </div>
    `;
  }

  #place(/** @type {[number, number]} */ [x, y]) {
    return { x: Math.round(20 * x), y: Math.round(20 * y) };
  }
}

define('transfer-pad', TransferPad);
