import { html, nothing } from 'lit';
import { percent } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { digit } from './transfer-digit.js';

/**
 * The output of each layer for a picture, and the model's answer.
 * @typedef {{layer: string, height: number, width: number, channels: number, values: Float32Array}}
 *   Activation channels last
 * @typedef {{probabilities: {label: string, probability: number}[]}} Said answer of a model
 * @typedef {{pixels: Uint8Array, layers: Activation[], answer: Said | null, by: string}} Seen
 */
export class TransferMaps extends LabElement {
  static properties = given('seen drawn');

  constructor() {
    super();
    /** @type {Seen | null} */
    this.seen = null;
    /** Whether it is the reader's drawing; otherwise it is a picture of the examples. */
    this.drawn = false;
  }

  render() {
    const { seen, drawn } = this;
    return html`
      <h4>${t('transfer.maps.title')}</h4>
      ${
        seen
          ? html`<div class="maps" id="maps">
              <div class="map-row">
                <span class="note">${t(drawn ? 'transfer.maps.image' : 'transfer.maps.chosen')}</span>
                <div class="map-image">${digit(seen.pixels)}</div>
              </div>
              ${seen.layers.map((layer) => this.#layer(layer))} ${this.#answer(seen)}
            </div>`
          : html`<p class="note maps-empty">${t('transfer.maps.empty')}</p>`
      }
    `;
  }

  #layer(/** @type {Activation} */ { layer, height, width, channels, values }) {
    const name = t(`transfer.layer.${layer}`);
    const most = values.reduce((a, b) => Math.max(a, b), 1e-9);
    const flat = height * width === 1;
    const columns = flat ? 16 : width;
    const maps = flat ? [values] : channelsOf(values, channels);
    return html`<div class="map-row" data-layer=${layer}>
      <span class="note">${name}</span>
      <div
        class=${flat ? 'map-flat' : `map-channels of-${channels > 8 ? 'many' : 'few'}`}
        role="img"
        aria-label=${t('transfer.maps.label', { layer: name, count: flat ? values.length : channels })}
      >
        ${maps.map(
          (map) =>
            html`<transfer-digit .pixels=${map} .side=${columns} .most=${most}></transfer-digit>`,
        )}
      </div>
    </div>`;
  }

  #answer(/** @type {Seen} */ { answer, by }) {
    if (!answer) return nothing;
    const top = answer.probabilities.slice(0, 3);
    return html`<div class="map-row">
      <span class="note">${t(`transfer.maps.says.${by}`)}</span>
      <ol class="map-answer" id="drawing-answer">
        ${top.map(
          ({ label, probability }, i) => html`<li
            class=${i === 0 ? 'best' : ''}
          ><span class="answer-label">${label}</span> ${percent(probability)}</li>`,
        )}
      </ol>
    </div>`;
  }
}

/**
 * Converts channels last to one map after the other.
 * @param {Float32Array} values
 * @param {number} channels
 */
function channelsOf(values, channels) {
  const size = values.length / channels;
  return Array.from({ length: channels }, (_, c) =>
    Float32Array.from({ length: size }, (_, i) => values[i * channels + c]),
  );
}

define('transfer-maps', TransferMaps);
