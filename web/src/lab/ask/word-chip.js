import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { cleanWord } from '../../link/kinds.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { inputOf } from '../../ui/inputs.js';
import { icon } from '../../ui/parts.js';

/**
 * A word that can be edited in place. A known word is applied while it is typed, any other when the
 * field loses the focus. Events: `word` {word}; with `removable`, `remove`.
 */
export class WordChip extends LabElement {
  static properties = {
    ...given('word label name known wrong out removable problemId'),
    ...own('draft'),
  };

  constructor() {
    super();
    this.word = '';
    this.label = '';
    /** The id of the input. */
    this.name = '';
    /** @type {Set<string>} */
    this.known = new Set();
    this.wrong = false;
    this.out = false;
    this.removable = false;
    this.problemId = '';
    /** @type {string | null} the text that is being typed */
    this.draft = null;
  }

  #take(/** @type {Event} */ event, final = false) {
    const input = inputOf(event);
    const word = cleanWord(input.value);
    this.draft = final ? null : input.value;
    if (!word) {
      if (final) input.value = this.word;
      return;
    }
    if (word !== this.word && (final || this.known.has(word))) this.emit('word', { word });
  }

  render() {
    const text = this.draft ?? this.word;
    return html`
      <span class=${`chip ${this.wrong ? 'wrong' : ''} ${this.out ? 'out' : ''}`}>
        <span class="chip-text" aria-hidden="true">${text || ' '}</span>
        <input
          id=${this.name}
          dir="auto"
          list="vocabulary-list"
          aria-label=${this.label}
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby=${this.problemId || nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="64"
          .value=${text}
          @input=${(/** @type {Event} */ event) => this.#take(event)}
          @change=${(/** @type {Event} */ event) => this.#take(event, true)}
          @blur=${() => {
            this.draft = null;
          }}
          @keydown=${(/** @type {KeyboardEvent} */ event) =>
            event.key === 'Enter' && this.#take(event, true)}
        />
        ${
          this.removable
            ? html`<button
                type="button"
                class="chip-remove"
                aria-label=${t('ask.oddRemove', { word: this.word })}
                @click=${() => this.emit('remove')}
              >
                ${icon('close')}
              </button>`
            : nothing
        }
      </span>
    `;
  }
}

define('word-chip', WordChip);
