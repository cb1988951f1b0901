import { toScreen } from '../../plots/fit.js';
import { drawMap } from '../../plots/word-map.js';
import { tokens } from '../../ui/canvas.js';

const FONT_SIZE = 13;
const GROUPS = /** @type {const} */ ([
  'group-1',
  'group-2',
  'group-3',
  'group-4',
  'group-5',
  'group-6',
]);
const COLOURS = /** @type {const} */ (['ink', 'soft', 'panel', 'accent', 'dot', 'lower', 'font']);

/**
 * @typedef {import('../../plots/word-map.js').Look} Look
 * @typedef {import('../../plots/word-map.js').Scene} Scene
 */

/**
 * Draws the map and keeps data for the next drawing: positions, sides of labels, widths of texts.
 */
export class MapPainter {
  /** @type {Record<typeof COLOURS[number] | typeof GROUPS[number], string> | null} */
  #colours = null;
  #scale = 1;
  /** The positions of the words in pixels. */
  screen = new Float32Array();
  /** @type {number[]} words that had a label in the previous drawing */
  labelled = [];
  memory = new Map();
  widths = new Map();

  /** @param {Element} element the element whose styles give the colours */
  constructor(element) {
    this.element = element;
  }

  get colours() {
    const found = this.#colours ?? tokens(this.element, [...COLOURS, ...GROUPS]);
    this.#colours = found;
    return { ...found, groups: GROUPS.map((name) => found[name]) };
  }

  /** Called when the theme has changed. */
  recolour() {
    this.#colours = null;
  }

  /** The next drawing places the labels anew, wherever they were before. */
  place() {
    this.memory.clear();
  }

  /** Called when the words or the font have changed. */
  forget() {
    this.memory.clear();
    this.widths.clear();
  }

  /**
   * @param {import('../../plots/drawing.js').Drawing} context
   * @param {object} what
   * @param {number} what.ratio device pixels per CSS pixel
   * @param {number} what.scale how much larger type is than by default
   * @param {{width: number, height: number}} what.box
   * @param {import('./map-motion.js').MapMotion} what.motion
   * @param {{x: number, y: number, k: number}} what.transform
   * @param {Omit<Scene, 'screen' | 'trails' | 'labelled'>} what.scene words, groups and selection
   */
  draw(context, { ratio, scale, box, motion, transform, scene }) {
    const { now, view, trails } = motion;
    if (scale !== this.#scale) this.forget();
    this.#scale = scale;
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
        ratio,
        zoom: transform.k,
        scale,
        font: `${FONT_SIZE * scale}px ${colours.font}`,
        colours,
        memory,
        widths,
      },
    );
    this.labelled = labels.map((label) => label.index);
  }
}
