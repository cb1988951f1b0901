import { html, nothing } from 'lit';
import { similarity } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { cosine, rowOf } from '../../plots/heat.js';
import { define, given, LabElement } from '../../ui/base.js';
import './context-strips.js';
import { problem } from '../../ui/parts.js';
import './phrase-field.js';
import { glossed } from '../../ui/gloss.js';

/** @typedef {import('./contexts.js').Contexts} Contexts */

/** @type {('first' | 'second')[]} */
const WHICH = ['first', 'second'];

/**
 * ELMo's layers for the same word in two sentences. Event: `set` {first | second | places}.
 */
export class ContextPanel extends LabElement {
  static properties = given('phrases contexts places');

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.phrases = {};
    /** @type {Contexts | null} */
    this.contexts = null;
    /** @type {[number, number]} */
    this.places = [0, 0];
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
          ${contexts ? this.#similarities(contexts) : nothing}
        </div>
      </section>
    `;
  }

  #sentence(/** @type {'first' | 'second'} */ which, /** @type {number} */ i) {
    const { words = [], layers = [], error } = this.contexts?.[which] ?? {};
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

  #similarities(/** @type {Contexts} */ { first, second }) {
    const [layers, others] = [first.layers, second.layers];
    if (!layers || !others) return nothing;
    const [i, j] = this.places;
    const cosines = layers.map((matrix, layer) =>
      cosine(rowOf(matrix, i, first.words.length), rowOf(others[layer], j, second.words.length)),
    );
    const label = t('contexts.similarity', { first: first.words[i], second: second.words[j] });
    return html`
      <h3 class="note" id="cosines-title">${label}</h3>
      <ol class="bars cosines" id="cosines" aria-labelledby="cosines-title" reversed start="0">
        ${[...cosines.keys()].reverse().map(
          (layer) => html`<li data-layer=${layer}>
            <span class="word">${t('contexts.layer', { layer })}</span>
            <span class="bar" aria-hidden="true"
              ><span style=${`transform: scaleX(${Math.max(0, Math.min(1, cosines[layer]))})`}></span
            ></span>
            <span class="number">${similarity(cosines[layer])}</span>
          </li>`,
        )}
      </ol>
    `;
  }
}

define('context-panel', ContextPanel);
