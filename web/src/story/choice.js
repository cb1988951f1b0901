import { html, nothing, render } from 'lit';
import { optionButton } from '../ui/option-button.js';
import { words } from './words.js';

/**
 * A question with options: a list in the text of a page, each item with `data-value`. In a page that
 * trains, the items are buttons; the element shows which one the reader chose, and which came out.
 * `untrained`: nothing is trained for the answer.
 * Attribute `tap`: what it says below the options, up to "just show me".
 * Event: `choose` {value}; '' to be shown the outcome, null to choose again.
 */
export class StoryChoice extends HTMLElement {
  /** @type {{value: string, item: HTMLLIElement, text: Node[], plain: string}[]} */
  #options = [];
  #foot = document.createElement('div');
  /** @type {string | null} */
  #chosen = null;
  #outcome = '';
  /** @type {Record<string, string>} */
  #said = {};

  /** Called once the page can train. */
  enliven() {
    this.#options = [...this.querySelectorAll('li')].map((item) => ({
      value: item.dataset.value ?? '',
      item,
      text: [...item.childNodes],
      plain: item.textContent?.trim() ?? '',
    }));
    const question = this.querySelector('.question');
    const list = this.querySelector('ol');
    if (question && list) {
      question.id ||= `${this.kind}-question`;
      list.setAttribute('aria-labelledby', question.id);
    }
    for (const { item } of this.#options) item.replaceChildren();
    this.#foot.className = 'choice-foot';
    this.append(this.#foot);
    this.#show();
  }

  /** guess or check */
  get kind() {
    return this.getAttribute('name') ?? 'guess';
  }

  /** The option that the text expects to come out. */
  get answer() {
    return this.getAttribute('answer') ?? '';
  }

  /** The text of an option. @param {string} value */
  textOf(value) {
    return this.#options.find((option) => option.value === value)?.plain ?? '';
  }

  get values() {
    return this.#options.map(({ value }) => value);
  }

  /**
   * @param {string | null} chosen '' for none, null while the question is open
   * @param {string} [outcome] what came out
   * @param {Record<string, string>} [said] what came out for each option
   */
  tell(chosen, outcome = '', said = {}) {
    this.#chosen = chosen;
    this.#outcome = outcome;
    this.#said = said;
    this.#show();
  }

  #choose(/** @type {string | null} */ value) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { value }, bubbles: true }));
  }

  get #words() {
    return words[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  }

  /** The sentence before "just show me". @param {typeof words.en} said */
  #lead(said) {
    return this.getAttribute('tap') ?? (this.hasAttribute('untrained') ? said.choose : said.tap);
  }

  #tag(/** @type {string} */ value) {
    const said = this.#words;
    const figure = this.#said[value] ?? '';
    const parts = [];
    if (value === this.#outcome) parts.push(this.kind === 'guess' ? said.came : said.so);
    if (value === this.#chosen) parts.push(this.kind === 'guess' ? said.yours : said.chosen);
    return [...parts.reverse(), figure].filter(Boolean).join(' · ');
  }

  #show() {
    const open = this.#chosen === null;
    this.toggleAttribute('decided', !open);
    this.#options.forEach(({ value, item, text }, i) => {
      const tag = this.#outcome ? this.#tag(value) : '';
      render(
        optionButton({
          place: i,
          content: text.map((node) => node.cloneNode(true)),
          tag,
          chosen: value === this.#chosen,
          outcome: value === this.#outcome,
          open,
          choose: () => this.#choose(value),
        }),
        item,
      );
    });
    const said = this.#words;
    const foot = open
      ? this.kind === 'guess'
        ? html`${this.#lead(said)}<button type="button" class="link" id="just-show" @click=${() => this.#choose('')}>
            ${said.show}</button
          >${said === words.zh ? '。' : '.'}`
        : nothing
      : this.#outcome
        ? html`<button type="button" class="link again" @click=${() => this.#choose(null)}>
            ${said.again}
          </button>`
        : nothing;
    render(foot, this.#foot);
  }
}

customElements.define('story-choice', StoryChoice);
