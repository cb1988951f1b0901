import { html } from 'lit';
import { similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { glossed } from '../ui/gloss.js';
import { chance } from './occurrences.js';
import { percent } from './sense-parts.js';
import { LAYERS } from './table.js';

/** @typedef {import('./session.js').SenseSession} Session */

/**
 * The separation of the senses per layer as small bars, the highest layer at the top.
 * @param {Session} session
 */
export function senseScores(session) {
  const { shown } = session;
  const level = shown ? chance(shown.of) : 0.5;
  return html`<div class="sense-scores">
    <section class="panel-section" aria-labelledby="score-title">
      <h2 id="score-title">${t('sense.score.title')}</h2>
      <table class="scores" id="scores">
        <thead>
          <tr>
            <th scope="col">${t('sense.score.layer')}</th>
            <th scope="col" colspan="2" class="right">${t('sense.score.accuracy')}</th>
            <th scope="col" class="gap">${t('sense.score.gap')}</th>
          </tr>
        </thead>
        <tbody>
          ${LAYERS.map((layer) => row(session, layer, level)).reverse()}
        </tbody>
      </table>
      <p class="note">${glossed(t('sense.score.note', { percent: percent(level) }))}</p>
    </section>
  </div>`;
}

/** @param {Session} session @param {string} layer @param {number} level accuracy of guessing */
function row({ store, shown }, layer, level) {
  const { accuracy = Number.NaN, separation = Number.NaN } =
    shown?.layers[LAYERS.indexOf(layer)] ?? {};
  const share = Number.isFinite(accuracy) ? accuracy : 0;
  const name = t(`sense.layer.name.${layer}`);
  const now = layer === store.get('layer');
  return html`<tr class=${now ? 'chosen' : ''} data-layer=${layer}>
    <th scope="row">
      <button
        type="button"
        class="score-layer"
        aria-pressed=${now ? 'true' : 'false'}
        title=${t('sense.score.choose', { layer: name })}
        @click=${() => store.set({ layer })}
      >
        ${t(`sense.layer.${layer}`)}
      </button>
    </th>
    <td class="score-cell">
      <span class="score-bar" aria-hidden="true"
        ><span style=${`transform: scaleX(${share})`}></span
        ><i style=${`left: ${100 * level}%`}></i
      ></span>
    </td>
    <td class="number accuracy">${percent(accuracy)}</td>
    <td class="number gap">${similarity(separation)}</td>
  </tr>`;
}
