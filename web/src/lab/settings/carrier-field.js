import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { textOf } from '../../ui/inputs.js';

/**
 * Says that a text is carried by something else, and offers to take it alone; afterwards, to undo
 * that.
 * @param {object} state
 * @param {import('../../text/carrier.js').Carrier | null} state.carrier
 * @param {boolean} state.taken whether only the text was taken
 * @param {(column: number) => void} state.choose a column of a table
 * @param {(carrier: import('../../text/carrier.js').Carrier) => void} state.take
 * @param {() => void} state.undo
 * @param {() => void} state.open opens the file as word vectors
 */
export function carrierField({ carrier, taken, choose, take, undo, open }) {
  if (taken) {
    return html`<p class="note" id="text-carrier" role="status">
      ${t('text.carrier.taken')}
      <button type="button" class="link" id="carrier-undo" @click=${undo}>
        ${t('text.carrier.undo')}
      </button>
    </p>`;
  }
  if (!carrier) return nothing;
  const vectors = carrier.kind === 'vectors';
  const action = carrier.kind === 'tagged' ? 'text.carrier.cut' : 'text.carrier.take';
  return html`<p class="note warning" id="text-carrier" role="status">
      ${t(`text.carrier.${carrier.kind}`)}
    </p>
    <p class="file-line">
      ${
        carrier.columns
          ? html`<label for="carrier-column">${t('text.carrier.column')}</label>
              <select
                id="carrier-column"
                @change=${(/** @type {Event} */ event) => choose(Number(textOf(event)))}
              >
                ${carrier.columns.map(
                  (name, i) =>
                    html`<option value=${i} ?selected=${i === carrier.column}>${i + 1}: ${name}</option>`,
                )}
              </select>`
          : nothing
      }
      <button
        type="button"
        class="plain"
        id="carrier-take"
        @click=${() => (vectors ? open() : take(carrier))}
      >
        ${t(vectors ? 'text.carrier.open' : action)}
      </button>
    </p>`;
}
