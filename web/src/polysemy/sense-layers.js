import { html } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { textOf } from '../ui/inputs.js';
import { LAYERS } from './table.js';

/** The layer on show: one slider with a stop for each, the labels below. Event: `set` {layer}. */
export class SenseLayers extends LabElement {
  static properties = given('layer');

  constructor() {
    super();
    this.layer = '2';
  }

  render() {
    const at = LAYERS.indexOf(this.layer);
    return html`
      <div class="layers">
        <label for="layer">${t('sense.layer')}</label>
        <div class="layer-slider">
          <input
            type="range"
            id="layer"
            min="0"
            max=${LAYERS.length - 1}
            step="1"
            .value=${String(at)}
            style=${`--fill: ${(100 * at) / (LAYERS.length - 1)}%`}
            aria-valuetext=${`${t(`sense.layer.name.${this.layer}`)}: ${t(`sense.layer.hint.${this.layer}`)}`}
            @input=${(/** @type {Event} */ event) => this.emit('set', { layer: LAYERS[Number(textOf(event))] })}
          />
          <ul class="layer-stops" aria-hidden="true">
            ${LAYERS.map(
              (layer) => html`<li class=${layer === this.layer ? 'chosen' : ''}>
                <span
                  class="layer-stop"
                  data-layer=${layer}
                  @click=${() => this.emit('set', { layer })}
                  ><b>${t(`sense.layer.${layer}`)}</b>
                  <span class="layer-hint">${t(`sense.layer.hint.${layer}`)}</span></span
                >
              </li>`,
            )}
          </ul>
        </div>
      </div>
    `;
  }
}

define('sense-layers', SenseLayers);
