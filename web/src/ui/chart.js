import { Frame, onPrint, onTheme, typeScale } from './canvas.js';

/** Charts at most this far above or below the window are drawn. */
const NEAR = '200px';
const PAPER = 660; // pixels within a panel on A4 or Letter

/**
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @typedef {{width: number, height: number}} Box in CSS pixels
 */

/**
 * A controller for charts: measures the size of one element, follows the theme, draws once per
 * animation frame, and does not draw while the element is out of sight. The observers are removed
 * when the host is disconnected and added again when it is connected.
 *
 *     chart = new Chart(this, { draw: (time) => this.#draw(time) });  // a canvas
 *     chart = new Chart(this);                                        // rendered again per width
 *     render() { return html`<canvas ${ref(this.chart.watch)}></canvas>`; }
 *
 * @implements {ReactiveController}
 */
export class Chart {
  #host;
  #how;
  #frame;
  /** @type {Box} */
  #box = { width: 0, height: 0 };
  #visible = true;
  /** A drawing was requested while the element was out of sight. */
  #due = false;
  /** @type {number} */
  #scale = Number.NaN;
  /** @type {Array<() => void>} functions that remove the observers */
  #undo = [];
  /** @type {Element | undefined} the element whose size is measured */
  element;

  /**
   * @param {import('lit').LitElement} host
   * @param {object} [how]
   * @param {(time: number) => void} [how.draw] paints a canvas; without it, the host is rendered
   *   again when the width changes
   * @param {(box: Box) => void} [how.resized] called before the next drawing
   * @param {() => void} [how.recoloured] called before the drawing that follows a change of theme
   */
  constructor(host, how = {}) {
    this.#host = host;
    this.#how = how;
    this.#frame = new Frame((time) => how.draw?.(time));
    host.addController(this);
  }

  /**
   * The callback of lit's `ref`. The element may be created later than its host, and may change.
   */
  watch = (/** @type {Element | undefined} */ element) => {
    if (element === this.element) return;
    this.hostDisconnected();
    this.element = element;
    if (this.#host.isConnected) this.hostConnected();
  };

  /** The element as a canvas; only for hosts that render one. */
  get canvas() {
    return /** @type {HTMLCanvasElement} */ (this.element);
  }

  hostConnected() {
    const { element } = this;
    if (!element || this.#undo.length) return;
    this.#undo = [this.#watchSize(element), onTheme(() => this.#recoloured())];
    if (!this.#how.draw) return;
    this.#undo.push(
      onPrint(() => this.#print()),
      this.#watchSight(element),
    );
    this.request();
  }

  hostDisconnected() {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#frame.cancel();
  }

  hostUpdated() {
    this.request();
  }

  /** Width in whole pixels; 0 before the first measurement. */
  get width() {
    return Math.round(this.#box.width);
  }

  /**
   * Width in units of a drawing with text: pixels if type has its default size, larger units if type
   * is larger. An SVG with this width in its `viewBox` grows with the page's type.
   */
  get units() {
    return Math.round(this.#box.width / this.scale);
  }

  /** The size, also before the first measurement. @returns {Box} */
  get box() {
    if (!this.#box.width && this.element) {
      const { clientWidth, clientHeight } = this.element;
      return { width: clientWidth || 600, height: clientHeight || 400 };
    }
    return this.#box;
  }

  /** How much larger type is than by default. */
  get scale() {
    if (Number.isNaN(this.#scale)) this.#scale = this.element ? typeScale(this.element) : 1;
    return this.#scale;
  }

  /** Draws in the next animation frame, or when the element becomes visible. */
  request() {
    if (!this.#how.draw) return;
    if (this.#visible) this.#frame.request();
    else this.#due = true;
  }

  /** Draws now if a drawing was postponed; called before the canvas is copied. */
  flush() {
    if (!this.#due) return;
    this.#due = false;
    this.#how.draw?.(performance.now());
  }

  #measured(/** @type {Box} */ { width, height }) {
    const before = this.width;
    this.#box = { width, height };
    this.#how.resized?.(this.#box);
    if (this.#how.draw) this.request();
    else if (this.width !== before) this.#changed();
  }

  /** A chart with text in HTML is not drawn anew for paper: the print sheet makes it fit by zoom. */
  #changed() {
    const fit = Math.min(1, PAPER / Math.max(1, this.width));
    if (this.element instanceof HTMLElement) {
      this.element.style.setProperty('--paper', fit.toFixed(3));
    }
    this.#host.requestUpdate();
  }

  #recoloured() {
    this.#scale = Number.NaN;
    this.#how.recoloured?.();
    if (this.#how.draw) this.request();
    else this.#host.requestUpdate();
  }

  #print() {
    this.#how.recoloured?.();
    this.#how.draw?.(performance.now());
  }

  /** @param {Element} element @returns {() => void} */
  #watchSize(element) {
    if (!globalThis.ResizeObserver) return () => {};
    const size = new ResizeObserver(([{ contentRect }]) => this.#measured(contentRect));
    size.observe(element);
    return () => size.disconnect();
  }

  /** @param {Element} element @returns {() => void} */
  #watchSight(element) {
    this.#visible = true; // until the observer reports it
    if (!globalThis.IntersectionObserver) return () => {};
    const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      this.#visible = entries[entries.length - 1].isIntersecting;
      if (!this.#visible || !this.#due) return;
      this.#due = false;
      this.#frame.request();
    };
    const sight = new IntersectionObserver(seen, { rootMargin: NEAR });
    sight.observe(element);
    return () => sight.disconnect();
  }
}
