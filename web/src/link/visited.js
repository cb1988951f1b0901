/**
 * Where the reader was on each page of the story, in this tab: a link from one page to another leads
 * back to the same settings, and so to the same training.
 */
import { pairsOf } from './pairs.js';
import { scopedName } from './scope.js';

/** What belongs to one opening of a link, and what the link from page to page says itself. */
const LEFT_OUT = ['v', 'sum', 'hash', 'words', 'start', 'open', 'lang', 'theme'];

const keyOf = (/** @type {string} */ page) => scopedName(`preformer.visited.${page}`);

/** @param {string} page @param {string} fragment */
export function remember(page, fragment) {
  try {
    sessionStorage.setItem(keyOf(page), fragment);
  } catch {
    // forbidden or full: links then lead to the beginning of a page
  }
}

/**
 * The fields of the latest address of a page, as text by key.
 * @param {string} page
 * @returns {Map<string, string> | null} null if the reader was not there
 */
export function visited(page) {
  try {
    const fragment = sessionStorage.getItem(keyOf(page));
    if (fragment === null) return null;
    const fields = new Map(pairsOf(fragment));
    for (const key of LEFT_OUT) fields.delete(key);
    return fields;
  } catch {
    return null;
  }
}

/** Pages of text have no theme in their address. @param {string} theme */
export function rememberTheme(theme) {
  try {
    sessionStorage.setItem(scopedName('preformer.theme'), theme);
  } catch {
    // forbidden: those pages have the system's theme
  }
}
