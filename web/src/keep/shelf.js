/**
 * The items stored in this browser: adds, lists, renames and deletes them. Every change takes
 * effect as a whole or not at all.
 */
import { Database } from './database.js';
import { cleanName, FORMAT, readEntry } from './entry.js';
import { storageError } from './errors.js';
import { NAME, newId } from './names.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('./entry.js').Listed} Listed
 * @typedef {import('./entry.js').Kind} Kind
 * @typedef {Record<string, Uint8Array>} Parts
 */

const CHANNEL = `${NAME}.kept`;

/** A copy without the rest of the underlying buffer, which would be stored too. */
const alone = (/** @type {Uint8Array} */ bytes) =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

export class Shelf {
  /**
   * The key of bytes that are already stored, so that a text of several entries is stored once.
   * @type {WeakMap<Uint8Array, string>}
   */
  #keys = new WeakMap();

  /** @param {Database} [database] */
  constructor(database = new Database()) {
    this.database = database;
  }

  /** The items, the latest first. @param {Kind[]} kinds @returns {Promise<Listed[]>} */
  async list(kinds) {
    const records = await this.database.transaction('readonly', ({ entries }) => entries.getAll());
    return records
      .map(readEntry)
      .filter((entry) => kinds.includes(entry.kind))
      .sort((a, b) => b.saved - a.saved);
  }

  /**
   * Adds or replaces an entry.
   * @param {{id?: string, kind: Kind, name: string, about: Entry['about'], saved?: number}} what
   * @param {Parts} bytes
   * @returns {Promise<Entry>}
   */
  async put({ kind, id = newId(kind), name, about, saved = Date.now() }, bytes) {
    const named = Object.entries(bytes).map(([part, content]) => {
      const key = this.#keys.get(content) ?? newId(part);
      this.#keys.set(content, key);
      return { part, key, content };
    });
    const parts = Object.fromEntries(
      named.map(({ part, key, content }) => [part, { key, bytes: content.length }]),
    );
    /** @type {Entry} */
    const entry = { id, kind, name, saved, parts, about, format: FORMAT };
    await this.database.transaction('readwrite', async (stores) => {
      const before = await stores.entries.get(id);
      for (const { key, content } of named) {
        if (!(await stores.parts.count(key))) await stores.parts.put(alone(content), key);
      }
      await stores.entries.put(entry);
      if (before) await sweep(stores, before);
    });
    this.#tell();
    return entry;
  }

  /** @param {string} id @returns {Promise<{entry: Listed, bytes: Parts}>} */
  async read(id) {
    const found = await this.database.transaction('readonly', async ({ entries, parts }) => {
      const record = await entries.get(id);
      if (!record) throw storageError('StorageGone');
      const entry = readEntry(record);
      /** @type {Parts} */
      const bytes = {};
      for (const [name, { key }] of Object.entries(entry.parts)) {
        const content = await parts.get(key);
        if (!(content instanceof Uint8Array)) throw storageError('StorageGone');
        bytes[name] = content;
      }
      return { entry, bytes };
    });
    for (const [name, { key }] of Object.entries(found.entry.parts)) {
      this.#keys.set(found.bytes[name], key);
    }
    return found;
  }

  /**
   * Changes the current state of an entry, which another tab may have changed.
   * @param {string} id
   */
  async change(id, /** @type {(entry: Entry) => Entry} */ change) {
    await this.database.transaction('readwrite', async ({ entries }) => {
      const entry = await entries.get(id);
      if (!entry) throw storageError('StorageGone');
      await entries.put(change(entry));
    });
    this.#tell();
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    return this.change(id, (entry) => ({ ...entry, name: cleanName(name) }));
  }

  /** @param {string} id id of an entry that may already be deleted */
  async remove(id) {
    await this.database.transaction('readwrite', async (stores) => {
      const entry = await stores.entries.get(id);
      if (!entry) return;
      await stores.entries.delete(id);
      await sweep(stores, entry);
    });
    this.#tell();
  }

  /**
   * Calls `listener` when another tab has made a change.
   * @param {() => void} listener
   * @returns {() => void}
   */
  watch(listener) {
    if (typeof BroadcastChannel !== 'function') return () => {};
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = listener;
    return () => channel.close();
  }

  #tell() {
    if (typeof BroadcastChannel !== 'function') return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    channel.close();
  }
}

/**
 * Deletes the bytes of a record that no entry refers to any more.
 * @param {import('./database.js').Stores} stores @param {Entry} entry
 */
async function sweep(stores, { parts }) {
  const old = Object.values(parts ?? {}).map((part) => part?.key);
  const named = new Set(
    (await stores.entries.getAll()).flatMap((entry) =>
      Object.values(entry.parts ?? {}).map((part) => part?.key),
    ),
  );
  for (const key of old)
    if (typeof key === 'string' && !named.has(key)) await stores.parts.delete(key);
}
