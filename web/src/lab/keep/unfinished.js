/**
 * Is there a training that was not finished? Asked of the database without what else reads it, so
 * that a page that has nothing to resume loads none of that.
 */
import { NAME } from './names.js';

/** Ids of trainings begin so: they are counted by their keys alone. */
const RUNS = ['run-', 'run.']; // '.' comes after '-'

/** @returns {Promise<boolean>} false, too, where storage is forbidden */
export function hasUnfinished() {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(NAME);
      // There is no database yet: none is made for the sake of a question.
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
