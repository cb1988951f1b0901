import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';

const PAN = 60;

/** Wheel, drag and pinch on a canvas, and the same by method. */
export class MapGestures {
  /** @param {HTMLCanvasElement} canvas @param {import('./map-zoom.js').MapZoom} map */
  constructor(canvas, map) {
    this.map = map;
    this.selection = select(canvas);
    /** @type {import('d3-zoom').ZoomBehavior<HTMLCanvasElement, unknown>} */
    this.zoom = zoom();
    this.zoom
      .scaleExtent([0.5, 40])
      .clickDistance(5)
      .filter((event) => {
        if (event.type === 'wheel') return !map.leaves(event);
        if (event.type.startsWith('touch')) return event.touches.length > 1 || map.transform.k > 1;
        return !event.ctrlKey && !event.button && event.type !== 'dblclick';
      })
      .on('zoom', (event) => map.moved(event.transform));
    this.selection.call(this.zoom);
  }

  by(/** @type {number} */ factor) {
    this.zoom.scaleBy(this.selection, factor);
  }

  all() {
    this.zoom.transform(this.selection, zoomIdentity);
  }

  /** @param {number} dx @param {number} dy in steps */
  pan(dx, dy) {
    const { k } = this.map.transform;
    this.zoom.translateBy(this.selection, (-dx * PAN) / k, (-dy * PAN) / k);
  }

  /** @type {import('./map-zoom.js').MapZoom['centre']} */
  centre(x, y, { width, height }) {
    const before = this.map.transform;
    const k = Math.max(2, before.k);
    const [bx, by] = [(x - before.x) / before.k, (y - before.y) / before.k];
    const target = zoomIdentity.translate(width / 2 - k * bx, height / 2 - k * by).scale(k);
    this.zoom.transform(this.selection, target);
  }
}
