import { html, nothing } from 'lit';
import { similarity } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { onDemand } from '../../ui/later.js';
import { oneHotRow, problem } from '../../ui/parts.js';
import { question } from './question.js';
import './word-chip.js';

const cosineSum = onDemand(() => import('./cosine-sum.js'));

/** How similar are two words? Event: `set` {pair}. */
export class AskPair extends LabElement {
  static properties = { ...given('words known answer model matrix vocabulary'), ...own('opened') };

  constructor() {
    super();
    /** @type {string[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {import('./answers.js').Answer<'value', number> | null} */
    this.answer = null;
    /** @type {import('../../api/model.js').Model | null} */
    this.model = null;
    /** @type {'input' | 'output'} */
    this.matrix = 'input';
    /** @type {Array<{word: string}>} */
    this.vocabulary = [];
    /** Whether the products are shown. */
    this.opened = false;
  }

  #replace(/** @type {number} */ at, /** @type {string} */ word) {
    this.emit('set', { pair: this.words.map((old, i) => (i === at ? word : old)) });
  }

  render() {
    const { words, answer } = this;
    const wrong = answer?.error?.code === 'UnknownWord' ? answer.error.value : undefined;
    return html`
      <section class="panel-section" aria-labelledby="pair-title">
        <h2 id="pair-title">${t('ask.pair')}</h2>
        <p class="sentence pair">
          ${words.map(
            (word, i) => html`${i ? html`<span class="glue">${t('ask.pairAnd')}</span>` : nothing}
              <word-chip
                .word=${word}
                .name=${`pair-${i + 1}`}
                .label=${t('ask.pairWord', { number: i + 1 })}
                .known=${this.known}
                .wrong=${word === wrong}
                .problemId=${wrong === undefined ? '' : 'pair-problem'}
                @word=${(/** @type {CustomEvent<{word: string}>} */ event) => this.#replace(i, event.detail.word)}
              ></word-chip> `,
          )}
          <output class="number pair-value" id="pair-answer"
            >${answer?.value === undefined ? '–' : similarity(answer.value)}</output
          >
        </p>
        ${problem(answer?.error, 'pair-problem', (word) =>
          this.#replace(words.indexOf(wrong ?? ''), word),
        )}
        ${wrong === undefined ? oneHotRow(1) : nothing}
        <details
          class="more"
          id="cosine"
          @toggle=${(/** @type {Event} */ event) => {
            this.opened = /** @type {HTMLDetailsElement} */ (event.target).open || this.opened;
          }}
        >
          <summary>${t('ask.pairHow')}</summary>
          ${this.opened ? this.#products() : nothing}
        </details>
      </section>
    `;
  }

  #products() {
    cosineSum(() => this.querySelector('cosine-sum'));
    const { answer, matrix, model, vocabulary, words } = this;
    return html`<cosine-sum
      .model=${answer?.value === undefined ? null : model}
      .words=${answer?.words ?? words}
      .matrix=${matrix}
      .value=${answer?.value}
      .vocabulary=${vocabulary}
    ></cosine-sum>`;
  }
}

define('ask-pair', AskPair);

export const pair = question({
  name: 'pair',
  needs: ['pair', 'matrix'],
  pause: 200,
  ask: (asking) => {
    const { matrix, model, words } = asking;
    const [a, b] = words.pair;
    return asking.answer(words.pair, 'value', () => model.similarity(a, b, { matrix }));
  },
  show: ({ matrix, slot, words }, answer) => html`<ask-pair
    .words=${words.pair}
    .known=${slot.known}
    .answer=${answer}
    .model=${slot.model}
    .matrix=${matrix}
    .vocabulary=${slot.vocabulary}
  ></ask-pair>`,
});
