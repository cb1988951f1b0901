import { onDemand } from '../../ui/later.js';
import { focused } from '../../ui/root.js';

/** @typedef {import('./map-gestures.js').MapGestures} MapGestures */
/** @typedef {{x: number, y: number, k: number}} Transform */

/** @type {Record<string, {pan?: [number, number], by?: number}>} `by` 0 shows all */
const KEYS = {
  ArrowLeft: { pan: [-1, 0] },
  ArrowRight: { pan: [1, 0] },
  ArrowUp: { pan: [0, -1] },
  ArrowDown: { pan: [0, 1] },
  '+': { by: 1.4 },
  '=': { by: 1.4 },
  '-': { by: 1 / 1.4 },
  0: { by: 0 },
};

/** Signs that the map is about to be zoomed. */
const NEAR = ['pointerenter', 'touchstart', 'focus'];

/**
 * Zoom and pan of a canvas. One finger scrolls the page until the map is zoomed in. The wheel zooms
 * only with Ctrl or while the map has the focus, so that scrolling the page does not stop at the
 * map. The library for gestures (20 kB) is not needed to draw: it is loaded when the pointer or the
 * focus comes near.
 */
export class MapZoom {
  /** @param {HTMLCanvasElement} canvas @param {() => void} changed */
  constructor(canvas, changed) {
    /** @type {Transform} */
    this.transform = { x: 0, y: 0, k: 1 };
    this.canvas = canvas;
    this.changed = changed;
    /** @type {MapGestures | undefined} */
    this.gestures = undefined;
    /** @type {Array<(gestures: MapGestures) => void>} what was asked for before they came */
    this.waiting = [];
    this.fetch = onDemand(() => import('./map-gestures.js'));
    canvas.style.touchAction = 'pan-y';
    for (const type of NEAR) canvas.addEventListener(type, () => this.load(), { passive: true });
  }

  load() {
    if (this.gestures) return;
    this.fetch(
      () => this.canvas,
      (loaded) => {
        this.gestures ??= new loaded.MapGestures(this.canvas, this);
        for (const act of this.waiting.splice(0)) act(this.gestures);
      },
    );
  }

  #act(/** @type {(gestures: MapGestures) => void} */ act) {
    if (this.gestures) act(this.gestures);
    else {
      this.waiting.push(act);
      this.load();
    }
  }

  moved(/** @type {Transform} */ transform) {
    this.transform = transform;
    this.canvas.style.touchAction = transform.k > 1 ? 'none' : 'pan-y';
    this.changed();
  }

  /** Whether a turn of the wheel is left to the page. @param {WheelEvent} event */
  leaves({ ctrlKey }) {
    return !ctrlKey && focused(this.canvas) !== this.canvas;
  }

  by(/** @type {number} */ factor) {
    this.#act((gestures) => gestures.by(factor));
  }

  all() {
    this.waiting = [];
    this.gestures?.all(); // without them, all is shown
  }

  /**
   * Applies a key to the view; false if the key has no function.
   * @param {string} key
   * @returns {boolean}
   */
  key(key) {
    const { pan, by } = KEYS[key] ?? {};
    if (pan) this.#act((gestures) => gestures.pan(pan[0], pan[1]));
    else if (by === 0) this.all();
    else if (by) this.by(by);
    return Boolean(KEYS[key]);
  }

  /**
   * Centres a point of the screen and zooms in.
   * @param {number} x @param {number} y @param {{width: number, height: number}} box
   */
  centre(x, y, box) {
    this.#act((gestures) => gestures.centre(x, y, box));
  }
}
