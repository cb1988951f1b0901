import { html } from 'lit';
import { onDemand } from '../../ui/later.js';
import { failed } from './answers.js';
import { placeOf, placesIn, wordsOf } from './phrases.js';
import { question } from './question.js';
import { typical } from './typical.js';
import { nearestSpelling } from './words.js';

/**
 * @typedef {import('./question.js').Asking} Asking
 * @typedef {import('./answers.js').Answer<'layers', Float32Array[]> & {unknown?: string[]}} Layers
 *   one matrix [words, dims] per layer, lowest first; `unknown`: words that were left out
 * @typedef {Record<'first' | 'second' | 'third', Layers> &
 *   {typical: import('./typical.js').Typical | null}} Contexts
 */

const contextPanel = onDemand(() => import('./context-panel.js'));

/**
 * ELMo's vectors of all layers for three sentences, and the mean of the word that is compared: of
 * the first two in two senses, of the third in the sense of the first.
 */
export const contexts = question({
  name: 'contexts',
  needs: ['first', 'second', 'third', 'places'],
  pause: 400,
  suits: (asking) => asking.can('contexts'),
  ask: async (asking) => {
    const { phrases, slot } = asking;
    const highest = slot.values.layers ?? 0;
    const numbers = Array.from({ length: highest + 1 }, (_, layer) => layer);
    const [first, second, third] = await Promise.all(
      [phrases.first, phrases.second, phrases.third].map((text) => look(asking, text, numbers)),
    );
    const found = { first, second, third, typical: null };
    const word = first.words[comparedPlaces(asking, found)[0]];
    const mean = word && first.layers ? await typical(asking, word, numbers) : null;
    return { ...found, typical: mean };
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
 * The vectors of a typed sentence, without the words that are not in the vocabulary.
 * @param {Asking} asking @param {string} text @param {number[]} layers @returns {Promise<Layers>}
 */
async function look(asking, text, layers) {
  const { model, slot } = asking;
  const typed = wordsOf(text, slot.known);
  if (!typed.length) return failed(typed, { code: 'NoWords' });
  const complete = slot.known.size === model.info.vocabulary;
  let words = complete ? typed.filter((word) => slot.known.has(word)) : typed;
  while (words.length) {
    const asked = words;
    const answer = await asking.answer(asked, 'layers', () =>
      Promise.all(layers.map((layer) => model.contextVectors(asked, { layer }))),
    );
    const strange = answer.error?.code === 'UnknownWord' ? answer.error.value : undefined;
    if (strange === undefined || !asked.includes(strange)) {
      return { ...answer, unknown: typed.filter((word) => !asked.includes(word)) };
    }
    words = asked.filter((word) => word !== strange);
  }
  const [value] = typed;
  const suggestion = nearestSpelling(value, slot.vocabulary);
  return failed(typed, { code: 'UnknownWord', value, suggestion });
}

/**
 * The words to compare, one per sentence.
 * @param {Asking} asking @param {Contexts} [answer]
 * @returns {[number, number, number]}
 */
function comparedPlaces({ slot, values }, answer) {
  if (!answer) return [0, 0, 0];
  const { first, second, third } = answer;
  const rank = (/** @type {string} */ word) =>
    slot.vocabulary.findIndex((entry) => entry.word === word);
  const { places } = values;
  const [i, j] = placesIn(first.words, second.words, { places, rank });
  return [i, j, placeOf(third.words, first.words[i], places?.[2])];
}
