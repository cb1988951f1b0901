import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { initialOf } from '../../link/field.js';
import { define, LabElement } from '../../ui/base.js';
import { icon, problem } from '../../ui/parts.js';
import { field } from '../table.js';
import './phrase-field.js';
import '../../ui/range-field.js';

const MAX_DRAW = 9999;

/**
 * A sentence drawn word by word; its seed is state, so a link draws the same one.
 * Event: `set` {prompt | temperature | topK | length | draw}.
 */
export class AskGenerate extends LabElement {
  static properties = {
    text: {},
    answer: { attribute: false },
    values: { attribute: false },
    trained: { type: Boolean, attribute: false },
  };

  constructor() {
    super();
    this.text = '';
    /** @type {any} */
    this.answer = null;
    /** @type {Record<string, any>} */
    this.values = {};
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
          this.emit('set', { prompt: text.replace(error.value, word) }),
        )}
        ${
          answer?.text
            ? html`<p class="generated" id="generated" role="group" aria-label=${t('predict.generated')}>
                ${this.#text(answer)}
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

  /** The prompt quiet, what was drawn in ink, a mark where the sentence ended. */
  #text(/** @type {any} */ { words, text: { words: drawn, ended } }) {
    return html`<span class="prompt-words">${words.join(' ')}</span> ${drawn.join(' ')}${
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
    const type = (/** @type {any} */ { target }) => {
      const draw = field('draw').parse(target.value.trim());
      if (draw !== undefined) this.emit('set', { draw });
      target.value = String(draw ?? this.values.draw);
    };
    return html`<div class="field seed">
      <label for="draw">${t('parameter.draw')}</label>
      <input
        class="value"
        id="draw"
        inputmode="numeric"
        autocomplete="off"
        .value=${String(this.values.draw)}
        aria-describedby="draw-help"
        @change=${type}
      />
      <p class="help" id="draw-help">${t('parameter.draw.help')}</p>
    </div>`;
  }
}

define('ask-generate', AskGenerate);
