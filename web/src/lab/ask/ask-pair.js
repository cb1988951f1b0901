import { html, nothing } from 'lit';
import { similarity } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { oneHotRow, problem } from '../../ui/parts.js';
import { question } from './question.js';
import './word-chip.js';

/** How similar are two words? Event: `set` {pair}. */
export class AskPair extends LabElement {
  static properties = given('words known answer');

  constructor() {
    super();
    /** @type {string[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {import('./answers.js').Answer<'value', number> | null} */
    this.answer = null;
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
        ${oneHotRow(1)}
      </section>
    `;
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
  show: ({ slot, words }, answer) => html`<ask-pair
    .words=${words.pair}
    .known=${slot.known}
    .answer=${answer}
  ></ask-pair>`,
});
