import { html, nothing } from 'lit';
import { similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { textOfFile } from '../../text/own-text.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { encodingField } from '../../ui/encoding-field.js';
import { inputOf } from '../../ui/inputs.js';
import { problem } from '../../ui/parts.js';
import { question } from './question.js';

/**
 * @typedef {Awaited<ReturnType<import('../../api/model.js').Model['evaluateWordAnalogies']>>} Analogies
 * @typedef {Awaited<ReturnType<import('../../api/model.js').Model['evaluateWordPairs']>>} Pairs
 * @typedef {{analogies: Analogies} | {pairs: Pairs}} Evaluated result for a reader's file
 */

/**
 * The corpus's own analogies, evaluated during training; word pairs or analogies from a reader's
 * file. The page gives `evaluate(text)`, which resolves to {pairs} or {analogies}.
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

  async #run(/** @type {string} */ text) {
    this.result = null;
    this.error = null;
    this.empty = !text.trim();
    if (this.empty) return;
    try {
      this.result = await this.evaluate(text);
    } catch (error) {
      this.error = error;
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
          <p id="evaluate-result" role="status">${this.result ? shown(this.result) : ''}</p>
        </details>
      </section>
    `;
  }
}

const sectionName = (/** @type {string} */ name) => {
  const known = t(`evaluate.${name}`);
  return known.startsWith('evaluate.') ? name : known;
};

/** gender 0.98 · capital 1.00 */
const sections = (/** @type {Analogies} */ { sections: list }) =>
  list
    .filter((section) => section.name !== 'Total accuracy' && section.total > 0)
    .map(({ name, correct, total }) => `${sectionName(name)} ${similarity(correct / total)}`)
    .join(' · ');

function shown(/** @type {Evaluated} */ result) {
  if ('pairs' in result) {
    const { pairs } = result;
    return t('evaluate.pairs', {
      spearman: similarity(pairs.spearman),
      pearson: similarity(pairs.pearson),
      pairs: whole(pairs.pairs),
      oov: whole(pairs.oov),
    });
  }
  const { analogies } = result;
  const { correct, total, accuracy } = analogies;
  const score = similarity(accuracy ?? correct / Math.max(1, total));
  const values = { correct: whole(correct), total: whole(total), accuracy: score };
  return `${t('evaluate.analogies', values)} · ${sections(analogies)}`;
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
    return model.evaluateWordAnalogies(file);
  },
  show: ({ model }, answer) => html`<evaluate-panel
    .live=${answer ?? null}
    .evaluate=${(/** @type {string} */ text) => evaluateFile(model, text)}
  ></evaluate-panel>`,
});

/**
 * Distinguishes word pairs from analogies, which have sections or four words per line.
 * @param {import('../../api/model.js').Model} model @param {string} text
 * @returns {Promise<Evaluated>}
 */
async function evaluateFile(model, text) {
  const line = text.split('\n').find((l) => l.trim() && !l.trim().startsWith('#')) ?? '';
  const analogies = line.startsWith(':') || line.trim().split(/\s+/).length === 4;
  return analogies
    ? { analogies: await model.evaluateWordAnalogies(text) }
    : { pairs: await model.evaluateWordPairs(text) };
}
