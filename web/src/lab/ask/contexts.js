import { html } from 'lit';
import { onDemand } from '../../ui/later.js';
import { failed } from './answers.js';
import { placesIn, wordsOf } from './phrases.js';
import { question } from './question.js';

/**
 * @typedef {import('./answers.js').Answer<'layers', Float32Array[]>} Layers one matrix [words,
 *   dims] per layer, lowest first
 * @typedef {{first: Layers, second: Layers}} Contexts
 */

const contextPanel = onDemand(() => import('./context-panel.js'));

/** ELMo's vectors of all layers for two sentences. */
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
  show: (asking, answer) => {
    contextPanel(() => document.querySelector('context-panel'));
    return html`<context-panel
      .phrases=${asking.phrases}
      .contexts=${answer ?? null}
      .places=${comparedPlaces(asking, answer)}
    ></context-panel>`;
  },
});

/**
 * The words to compare, one per sentence.
 * @param {import('./question.js').Asking} asking @param {Contexts} [answer]
 * @returns {[number, number]}
 */
function comparedPlaces({ slot, values }, answer) {
  if (!answer) return [0, 0];
  const rank = (/** @type {string} */ word) =>
    slot.vocabulary.findIndex((entry) => entry.word === word);
  return placesIn(answer.first.words, answer.second.words, { places: values.places, rank });
}
