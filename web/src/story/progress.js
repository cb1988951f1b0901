/**
 * What the reader guessed and saw, kept in this browser.
 *
 * @typedef {object} Seen of one chapter
 * @property {string} [guess] the option; '' if the reader asked to be shown the result
 * @property {string} [outcome] the option that came out
 * @property {string} [check]
 * @property {boolean} [checked] whether the answer to the check was right
 * @property {string} [language] of the text that was trained on
 * @property {number} [seed]
 * @property {string} [hash] of the trained weights
 * @property {number} [seconds] of training
 * @property {string} [link] to the Lab, with the same training
 */
import { scopedName } from '../link/scope.js';

const key = () => scopedName('preformer.story');

/** Without storage the story is kept until the page is left. @type {Record<string, Seen>} */
let kept = {};

/** @returns {Record<string, Seen>} by chapter */
export function everything() {
  try {
    const found = JSON.parse(localStorage.getItem(key()) ?? '{}');
    if (found && typeof found === 'object') kept = found;
  } catch {
    // forbidden, or written by something else
  }
  return kept;
}

/** @param {string} chapter @returns {Seen} */
export const seen = (chapter) => everything()[chapter] ?? {};

/** @param {string} chapter @param {Seen} more */
export function remember(chapter, more) {
  kept = { ...everything(), [chapter]: { ...seen(chapter), ...more } };
  store();
}

/** Forgets a chapter, or all of them. @param {string} [chapter] */
export function forget(chapter) {
  const { [chapter ?? '']: _gone, ...others } = everything();
  kept = chapter ? others : {};
  store();
}

function store() {
  try {
    if (Object.keys(kept).length) localStorage.setItem(key(), JSON.stringify(kept));
    else localStorage.removeItem(key());
  } catch {
    // forbidden or full
  }
}
