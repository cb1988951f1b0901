import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { bars, problem } from '../../ui/parts.js';
import { question } from './question.js';
import './word-chip.js';

/** @typedef {import('./ask-nearest.js').Neighbours} Neighbours */

/** a is to b as c is to …; the answer is also drawn on the map. Event: `set` {analogy}. */
export class AskAnalogy extends LabElement {
  static properties = given('words known answer level trained collapsed');

  constructor() {
    super();
    /** @type {string[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {Neighbours | null} */
    this.answer = null;
    /** Whether no word can be the answer, because all similarities are 0. */
    this.level = false;
    this.trained = false;
    this.collapsed = false;
  }

  #replace(/** @type {number} */ at, /** @type {string} */ word) {
    this.emit('set', { analogy: this.words.map((old, i) => (i === at ? word : old)) });
  }

  render() {
    const { answer, words } = this;
    const best =
      this.trained && !this.collapsed && !this.level ? answer?.items?.[0]?.word : undefined;
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
                @word=${(/** @type {CustomEvent<{word: string}>} */ event) => this.#replace(i, event.detail.word)}
              ></word-chip> `,
          )}
          ${this.#glue(4)}
          <output class=${`chip answer-chip ${best ? '' : 'empty'}`} id="analogy-best"
            >${best ?? '?'}</output
          >
        </p>
        ${problem(answer?.error, 'analogy-problem', (word) =>
          this.#replace(words.indexOf(wrong ?? ''), word),
        )}
        <div class="answer three" id="analogy-answer">
          ${this.#items()}
        </div>
      </section>
    `;
  }

  #items() {
    const items = this.answer?.items;
    if (!items) return nothing;
    if (this.level) return html`<p class="note">${t('ask.analogyLevel')}</p>`;
    if (!this.trained) return html`<p class="note">${t('ask.oddUntrained')}</p>`;
    if (this.collapsed) return html`<p class="note">${t('ask.collapsed')}</p>`;
    return bars(items, t('ask.analogy'));
  }

  #glue(/** @type {number} */ place) {
    const text = t(`ask.analogy.${place}`);
    return text ? html`<span class="glue">${text}</span>` : nothing;
  }
}

define('ask-analogy', AskAnalogy);

const SHOWN = 3;

export const analogy = question({
  name: 'analogy',
  needs: ['analogy', 'matrix'],
  pause: 200,
  ask: (asking) => {
    const { matrix, model, words } = asking;
    const [a, b, c] = words.analogy;
    return asking.answer(words.analogy, 'items', () =>
      model.mostSimilar({ positive: [b, c], negative: [a], topn: SHOWN, matrix }),
    );
  },
  show: ({ collapsed, slot, trained, words }, answer) => html`<ask-analogy
    .words=${words.analogy}
    .known=${slot.known}
    .answer=${answer}
    .level=${slot.kind === 'one-hot'}
    .trained=${trained}
    .collapsed=${collapsed}
  ></ask-analogy>`,
});
