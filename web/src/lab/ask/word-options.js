import { html } from 'lit';
import { define, given, LabElement, own } from '../../ui/base.js';

const MOST = 300;

/**
 * The list of suggestions for typed words, shared by all fields. For a large vocabulary it contains
 * the words that begin with the typed text.
 */
export class WordOptions extends LabElement {
  static properties = { ...given('vocabulary'), ...own('typed') };

  constructor() {
    super();
    /** @type {Array<{word: string}>} */
    this.vocabulary = [];
    this.typed = '';
    this.listen = (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
      if (input.getAttribute?.('list') !== 'vocabulary-list') return;
      this.typed = this.vocabulary.length > MOST ? input.value : '';
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('input', this.listen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('input', this.listen);
  }

  render() {
    const words = [];
    for (const { word } of this.vocabulary) {
      if (words.length >= MOST) break;
      if (word.startsWith(this.typed)) words.push(word);
    }
    return html`<datalist id="vocabulary-list">
      ${words.map((word) => html`<option value=${word}></option>`)}
    </datalist>`;
  }
}

define('word-options', WordOptions);
