import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../../i18n/index.js';
import { sameValue } from '../../link/field.js';
import { nearestPoint } from '../../plots/fit.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { prefersStill, sharpen } from '../../ui/canvas.js';
import { Chart } from '../../ui/chart.js';
import { placeOn } from '../../ui/pointer.js';
import { pictureOf } from '../../ui/read-back.js';
import { MapMotion } from './map-motion.js';
import { MapPainter } from './map-painter.js';
import { mapTip } from './map-tip.js';
import { MapZoom } from './map-zoom.js';
import { WheelHint } from './wheel-hint.js';

const STILL_MS = 700;

/** A new list with the same words does not count as a change, so nothing is redrawn. */
const list = {
  attribute: false,
  hasChanged: (/** @type {unknown} */ a, /** @type {unknown} */ b) => !sameValue(a, b),
};

/**
 * The map of words on a canvas. Index i is the i-th word of `vocabulary` everywhere. Events:
 * `select-word` {word | null} and `map-search` (Enter), both by pointer and keyboard.
 */
export class EmbeddingMap extends LabElement {
  static properties = {
    ...given('positions vocabulary groups named selected view summary resting subject pull'),
    ...own('tip'),
    groupNames: list,
    neighbours: list,
    asked: list,
    analogy: list,
  };

  constructor() {
    super();
    /** @type {Float32Array | null} */
    this.positions = null;
    /** @type {Array<{word: string, count: number}>} */
    this.vocabulary = [];
    /** @type {Int32Array | null} */
    this.groups = null;
    /** @type {string[]} */
    this.groupNames = [];
    /** If the groups come from the corpus, all their words may have a label. */
    this.named = false;
    this.selected = '';
    /** @type {string[]} */
    this.neighbours = [];
    /** @type {string[]} what the reader's questions are about */
    this.asked = [];
    /** @type {string[]} a, b, c and the answer */
    this.analogy = [];
    /** What a step of training does. @type {import('./pull.js').Pulled | null} */
    this.pull = null;
    this.view = 'pca';
    this.summary = '';
    /** Whether the model is at rest: the picture then depends on its weights alone. */
    this.resting = true;
    /** Model and corpus of the map; another one is shown whole. */
    this.subject = '';
    /** @type {{index: number, x: number, y: number} | null} */
    this.tip = null;
    this.wheel = new WheelHint(this, (event) => this.zoom?.leaves(event));
    this.motion = new MapMotion();
    this.painter = new MapPainter(this);
    this.chart = new Chart(this, {
      draw: (time) => this.#draw(time),
      resized: (box) => this.motion.refit(box),
      recoloured: () => this.painter.recolour(),
    });
    /** @type {string[]} */
    this.words = [];
    /** @type {Map<string, number>} */
    this.index = new Map();
    this.restUntil = 0;
    this.jump = false;
    this.placed = false; // the labels of the picture at rest
  }

