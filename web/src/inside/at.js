/**
 * Where the reader of Inside is.
 *
 * @typedef {object} At where the reader is, as the page keeps it in the link
 * @property {number} stop 1 … 7
 * @property {string | null} typed a sentence; null: one of the corpus
 * @property {number} nth the sentence of the corpus, from 0
 * @property {number | null} guess the position of the word to predict
 * @property {number} lane Skip-gram: which word of the window is the input
 * @property {string | null} [beside] ELMo: a second sentence with the same word
 * @property {string | null} number the opened number by its block, row and column, from 0: 'h.2.0'
 */

/** @typedef {import('./scene.js').Place} Place */

/** @param {string | null | undefined} name @returns {Place | null} */
export function placeOf(name) {
  if (!name) return null;
  const [block, row = '0', col = '0'] = name.split('.');
  return { block, row: Number(row), col: Number(col) };
}

/** @param {Place} place */
export const nameOf = ({ block, row, col }) => `${block}.${row}.${col}`;

/** Whether another example is followed at another place. @param {At | undefined} a @param {At} b */
export const isOther = (a, b) =>
  a?.typed !== b.typed || a.nth !== b.nth || a.guess !== b.guess || a.beside !== b.beside;

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
