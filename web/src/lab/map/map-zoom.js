import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { focused } from '../../ui/root.js';

const PAN = 60;
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

/**
 * Zoom and pan of a canvas. One finger scrolls the page until the map is zoomed in. The wheel zooms
 * only with Ctrl or while the map has the focus, so that scrolling the page does not stop at the
 * map.
 */
export class MapZoom {
  /** @param {HTMLCanvasElement} canvas @param {() => void} changed */
  constructor(canvas, changed) {
    this.transform = zoomIdentity;
    /** Whether a turn of the wheel is left to the page. */
    this.leaves = (/** @type {WheelEvent} */ { ctrlKey }) => !ctrlKey && focused(canvas) !== canvas;
    this.selection = select(canvas);
    /** @type {import('d3-zoom').ZoomBehavior<HTMLCanvasElement, unknown>} */
    this.zoom = zoom();
    this.zoom
      .scaleExtent([0.5, 40])
      .clickDistance(5)
      .filter((event) => {
        if (event.type === 'wheel') return !this.leaves(event);
        if (event.type.startsWith('touch')) return event.touches.length > 1 || this.transform.k > 1;
        return !event.ctrlKey && !event.button && event.type !== 'dblclick';
      })
      .on('zoom', (event) => {
        this.transform = event.transform;
        canvas.style.touchAction = event.transform.k > 1 ? 'none' : 'pan-y';
        changed();
      });
    canvas.style.touchAction = 'pan-y';
    this.selection.call(this.zoom);
  }

  by(/** @type {number} */ factor) {
    this.zoom.scaleBy(this.selection, factor);
  }

  all() {
    this.zoom.transform(this.selection, zoomIdentity);
  }

  /** Pans by arrow keys. @param {number} dx @param {number} dy in steps */
  pan(dx, dy) {
    const { k } = this.transform;
    this.zoom.translateBy(this.selection, (-dx * PAN) / k, (-dy * PAN) / k);
  }

  /**
   * Applies a key to the view; false if the key has no function.
   * @param {string} key
   * @returns {boolean}
   */
  key(key) {
    const { pan, by } = KEYS[key] ?? {};
    if (pan) this.pan(pan[0], pan[1]);
    else if (by === 0) this.all();
    else if (by) this.by(by);
    return Boolean(KEYS[key]);
  }

  /** Centres a point of the screen and zooms in. */
  centre(
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {{width: number, height: number}} */ box,
  ) {
    const [bx, by] = this.transform.invert([x, y]);
    const k = Math.max(2, this.transform.k);
    const target = zoomIdentity.translate(box.width / 2 - k * bx, box.height / 2 - k * by).scale(k);
    this.zoom.transform(this.selection, target);
  }
}
