/**
 * Checks the database for kept trainings, without the code that reads them, so that a page without
 * one does not load that code.
 */
import { NAME, SHARED_NAME } from './names.js';

/** Prefix of trainings' ids; only the keys are counted. */
const RUNS = ['run-', 'run.']; // '.' comes after '-'
/** A browser whose storage does not answer must not keep the page waiting. */
const PATIENCE_MS = 1500;

/** @returns {Promise<boolean>} also false if storage is forbidden */
export async function hasKeptRuns() {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const found = Promise.resolve(runsIn(NAME)).then(
    // Before the first use, what the shared database contains has not been copied yet.
    (count) => (count === null && NAME !== SHARED_NAME ? runsIn(SHARED_NAME) : count),
  );
  return Boolean(await Promise.race([found, late]));
}

/**
 * The number of kept trainings; null if there is no such database.
 * @param {string} name
 * @returns {Promise<number | null>}
 */
function runsIn(name) {
  return new Promise((resolve) => {
    try {
      let isNew = false;
      const opening = indexedDB.open(name);
      // There is no database yet; the check must not create one.
      opening.onupgradeneeded = () => {
        isNew = true;
        opening.transaction?.abort();
      };
      opening.onerror = (event) => {
        event.preventDefault();
        resolve(isNew ? null : 0);
      };
      opening.onsuccess = () => countRuns(opening.result, resolve);
    } catch {
      resolve(0);
    }
  });
}

/** @param {IDBDatabase} db @param {(count: number) => void} resolve */
function countRuns(db, resolve) {
  const end = (/** @type {number} */ count) => {
    db.close();
    resolve(count);
  };
  if (!db.objectStoreNames.contains('entries')) return end(0);
  const [first, last] = RUNS;
  const counting = db.transaction('entries').objectStore('entries');
  const count = counting.count(IDBKeyRange.bound(first, last));
  count.onsuccess = () => end(count.result);
  count.onerror = () => end(0);
}
