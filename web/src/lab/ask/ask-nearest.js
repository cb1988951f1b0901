import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { cleanWord } from '../../link/kinds.js';
import { define, given, LabElement } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { textOf } from '../../ui/inputs.js';
import { bars, oneHotRow, problem } from '../../ui/parts.js';
import { question } from './question.js';

/** @typedef {import('./answers.js').Answer<'items', import('../../api/types.js').Neighbour[]>} Neighbours */

/** The words nearest to a word. Event: `set` {nearest}. */
export class AskNearest extends LabElement {
  static properties = given('word known answer matrix matrices collapsed');

  constructor() {
    super();
    this.word = '';
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {Neighbours | null} */
    this.answer = null;
    this.matrix = 'input';
    this.matrices = true;
    /** All words are nearly alike: their order means nothing. */
    this.collapsed = false;
  }

  #take(/** @type {Event} */ event, final = false) {
    const word = cleanWord(textOf(event));
    if (word && word !== this.word && (final || this.known.has(word))) {
      this.emit('set', { nearest: word });
    }
  }

  render() {
    const { answer } = this;
    return html`
      <section class="panel-section" aria-labelledby="nearest-title">
        <h2 id="nearest-title">${t('ask.nearest')}</h2>
        <input
          dir="auto"
          id="nearest"
          class="text"
          list="vocabulary-list"
          aria-label=${t('ask.nearestLabel')}
          aria-invalid=${answer?.error ? 'true' : 'false'}
          aria-describedby=${answer?.error ? 'nearest-problem' : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="64"
          .value=${this.word}
          @input=${(/** @type {Event} */ event) => this.#take(event)}
          @change=${(/** @type {Event} */ event) => this.#take(event, true)}
        />
        ${this.matrices ? this.#matrices() : nothing}
        ${problem(answer?.error, 'nearest-problem', (nearest) => this.emit('set', { nearest }))}
        <div class="answer five" id="nearest-answer">
          ${this.#bars()}
          ${!answer ? html`<p class="note">${t('ask.waiting')}</p>` : nothing}
        </div>
        ${oneHotRow(5)}
      </section>
    `;
  }

  #bars() {
    const items = this.answer?.items;
    if (!items) return nothing;
    if (this.collapsed)
      return html`<p class="note" id="nearest-collapsed">${t('ask.collapsed')}</p>`;
    return bars(items, `${t('ask.nearest')} ${this.word}`);
  }

  #matrices() {
    return choice({
      id: 'matrix',
      legend: t('ask.matrix'),
      values: ['input', 'output'],
      current: this.matrix,
      label: (matrix) => t(`ask.${matrix}`),
      choose: (matrix) => this.emit('set', { matrix }),
    });
  }
}

define('ask-nearest', AskNearest);

const SHOWN = 5;

export const nearest = question({
  name: 'nearest',
  needs: ['nearest', 'matrix'],
  pause: 200,
  ask: (asking) => {
    const { matrix, model, words } = asking;
    const positive = [words.nearest];
    return asking.answer(positive, 'items', () =>
      model.mostSimilar({ positive, topn: SHOWN, matrix }),
    );
  },
  show: ({ collapsed, hasOutput, slot, values, words }, answer) => html`<ask-nearest
    .word=${words.nearest}
    .known=${slot.known}
    .answer=${answer}
    .matrix=${values.matrix}
    .matrices=${hasOutput}
    .collapsed=${collapsed && values.matrix !== 'output'}
  ></ask-nearest>`,
});
