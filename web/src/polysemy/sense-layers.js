import { html } from 'lit';
import { t } from '../i18n/index.js';
import { textOf } from '../ui/inputs.js';
import { LAYERS } from './table.js';

/**
 * Chooses the layer: a slider with one stop per layer, with labels below.
 * @param {import('./store.js').SenseStore} store
 */
export function layerSlider(store) {
  const current = store.get('layer');
  const at = LAYERS.indexOf(current);
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
          aria-valuetext=${`${t(`sense.layer.name.${current}`)}: ${t(`sense.layer.hint.${current}`)}`}
          @input=${(/** @type {Event} */ event) => store.set({ layer: LAYERS[Number(textOf(event))] })}
        />
        <ul class="layer-stops" aria-hidden="true">
          ${LAYERS.map(
            (layer) => html`<li class=${layer === current ? 'chosen' : ''}>
              <span
                class="layer-stop"
                data-layer=${layer}
                @click=${() => store.set({ layer })}
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
