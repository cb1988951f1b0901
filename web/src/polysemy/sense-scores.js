import { html } from 'lit';
import { similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { percent } from './sense-parts.js';
import { LAYERS } from './table.js';

/** Sense separation by layer, the top layer above: small bars to compare. Event: `set` {layer}. */
export class SenseScores extends LabElement {
  static properties = given('scores layer chance');

  constructor() {
    super();
    /** @type {Array<{accuracy: number, separation: number}>} 0 … L, then the mix */
    this.scores = [];
    this.layer = '2';
    this.chance = 0.5;
  }

  render() {
    return html`
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
            ${LAYERS.map((layer, i) => this.#row(layer, this.scores[i])).reverse()}
          </tbody>
        </table>
        <p class="note">${t('sense.score.note', { percent: percent(this.chance) })}</p>
      </section>
    `;
  }

  #row(
    /** @type {string} */ layer,
    /** @type {{accuracy: number, separation: number} | undefined} */ score,
  ) {
    const { accuracy = Number.NaN, separation = Number.NaN } = score ?? {};
    const share = Number.isFinite(accuracy) ? accuracy : 0;
    const name = t(`sense.layer.name.${layer}`);
    const now = layer === this.layer;
    return html`<tr class=${now ? 'chosen' : ''} data-layer=${layer}>
      <th scope="row">
        <button
          type="button"
          class="score-layer"
          aria-pressed=${now ? 'true' : 'false'}
          title=${t('sense.score.choose', { layer: name })}
          @click=${() => this.emit('set', { layer })}
        >
          ${t(`sense.layer.${layer}`)}
        </button>
      </th>
      <td class="score-cell">
        <span class="score-bar" aria-hidden="true"
          ><span style=${`transform: scaleX(${share})`}></span
          ><i style=${`left: ${100 * this.chance}%`}></i
        ></span>
      </td>
      <td class="number accuracy">${percent(accuracy)}</td>
      <td class="number gap">${similarity(separation)}</td>
    </tr>`;
  }
}

define('sense-scores', SenseScores);
