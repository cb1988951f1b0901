import { toScreen } from '../../plots/fit.js';
import { drawMap } from '../../plots/word-map.js';
import { sharpen, tokens } from '../../ui/canvas.js';

const FONT_SIZE = 13;
const GROUPS = [1, 2, 3, 4, 5, 6].map((n) => `group-${n}`);

/** Draws the map and keeps what one drawing leaves for the next: places, sides of labels, widths. */
export class MapPainter {
  /** @type {any} */
  #colours = null;
  /** Where the words are, in pixels. */
  screen = new Float32Array();
  /** @type {number[]} words that had a label in the drawing before */
  labelled = [];
  memory = new Map();
  widths = new Map();

  /** @param {Element} element whose style sheet gives the colours */
  constructor(element) {
    this.element = element;
  }

  get colours() {
    if (!this.#colours) {
      const names = ['ink', 'soft', 'panel', 'accent', 'dot', 'font'];
      const found = tokens(this.element, [...names, ...GROUPS]);
      this.#colours = { ...found, groups: GROUPS.map((name) => found[name]) };
    }
    return this.#colours;
  }

  /** The theme changed. */
  recolour() {
    this.#colours = null;
  }

  /** Other words, or another font. */
  forget() {
    this.memory.clear();
    this.widths.clear();
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {CanvasRenderingContext2D} context
   * @param {object} what
   * @param {{width: number, height: number}} what.box
   * @param {import('./map-motion.js').MapMotion} what.motion
   * @param {{x: number, y: number, k: number}} what.transform
   * @param {any} what.scene words, groups and what is chosen
   */
  draw(canvas, context, { box, motion, transform, scene }) {
    const { now, view, trails } = motion;
    if (this.screen.length !== now.length) this.screen = new Float32Array(now.length);
    const project = (/** @type {Float32Array} */ data, out = new Float32Array(data.length)) =>
      toScreen(data, view, transform, box, out);
    project(now, this.screen);
    const { colours, memory, widths, labelled } = this;
    const labels = drawMap(
      context,
      { ...scene, screen: this.screen, trails: trails.map((frame) => project(frame)), labelled },
      {
        ...box,
        ratio: sharpen(canvas, box.width, box.height),
        zoom: transform.k,
        font: `${FONT_SIZE}px ${colours.font}`,
        colours,
        memory,
        widths,
      },
    );
    this.labelled = labels.map((label) => label.index);
  }
}
