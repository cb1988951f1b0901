import { html, nothing } from 'lit';
import { askedSections } from '../../api/analogy-sections.js';
import { part } from '../../api/part.js';
import { similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { textOfFile } from '../../text/own-text.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { inputOf } from '../../ui/inputs.js';
import { leftOutText } from '../../ui/left-out.js';
import { problem } from '../../ui/parts.js';
import { analogiesOf } from './analogy-file.js';
import { sectionName } from './evaluate-section.js';
import { question } from './question.js';

/**
 * @typedef {Awaited<ReturnType<import('../../api/model.js').Model['evaluateWordAnalogies']>>} Analogies
 * @typedef {Awaited<ReturnType<import('../../api/model.js').Model['evaluateFile']>>} Evaluated result
 *   for a reader's file
 */

/**
 * The corpus's own analogies, evaluated during training; word pairs or analogies from a reader's
 * file. The page gives `evaluate(text)`, which resolves to the result.
 */
export class EvaluatePanel extends LabElement {
  static properties = { ...given('live evaluate'), ...own('result error empty opened') };

  constructor() {
    super();
    /** @type {Analogies | null} result for the corpus; null if it has none */
    this.live = null;
    /** @type {(text: string) => Promise<Evaluated | null>} */
    this.evaluate = async () => null;
    /** @type {Evaluated | null} */
    this.result = null;
    /** @type {import('./answers.js').AnswerError | null} */
    this.error = null;
    this.empty = false;
    /** @type {Awaited<ReturnType<typeof textOfFile>> | null} the file that is evaluated */
    this.opened = null;
    /** @type {typeof import('../../ui/encoding-field.js').encodingField | null} comes with the first file */
    this.encodings = null;
  }

  async #run(/** @type {string} */ text, pasted = true) {
    this.result = null;
    this.error = null;
    this.empty = !text.trim();
    if (this.empty) return;
    try {
      this.result = await this.evaluate(text);
    } catch (error) {
      this.error = Object.assign(explained(error), { pasted });
    }
  }

  async #file(/** @type {Event} */ event) {
    const target = inputOf(event);
    const file = target.files?.[0];
    if (file) await this.#read(file);
    target.value = '';
  }

  /** Evaluates the text of the box; while it is empty, the file that was chosen. */
  async #again() {
    const text = this.querySelector('textarea')?.value ?? '';
    if (!text.trim() && this.opened) return this.#run(this.opened.text, false);
    this.opened = null;
    return this.#run(text);
  }

  /** @param {File} file @param {string} [encoding] the most probable */
  async #read(file, encoding) {
    try {
      const { encodingField } = await part(() => import('../../ui/encoding-field.js'));
      this.encodings = encodingField;
      this.opened = await textOfFile(file, encoding);
    } catch (error) {
      Object.assign(this, { opened: null, result: null, error });
      return;
    }
    await this.#run(this.opened.text, false);
  }

  render() {
    return html`
      <section class="panel-section" aria-labelledby="evaluate-title">
        <h2 id="evaluate-title">${t('evaluate.title')}</h2>
        ${
          this.live
            ? html`<p class="note">${t('evaluate.live')}</p>
                <p class="live-score" id="evaluate-live">${sections(this.live)}</p>`
            : nothing
        }
        <details class="more" id="evaluate-own">
          <summary>${t('evaluate.own')}</summary>
          <label for="evaluate-text" class="note">${t('evaluate.note')}</label>
          <textarea
            id="evaluate-text"
            rows="4"
            spellcheck="false"
            dir="auto"
            aria-label=${t('evaluate.text')}
            aria-describedby="evaluate-problem"
          ></textarea>
          <p class="file-line">
            <button
              type="button"
              class="plain"
              id="evaluate-run"
              @click=${this.#again}
            >
              ${t('evaluate.run')}
            </button>
            <label class="plain button" for="evaluate-file">${t('evaluate.file')}</label>
            <input
              type="file"
              id="evaluate-file"
              class="visually-hidden"
              @change=${this.#file}
            />
          </p>
          ${this.encodings?.(this.opened?.decoded, 'evaluate-encoding', (encoding) => {
            if (this.opened) this.#read(this.opened.file, encoding);
          })}
          ${
            this.empty
              ? html`<p class="problem" id="evaluate-problem" role="alert">
                  ${t('evaluate.empty')}
                </p>`
              : problem(this.error, 'evaluate-problem')
          }
          <div id="evaluate-result" role="status">
            ${this.result ? shown(this.result).map((text) => html`<p>${text}</p>`) : nothing}
          </div>
        </details>
      </section>
    `;
  }
}

/** That no line has only known words is another fault than one unknown word. */
function explained(/** @type {import('./answers.js').AnswerError} */ error) {
  if (error.code !== 'UnknownWord') return error;
  return { code: 'other', message: t('evaluate.noneKnown', { word: error.value ?? '' }) };
}

/** gender 0.98 · capital 1.00 */
const sections = (/** @type {Analogies} */ result) =>
  askedSections(result)
    .map(({ name, correct, total }) => `${sectionName(name)} ${similarity(correct / total)}`)
    .join(' · ');

/** The score, then what was left out of the file. @returns {string[]} */
function shown(/** @type {Evaluated} */ result) {
  const { oov, firstUnknown } = result;
  const unknown = oov ? t('evaluate.oov', { count: whole(oov), word: firstUnknown ?? '' }) : '';
  return [score(result), unknown, leftOutText(result)].filter((text) => text);
}

function score(/** @type {Evaluated} */ result) {
  if (result.kind === 'wordPairs') {
    const { spearman, pearson, noCorrelation } = result;
    const pairs = whole(result.pairs);
    if (noCorrelation) {
      const reason = t(`evaluate.none.${noCorrelation}`);
      return t('evaluate.noCorrelation', { pairs, reason });
    }
    const values = { spearman: similarity(spearman), pearson: similarity(pearson), pairs };
    return t('evaluate.pairs', values);
  }
  const { correct, total, accuracy } = result;
  const values = {
    correct: whole(correct),
    total: whole(total),
    accuracy: similarity(accuracy),
  };
  return `${t('evaluate.analogies', values)} · ${sections(result)}`;
}

define('evaluate-panel', EvaluatePanel);

/** All analogies of the corpus. */
export const evaluation = question({
  name: 'evaluation',
  needs: [],
  pause: 400,
  ask: async (asking) => {
    const file = analogiesOf(asking);
    if (!file) return undefined;
    try {
      return await asking.model.evaluateWordAnalogies(file);
    } catch (error) {
      // The limits of the vocabulary may leave no question whose words are all known.
      if (error.code === 'UnknownWord') return undefined;
      throw error;
    }
  },
  keep: (slot, answer) => {
    slot.answers = { ...slot.answers, evaluation: answer };
    // At rest it belongs to the run.
    if (slot.run && !slot.running) slot.run.accuracy = answer;
  },
  show: (asking, answer) => html`<evaluate-panel
      .live=${answer ?? null}
      .evaluate=${async (/** @type {string} */ text) => {
        const result = await asking.model.evaluateFile(text);
        asking.session.evaluated = text;
        asking.session.changed();
        return result;
      }}
    ></evaluate-panel>${asking.held('evaluated')}`,
});
