import { html, nothing, svg } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { plain, similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { spreadLabels } from '../plots/loss-chart.js';
import { axes } from '../ui/axes.js';
import { define, given, LabElement, unset } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { glossed } from '../ui/gloss.js';
import { textOf } from '../ui/inputs.js';
import { curveLayout } from './curve.js';
import { LAYERS } from './table.js';

const HEIGHT = 116;
const LABEL_ROOM = 92;

/**
 * The separation of the senses per layer during training, with the current layer emphasised. A
 * slider below it replays the training.
 */
export class SenseCurve extends LabElement {
  static properties = given('session values version');

  constructor() {
    super();
    /** @type {import('./session.js').SenseSession} */
    this.session = unset();
    /** The page's state. @type {import('./store.js').SenseStore['values']} */
    this.values = unset();
    /** Counts the changes of `session`. */
    this.version = 0;
    this.chart = new Chart(this);
  }

  get #moments() {
    return this.session.current.history.get(this.values.word) ?? [];
  }

  render() {
    const started = this.#moments.length > 1;
    return html`
      <section class="panel loss sense-curve" aria-labelledby="curve-title">
        <div class="panel-head"><h2 id="curve-title">${glossed(t('sense.curve.title'))}</h2></div>
        <div class="loss-chart" id="curve" ${ref(this.chart.watch)}>
          ${started ? this.#chart() : html`<p class="note empty">${t('sense.curve.empty')}</p>`}
        </div>
        ${this.#winder()}
        <p class="visually-hidden" id="curve-summary">
          ${started ? LAYERS.map((layer, i) => this.#summary(layer, i)).join(' ') : ''}
        </p>
      </section>
    `;
  }

  /** As wide as the curves above it. */
  #winder() {
    const { shots, wound } = this.session;
    const last = shots.length - 1;
    const at = wound < 0 ? last : wound;
    const epoch = plain(Math.round(10 * (shots[at]?.epoch ?? 0)) / 10);
    return html`<div class="winder">
      <label for="wind">${t('sense.wind')}</label>
      <input
        type="range"
        id="wind"
        min="0"
        max=${Math.max(1, last)}
        step="1"
        ?disabled=${last < 1}
        .value=${String(Math.max(0, at))}
        style=${`--fill: ${last < 1 ? 0 : (100 * at) / last}%`}
        aria-valuetext=${t('sense.wind.epoch', { epoch })}
        @input=${(/** @type {Event} */ event) => this.session.wind(Number(textOf(event)))}
      />
      <span class="note wind-note">${last < 1 ? '' : t('sense.wind.epoch', { epoch })}</span>
    </div>`;
  }

  #summary(/** @type {string} */ layer, /** @type {number} */ i) {
    return t('sense.curve.summary', {
      layer: t(`sense.layer.name.${layer}`),
      gap: similarity(this.#moments.at(-1)?.gaps[i] ?? Number.NaN),
    });
  }

  #chart() {
    const { session } = this;
    const { units: width, scale } = this.chart;
    if (width < 50) return nothing;
    const box = { width, height: HEIGHT, right: LABEL_ROOM };
    const layout = curveLayout(this.#moments, {
      ...box,
      epochs: session.current.report?.epochs ?? 1,
    });
    const now = LAYERS.indexOf(this.values.layer);
    const order = [...layout.curves].sort((a, b) => Number(a.id === now) - Number(b.id === now));
    const ys = spreadLabels(layout.curves, { height: HEIGHT - 12, line: 15 });
    const then = session.shots[session.wound]?.epoch;
    return html`<svg viewBox=${`0 0 ${width} ${HEIGHT}`} width=${width * scale} height=${HEIGHT * scale} aria-hidden="true">
      ${axes({ ...layout, right: width - LABEL_ROOM }, layout.epochTicks, HEIGHT - 4, plain)}
      ${
        then === undefined
          ? nothing
          : svg`<line class="then" x1=${layout.xOf(then)} x2=${layout.xOf(then)} y1="4" y2=${layout.base} />`
      }
      ${order.map(
        ({ id, path }) =>
          svg`<path class=${`curve ${id === now ? 'current' : 'earlier'}`} d=${path} data-layer=${LAYERS[id]} />`,
      )}
      ${order.map(
        ({ id, x }) => svg`<text class=${`curve-label ${id === now ? 'current' : ''}`} x=${x + 7}
          y=${(ys.get(id) ?? 0) + 4}>${t(`sense.layer.name.${LAYERS[id]}`)}</text>`,
      )}
    </svg>`;
  }
}

define('sense-curve', SenseCurve);
