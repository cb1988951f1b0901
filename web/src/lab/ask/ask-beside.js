import { html, nothing } from 'lit';
import { en } from '../../i18n/beside-en.js';
import { zh } from '../../i18n/beside-zh.js';
import { percent } from '../../i18n/format.js';
import { addMessages, t } from '../../i18n/index.js';
import { adopt } from '../../share/adopt.js';
import { define, given, LabElement } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import css from './beside.css?inline';
import { untrained } from './chances.js';
import './word-chip.js';

addMessages({ en, zh });

/** @typedef {import('./answers.js').Answer<'items', import('./beside-chances.js').Beside[] | null>} Answer */

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

  connectedCallback() {
    super.connectedCallback();
    adopt(this, css);
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
          ${answer?.items === null ? html`<p class="note">${t('beside.large')}</p>` : nothing}
        </div>
        <p class="under-answer">
          ${untrained(this.trained)}
          ${objective ? html`<span class="note" id="beside-how">${t(`beside.${objective}`)}</span>` : nothing}
        </p>
      </section>
    `;
  }

  /** @param {import('./beside-chances.js').Beside[]} items */
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
