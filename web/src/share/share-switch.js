import { html } from 'lit';
import { inputOf } from '../ui/inputs.js';

/**
 * A switch in a dialog, with its explanation.
 * @param {{id: string, label: string, help: string, on: boolean, set: (on: boolean) => void}} what
 */
export const switchLine = ({ id, label, help, on, set }) => html`
  <div class="field switch">
    <label for=${id}>${label}</label>
    <input
      type="checkbox"
      role="switch"
      id=${id}
      .checked=${on}
      aria-describedby=${`${id}-help`}
      @change=${(/** @type {Event} */ event) => set(inputOf(event).checked)}
    />
  </div>
  <p class="note" id=${`${id}-help`}>${help}</p>
`;
