import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { initialOf } from '../../link/field.js';
import { define, given, LabElement, unset } from '../../ui/base.js';
import { icon, problem } from '../../ui/parts.js';
import { field } from '../table.js';
import './phrase-field.js';
import '../../ui/range-field.js';
import { named } from '../../ui/gloss.js';
import { inputOf } from '../../ui/inputs.js';

/** @typedef {{words: string[], ended: boolean}} Generated the words after the prompt */

const MAX_DRAW = 9999;

/**
 * A sentence that is sampled word by word. The seed is part of the state, so a link gives the same
 * sentence. Event: `set` {prompt | temperature | topK | length | draw}.
 */
export class AskGenerate extends LabElement {
  static properties = given('text answer values trained');

  constructor() {
    super();
    this.text = '';
    /** @type {import('./answers.js').Answer<'text', Generated> | null} */
    this.answer = null;
    /** @type {import('../table.js').Values & Record<string, unknown>} the state */
    this.values = unset();
    this.trained = false;
  }

  render() {
    const { answer, text } = this;
    const error = answer?.error;
    return html`
      <section class="panel-section" aria-labelledby="ask-generate-title">
        <h2 id="ask-generate-title">${t('predict.generate')}</h2>
        <phrase-field
          .name=${'prompt'}
          .value=${text}
          .label=${'predict.prompt'}
          .problemId=${error ? 'prompt-problem' : ''}
        ></phrase-field>
        ${problem(error, 'prompt-problem', (word) =>
          this.emit('set', { prompt: text.replace(error?.value ?? '', word) }),
        )}
        ${
          answer?.text
            ? html`<p class="generated" id="generated" dir="auto" role="group" aria-label=${t('predict.generated')}>
                ${this.#text(answer.words, answer.text)}
              </p>`
            : nothing
        }
        <p class="under-answer">
          <button
            type="button"
            class="plain"
            id="generate"
            ?disabled=${!this.trained}
            @click=${() => this.emit('set', { draw: 1 + Math.floor(Math.random() * MAX_DRAW) })}
          >
            ${icon('again')} ${t('predict.generateAgain')}
          </button>
        </p>
        <details class="more" id="generate-more">
          <summary>${t('predict.generateMore')}</summary>
          ${['temperature', 'topK', 'length'].map((name) => this.#range(name))} ${this.#draw()}
        </details>
      </section>
    `;
  }

  /**
   * The prompt in light ink, the sampled words in full ink, and a mark at the end of the sentence.
   */
  #text(/** @type {string[]} */ prompt, /** @type {Generated} */ { words: drawn, ended }) {
    return html`<span class="prompt-words">${prompt.join(' ')}</span> ${drawn.join(' ')}${
      ended ? html`<span class="boundary"> ${t('predict.end')}</span>` : ' …'
    }`;
  }

  #range(/** @type {string} */ name) {
    const row = field(name);
    return html`<range-field
      .row=${row}
      .value=${this.values[name]}
      .initial=${initialOf(row, { model: '' })}
    ></range-field>`;
  }

  #draw() {
    const type = (/** @type {Event} */ event) => {
      const target = inputOf(event);
      const draw = field('draw').parse(target.value.trim());
      if (draw !== undefined) this.emit('set', { draw });
      target.value = String(draw ?? this.values.draw);
    };
    return html`<div class="field seed">
      ${named('draw', t('parameter.draw'), t('parameter.draw.help'))}
      <input
        class="value"
        id="draw"
        inputmode="numeric"
        autocomplete="off"
        .value=${String(this.values.draw)}
        aria-label=${t('parameter.draw')}
        aria-describedby="draw-help"
        @change=${type}
      />
    </div>`;
  }
}

define('ask-generate', AskGenerate);
