import { html, nothing } from 'lit';
import { percent, significant } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { problem } from '../../ui/parts.js';
import { shownWord } from './chances.js';
import './phrase-field.js';
import { glossed } from '../../ui/gloss.js';

/** @typedef {import('../../api/types.js').SentenceScore} SentenceScore */

/** How likely is a sentence, word by word? Event: `set` {scored | direction}. */
export class AskSentence extends LabElement {
  static properties = given('text answer direction directions');

  constructor() {
    super();
    this.text = '';
    /** @type {import('./answers.js').Answer<'score', SentenceScore> | null} */
    this.answer = null;
    this.direction = 'forward';
    /** Whether the model can also read from the right. */
    this.directions = false;
  }

  render() {
    const { answer, text } = this;
    const error = answer?.error;
    const correct = (/** @type {string} */ word) =>
      this.emit('set', { scored: text.replace(error?.value ?? '', word) });
    return html`
      <section class="panel-section" aria-labelledby="ask-sentence-title">
        <h2 id="ask-sentence-title">${t('predict.score')}</h2>
        <phrase-field
          .name=${'scored'}
          .value=${text}
          .label=${'predict.scoreLabel'}
          .problemId=${error ? 'scored-problem' : ''}
        ></phrase-field>
        ${this.directions ? this.#directions() : nothing}
        ${problem(error, 'scored-problem', correct)}
        <div class="answer" id="scored-answer">
          ${answer?.score ? this.#score(answer.score) : nothing}
        </div>
      </section>
    `;
  }

  #directions() {
    return choice({
      id: 'direction',
      legend: t('predict.direction'),
      values: ['forward', 'backward'],
      current: this.direction,
      label: (direction) => t(`predict.direction.${direction}`),
      choose: (direction) => this.emit('set', { direction }),
      look: 'row small',
    });
  }

  #score(/** @type {SentenceScore} */ { words, perplexity, bitsPerWord }) {
    return html`
      <ol class="scored" dir="auto" aria-label=${t('predict.score')}>
        ${words.map(
          ({ word, probability }) => html`<li>
            <span class=${`word ${/^<\/?s>$/.test(word) ? 'boundary' : ''}`}
              >${shownWord(word)}</span
            ><span class="bar" aria-hidden="true"
              ><span style=${`transform: scaleX(${Math.max(0, Math.min(1, probability))})`}></span
            ></span>
            <span class="number" dir="ltr">${percent(probability)}</span>
          </li>`,
        )}
      </ol>
      <p class="score-total" id="scored-total">
        ${glossed(
          t('predict.scored', {
            perplexity: significant(perplexity),
            bits: significant(bitsPerWord),
          }),
        )}
      </p>
    `;
  }
}

define('ask-sentence', AskSentence);
