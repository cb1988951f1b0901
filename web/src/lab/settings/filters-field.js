import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { named } from '../../ui/gloss.js';
import { inputOf } from '../../ui/inputs.js';
import { problem } from '../../ui/parts.js';

/**
 * The filters of a character CNN as text: 1x8,2x16 (width × number). Event: `set` {[name]: [[width,
 * number], …]}. An invalid text is explained and not applied.
 */
export class FiltersField extends LabElement {
  static properties = { ...given('row value error'), ...own('refused') };

  constructor() {
    super();
    /** @type {import('../../link/field.js').Field} */
    this.row = unset();
    /** @type {number[][]} */
    this.value = [];
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.refused = false;
  }

  #take(/** @type {Event} */ event) {
    const input = inputOf(event);
    const value = this.row.parse(input.value);
    this.refused = value === undefined;
    if (value) this.emit('set', { [this.row.name]: value });
    else input.value = this.row.format(this.value);
  }

  #forgive() {
    this.refused = false;
  }

  render() {
    if (!this.row) return nothing;
    const { name } = this.row;
    const wrong = this.refused || Boolean(this.error);
    return html`
      <div class="field">
        ${named(name, t(`parameter.${name}`), t(`parameter.${name}.help`))}
        <input
          class="text small"
          id=${name}
          aria-label=${t(`parameter.${name}`)}
          autocomplete="off"
          spellcheck="false"
          maxlength="80"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${`${name}-help${wrong ? ` ${name}-problem` : ''}`}
          .value=${this.row.format(this.value)}
          @input=${this.#forgive}
          @change=${this.#take}
        />
        ${
          this.refused
            ? html`<p class="problem" id=${`${name}-problem`} role="alert">${t('parameter.filters')}</p>`
            : problem(this.error, `${name}-problem`)
        }
      </div>
    `;
  }
}

define('filters-field', FiltersField);
