import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { AXES, LAYERS } from './table.js';
import './sense-layers.js';
import './sense-map.js';
import { mark, percent, senseName } from './sense-parts.js';
import './sense-table.js';

/** The stage: the layer slider, the map, what its marks mean, what one sees. */
export class SenseMapPanel extends LabElement {
  static properties = given('session shown word layer axes picked training trained');

  constructor() {
    super();
    /** @type {import('./session.js').SenseSession | null} */
    this.session = null;
    /** @type {import('./frame.js').Frame | null} */
    this.shown = null;
    this.word = '';
    this.layer = '2';
    this.axes = 'senses';
    this.picked = -1;
    this.training = false;
    this.trained = false;
  }

  #pick(/** @type {CustomEvent<{occurrence: number}>} */ { detail }) {
    this.session?.pick(detail.occurrence);
  }

  render() {
    const { shown, word, layer } = this;
    const count = shown?.of.senses.length ?? 0;
    const caption = layer === '0' || this.trained ? layer : 'random';
    return html`
      <section class="panel map" aria-labelledby="map-title">
        <sense-layers .layer=${layer}></sense-layers>
        <div class="map-box sense-box">
          <sense-map
            .shown=${shown}
            .picked=${this.picked}
            .training=${this.training}
            .summary=${this.#summary()}
            @pick=${this.#pick}
          ></sense-map>
          ${this.#head(count)}
          ${shown ? this.#legend(shown.of.names) : nothing}
        </div>
        <p class="sense-caption" id="caption">
          ${t(`sense.caption.${caption}`, { word, count: whole(count) })}
        </p>
        <div class="map-foot"><sense-table .shown=${shown}></sense-table></div>
      </section>
    `;
  }

  #head(/** @type {number} */ count) {
    const { shown, word, axes } = this;
    const names = shown?.of.names ?? [];
    const values = {
      word,
      count: whole(count),
      first: senseName(names, 0),
      second: senseName(names, 1),
    };
    return html`<div class="map-head">
      <h2 id="map-title">${t(shown ? `sense.map.title.${axes}` : 'sense.map.waiting', values)}</h2>
      ${choice({
        id: 'axes',
        legend: t('sense.axes'),
        values: AXES,
        current: axes,
        label: (value) => t(`sense.axes.${value}`),
        choose: (value) => this.emit('set', { axes: value }),
        look: 'row small',
      })}
    </div>`;
  }

  #legend(/** @type {string[]} */ names) {
    return html`<ul class="legend">
      ${names.map((_, sense) => html`<li>${mark(sense)} ${senseName(names, sense)}</li>`)}
      <li>${mark(0, true)}${mark(1, true)} ${t('sense.map.heldout')}</li>
      <li><span class="cross" aria-hidden="true">+</span> ${t('sense.map.static')}</li>
    </ul>`;
  }

  #summary() {
    const { shown, word } = this;
    if (!shown) return t('sense.map.waiting');
    const { names, senses } = shown.of;
    const of = (/** @type {number} */ sense) => whole(senses.filter((s) => s === sense).length);
    return t('sense.map.summary', {
      word,
      count: whole(senses.length),
      first: senseName(names, 0),
      firstCount: of(0),
      second: senseName(names, 1),
      secondCount: of(1),
      layer: t(`sense.layer.name.${shown.layer}`),
      percent: percent(shown.layers[LAYERS.indexOf(shown.layer)]?.accuracy),
    });
  }
}

define('sense-map-panel', SenseMapPanel);
