/** Form fields of the editor. */
import { html, nothing } from 'lit';
import { inputOf, textOf } from '../../ui/inputs.js';

/**
 * @param {object} of
 * @param {string} of.id
 * @param {string} of.label
 * @param {string} of.value
 * @param {(value: string) => void} of.set
 * @param {string} [of.note]
 * @param {boolean} [of.long] several lines
 * @param {string} [of.list] id of a list of suggestions
 */
export function textField({ id, label, value, set, note = '', long = false, list = '' }) {
  const change = (/** @type {Event} */ event) => set(textOf(event));
  const described = note ? `${id}-note` : nothing;
  return html`<div class="edit-field">
    <label for=${id}>${label}</label>
    ${
      long
        ? html`<textarea class="text" id=${id} rows="3" .value=${value} aria-describedby=${described} @input=${change}></textarea>`
        : html`<input class="text" id=${id} .value=${value} list=${list || nothing} autocomplete="off" spellcheck=${list ? 'false' : nothing} aria-describedby=${described} @input=${change} />`
    }
    ${note ? html`<p class="note" id=${`${id}-note`}>${note}</p>` : nothing}
  </div>`;
}

/**
 * @param {object} of
 * @param {string} of.id
 * @param {string} of.label
 * @param {string} of.value
 * @param {[string, string][]} of.options value and name
 * @param {(value: string) => void} of.set
 */
export const selectField = ({ id, label, value, options, set }) => html`<div class="edit-field">
  <label for=${id}>${label}</label>
  <select id=${id} data-value=${value} @change=${(/** @type {Event} */ event) => set(textOf(event))}>
    ${options.map(
      ([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`,
    )}
  </select>
</div>`;

/**
 * @param {object} of
 * @param {string} of.id
 * @param {string} of.label
 * @param {boolean} of.checked
 * @param {(checked: boolean) => void} of.set
 * @param {string} [of.type]
 * @param {string} [of.group]
 */
export const checkField = ({
  id,
  label,
  checked,
  set,
  type = 'checkbox',
  group = '',
}) => html`<label class="edit-check" for=${id}>
  <input type=${type} id=${id} name=${group || nothing} .checked=${checked} @change=${(/** @type {Event} */ event) => set(inputOf(event).checked)} />
  ${label}
</label>`;
