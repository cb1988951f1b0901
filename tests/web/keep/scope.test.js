// @ts-nocheck: fakes
/** Copies of the site under several paths of one origin store apart. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scopedName, scopeOf } from '../../../web/src/link/scope.js';

const bytes = (...list) => new Uint8Array(list);

/** The modules as a page at this address loads them. @param {string} [path] none: before copies had names */
async function copyAt(path) {
  vi.resetModules();
  vi.unstubAllGlobals();
  if (path) vi.stubGlobal('document', { baseURI: `https://example.org${path}index.html` });
  const { Shelf } = await import('../../../web/src/keep/shelf.js');
  const { hasKeptRuns } = await import('../../../web/src/keep/unfinished.js');
  const { Keeper } = await import('../../../web/src/transfer/pictures.js');
  return { shelf: new Shelf(), hasKeptRuns, Keeper };
}

const about = { settings: { model: 'cbow', corpus: 'x' }, report: {}, trained: '', tries: 0 };
const put = ({ shelf }, name, kind = 'model') =>
  shelf.put({ kind, name, about }, { checkpoint: bytes(1, 2, 3) });
const names = async ({ shelf }) =>
  (await shelf.list(['model', 'run'])).map(({ name }) => name).sort();

beforeEach(async () => {
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('a name contains the folder of the page', () => {
  expect(scopeOf('https://example.org/a/lab/index.html?x=1#v=1')).toBe('/a/lab/');
  expect(scopeOf('https://example.org')).toBe('/');
  expect(scopeOf('about:srcdoc')).toBe('');
  expect(scopedName('preformer', 'https://example.org/a/')).toBe('preformer /a/');
  expect(scopedName('preformer')).toBe('preformer'); // no page
});

describe('the database', () => {
  it('of one copy is not that of another', async () => {
    const a = await copyAt('/a/');
    await put(a, 'mine');
    const b = await copyAt('/b/');
    expect(await names(b)).toEqual([]);
    await put(b, 'yours');
    expect(await names(await copyAt('/a/'))).toEqual(['mine']);
  });

  it('takes over once what all copies shared, with its bytes', async () => {
    const before = await copyAt();
    await put(before, 'old');
    await put(before, 'old run', 'run');
    await before.shelf.database.close();

    const a = await copyAt('/a/');
    expect(await a.hasKeptRuns()).toBe(true); // before anything has been copied
    expect(await names(a)).toEqual(['old', 'old run']);
    const [{ id }] = await a.shelf.list(['model']);
    expect((await a.shelf.read(id)).bytes.checkpoint).toEqual(bytes(1, 2, 3));
    await a.shelf.remove(id);
    await a.shelf.database.close();
    expect(await names(await copyAt('/a/'))).toEqual(['old run']); // not copied again
    expect(await names(await copyAt('/b/'))).toEqual(['old', 'old run']);
  });

  it('is not made by looking whether there is one', async () => {
    const { hasKeptRuns } = await copyAt('/a/');
    expect(await hasKeptRuns()).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
  });
});

it('the drawn pictures are read from the shared place until there are own ones', async () => {
  const storage = new Map();
  const local = {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, text) => storage.set(key, text),
    removeItem: (key) => storage.delete(key),
  };
  const picture = { pixels: new Uint8Array(784).fill(7), from: 'own' };
  new (await copyAt()).Keeper(local).save([picture]);
  const a = new (await copyAt('/a/')).Keeper(local);
  expect(a.load()).toHaveLength(1);
  a.save([null]); // the reader removes it
  expect(a.load()).toEqual([]);
  expect(new (await copyAt('/b/')).Keeper(local).load()).toHaveLength(1);
});
