import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { layerSlider } from './sense-layers.js';
import { AXES, LAYERS } from './table.js';
import './sense-map.js';
import { mark, percent, senseName } from './sense-parts.js';
import './sense-table.js';
import { glossed } from '../ui/gloss.js';

/** @typedef {import('./session.js').SenseSession} Session */

/** The stage: the layer slider, the map, its legend, and a description. @param {Session} session */
export function mapPanel(session) {
  const { store, shown, current: pack } = session;
  const { word, layer } = store.values;
  const count = whole(shown?.of.senses.length ?? 0);
  const caption = layer === '0' || pack.trained ? layer : 'random';
  const pick = (/** @type {CustomEvent<{occurrence: number}>} */ { detail }) =>
    session.pick(detail.occurrence);
  return html`
    <section class="panel map" aria-labelledby="map-title">
      ${layerSlider(store)}
      ${headOf(session, count)}
      <div class="map-box sense-box">
        <sense-map
          .shown=${shown}
          .picked=${session.picked}
          .training=${pack.running}
          .summary=${summary(session)}
          @pick=${pick}
        ></sense-map>
      </div>
      ${shown ? legend(shown.of.names) : nothing}
      <p class="sense-caption" id="caption">${glossed(t(`sense.caption.${caption}`, { word, count }))}</p>
      <div class="map-foot"><sense-table .shown=${shown}></sense-table></div>
    </section>
  `;
}

/** @param {Session} session @param {string} count number of occurrences */
function headOf({ store, shown }, count) {
  const { word, axes } = store.values;
  const names = shown?.of.names ?? [];
  const values = { word, count, first: senseName(names, 0), second: senseName(names, 1) };
  return html`<div class="map-head">
    <h2 id="map-title">${glossed(t(shown ? `sense.map.title.${axes}` : 'sense.map.waiting', values))}</h2>
    ${choice({
      id: 'axes',
      legend: t('sense.axes'),
      values: AXES,
      current: axes,
      label: (value) => t(`sense.axes.${value}`),
      choose: (value) => store.set({ axes: value }),
      look: 'row small',
    })}
  </div>`;
}

const legend = (/** @type {string[]} */ names) => html`<ul class="legend">
  ${names.map((_, sense) => html`<li>${mark(names, sense)} ${senseName(names, sense)}</li>`)}
  <li>${mark(names, 0, true)}${mark(names, 1, true)} <span>${glossed(t('sense.map.heldout'))}</span></li>
  <li><span class="cross" aria-hidden="true">+</span> ${t('sense.map.static')}</li>
</ul>`;

/** The map as text. @param {Session} session */
function summary({ store, shown }) {
  if (!shown) return t('sense.map.waiting');
  const { names, senses } = shown.of;
  const of = (/** @type {number} */ sense) => whole(senses.filter((s) => s === sense).length);
  return t('sense.map.summary', {
    word: store.get('word'),
    count: whole(senses.length),
    first: senseName(names, 0),
    firstCount: of(0),
    second: senseName(names, 1),
    secondCount: of(1),
    layer: t(`sense.layer.name.${shown.layer}`),
    percent: percent(shown.layers[LAYERS.indexOf(shown.layer)]?.accuracy),
  });
}
