import { html, nothing } from 'lit';
import { similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { textOfFile } from '../../text/own-text.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { encodingField } from '../../ui/encoding-field.js';
import { inputOf } from '../../ui/inputs.js';
import { leftOutText } from '../../ui/left-out.js';
import { problem } from '../../ui/parts.js';
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

  /** @param {File} file @param {string} [encoding] the most probable */
  async #read(file, encoding) {
    try {
      this.opened = await textOfFile(file, encoding);
    } catch (error) {
      Object.assign(this, { opened: null, result: null, error });
      return;
    }
    await this.#run(this.opened.text);
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
            dir="auto"
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
              @click=${() => {
                this.opened = null;
                this.#run(this.querySelector('textarea')?.value ?? '');
              }}
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
          ${encodingField(this.opened?.decoded, 'evaluate-encoding', (encoding) => {
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

const sectionName = (/** @type {string} */ name) => {
  if (!name) return t('evaluate.unnamed');
  const known = t(`evaluate.${name}`);
  return known.startsWith('evaluate.') ? name : known;
};

/** gender 0.98 · capital 1.00 */
const sections = (/** @type {Analogies} */ { sections: list }) =>
  list
    .filter((section) => section.name !== 'Total accuracy' && section.total > 0)
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

/** The corpus's analogies in gensim's file format. */
export function analogyFile(
  /** @type {import('../../../corpora/relations.js').Analogy[]} */ analogies,
) {
  /** @type {Map<string, string[]>} */
  const bySection = new Map();
  for (const { section, a, b, c, d } of analogies) {
    if (!bySection.has(section)) bySection.set(section, []);
    bySection.get(section)?.push(`${a} ${b} ${c} ${d}`);
  }
  return [...bySection].map(([name, lines]) => [`: ${name}`, ...lines].join('\n')).join('\n');
}

/** @type {WeakMap<object, string>} the corpora's analogies as files, created once */
const files = new WeakMap();

/** All analogies of the corpus. */
export const evaluation = question({
  name: 'evaluation',
  needs: [],
  pause: 400,
  ask: async ({ model, session, slot }) => {
    const analogies = session.presetOf(slot)?.analogies;
    if (!analogies?.length) return undefined;
    const file = files.get(analogies) ?? analogyFile(analogies);
    files.set(analogies, file);
    try {
      return await model.evaluateWordAnalogies(file);
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
  show: ({ model }, answer) => html`<evaluate-panel
    .live=${answer ?? null}
    .evaluate=${(/** @type {string} */ text) => model.evaluateFile(text)}
  ></evaluate-panel>`,
});
