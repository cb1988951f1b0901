import { Frame, onTheme } from './canvas.js';

/** Charts this far below or above the window are drawn already. */
const NEAR = '200px';

/**
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @typedef {{width: number, height: number}} Box in CSS pixels
 */

/**
 * What a chart needs of the browser: the size of one element, the theme, one drawing per animation
 * frame, and none while the element is out of sight. Everything is undone when the host leaves the
 * page, and taken up again if it returns.
 *
 *     chart = new Chart(this, { draw: (time) => this.#draw(time) });  // a canvas
 *     chart = new Chart(this);                                        // rendered anew per width
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
  /** A drawing was asked for while the element was out of sight. */
  #due = false;
  /** @type {Array<() => void>} what undoes the observers */
  #undo = [];
  /** @type {Element | undefined} whose size is watched */
  element;

  /**
   * @param {import('lit').LitElement} host
   * @param {object} [how]
   * @param {(time: number) => void} [how.draw] paints a canvas; without it, the host renders anew
   *   when the width changes
   * @param {(box: Box) => void} [how.resized] before the drawing that follows
   * @param {() => void} [how.recoloured] before the drawing that follows a change of theme
   */
  constructor(host, how = {}) {
    this.#host = host;
    this.#how = how;
    this.#frame = new Frame((time) => how.draw?.(time));
    host.addController(this);
  }

  /** The callback of lit's `ref`: the element may come later than its host, or be another one. */
  watch = (/** @type {Element | undefined} */ element) => {
    if (element === this.element) return;
    this.hostDisconnected();
    this.element = element;
    if (this.#host.isConnected) this.hostConnected();
  };

  /** The same, where it is a canvas that has been rendered. */
  get canvas() {
    return /** @type {HTMLCanvasElement} */ (this.element);
  }

  hostConnected() {
    const { element } = this;
    if (!element || this.#undo.length) return;
    const size = new ResizeObserver(([{ contentRect }]) => this.#measured(contentRect));
    size.observe(element);
    this.#undo = [() => size.disconnect()];
    if (!this.#how.draw) return;
    this.#undo.push(
      onTheme(() => this.#recoloured()),
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

  /** Whole pixels; 0 before the first measurement. */
  get width() {
    return Math.round(this.#box.width);
  }

  /** The size for a drawing that cannot wait for the first measurement. @returns {Box} */
  get box() {
    if (!this.#box.width && this.element) {
      const { clientWidth, clientHeight } = this.element;
      return { width: clientWidth || 600, height: clientHeight || 400 };
    }
    return this.#box;
  }

  /** Draws in the next animation frame, or when the element comes into sight. */
  request() {
    if (!this.#how.draw) return;
    if (this.#visible) this.#frame.request();
    else this.#due = true;
  }

  /** Makes up for a drawing that was put off, for those who copy the canvas. */
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
    else if (this.width !== before) this.#host.requestUpdate();
  }

  #recoloured() {
    this.#how.recoloured?.();
    this.request();
  }

  /** @param {Element} element @returns {() => void} */
  #watchSight(element) {
    this.#visible = true; // until something else is known
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