  firstUpdated() {
    this.zoom = new MapZoom(this.chart.canvas, () => {
      this.tip = null; // its point has moved away
      this.chart.request();
    });
    document.fonts?.ready.then(() => this.painter.forget());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.later);
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('subject')) this.zoom?.all();
    if (!this.resting) this.zoom?.load(); // on a touch screen nothing announces the first pinch
    // With other words or another projection, the points jump to their new positions.
    if (changed.has('vocabulary') || changed.has('view')) this.jump = true;
    if (changed.has('vocabulary') || changed.has('positions')) {
      const size = (this.positions?.length ?? 0) / 2;
      if (changed.has('vocabulary') || this.words.length !== size) {
        this.words = this.vocabulary.slice(0, size).map((entry) => entry.word);
        this.index = new Map(this.words.map((word, i) => [word, i]));
        this.painter.forget();
      }
    }
  }

  updated(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('positions') && this.positions) this.#aim();
  }

  /** For readers who prefer no motion, the map changes only at intervals. */
  #aim() {
    const still = prefersStill();
    const rest = still && !this.jump ? (this.aimedAt ?? 0) + STILL_MS - performance.now() : 0;
    clearTimeout(this.later);
    if (rest > 0) {
      this.later = setTimeout(() => {
        this.#aim();
        this.chart.request();
      }, rest);
    } else if (this.positions) {
      this.aimedAt = performance.now();
      this.placed = false;
      const jump = this.jump;
      this.jump = false;
      const keep = (/** @type {number} */ i) => this.named && (this.groups?.[i] ?? -1) >= 0;
      this.motion.aim(this.positions, this.chart.box, {
        time: performance.now(),
        still,
        jump,
        keep,
      });
    }
  }

  zoomBy(/** @type {number} */ factor) {
    this.zoom?.by(factor);
  }

  zoomAll() {
    this.zoom?.all();
  }

  /** Selects a word and centres it. @param {string} word */
  find(word) {
    const i = this.index.get(word);
    if (i === undefined) return false;
    const { screen } = this.painter;
    this.zoom?.centre(screen[2 * i], screen[2 * i + 1], this.chart.box);
    return true;
  }

  /** The canvas with the words where they are moving to. */
  settled() {
    this.motion.settle();
    Object.assign(this, { restUntil: 0, placed: false });
    this.#draw(performance.now());
    return this.chart.canvas;
  }

  /** The picture as a PNG. @returns {Promise<Blob | null>} */
  async picture() {
    this.chart.flush();
    return pictureOf(this.chart.canvas, this.painter.colours.panel);
  }

  #draw(/** @type {number} */ time) {
    const context = this.chart.canvas?.getContext('2d');
    if (!context || !this.positions || !this.zoom) return;
    if (time < this.restUntil) return this.chart.request();
    const start = performance.now();
    const again = this.motion.advance(time);
    const { width, height } = this.chart.box;
    const ratio = sharpen(this.chart.canvas, width, height);
    if (again) this.placed = false;
    else if (this.resting && !this.placed) {
      // At rest the picture does not depend on the frames before: labels are placed anew. Which
      // words have one is known after the first drawing, and decides on their colour.
      this.painter.place();
      this.#paint(context, ratio);
      this.placed = true;
    }
    this.#paint(context, ratio);
    // If drawing is slow, the map is drawn less often, so that the page stays responsive.
    this.restUntil = time + 3 * (performance.now() - start);
    if (again) this.chart.request();
  }

  /**
   * Draws the current map on another context (share/svg-context.js).
   * @param {import('../../plots/drawing.js').Drawing} context @returns {boolean} whether there is
   *   anything to draw
   */
  drawInto(context) {
    this.chart.flush();
    if (!this.positions || !this.zoom || !this.motion.now.length) return false;
    this.#paint(context, 1);
    return true;
  }

  /**
   * @param {import('../../plots/drawing.js').Drawing} context
   * @param {number} ratio device pixels per CSS pixel
   */
  #paint(context, ratio) {
    this.painter.draw(context, {
      ratio,
      scale: this.chart.scale,
      box: this.chart.box,
      motion: this.motion,
      transform: this.zoom?.transform ?? { x: 0, y: 0, k: 1 },
      scene: {
        words: this.words,
        groups: this.groups?.length ? this.groups : null,
        named: this.named,
        selected: this.index.get(this.selected) ?? -1,
        hovered: this.tip?.index ?? -1,
        neighbours: this.#indices(this.selected ? this.neighbours : []),
        asked: this.#indices(this.asked),
        arrows: this.#arrows(),
        pull: this.pull,
      },
    });
  }

  #indices(/** @type {string[]} */ words) {
    return words.map((word) => this.index.get(word) ?? -1).filter((i) => i >= 0);
  }

  #arrows() {
    const [a, b, c, d] = this.analogy.map((word) => this.index.get(word) ?? -1);
    if (this.pull || this.analogy.length < 4 || [a, b, c, d].some((i) => i < 0)) return [];
    return [
      { from: a, to: b, dashed: false },
      { from: c, to: d, dashed: true },
    ];
  }

  /** The place of the word under the pointer; −1 for none. @param {MouseEvent} event */
  #under(event) {
    const { x, y } = placeOn(event, this.chart.canvas);
    return nearestPoint(this.painter.screen, x, y);
  }

  #hover(/** @type {PointerEvent} */ event) {
    const { screen } = this.painter;
    const index = this.#under(event);
    if (index === (this.tip?.index ?? -1)) return;
    this.tip = index < 0 ? null : { index, x: screen[2 * index], y: screen[2 * index + 1] };
    this.chart.canvas.style.cursor = index < 0 ? '' : 'pointer';
  }

  #click(/** @type {MouseEvent} */ event) {
    const index = this.#under(event);
    this.emit('select-word', { word: index < 0 ? null : this.words[index] });
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.zoom?.key(event.key)) event.preventDefault();
    else if (event.key === 'Escape') this.emit('select-word', { word: null });
    else if (event.key === 'Enter' || event.key === '/') {
      event.preventDefault();
      this.emit('map-search');
    }
  }

  render() {
    return html`
      <canvas
        ${ref(this.chart.watch)}
        id="map"
        class="map-canvas"
        tabindex="0"
        role="application"
        aria-label=${t('map.label')}
        aria-describedby="map-summary map-help"
        @pointermove=${this.#hover}
        @pointerleave=${() => {
          this.tip = null;
        }}
        @click=${this.#click}
        @keydown=${this.#key}
        @wheel=${this.wheel}
      ></canvas>
      ${this.tip ? mapTip(this, this.tip) : nothing}
      ${this.wheel.shown ? html`<p class="map-hint" role="status">${t('map.wheel')}</p>` : nothing}
      <p class="visually-hidden" id="map-summary">${this.summary}</p>
      <p class="visually-hidden" id="map-help">${t('map.help')}</p>
    `;
  }
}

define('embedding-map', EmbeddingMap);
