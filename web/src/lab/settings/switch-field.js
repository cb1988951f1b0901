import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { named } from '../../ui/gloss.js';
import { inputOf } from '../../ui/inputs.js';
import { problem } from '../../ui/parts.js';

/** A parameter that is on or off, with its explanation. Event: `set` {[name]: boolean}. */
export class SwitchField extends LabElement {
  static properties = given('name value error');

  constructor() {
    super();
    this.name = '';
    this.value = false;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
  }

  render() {
    const { name } = this;
    if (!name) return nothing;
    return html`
      <div class="field switch">
        ${named(name, t(`parameter.${name}`), t(`parameter.${name}.help`))}
        <input
          type="checkbox"
          role="switch"
          id=${name}
          aria-label=${t(`parameter.${name}`)}
          .checked=${this.value}
          aria-describedby=${`${name}-help`}
          @change=${(/** @type {Event} */ event) => this.emit('set', { [name]: inputOf(event).checked })}
        />
        ${problem(this.error, `${name}-problem`)}
      </div>
    `;
  }
}

define('switch-field', SwitchField);
