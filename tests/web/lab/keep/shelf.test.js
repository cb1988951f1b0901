// @ts-nocheck: fakes and wrong values on purpose
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../../web/src/keep/database.js';
import { Shelf } from '../../../../web/src/keep/shelf.js';

let number = 0;
let name;
let shelf;

const bytes = (size, value = 1) => new Uint8Array(size).fill(value);
const about = { settings: { model: 'cbow' } };

/** How many parts lie in the store, wherever they belong. */
async function partsStored() {
  const db = await openDB(name);
  const count = await db.count('parts');
  db.close();
  return count;
}

beforeEach(() => {
  name = `shelf-${number++}`;
  shelf = new Shelf(new Database(name));
});

afterEach(async () => {
  await shelf.database.close();
  vi.restoreAllMocks();
});

describe('Shelf', () => {
  it('gives back what was put there, the latest first', async () => {
    await shelf.put({ kind: 'model', name: 'one', about, saved: 1 }, { checkpoint: bytes(5, 7) });
    const two = await shelf.put(
      { kind: 'text', name: 'two', about: {}, saved: 2 },
      { text: bytes(3) },
    );
    await shelf.put({ kind: 'run', name: '', about, saved: 3 }, { checkpoint: bytes(9) });
    const listed = await shelf.list(['model', 'text']);
    expect(listed.map((entry) => entry.name)).toEqual(['two', 'one']);
    expect(listed[0]).toMatchObject({ kind: 'text', state: 'good', parts: { text: { bytes: 3 } } });
    const { entry, bytes: read } = await shelf.read(listed[1].id);
    expect(entry.about).toEqual(about);
    expect(read.checkpoint).toEqual(bytes(5, 7));
    await shelf.rename(two.id, '  a\n new   name ');
    expect((await shelf.read(two.id)).entry.name).toBe('a new name');
  });

  it('stores a part of a buffer, not the buffer', async () => {
    const small = new Uint8Array(new ArrayBuffer(1_000_000), 10, 4).fill(3);
    const { id } = await shelf.put({ kind: 'text', name: '', about: {} }, { text: small });
    const { text } = (await shelf.read(id)).bytes;
    expect(text).toEqual(bytes(4, 3));
    expect(text.buffer.byteLength).toBe(4);
  });

  it('stores a shared text once, and deletes it with its last owner', async () => {
    const text = bytes(100);
    const put = (id, value) =>
      shelf.put({ kind: 'model', id, name: id, about }, { checkpoint: bytes(10, value), text });
    await put('a', 1);
    await put('b', 2);
    expect(await partsStored()).toBe(3);
    await shelf.remove('a');
    expect(await partsStored()).toBe(2);
    expect((await shelf.read('b')).bytes.text).toEqual(text);
    await shelf.remove('b');
    expect(await partsStored()).toBe(0);
  });

  it('writes an entry anew without leaving the old bytes behind', async () => {
    const text = bytes(50);
    for (let step = 0; step < 5; step++) {
      await shelf.put(
        { kind: 'run', id: 'r', name: '', about },
        { checkpoint: bytes(10, step), text },
      );
    }
    expect(await partsStored()).toBe(2);
    expect((await shelf.read('r')).bytes.checkpoint).toEqual(bytes(10, 4));
  });

  it('writes a shared text again when another tab has deleted it meanwhile', async () => {
    const text = bytes(20);
    await shelf.put({ kind: 'text', id: 'a', name: '', about: {} }, { text });
    const other = new Shelf(new Database(name));
    await other.remove('a');
    await other.database.close();
    await shelf.put({ kind: 'text', id: 'b', name: '', about: {} }, { text });
    expect((await shelf.read('b')).bytes.text).toEqual(text);
  });

  it('what is gone is said to be gone; nothing comes back by being renamed', async () => {
    const { id } = await shelf.put({ kind: 'model', name: 'x', about }, { checkpoint: bytes(1) });
    await shelf.remove(id);
    await shelf.remove(id);
    await expect(shelf.read(id)).rejects.toMatchObject({ code: 'StorageGone' });
    await expect(shelf.rename(id, 'y')).rejects.toMatchObject({ code: 'StorageGone' });
    expect(await shelf.list(['model'])).toEqual([]);
  });

  it('two tabs that write at once lose nothing', async () => {
    const tabs = [shelf, new Shelf(new Database(name)), new Shelf(new Database(name))];
    const puts = tabs.flatMap((tab, t) =>
      Array.from({ length: 20 }, (_, i) =>
        tab.put({ kind: 'model', name: `${t}-${i}`, about }, { checkpoint: bytes(8, i) }),
      ),
    );
    await Promise.all(puts);
    const listed = await shelf.list(['model']);
    expect(new Set(listed.map((entry) => entry.name)).size).toBe(60);
    // One renames what another deletes; whoever comes second is told.
    const outcomes = await Promise.allSettled(
      listed.map(({ id }, i) => (i % 2 ? tabs[1].remove(id) : tabs[2].rename(id, 'kept'))),
    );
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await shelf.list(['model'])).map((entry) => entry.name)).toEqual(
      Array(30).fill('kept'),
    );
    expect(await partsStored()).toBe(30);
    for (const tab of tabs.slice(1)) await tab.database.close();
  });

  it('tells other tabs', async () => {
    const heard = vi.fn();
    const stop = shelf.watch(heard);
    const other = new Shelf(new Database(name));
    await other.put({ kind: 'model', name: 'x', about }, { checkpoint: bytes(1) });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    stop();
    await other.database.close();
  });
});

