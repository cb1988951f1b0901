/** Vector files that are broken: each case by name, with the code it gets. */
import { describe, it } from 'vitest';
import { load } from '../../web/src/api/index.js';
import { failure } from './support.js';

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

describe('a broken vector file', () => {
  const good = '2 3\none 1 2 3\ntwo 4 5 6\n';
  it.each([
    ['empty', ''],
    ['junk', 'this is no vector file'],
    ['truncated', '2 3\none 1 2 3\ntwo 4 5'],
    ['too few rows', '3 3\none 1 2 3\ntwo 4 5 6\n'],
    ['too few numbers', '2 4\none 1 2 3\ntwo 4 5 6\n'],
    ['huge counts', '99999999999 99999999999\none 1 2 3\n'],
    ['negative counts', '-2 3\none 1 2 3\n'],
    ['NaN', '2 3\none 1 nan 3\ntwo 4 5 6\n'],
    ['infinity', '2 3\none 1 inf 3\ntwo 4 5 6\n'],
    ['1e308', '2 3\none 1 1e308 3\ntwo 4 5 6\n'],
    ['a word twice', '2 3\none 1 2 3\none 4 5 6\n'],
    ['not numbers', '2 3\none 1 x 3\ntwo 4 5 6\n'],
  ])('%s', async (_name, text) => {
    await failure('BadFormat', () => load(bytesOf(text)));
    await failure('BadFormat', () => load(bytesOf(text), { format: 'word2vec' }));
  });

  it('binary: truncated, NaN', async () => {
    const model = await load(bytesOf(good));
    const bytes = await model.export('word2vec-binary');
    await model.close();
    const binary = /** @type {const} */ ({ format: 'word2vec-binary' });
    for (const end of [0, 3, 6, 12, bytes.length - 2]) {
      await failure('BadFormat', () => load(bytes.slice(0, end), binary));
    }
    const broken = bytes.slice();
    new DataView(broken.buffer).setFloat32(
      bytes.length - (bytes.at(-1) === 10 ? 5 : 4),
      Number.NaN,
      true,
    );
    await failure('BadFormat', () => load(broken, binary));
  });

  it('TSV: lines that do not match', async () => {
    const vectors = bytesOf('1\t2\n3\t4\n');
    await failure('BadFormat', () => load({ vectors, metadata: bytesOf('one\n') }));
    await failure('BadFormat', () =>
      load({ vectors: bytesOf('1\t2\n3\n'), metadata: bytesOf('one\ntwo\n') }),
    );
  });

  it('of the wrong type', async () => {
    for (const file of [undefined, null, 'text', 5, {}, { vectors: 'x', metadata: 'y' }]) {
      await failure('BadParameter', () => load(/** @type {any} */ (file)));
    }
    const format = /** @type {any} */ ('pdf');
    await failure('BadParameter', () => load(bytesOf(good), { format }));
  });
});
