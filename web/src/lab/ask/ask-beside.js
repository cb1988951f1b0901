import { html, nothing } from 'lit';
import { percent } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { spellingIn } from '../../text/spelling.js';
import { define, given, LabElement } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import { modelKind } from '../slot.js';
import { MOST, wordsBeside } from './beside.js';
import { untrained } from './chances.js';
import { question } from './question.js';
import './word-chip.js';

/** @typedef {import('./answers.js').Answer<'items', import('./beside.js').Beside[]> & {large?: boolean}} Answer */

/** Which words does Skip-gram expect beside a word? Event: `set` {nearest}. */
export class AskBeside extends LabElement {
  static properties = given('word known answer objective trained');

  constructor() {
    super();
    this.word = '';
    /** @type {Set<string>} */
    this.known = new Set();
    /** @type {Answer | null} */
    this.answer = null;
    /** With which objective the model is trained. */
    this.objective = '';
    this.trained = false;
  }

  #set(/** @type {string} */ nearest) {
    this.emit('set', { nearest });
  }

  render() {
    const { answer, objective, word } = this;
    const error = answer?.error;
    return html`
      <section class="panel-section" aria-labelledby="ask-beside-title">
        <h2 id="ask-beside-title">${t('beside.title')}</h2>
        <p class="sentence">
          <word-chip
            .word=${word}
            .name=${'beside'}
            .label=${t('beside.word')}
            .known=${this.known}
            .wrong=${error?.code === 'UnknownWord'}
            .problemId=${error ? 'beside-problem' : ''}
            @word=${(/** @type {CustomEvent<{word: string}>} */ { detail }) => this.#set(detail.word)}
          ></word-chip>
        </p>
        ${problem(error, 'beside-problem', (nearest) => this.#set(nearest))}
        <div class="answer eight" id="beside-answer">
          ${answer?.items ? this.#items(answer.items) : nothing}
          ${answer ? nothing : html`<p class="note">${t('ask.waiting')}</p>`}
          ${answer?.large ? html`<p class="note">${t('beside.large')}</p>` : nothing}
        </div>
        <p class="under-answer">
          ${untrained(this.trained)}
          ${objective ? html`<span class="note" id="beside-how">${t(`beside.${objective}`)}</span>` : nothing}
        </p>
      </section>
    `;
  }

  /** @param {import('./beside.js').Beside[]} items */
  #items(items) {
    const most = Math.max(1e-9, ...items.map(({ probability }) => probability || 0));
    const scored = items.some(({ score }) => score !== null);
    return html`${scored ? html`<p class="note scores-head" aria-hidden="true"><span>P</span><span>${t('beside.score')}</span></p>` : nothing}
      <ol class=${`bars chances ${scored ? 'with-scores' : ''}`} aria-label=${t('beside.title')}>
      ${items.map(({ word, probability, score }) => {
        const shown = { word, probability: percent(probability), score: scoreText(score) };
        return html`<li>
          <button
            type="button"
            class="chance"
            data-word=${word}
            aria-label=${t(score === null ? 'beside.take' : 'beside.takeScored', shown)}
            @click=${() => this.#set(word)}
          >
            <span class="word" title=${word}><bdi>${word}</bdi></span
            ><span class="bar" aria-hidden="true"
              ><span style=${`transform: scaleX(${(probability || 0) / most})`}></span></span
            ><span class="number">${shown.probability}</span
            >${score === null ? nothing : html`<span class="number score">${shown.score}</span>`}
          </button>
        </li>`;
      })}
    </ol>`;
  }
}

const scoreText = (/** @type {number | null} */ score) =>
  score === null ? '' : Number.isFinite(score) ? score.toFixed(3) : '–';

define('ask-beside', AskBeside);

const SHOWN = 8;

export const beside = question({
  name: 'beside',
  needs: ['nearest'],
  pause: 1000, // both matrices are copied
  suits: ({ slot }) => modelKind(slot) === 'skip-gram',
  ask: async (asking) => {
    const { model, slot, words } = asking;
    const { nearest } = words;
    const { vocabulary, dimensions } = model.info;
    if (vocabulary * dimensions > MOST) return { words: [nearest], large: true };
    return asking.answer([nearest], 'items', () =>
      wordsBeside(model, spellingIn(slot.known, nearest) ?? nearest, SHOWN),
    );
  },
  show: ({ slot, trained, words }, answer) => html`<ask-beside
    .word=${words.nearest}
    .known=${slot.known}
    .answer=${answer}
    .objective=${slot.model?.options.objective ?? ''}
    .trained=${trained}
  ></ask-beside>`,
});
