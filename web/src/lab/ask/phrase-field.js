import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { cleanPhrase } from '../../link/kinds.js';
import { define, given, LabElement } from '../../ui/base.js';
import { textOf } from '../../ui/inputs.js';

/** A line of words that is asked as it is typed; it grows with its text. Event: `set` {[name]: text}. */
export class PhraseField extends LabElement {
  static properties = given('name value label problemId');

  constructor() {
    super();
    /** The field of the state, and the input's id. */
    this.name = '';
    this.value = '';
    /** The message that names it. */
    this.label = '';
    /** The id of what is wrong with it; '' while nothing is. */
    this.problemId = '';
  }

  #type(/** @type {Event} */ event) {
    this.emit('set', { [this.name]: cleanPhrase(textOf(event)) });
  }

  render() {
    return html`<textarea
      id=${this.name}
      class="phrase"
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