describe('a store of another version', () => {
  it('an older one, with fewer stores, keeps what it has', async () => {
    const old = await openDB(name, 3, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'id' });
        db.createObjectStore('notes');
      },
    });
    await old.put('entries', { id: 'old', kind: 'model', name: 'ancient', format: 0 });
    await old.put('notes', 'precious', 'key');
    old.close();
    expect(await shelf.list(['model'])).toMatchObject([
      { id: 'old', name: 'ancient', state: 'broken' },
    ]);
    await shelf.put({ kind: 'model', name: 'new', about }, { checkpoint: bytes(2) });
    expect(await shelf.list(['model'])).toHaveLength(2);
    const db = await openDB(name);
    expect(await db.get('notes', 'key')).toBe('precious');
    db.close();
    await shelf.remove('old');
    expect(await shelf.list(['model'])).toHaveLength(1);
  });

  it('a newer one is opened as it is; its newer entries are listed, and stay', async () => {
    const newer = await openDB(name, 42, {
      upgrade(db) {
        for (const store of ['entries', 'parts', 'more']) {
          db.createObjectStore(store, store === 'entries' ? { keyPath: 'id' } : {});
        }
      },
    });
    await newer.put('entries', {
      id: 'n',
      kind: 'model',
      name: 'later',
      format: 9,
      parts: 'elsewhere',
    });
    newer.close();
    expect(await shelf.list(['model'])).toMatchObject([{ name: 'later', state: 'newer' }]);
    await shelf.put({ kind: 'model', name: 'ours', about }, { checkpoint: bytes(2) });
    expect(await shelf.list(['model'])).toHaveLength(2);
  });

  it.each([
    ['nothing but an id', { id: 'x' }],
    [
      'parts that are none',
      { id: 'x', kind: 'model', format: 1, name: 'x', saved: 1, about: {}, parts: { a: 3 } },
    ],
    [
      'no parts',
      { id: 'x', kind: 'model', format: 1, name: 'x', saved: 1, about: {}, parts: null },
    ],
    [
      'a name that is none',
      { id: 'x', kind: 'model', format: 1, name: {}, saved: 'now', about: 1, parts: {} },
    ],
  ])('damaged entries are listed and can be deleted: %s', async (_, record) => {
    await shelf.list(['model']);
    const db = await openDB(name);
    await db.put('entries', record);
    db.close();
    expect(await shelf.list(['model'])).toMatchObject([{ id: 'x', state: 'broken' }]);
    await shelf.put({ kind: 'model', name: 'fine', about }, { checkpoint: bytes(2) });
    await shelf.remove('x');
    expect(await shelf.list(['model'])).toMatchObject([{ name: 'fine' }]);
  });

  it('an entry whose bytes are lost says so', async () => {
    const { id } = await shelf.put({ kind: 'model', name: 'x', about }, { checkpoint: bytes(1) });
    const db = await openDB(name);
    await db.clear('parts');
    db.close();
    await expect(shelf.read(id)).rejects.toMatchObject({ code: 'StorageGone' });
  });

  it('another tab that will not let go is named as the cause', async () => {
    const stubborn = await openDB(name, 1); // hears that it stands in the way, and stays
    await expect(shelf.list(['model'])).rejects.toMatchObject({ code: 'StorageBusy' });
    stubborn.close();
    await vi.waitFor(async () => expect(await shelf.list(['model'])).toEqual([]));
  });
});

describe('storage that is', () => {
  const failing = (error) =>
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw error;
    });

  it('forbidden: every call says so, and a later one may succeed', async () => {
    const spy = failing(new DOMException('The operation is insecure.', 'SecurityError'));
    await expect(shelf.list(['model'])).rejects.toMatchObject({ code: 'StorageForbidden' });
    const put = shelf.put({ kind: 'model', name: 'x', about }, { checkpoint: bytes(1) });
    await expect(put).rejects.toMatchObject({ code: 'StorageForbidden' });
    spy.mockRestore();
    expect(await shelf.list(['model'])).toEqual([]);
  });

  it('full: nothing is half written, and what was there stays', async () => {
    const text = bytes(10);
    await shelf.put(
      { kind: 'model', id: 'a', name: 'before', about },
      { checkpoint: bytes(5), text },
    );
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    });
    const put = shelf.put(
      { kind: 'model', id: 'a', name: 'after', about },
      { checkpoint: bytes(6, 2), text },
    );
    await expect(put).rejects.toMatchObject({ code: 'StorageFull' });
    vi.restoreAllMocks();
    const { entry, bytes: read } = await shelf.read('a');
    expect(entry.name).toBe('before');
    expect(read.checkpoint).toEqual(bytes(5));
    expect(await partsStored()).toBe(2);
  });

  it('closed under our feet is opened again', async () => {
    await shelf.put({ kind: 'model', name: 'x', about }, { checkpoint: bytes(1) });
    let first = true;
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (...given) {
      if (first) {
        first = false;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return transaction.apply(this, given);
    });
    expect(await shelf.list(['model'])).toHaveLength(1);
  });
});
