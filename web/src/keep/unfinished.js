/**
 * Is there a training that was not finished? A mark in local storage tells at once, so that a page
 * without one need not open the database, nor load what reads it.
 */

const KEY = 'preformer.unfinished';

/** Where storage is forbidden, naming it throws. */
function attempt(/** @type {(storage: Storage) => any} */ work) {
  try {
    return work(globalThis.localStorage);
  } catch {
    return undefined;
  }
}

export const hasUnfinished = () => attempt((storage) => storage.getItem(KEY)) === '1';

/** @param {boolean} some */
export const markUnfinished = (some) =>
  attempt((storage) => (some ? storage.setItem(KEY, '1') : storage.removeItem(KEY)));
