/** What the reader chose in the share dialog of each page, in this tab. */
import { sameValue } from '../link/field.js';
import { scopedName } from '../link/scope.js';

/** @typedef {{start: string, hide: string[], lock: string[]}} Ticks */

const keyOf = (/** @type {string} */ page) => scopedName(`preformer.share.${page}`);

const same = (/** @type {Ticks} */ a, /** @type {Ticks} */ b) =>
  a.start === b.start && sameValue(a.hide, b.hide) && sameValue(a.lock, b.lock);

/** @param {unknown} list @returns {list is string[]} */
const isNames = (list) => Array.isArray(list) && list.every((name) => typeof name === 'string');

/**
 * The reader's choices, if they were made over the link that is open.
 * @param {string} page @param {Ticks} opened the settings of that link
 * @returns {Partial<Ticks>}
 */
export function ticksOf(page, opened) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(page)) ?? 'null');
    if (!kept || !same(kept.opened, opened)) return {};
    const { start, hide, lock } = kept.ticks;
    return typeof start === 'string' && isNames(hide) && isNames(lock) ? { start, hide, lock } : {};
  } catch {
    return {}; // storage is forbidden, or contains something else
  }
}

/** @param {string} page @param {Ticks} opened @param {Ticks} ticks */
export function keepTicks(page, opened, ticks) {
  try {
    sessionStorage.setItem(keyOf(page), JSON.stringify({ opened, ticks }));
  } catch {
    // storage is forbidden or full: the dialog then begins anew after a reload
  }
}
