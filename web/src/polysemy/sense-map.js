import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { nearestPoint, toScreen } from '../plots/fit.js';
import { written } from '../text/sentence.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { prefersStill, sharpen, tokens } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import { placeOn } from '../ui/pointer.js';
import { drawCloud } from './cloud.js';
import { CloudMotion, packed } from './motion.js';
import { GROUP_TOKENS, looksOf, mark, marked, senseName } from './sense-parts.js';
import { isStep, sameSpot, stepFrom } from './walk.js';

/**
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {import('./frame.js').Probe} Probe
 * @typedef {import('../plots/drawing.js').Drawing} Drawing
 */

const COLOURS = /** @type {const} */ (['ink', 'soft', 'panel', 'accent', 'dot', 'font']);
const UNMOVED = { x: 0, y: 0, k: 1 };
const REACH = 22;
const CROWD = 8; // from this number of points at one position, the number is shown

/** The map with one point per occurrence. Event: `pick` {occurrence}, −1 for none. */
export class SenseMap extends LabElement {
  static properties = { ...given('shown picked training summary'), ...own('hovered walked') };

  constructor() {
    super();
    /** @type {Frame | null} */
    this.shown = null;
    this.picked = -1;
    this.training = false;
    this.summary = '';
    /** The occurrence under the pointer, or selected by arrow keys; −1 for none. */
    this.hovered = -1;
    /** Whether it was selected by the keyboard; then it is announced to screen readers. */
    this.walked = false;
    this.motion = new CloudMotion();
    this.chart = new Chart(this, {
      draw: (time) => this.#draw(time),
      resized: (box) => this.motion.refit(box),
      recoloured: () => {
        this.look = undefined;
      },
    });
    this.screen = new Float32Array();
    /** Colours and font. @type {Record<typeof COLOURS[number] | typeof GROUP_TOKENS[number], string> | undefined} */
    this.look = undefined;
  }

