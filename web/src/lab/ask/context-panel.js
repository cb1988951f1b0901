import { html, nothing } from 'lit';
import { comma, similarity } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { rowOf } from '../../plots/heat.js';
import { cosine } from '../../plots/vectors.js';
import { define, given, LabElement } from '../../ui/base.js';
import './context-strips.js';
import { problem } from '../../ui/parts.js';
import './phrase-field.js';
import { glossed } from '../../ui/gloss.js';

/** @typedef {import('./contexts.js').Contexts} Contexts */

/** @typedef {'first' | 'second' | 'third'} Which */
/** @type {Which[]} */
const WHICH = ['first', 'second', 'third'];
/** Smaller differences from the mean, relative to its length, are rounding errors. */
const ROUNDING = 1e-4;

/**
 * ELMo's layers for the same word in three sentences, of which the first and the third are to be of
 * one sense. Event: `set` {first | second | third | places}.
 */
export class ContextPanel extends LabElement {
  static properties = given('phrases contexts places');

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.phrases = {};
    /** @type {Contexts | null} */
    this.contexts = null;
    /** @type {[number, number, number]} */
    this.places = [0, 0, 0];
  }

  render() {
    const { contexts } = this;
    return html`
      <section class="panel contexts" aria-labelledby="contexts-title">
        <div class="panel-head">
          <h2 id="contexts-title">${t('contexts.title')}</h2>
          <p class="note">${glossed(t('contexts.note'))}</p>
        </div>
        <div class="contexts-body">
          ${WHICH.map((which, i) => this.#sentence(which, i))}
          ${contexts ? html`${this.#legend(contexts)} ${this.#similarities(contexts)}` : nothing}
        </div>
      </section>
    `;
  }

  #sentence(/** @type {Which} */ which, /** @type {number} */ i) {
    const { words = [], layers = [], error, unknown = [] } = this.contexts?.[which] ?? {};
    const choose = (/** @type {CustomEvent<{place: number}>} */ event) => {
      event.stopPropagation();
      const places = [...this.places];
      places[i] = event.detail.place;
      this.emit('set', { places });
    };
    const text = this.phrases[which] ?? '';
    return html`
      <div class="context-sentence">
        <phrase-field
          .name=${which}
          .value=${text}
          .label=${`contexts.${which}`}
          .problemId=${error ? `${which}-problem` : ''}
        ></phrase-field>
        ${problem(error, `${which}-problem`, (word) =>
          this.emit('set', { [which]: text.replace(error?.value ?? '', word) }),
        )}
        ${
          unknown.length
            ? html`<p class="note" id=${`${which}-dropped`}>
                ${t('contexts.dropped', { words: unknown.join(comma()) })}
              </p>`
            : nothing
        }
        ${
          this.contexts
            ? html`<context-strips
                .name=${`${which}-strips`}
                .words=${error ? [] : words}
                .layers=${error ? [] : layers}
                .place=${this.places[i]}
                @place=${choose}
              ></context-strips>`
            : html`<p class="note">${t('contexts.waiting')}</p>`
        }
      </div>
    `;
  }

  /** Once for all sentences: their vectors are equally long. @param {Contexts} contexts */
  #legend(contexts) {
    const shown = WHICH.map((which) => contexts[which]).find((answer) => answer?.layers?.length);
    if (!shown?.layers) return nothing;
    const count = shown.layers[0].length / shown.words.length;
    return html`<p class="note strip-legend" aria-hidden="true">
      <span class="strip-scale"></span>${t('contexts.legend', { count })}
    </p>`;
  }

  #similarities(/** @type {Contexts} */ contexts) {
    const { first, typical } = contexts;
    const centred = typical?.word === first.words[this.places[0]] ? typical : null;
    const note = centred
      ? t('contexts.centred', { word: centred.word, count: centred.count })
      : t('contexts.raw');
    return html`
      <p class="note" id="cosines-note">${note}</p>
      <div class="cosine-pairs">
        ${this.#pair(contexts, 'second', centred)} ${this.#pair(contexts, 'third', centred)}
      </div>
    `;
  }

  /**
   * The cosines of the first sentence's word and another one's, by layer.
   * @param {Contexts} contexts @param {'second' | 'third'} which
   * @param {import('./typical.js').Typical | null} centred
   */
  #pair(contexts, which, centred) {
    const { first, [which]: other } = contexts;
    if (!first.layers || !other?.layers) return nothing;
    const others = other.layers;
    const [i, j] = [this.places[0], this.places[WHICH.indexOf(which)]];
    const cosines = first.layers.map((matrix, layer) =>
      cosineLess(
        centred?.means[layer],
        rowOf(matrix, i, first.words.length),
        rowOf(others[layer], j, other.words.length),
      ),
    );
    const id = which === 'second' ? 'cosines' : `cosines-${which}`;
    const words = { first: first.words[i], second: other.words[j] };
    return html`<div>
      <h3 class="note" id=${`${id}-title`}>${t(`contexts.pair.${which}`, words)}</h3>
      <ol class="bars cosines" id=${id} aria-labelledby=${`${id}-title`} reversed start="0">
        ${[...cosines.keys()].reverse().map(
          (layer) => html`<li data-layer=${layer}>
            <span class="word">${t('contexts.layer', { layer })}</span>
            <span class="bar" aria-hidden="true"
              ><span style=${`transform: scaleX(${Math.max(0, Math.min(1, cosines[layer] || 0))})`}></span
            ></span>
            <span class="number">${similarity(cosines[layer])}</span>
          </li>`,
        )}
      </ol>
    </div>`;
  }
}

/**
 * The cosine of two vectors after a mean was subtracted from both; NaN if nothing is left of one.
 * @param {Float32Array | undefined} mean @param {Float32Array} a @param {Float32Array} b
 */
export function cosineLess(mean, a, b) {
  if (!mean) return cosine(a, b);
  const size = Math.hypot(...mean);
  const [left, right] = [a, b].map((row) => row.map((x, d) => x - mean[d]));
  const nothing = [left, right].some((row) => Math.hypot(...row) <= ROUNDING * size);
  return nothing ? Number.NaN : cosine(left, right);
}

define('context-panel', ContextPanel);
