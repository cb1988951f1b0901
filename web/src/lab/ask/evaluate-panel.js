import { html, nothing } from 'lit';
import { similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, LabElement } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';

/**
 * The corpus's own analogies, live; word pairs or analogies from a reader's file.
 * `evaluate(text)` is given by the page and resolves to {pairs} or {analogies}.
 */
export class EvaluatePanel extends LabElement {
  static properties = {
    live: { attribute: false },
    evaluate: { attribute: false },
    result: { state: true },
    error: { state: true },
    empty: { state: true },
  };

  constructor() {
    super();
    /** @type {any} sections of the corpus's analogies, or null where it has none */
    this.live = null;
    /** @type {(text: string) => Promise<any>} */
    this.evaluate = async () => null;
    /** @type {any} */
    this.result = null;
    /** @type {any} */
    this.error = null;
    this.empty = false;
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

  async #file(/** @type {any} */ { target }) {
    const [file] = target.files;
    if (file) await this.#run(await file.text());
    target.value = '';
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
            aria-label=${t('evaluate.text')}
            aria-describedby="evaluate-problem"
          ></textarea>
          <p class="file-line">
            <button
              type="button"
              class="plain"
              id="evaluate-run"
              @click=${() => this.#run(/** @type {any} */ (this.querySelector('textarea')).value)}
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
const sections = (/** @type {any} */ { sections: list }) =>
  list
    .filter((/** @type {any} */ section) => section.name !== 'Total accuracy' && section.total > 0)
    .map(
      (/** @type {any} */ { name, correct, total }) =>
        `${sectionName(name)} ${similarity(correct / total)}`,
    )
    .join(' · ');

function shown(/** @type {any} */ { pairs, analogies }) {
  if (pairs) {
    return t('evaluate.pairs', {
      spearman: similarity(pairs.spearman),
      pearson: similarity(pairs.pearson),
      pairs: whole(pairs.pairs),
      oov: whole(pairs.oov),
    });
  }
  const { correct, total, accuracy } = analogies;
  const score = similarity(accuracy ?? correct / Math.max(1, total));
  const values = { correct: whole(correct), total: whole(total), accuracy: score };
  return `${t('evaluate.analogies', values)} · ${sections(analogies)}`;
}

define('evaluate-panel', EvaluatePanel);
