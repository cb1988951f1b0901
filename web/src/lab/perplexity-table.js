import { html, nothing } from 'lit';
import { sentences, significant, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { glossed } from '../ui/gloss.js';

/** @type {('unigram' | 'bigram' | 'trigram')[]} */
const NGRAMS = ['unigram', 'bigram', 'trigram'];

/**
 * Perplexities on the same held-out sentences: n-grams, the model, and their mixture; the best is
 * marked.
 */
export class PerplexityTable extends LabElement {
  static properties = given('measured model now');

  constructor() {
    super();
    /** @type {import('../api/types.js').Perplexities | null} null while unknown */
    this.measured = null;
    this.model = '';
    /**
     * During training: the held-out loss of the last epoch (NaN before the first); else null.
     * @type {number | null} */
    this.now = null;
  }

  /** @returns {Array<{id: string, name: string, value: number}>} */
  #columns() {
    const { measured, now } = this;
    const name = t(`story.${this.model}`);
    // During training, the last epoch's loss is the only known value of the model.
    const model = now === null ? (measured?.model ?? Number.NaN) : Math.exp(now);
    const mixed = now === null ? (measured?.mixed ?? Number.NaN) : Number.NaN;
    return [
      ...NGRAMS.map((id) => ({
        id,
        name: t(`perplexity.${id}`),
        value: measured?.[id] ?? Number.NaN,
      })),
      { id: 'model', name, value: model },
      { id: 'mixed', name: t('perplexity.mixed', { model: name }), value: mixed },
    ];
  }

  render() {
    const columns = this.#columns();
    const known = columns.filter(({ value }) => Number.isFinite(value));
    const best = Math.min(...known.map(({ value }) => value));
    const title = this.measured
      ? t('perplexity.title', { sentences: whole(this.measured.sentences) })
      : t('perplexity.waiting');
    return html`
      <div class="perplexity" id="perplexity">
        <p class="note" id="perplexity-title">${glossed(title)}</p>
        <dl aria-labelledby="perplexity-title">
          ${columns.map(
            ({ id, name, value }) => html`<div
              class=${`${value === best ? 'best' : ''} ${id === 'model' ? 'own' : ''}`}
              data-model=${id}
            >
              <dt>${glossed(name)}</dt>
              <dd>${Number.isFinite(value) ? significant(value) : '–'}</dd>
            </div>`,
          )}
        </dl>
        ${
          known.length
            ? html`<p class="note perplexity-note" id="perplexity-note">
                ${sentences(t('perplexity.note'), ...remarks(columns))}
              </p>`
            : nothing
        }
      </div>
    `;
  }
}

/**
 * What the numbers show, where a reader could draw a wrong conclusion from them.
 * @param {Array<{id: string, name: string, value: number}>} columns
 */
export function remarks(columns) {
  const of = Object.fromEntries(columns.map(({ id, value }) => [id, value]));
  const model = columns.find(({ id }) => id === 'model')?.name ?? '';
  /** @type {string[]} */
  const said = [];
  if (of.trigram > of.bigram) said.push(t('perplexity.sparse'));
  if (of.model > of.unigram) said.push(t('perplexity.early', { model }));
  else if (of.mixed > of.model) said.push(t('perplexity.diluted', { model }));
  else if (of.mixed < of.model && of.mixed < of.trigram) said.push(t('perplexity.helped'));
  return said;
}

define('perplexity-table', PerplexityTable);
