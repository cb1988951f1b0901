import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { icon, problem } from '../../ui/parts.js';
import { question } from './question.js';
import './word-chip.js';

/**
 * @typedef {{word: string, similarities: number[]}} OddOne the similarities of all words to their
 *   mean
 */

const [LEAST, MOST] = [3, 8];

/** Which word does not belong? Event: `set` {odd}. */
export class AskOdd extends LabElement {
  static properties = given('words known answer vocabulary level trained collapsed');

  constructor() {
    super();
    /** @type {string[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {import('./answers.js').Answer<'odd', OddOne> | null} */
    this.answer = null;
    /** @type {Array<{word: string}>} */
    this.vocabulary = [];
    /** All similarities are equal, so there is no odd word (one-hot). */
    this.level = false;
    this.trained = true;
    this.collapsed = false;
  }

  #set(/** @type {string[]} */ odd) {
    this.emit('set', { odd });
  }

  async #add() {
    const fresh = this.vocabulary.find((entry) => !this.words.includes(entry.word));
    if (!fresh) return;
    const place = this.words.length + 1;
    this.#set([...this.words, fresh.word]);
    await this.updateComplete;
    requestAnimationFrame(() => {
      /** @type {HTMLInputElement | null} */
      const input = this.querySelector(`#odd-${place}`);
      input?.focus();
      input?.select();
    });
  }

  #verdict(/** @type {string | undefined} */ out) {
    if (this.level) return t('ask.oddLevel');
    if (this.trained && this.collapsed) return t('ask.collapsed');
    return this.trained ? t('ask.oddAnswer', { word: out ?? '' }) : t('ask.oddUntrained');
  }

  render() {
    const { words, answer } = this;
    const wrong = answer?.error?.code === 'UnknownWord' ? answer.error.value : undefined;
    const out = this.level || !this.trained || this.collapsed ? undefined : answer?.odd?.word;
    const replace = (/** @type {number} */ at, /** @type {string} */ word) =>
      this.#set(words.map((old, i) => (i === at ? word : old)));
    return html`
      <section class="panel-section" aria-labelledby="odd-title">
        <h2 id="odd-title">${t('ask.odd')}</h2>
        <p class="sentence">
          ${words.map(
            (word, i) => html`<word-chip
                .word=${word}
                .name=${`odd-${i + 1}`}
                .label=${t('ask.oddWord', { number: i + 1 })}
                .known=${this.known}
                .wrong=${word === wrong}
                .out=${word === out}
                .removable=${words.length > LEAST}
                .problemId=${wrong === undefined ? '' : 'odd-problem'}
                @word=${(/** @type {CustomEvent<{word: string}>} */ event) => replace(i, event.detail.word)}
                @remove=${() => this.#set(words.filter((_, j) => j !== i))}
              ></word-chip> `,
          )}
          ${
            words.length < MOST
              ? html`<button
                  type="button"
                  class="plain square add-chip"
                  id="odd-add"
                  aria-label=${t('ask.oddAdd')}
                  title=${t('ask.oddAdd')}
                  @click=${this.#add}
                >
                  ${icon('plus')}
                </button>`
              : nothing
          }
        </p>
        ${problem(answer?.error, 'odd-problem', (word) => replace(words.indexOf(wrong ?? ''), word))}
        <p class="note answer-line" id="odd-answer">
          ${answer?.odd ? this.#verdict(out) : nothing}
        </p>
      </section>
    `;
  }
}

define('ask-odd', AskOdd);

export const odd = question({
  name: 'odd',
  needs: ['odd', 'matrix'],
  pause: 200,
  ask: (asking) => {
    const { matrix, model, words } = asking;
    return asking.answer(words.odd, 'odd', () => model.doesntMatch(words.odd, { matrix }));
  },
  show: ({ collapsed, slot, trained, words }, answer) => html`<ask-odd
    .words=${words.odd}
    .known=${slot.known}
    .answer=${answer}
    .vocabulary=${slot.vocabulary}
    .level=${slot.kind === 'one-hot'}
    .trained=${trained}
    .collapsed=${collapsed}
  ></ask-odd>`,
});