  updated(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('shown') && this.shown) {
      const other = this.shown.of !== changed.get('shown')?.of;
      if (other) this.hovered = -1;
      this.motion.aim(packed(this.shown), this.chart.box, {
        time: performance.now(),
        still: prefersStill(),
        gamma: this.shown.gamma,
        training: this.training,
        other,
      });
    }
  }

  #look() {
    this.look ??= tokens(this, [...COLOURS, ...GROUP_TOKENS]);
    return this.look;
  }

  #draw(/** @type {number} */ time) {
    const context = this.chart.canvas?.getContext('2d');
    if (!context || !this.shown) return;
    const { width, height } = this.chart.box;
    const again = this.motion.advance(time);
    this.#paint(context, this.shown, sharpen(this.chart.canvas, width, height));
    if (again) this.chart.request();
  }

  /**
   * Draws the current map on another context (share/svg-context.js).
   * @param {Drawing} context @returns {boolean} whether there is anything to draw
   */
  drawInto(context) {
    this.chart.flush();
    if (!this.shown || !this.motion.now.length) return false;
    this.#paint(context, this.shown, 1);
    return true;
  }

  /**
   * @param {Drawing} context
   * @param {Frame} frame
   * @param {number} ratio device pixels per CSS pixel
   */
  #paint(context, frame, ratio) {
    const { of, typed } = frame;
    const { box, scale } = this.chart;
    const { width, height } = box;
    const { now, view } = this.motion;
    if (this.screen.length !== now.length) this.screen = new Float32Array(now.length);
    toScreen(now, view, UNMOVED, box, this.screen);
    const count = of.senses.length;
    const looks = looksOf(of.names);
    const found = this.#look();
    const colours = { ...found, senses: looks.map(({ token }) => found[token]) };
    const scene = {
      screen: this.screen,
      senses: of.senses,
      heldout: of.heldout,
      names: of.names.map((_, sense) => senseName(of.names, sense)),
      shapes: looks.map(({ shape }) => shape),
      hovered: this.hovered,
      picked: this.picked,
      links: this.#links(frame),
      typed: typed !== null,
      labels: {
        static: t('sense.map.static'),
        typed: t('sense.map.typed'),
        heap: t('sense.map.heap', { count: whole(count) }),
      },
    };
    drawCloud(context, inUnits(scene, scale), {
      width: width / scale,
      height: height / scale,
      ratio: ratio * scale,
      ...{ font: colours.font, colours },
    });
  }

  /** Lines from the reader's sentences to their nearest occurrences. @param {Frame} frame */
  #links({ of, typed, picked, layer }) {
    if (layer === '0') return []; // all are equally near
    /** @returns {[number, number][]} */
    const from = (/** @type {Probe | null} */ probe, /** @type {number} */ at) =>
      (probe?.neighbours ?? []).map(({ occurrence }) => [at, occurrence]);
    const chosen = this.picked >= 0 ? from(picked, this.picked) : [];
    return [...from(typed, of.senses.length + 1), ...chosen];
  }

  #under(/** @type {PointerEvent | MouseEvent} */ event) {
    const count = this.shown?.of.senses.length ?? 0;
    const { x, y } = placeOn(event, this.chart.canvas);
    return nearestPoint(this.screen.subarray(0, 2 * count), x, y, REACH);
  }

  #hover(/** @type {PointerEvent} */ event) {
    this.hovered = this.#under(event);
    this.walked = false;
    this.chart.canvas.style.cursor = this.hovered < 0 ? '' : 'pointer';
  }

  #click(/** @type {MouseEvent} */ event) {
    this.emit('pick', { occurrence: this.#under(event) });
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.shown) return;
    const count = this.shown.of.senses.length;
    if (isStep(event.key)) {
      this.hovered = stepFrom(this.screen, count, this.hovered, event.key);
      this.walked = true;
    } else if (event.key === 'Enter' && this.hovered >= 0) {
      this.emit('pick', { occurrence: this.hovered });
    } else if (event.key === 'Escape') {
      this.hovered = -1;
      this.emit('pick', { occurrence: -1 });
    } else return;
    event.preventDefault();
  }

  render() {
    return html`
      <canvas
        ${ref(this.chart.watch)}
        id="map"
        class="map-canvas"
        tabindex="0"
        role="application"
        aria-label=${t('sense.map')}
        aria-describedby="map-summary map-help"
        @pointermove=${this.#hover}
        @pointerleave=${() => {
          this.hovered = -1;
        }}
        @blur=${() => {
          this.hovered = -1;
        }}
        @click=${this.#click}
        @keydown=${this.#key}
      ></canvas>
      ${this.#tip()}
      <p class="visually-hidden" id="map-summary">${this.summary}</p>
      <p class="visually-hidden" id="map-help">${t('sense.map.help')}</p>
      <p class="visually-hidden" role="status" id="map-point">${this.walked ? this.#spoken() : ''}</p>
    `;
  }

  #kind(/** @type {number} */ i) {
    return t(this.shown?.of.heldout[i] ? 'sense.map.heldoutShort' : 'sense.map.trained');
  }

  #spoken() {
    const { hovered, shown } = this;
    if (hovered < 0 || !shown) return '';
    const { names, senses, sentences } = shown.of;
    return t('sense.map.point', {
      sense: senseName(names, senses[hovered]),
      kind: this.#kind(hovered),
      sentence: written(sentences[hovered]),
    });
  }

  #tip() {
    const { hovered, shown } = this;
    if (hovered < 0 || !shown?.of.sentences[hovered]) return nothing;
    const { senses, names, sentences, places, heldout } = shown.of;
    const [x, y] = this.screen.subarray(2 * hovered, 2 * hovered + 2);
    const crowd = sameSpot(this.screen, senses.length, hovered);
    const { width, height } = this.chart.box;
    const side = `${x > width / 2 ? 'left' : 'right'} ${y < 70 ? 'low' : y > height - 70 ? 'high' : ''}`;
    return html`<div
      class=${`map-tip sense-tip ${side}`}
      style=${`left: ${x}px; top: ${y}px`}
      aria-hidden="true"
    >
      ${crowd > CROWD ? html`<span>${t('sense.map.spot', { count: whole(crowd) })}</span>` : nothing}
      ${marked(sentences[hovered], places[hovered])}
      <span class="tip-sense"
        >${mark(names, senses[hovered], heldout[hovered])} ${senseName(names, senses[hovered])} ·
        ${this.#kind(hovered)}</span
      >
    </div>`;
  }
}

/**
 * The cloud is drawn in units that grow with the page's type.
 * @template {{screen: Float32Array}} S
 * @param {S} scene @param {number} scale pixels per unit @returns {S}
 */
const inUnits = (scene, scale) =>
  scale === 1 ? scene : { ...scene, screen: scene.screen.map((x) => x / scale) };

define('sense-map', SenseMap);
