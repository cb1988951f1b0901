import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, LabElement } from '../../ui/base.js';
import { bars, problem } from '../../ui/parts.js';
import './word-chip.js';

/** a is to b as c is to …; the answer is drawn on the map, too. Event: `set` {analogy}. */
export class AskAnalogy extends LabElement {
  static properties = {
    words: { attribute: false },
    known: { attribute: false },
    answer: { attribute: false },
    trained: { type: Boolean, attribute: false },
  };

  constructor() {
    super();
    /** @type {string[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {any} */
    this.answer = null;
    this.trained = false;
  }

  #replace(/** @type {number} */ at, /** @type {string} */ word) {
    this.emit('set', { analogy: this.words.map((old, i) => (i === at ? word : old)) });
  }

  render() {
    const { answer, words } = this;
    const best = this.trained ? answer?.items?.[0]?.word : undefined;
    const wrong = answer?.error?.code === 'UnknownWord' ? answer.error.value : undefined;
    return html`
      <section class="panel-section" aria-labelledby="analogy-title">
        <h2 id="analogy-title">${t('ask.analogy')}</h2>
        <p class="sentence two">
          ${words.map(
            (word, i) => html`${this.#glue(i + 1)}
              <word-chip
                .word=${word}
                .name=${`analogy-${i + 1}`}
                .label=${t('ask.analogyWord', { number: i + 1 })}
                .known=${this.known}
                .wrong=${word === wrong}
                .problemId=${wrong === undefined ? '' : 'analogy-problem'}
                @word=${(/** @type {CustomEvent} */ event) => this.#replace(i, event.detail.word)}
              ></word-chip> `,
          )}
          ${this.#glue(4)}
          <output class=${`chip answer-chip ${best ? '' : 'empty'}`} id="analogy-best"
            >${best ?? '?'}</output
          >
        </p>
        ${problem(answer?.error, 'analogy-problem', (word) =>
          this.#replace(words.indexOf(wrong), word),
        )}
        <div class="answer three" id="analogy-answer">
          ${answer?.items ? bars(answer.items, t('ask.analogy')) : nothing}
        </div>
      </section>
    `;
  }

  #glue(/** @type {number} */ place) {
    const text = t(`ask.analogy.${place}`);
    return text ? html`<span class="glue">${text}</span>` : nothing;
  }
}

define('ask-analogy', AskAnalogy);
