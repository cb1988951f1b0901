import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { problem } from '../../ui/parts.js';
import { chances, untrained } from './chances.js';
import './phrase-field.js';

/** @typedef {import('./ask-next.js').Chances} Chances */

/** Which word is missing? Event: `set` {blank | using}. */
export class AskBlank extends LabElement {
  static properties = given('text answer using sides trained');

  constructor() {
    super();
    this.text = '';
    /** @type {Chances | null} */
    this.answer = null;
    this.using = 'both';
    /** Whether the model can also predict from each side alone. */
    this.sides = false;
    this.trained = false;
  }

  #set(/** @type {string} */ blank) {
    this.emit('set', { blank });
  }

  render() {
    const { answer, text } = this;
    const error = answer?.error;
    return html`
      <section class="panel-section" aria-labelledby="ask-blank-title">
        <h2 id="ask-blank-title">${t('predict.blank')}</h2>
        <phrase-field
          .name=${'blank'}
          .value=${text}
          .label=${'predict.blankLabel'}
          .problemId=${error ? 'blank-problem' : ''}
        ></phrase-field>
        ${this.sides ? this.#sides() : nothing}
        ${problem(error, 'blank-problem', (word) => this.#set(text.replace(error?.value ?? '', word)))}
        <div class="answer eight" id="blank-answer">
          ${
            answer?.items
              ? chances(answer.items, {
                  label: t('predict.blank'),
                  verb: 'predict.fill',
                  take: (word) => this.#set(text.replace(/[_＿]/, () => word)),
                })
              : nothing
          }
          ${answer ? nothing : html`<p class="note">${t('ask.waiting')}</p>`}
        </div>
        ${this.sides ? nothing : untrained(this.trained)}
      </section>
    `;
  }

  #sides() {
    return choice({
      id: 'using',
      legend: t('predict.using'),
      values: ['both', 'forward', 'backward'],
      current: this.using,
      label: (using) => t(`predict.using.${using}`),
      choose: (using) => this.emit('set', { using }),
    });
  }
}

define('ask-blank', AskBlank);
