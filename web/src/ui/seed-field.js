import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { inputOf } from './inputs.js';
import { icon } from './parts.js';

const MAX_SEED = 9999; // range of the random seeds: short enough to read aloud

/**
 * Label, text field and dice button of the run's seed.
 * @param {{get: (name: 'seed') => number, set: (values: {seed: number}) => void}} store
 * @param {(text: string) => number | undefined} parse returns undefined for an invalid seed
 * @param {string} [describedBy] id of the element that explains the seed
 */
export function seedField(store, parse, describedBy) {
  const type = (/** @type {Event} */ event) => {
    const input = inputOf(event);
    const value = parse(input.value.trim());
    if (value !== undefined) store.set({ seed: value });
    input.value = String(value ?? store.get('seed'));
  };
  const roll = () => store.set({ seed: 1 + Math.floor(Math.random() * MAX_SEED) });
  return html`
    <label for="seed">${t('parameter.seed')}</label>
    <input
      class="value"
      id="seed"
      inputmode="numeric"
      autocomplete="off"
      title=${describedBy ? nothing : t('parameter.seed.help')}
      aria-describedby=${describedBy ?? nothing}
      .value=${String(store.get('seed'))}
      @change=${type}
    />
    <button
      type="button"
      class="quiet square"
      id="seed-roll"
      aria-label=${t('parameter.seed.roll')}
      title=${t('parameter.seed.roll')}
      @click=${roll}
    >
      ${icon('again')}
    </button>
  `;
}
