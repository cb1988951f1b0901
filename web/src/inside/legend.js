/** The foot of the picture: the scales of colour, and the article's formula. */
import { html, nothing } from 'lit';
import { plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { isClipped } from '../plots/cells.js';
import { inputOf } from '../ui/inputs.js';
import { bare, rich } from './rich.js';
import { BLAME } from './scene.js';

const MANY = 50_000; // numbers that are looked through for one beyond the scale

/**
 * @param {Pick<import('./scene.js').Scene, 'blocks' | 'full' | 'formula' | 'keys'>} scene
 * @param {number} stop
 * @param {(block: string) => void} tabulate shows a block as a table
 */
export function legend({ blocks, full, formula, keys = [] }, stop, tabulate) {
  const back = stop >= BLAME;
  const tones = /** @type {const} */ (['value', 'blame']).filter((tone) =>
    blocks.some(
      (block) => block.tone === tone && (block.look ?? 'cells') === 'cells' && block.values.length,
    ),
  );
  return html`<footer class="inside-foot">
    ${tones.map((tone) => {
      const arrays = blocks
        .filter((block) => block.tone === tone && (block.look ?? 'cells') === 'cells')
        .map(({ values }) => values);
      const few = arrays.filter(({ length }) => length <= MANY);
      return scale(tone, full[tone], isClipped(few, full[tone]));
    })}
    ${
      back
        ? html`<ul class="inside-keys">
            <li class="raise">${t('inside.scale.raise')}</li>
            <li class="lower">${t('inside.scale.lower')}</li>
          </ul>`
        : nothing
    }
    ${
      keys.length
        ? html`<ul class="drawn-keys">
            ${keys.map(({ look, text }) => html`<li class=${`key-${look}`}>${text}</li>`)}
          </ul>`
        : nothing
    }
    <select
      id="inside-tables"
      aria-label=${t('inside.table')}
      data-value=""
      @change=${(/** @type {Event} */ event) => {
        const field = inputOf(event);
        tabulate(field.value);
        field.value = '';
      }}
    >
      <option value="">${t('inside.table')}</option>
      ${blocks
        .filter(({ decoration, values }) => !decoration && values.length > 0)
        .map(({ id, name }) => html`<option value=${id}>${bare(name)}</option>`)}
    </select>
    <p class="formula">${rich(formula)}</p>
  </footer>`;
}

/** @param {'value' | 'blame'} tone @param {number} full @param {boolean} clipped */
function scale(tone, full, clipped) {
  const quarter = plain(full / 4);
  const isShort = quarter.length < 6;
  const [low, high] = clipped ? ['≤ −', '≥ +'] : ['−', '+'];
  return html`<div class=${`inside-scale of-${tone}`}>
    <span>${t(`inside.scale.${tone}`)}</span>
    <div>
      <span class="ramp" aria-hidden="true"></span>
      <ol>
        <li>${low}${plain(full)}</li>
        <li>${isShort ? `−${quarter}` : ''}</li>
        <li>0</li>
        <li>${isShort ? `+${quarter}` : ''}</li>
        <li>${high}${plain(full)}</li>
      </ol>
    </div>
  </div>`;
}
