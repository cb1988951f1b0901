import { html } from 'lit';
import { t } from '../i18n/index.js';
import { named } from './gloss.js';
import { inputOf } from './inputs.js';
import { icon } from './parts.js';

const MAX_SEED = 9999; // range of the random seeds: short enough to read aloud

/**
 * Label, text field and dice button of the run's seed.
 * @param {{get: (name: 'seed') => number, set: (values: {seed: number}) => void}} store
 * @param {(text: string) => number | undefined} parse returns undefined for an invalid seed
 */
export function seedField(store, parse) {
  const type = (/** @type {Event} */ event) => {
    const input = inputOf(event);
    const value = parse(input.value.trim());
    if (value !== undefined) store.set({ seed: value });
    input.value = String(value ?? store.get('seed'));
  };
  const roll = () => store.set({ seed: 1 + Math.floor(Math.random() * MAX_SEED) });
  return html`
    ${named('seed', t('parameter.seed'), t('parameter.seed.help'))}
    <input
      class="value"
      id="seed"
      inputmode="numeric"
      autocomplete="off"
      aria-label=${t('parameter.seed')}
      aria-describedby="seed-help"
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
