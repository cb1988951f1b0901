import { html, nothing } from 'lit';
import { similarity } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { cosine, rowOf } from '../../plots/heat.js';
import { define, given, LabElement } from '../../ui/base.js';
import './context-strips.js';
import { problem } from '../../ui/parts.js';
import { failed } from './answers.js';
import { placesIn, wordsOf } from './phrases.js';
import { question } from './question.js';
import './phrase-field.js';

/**
 * @typedef {import('./answers.js').Answer<'layers', Float32Array[]>} Layers a matrix [words, dims] per
 *   layer, lowest first
 * @typedef {{first: Layers, second: Layers}} Contexts
 */

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
          <p class="note">${t('contexts.note')}</p>
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

/** ELMo's vectors of two sentences, every layer. */
export const contexts = question({
  name: 'contexts',
  needs: ['first', 'second'],
  pause: 400,
  suits: (asking) => asking.can('contexts'),
  ask: async (asking) => {
    const { model, phrases, slot } = asking;
    const highest = slot.values.layers ?? 0;
    const numbers = Array.from({ length: highest + 1 }, (_, layer) => layer);
    /** @param {string} text @returns {Promise<Layers>} */
    const look = async (text) => {
      const words = wordsOf(text, slot.known);
      if (!words.length) return failed(words, { code: 'NoWords' });
      return asking.answer(words, 'layers', () =>
        Promise.all(numbers.map((layer) => model.contextVectors(words, { layer }))),
      );
    };
    const [first, second] = await Promise.all([look(phrases.first), look(phrases.second)]);
    return { first, second };
  },
  show: (asking, answer) => html`<context-panel
    .phrases=${asking.phrases}
    .contexts=${answer ?? null}
    .places=${comparedPlaces(asking, answer)}
  ></context-panel>`,
});

/**
 * The words that are compared, one per sentence.
 * @param {import('./question.js').Asking} asking @param {Contexts} [answer]
 * @returns {[number, number]}
 */
function comparedPlaces({ slot, values }, answer) {
  if (!answer) return [0, 0];
  const rank = (/** @type {string} */ word) =>
    slot.vocabulary.findIndex((entry) => entry.word === word);
  return placesIn(answer.first.words, answer.second.words, { places: values.places, rank });
}
