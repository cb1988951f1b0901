import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import { chances, START, untrained } from './chances.js';
import './phrase-field.js';

/** @typedef {import('./answers.js').Answer<'items', import('../../api/types.js').Prediction[]>} Chances */

/** What comes next? Event: `set` {next}. */
export class AskNext extends LabElement {
  static properties = given('text answer trained context');

  constructor() {
    super();
    this.text = '';
    /** @type {Chances | null} */
    this.answer = null;
    this.trained = false;
    /** The number of preceding words that the model uses; 0: all. */
    this.context = 0;
  }

  #set(/** @type {string} */ next) {
    this.emit('set', { next });
  }

  /** Appends a word to the words of the question. */
  #append(/** @type {string} */ word) {
    const trimmed = this.text.trim();
    this.#set(trimmed ? `${trimmed} ${word}` : word);
  }

  /** Shows which words the model uses; words too far back have no effect. */
  #seen(/** @type {string[]} */ words) {
    const seen = words.slice(-this.context);
    const missing = this.context - seen.length;
    return html`<p class="note seen" id="next-seen" dir="auto">
      ${t('predict.sees')}
      ${Array.from({ length: missing }, () => html`<span class="token boundary">${START}</span> `)}
      ${seen.map((word) => html`<span class="token">${word}</span> `)}
    </p>`;
  }

  render() {
    const { answer, text } = this;
    const words = answer?.words ?? [];
    const wrong = answer?.error?.value ?? '';
    return html`
      <section class="panel-section" aria-labelledby="ask-next-title">
        <h2 id="ask-next-title">${t('predict.next')}</h2>
        <phrase-field
          .name=${'next'}
          .value=${text}
          .label=${'predict.nextLabel'}
          .problemId=${answer?.error ? 'next-problem' : ''}
        ></phrase-field>
        ${this.context > 0 && words.length > 0 ? this.#seen(words) : nothing}
        ${problem(answer?.error, 'next-problem', (word) => this.#set(text.replace(wrong, word)))}
        <div class="answer eight" id="next-answer">
          ${
            answer?.items
              ? chances(answer.items, {
                  label: t('predict.next'),
                  verb: 'predict.append',
                  take: (word) => this.#append(word),
                })
              : nothing
          }
          ${answer ? nothing : html`<p class="note">${t('ask.waiting')}</p>`}
        </div>
        <p class="under-answer">
          ${untrained(this.trained)}
          ${this.trained ? html`<span class="note">${t('predict.nextHint')}</span>` : nothing}
          <button
            type="button"
            class="link"
            id="next-back"
            ?disabled=${!text.trim()}
            @click=${() => this.#set(words.slice(0, -1).join(' '))}
          >
            ${t('predict.back')}
          </button>
        </p>
      </section>
    `;
  }
}

define('ask-next', AskNext);
