/**
 * The browser's database (IndexedDB) with two stores: `entries` are small and describe what is
 * stored; `parts` contain the bytes. Stores are only added, never removed, so every version of the
 * page can open every version of the database. It is opened in its current version, and missing
 * stores are created.
 */
import { openDB } from 'idb';
import { storageError, toStorageError } from './errors.js';
import { NAME, SHARED_NAME } from './names.js';

const STORES = { entries: { keyPath: 'id' }, parts: undefined };

/**
 * @typedef {keyof typeof STORES} StoreName
 * @typedef {import('./entry.js').Entry} Entry
 *
 * @typedef {object} Schema the contents of the stores
 * @property {{key: string, value: Entry}} entries
 * @property {{key: string, value: Uint8Array}} parts
 *
 * @typedef {import('idb').IDBPDatabase<Schema>} Opened
 *
 * @typedef {object} Stores the stores within a transaction; read-only ones have no put and no
 *   delete
 * @property {Store<Entry>} entries
 * @property {Store<Uint8Array>} parts
 */

/**
 * @template T
 * @typedef {object} Store
 * @property {(key: string) => Promise<T | undefined>} get
 * @property {() => Promise<T[]>} getAll
 * @property {(key: string) => Promise<number>} count
 * @property {(value: T, key?: string) => Promise<string>} put
 * @property {(key: string) => Promise<void>} delete
 */

/**
 * @template T
 * @typedef {(stores: Stores) => Promise<T>} Work must only await calls of the stores, because a
 *   transaction ends as soon as it waits for anything else
 */

/** @type {StoreName[]} */
const NAMES = ['entries', 'parts'];

const missing = (/** @type {Opened} */ db) =>
  NAMES.filter((name) => !db.objectStoreNames.contains(name));

function makeStores(/** @type {Opened} */ db) {
  for (const name of missing(db)) db.createObjectStore(name, STORES[name]);
}

/** Whether there is a database of this name; the check does not create one. @param {string} name */
function exists(name) {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve(true);
    };
  });
}

/**
 * Copies what was stored when all copies of the site on an origin shared one database. It stays
 * there too, because the others may need it.
 * @param {Opened} db
 */
async function copyShared(db) {
  if (!(await exists(SHARED_NAME))) return;
  /** @type {Opened} */
  const old = await openDB(SHARED_NAME);
  try {
    for (const name of NAMES) {
      if (!old.objectStoreNames.contains(name)) return;
    }
    const [keys, parts, entries] = await Promise.all([
      old.getAllKeys('parts'),
      old.getAll('parts'),
      old.getAll('entries'),
    ]);
    const copying = db.transaction(NAMES, 'readwrite');
    for (const [i, key] of keys.entries()) copying.objectStore('parts').put?.(parts[i], key);
    for (const entry of entries) copying.objectStore('entries').put?.(entry);
    await copying.done;
  } finally {
    old.close();
  }
}

export class Database {
  /** @type {Promise<Opened> | null} */
  #opened = null;

  /** @param {string} [name] */
  constructor(name = NAME) {
    this.name = name;
  }

  /**
   * Runs one transaction: all of it takes effect or nothing.
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {Work<T>} work
   * @returns {Promise<T>}
   */
  async transaction(mode, work) {
    try {
      return await this.#attempt(mode, work);
    } catch (error) {
      if (error?.name !== 'InvalidStateError') throw toStorageError(error, 'StorageFailed');
    }
    await this.close(); // the browser has closed the connection: try once more with a new one
    try {
      return await this.#attempt(mode, work);
    } catch (error) {
      throw toStorageError(error, 'StorageFailed');
    }
  }

  /**
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {Work<T>} work
   */
  async #attempt(mode, work) {
    const db = await this.#open();
    const transaction = db.transaction(NAMES, mode);
    transaction.done.catch(() => {}); // awaited below; may reject before
    try {
      const value = await work({
        entries: /** @type {Store<Entry>} */ (transaction.objectStore('entries')),
        parts: /** @type {Store<Uint8Array>} */ (transaction.objectStore('parts')),
      });
      await transaction.done; // a lack of space may be reported this late
      return value;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // the transaction has already ended
      }
      throw error;
    }
  }

  #open() {
    this.#opened ??= this.#start().catch((error) => {
      this.#opened = null; // storage may be allowed at the next attempt
      throw toStorageError(error, 'StorageForbidden');
    });
    return this.#opened;
  }

  async #start() {
    const isNew = this.name === NAME && NAME !== SHARED_NAME && !(await exists(NAME));
    const db = await this.#request();
    if (missing(db).length) {
      const next = db.version + 1;
      db.close();
      return this.#request(next);
    }
    if (isNew) await copyShared(db).catch(() => {}); // what cannot be copied stays where it is
    return db;
  }

  /**
   * @param {number} [version] the current version unless stores are missing
   * @returns {Promise<Opened>}
   */
  #request(version) {
    return new Promise((resolve, reject) => {
      openDB(this.name, version, {
        upgrade: makeStores,
        blocked: () => reject(storageError('StorageBusy')),
        // Another tab adds a store: close this connection so that it can.
        blocking: () => void this.close(),
        terminated: () => {
          this.#opened = null;
        },
      }).then(resolve, reject);
    });
  }

  async close() {
    const opened = this.#opened;
    this.#opened = null;
    (await opened?.catch(() => null))?.close();
  }
}
