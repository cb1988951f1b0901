/**
 * Where the reader of Inside is.
 *
 * @typedef {object} At where the reader is, as the page keeps it in the link
 * @property {number} stop 1 … 7
 * @property {string | null} typed a sentence; null: one of the corpus
 * @property {number} nth the sentence of the corpus, from 0
 * @property {number | null} guess the position of the word to predict
 * @property {number} lane Skip-gram: which word of the window is the input
 */

/**
 * What changes when the reader chooses another sentence or another word of it.
 * @param {Partial<At>} chosen @param {import('./machine.js').Shown | null} shown
 * @returns {Partial<At>}
 */
export function afterChoice(chosen, shown) {
  const { next, sentence } = shown ?? {};
  if ('nth' in chosen) return { nth: chosen.nth, typed: null, guess: null, lane: 0 };
  if ('typed' in chosen) return { typed: chosen.typed, guess: null, lane: 0 };
  // A word of training's sentence was pressed: that sentence stays.
  const kept = next && sentence ? { typed: sentence.join(' ') } : {};
  if ('guess' in chosen) return { ...kept, guess: chosen.guess, lane: 0 };
  return { ...kept, ...(next && sentence ? { guess: next.position } : {}), ...chosen };
}
