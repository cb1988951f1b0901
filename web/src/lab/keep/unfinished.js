/**
 * Checks the database for an interrupted training, without the code that reads the database, so
 * that a page without one does not load that code.
 */
import { NAME } from './names.js';

/** Prefix of trainings' ids; only the keys are counted. */
const RUNS = ['run-', 'run.']; // '.' comes after '-'

/** @returns {Promise<boolean>} also false if storage is forbidden */
export function hasUnfinished() {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(NAME);
      // There is no database yet; the check must not create one.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
      opening.onsuccess = () => countRuns(opening.result, resolve);
    } catch {
      resolve(false);
    }
  });
}

/** @param {IDBDatabase} db @param {(some: boolean) => void} resolve */
function countRuns(db, resolve) {
  const end = (/** @type {boolean} */ some) => {
    db.close();
    resolve(some);
  };
  if (!db.objectStoreNames.contains('entries')) return end(false);
  const [first, last] = RUNS;
  const counting = db.transaction('entries').objectStore('entries');
  const count = counting.count(IDBKeyRange.bound(first, last));
  count.onsuccess = () => end(count.result > 0);
  count.onerror = () => end(false);
}
