import { html, nothing, svg } from 'lit';
import { en } from '../../i18n/cosine-en.js';
import { zh } from '../../i18n/cosine-zh.js';
import { whole } from '../../i18n/format.js';
import { addMessages, t } from '../../i18n/index.js';
import { figure, fixed } from '../../inside/figures.js';
import { adopt } from '../../share/adopt.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import css from './cosine.css?inline';
import { cosineOf, fullOf } from './cosine.js';

addMessages({ en, zh });

const HEIGHT = 10; // of a strip, in units

/** A similarity down to its products, for the vectors that were learnt and for one-hot ones. */
export class CosineSum extends LabElement {
  static properties = {
    ...given('model words matrix value vocabulary'),
    ...own('vectors error'),
  };

  constructor() {
    super();
    /** null: there is no similarity. @type {import('../../api/model.js').Model | null} */
    this.model = null;
    /** Two words. @type {string[]} */
    this.words = [];
    /** @type {'input' | 'output'} */
    this.matrix = 'input';
    /** The similarity that the page shows: when it changes, so did the vectors. */
    this.value = 0;
    /** @type {Array<{word: string}>} */
    this.vocabulary = [];
    /** @type {{words: string[], rows: Float32Array[]} | null} */
    this.vectors = null;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.asked = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    adopt(this, css);
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    const asked = /** @type {const} */ (['model', 'words', 'matrix', 'value']);
    if (asked.some((name) => changed.has(name))) void this.#fetch();
  }

  get isOneHot() {
    return this.model?.options.model === 'one-hot';
  }

  /** The latest question wins. */
  async #fetch() {
    const { matrix, model, words } = this;
    this.asked += 1;
    const { asked } = this;
    if (!model || this.isOneHot) {
      this.vectors = null;
      return;
    }
    try {
      const rows = await Promise.all(words.map((word) => model.vector(word, { matrix })));
      if (asked === this.asked) Object.assign(this, { vectors: { words, rows }, error: null });
    } catch (error) {
      if (asked === this.asked) Object.assign(this, { vectors: null, error });
    }
  }

  render() {
    if (!this.model) return nothing;
    return html`<div class="cosine">
      ${problem(this.error, 'cosine-problem')} ${this.vectors ? learnt(this.vectors) : nothing}
      ${this.#oneHot()}
    </div>`;
  }

  #oneHot() {
    const { words, vocabulary, model } = this;
    const size = model?.info.vocabulary ?? 0;
    const ids = words.map((word) => vocabulary.findIndex((one) => one.word === word));
    const same = words[0] === words[1];
    return html`<h3>${t('cosine.onehot', { size: whole(size) })}</h3>
      ${words.map((word, i) => (ids[i] < 0 ? nothing : oneHotStrip(word, ids[i], size)))}
      <p class="note" id="cosine-onehot">${t(same ? 'cosine.onehotSame' : 'cosine.onehotOther')}</p>`;
  }
}

/** @param {{words: string[], rows: Float32Array[]}} vectors */
function learnt({ words, rows: [a, b] }) {
  const { products, sum, lengths, cosine } = cosineOf(a, b);
  const full = fullOf(a, b);
  const parts = [
    { name: words[0], values: a, full },
    { name: words[1], values: b, full },
    { name: t('cosine.products'), values: products, full: fullOf(products) },
  ];
  return html`<h3>${t('cosine.learnt', { numbers: a.length })}</h3>
    ${parts.map(strip)}
    <dl>
      <dt>${t('cosine.sum')}</dt><dd id="cosine-products">${figure(sum)}</dd>
      ${words.map((word, i) => html`<dt>${t('cosine.length', { word })}</dt><dd>${figure(lengths[i])}</dd>`)}
      <dt>${t('cosine.of')}</dt>
      <dd class="quotient" id="cosine-value">${quotient(sum, lengths, cosine)}</dd>
    </dl>
    <details class="more">
      <summary>${t('cosine.table')}</summary>
      <table>
        <thead>
          <tr><th scope="col">${t('cosine.number')}</th>${parts.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>
          ${Array.from(
            a,
            (_, i) => html`<tr>
              <th scope="row">${i + 1}</th>
              ${parts.map(({ values }) => html`<td>${fixed(values[i], 3)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
}

/** @param {number} sum @param {number[]} lengths @param {number} cosine */
function quotient(sum, [a, b], cosine) {
  if (!Number.isFinite(sum) || !Number.isFinite(a * b)) return t('cosine.diverged');
  if (a * b === 0) return t('cosine.zero');
  const shown = { sum: figure(sum), a: figure(a), b: figure(b), cosine: fixed(cosine, 2) };
  return t('cosine.quotient', shown);
}

/** Numbers as cells: the stronger the colour, the larger. @param {{name: string, values: ArrayLike<number>, full: number}} row */
function strip({ name, values, full }) {
  const numbers = Array.from(values);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map((x) => fixed(x, 3));
  const label = t('cosine.strip', { name, count: numbers.length, least, most });
  return html`<div class="cosine-strip">
    <span aria-hidden="true" title=${name}><bdi>${name}</bdi></span>
    <svg
      role="img"
      aria-label=${label}
      viewBox=${`0 0 ${numbers.length} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      ${numbers.map(
        (x, i) => svg`<rect
          class=${x < 0 ? 'below' : 'above'}
          x=${i}
          width="1.02"
          height=${HEIGHT}
          opacity=${full > 0 ? (Math.abs(x) / full || 0).toFixed(3) : 0}
        ></rect>`,
      )}
    </svg>
  </div>`;
}

/** @param {string} word @param {number} id @param {number} size */
function oneHotStrip(word, id, size) {
  const wide = Math.max(1, size / 60); // to be seen
  const x = Math.min(size - wide, Math.max(0, id + 0.5 - wide / 2));
  return html`<div class="cosine-strip" aria-hidden="true">
    <span title=${word}><bdi>${word}</bdi></span>
    <svg viewBox=${`0 0 ${size} ${HEIGHT}`} preserveAspectRatio="none">
      <rect class="one" x=${x} width=${wide} height=${HEIGHT}></rect>
    </svg>
  </div>`;
}

define('cosine-sum', CosineSum);
