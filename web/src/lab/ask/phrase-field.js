import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { cleanPhrase } from '../../link/kinds.js';
import { define, given, LabElement } from '../../ui/base.js';
import { textOf } from '../../ui/inputs.js';

/**
 * A field for a line of words, evaluated while it is typed; it grows with its text. Event: `set`
 * {[name]: text}.
 */
export class PhraseField extends LabElement {
  static properties = given('name value label problemId');

  constructor() {
    super();
    /** The name of the state's field, and the id of the input. */
    this.name = '';
    this.value = '';
    /** The key of its label. */
    this.label = '';
    /** The id of the error message; '' without an error. */
    this.problemId = '';
  }

  #type(/** @type {Event} */ event) {
    this.emit('set', { [this.name]: cleanPhrase(textOf(event)) });
  }

  render() {
    return html`<textarea
      id=${this.name}
      class="phrase"
      dir="auto"
      rows="1"
      aria-label=${t(this.label)}
      aria-invalid=${this.problemId ? 'true' : 'false'}
      aria-describedby=${this.problemId || nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="400"
      .value=${this.value}
      @input=${this.#type}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter' && !event.isComposing) event.preventDefault(); // one line
      }}
    ></textarea>`;
  }
}

define('phrase-field', PhraseField);
