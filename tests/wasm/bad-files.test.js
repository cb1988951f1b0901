/** Vector files that are broken: each case by name, with the code it gets. */
import { describe, expect, it } from 'vitest';
import { load } from '../../web/src/api/index.js';
import { failure } from './support.js';

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

describe('a vector file with no word', () => {
  it.each([
    ['empty', ''],
    ['junk', 'this is no vector file'],
    ['other dimensions', '2 4\none 1 2 3\ntwo 4 5 6\n'],
    ['huge counts', '99999999999 99999999999\none 1 2 3\n'],
    ['negative counts', '-2 3\none 1 2 3\n'],
    ['NaN', '1 3\none 1 nan 3\n'],
  ])('%s', async (_name, text) => {
    await failure('BadFormat', () => load(bytesOf(text)));
    await failure('BadFormat', () => load(text, { format: 'word2vec' }));
  });
});

describe('a broken vector file, read strictly', () => {
  const good = '2 3\none 1 2 3\ntwo 4 5 6\n';
  it.each([
    ['truncated', '2 3\none 1 2 3\ntwo 4 5'],
    ['too few rows', '3 3\none 1 2 3\ntwo 4 5 6\n'],
    ['too many rows', '1 3\none 1 2 3\ntwo 4 5 6\n'],
    ['too few numbers', '2 3\none 1 2 3\ntwo 4 5\n'],
    ['a space in a word', '1 3\nnew york 1 2 3\n'],
    ['NaN', '2 3\none 1 nan 3\ntwo 4 5 6\n'],
    ['infinity', '2 3\none 1 inf 3\ntwo 4 5 6\n'],
    ['1e308', '2 3\none 1 1e308 3\ntwo 4 5 6\n'],
    ['a word twice', '2 3\none 1 2 3\none 4 5 6\n'],
    ['not numbers', '2 3\none 1 x 3\ntwo 4 5 6\n'],
  ])('%s', async (_name, text) => {
    const error = await failure('BadFormat', () => load(text, { strict: true }));
    expect(error.parameter).toBe('import.strict');
    await (await load(text)).close(); // its other rows are good
  });

  it('binary: truncated, NaN', async () => {
    const model = await load(bytesOf(good));
    const bytes = await model.export('word2vec-binary');
    await model.close();
    const binary = /** @type {const} */ ({ format: 'word2vec-binary', strict: true });
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
    const short = { vectors: bytesOf('1\t2\n3\n'), metadata: bytesOf('one\ntwo\n') };
    await failure('BadFormat', () => load(short, { strict: true }));
  });

  it('of the wrong type', async () => {
    for (const file of [undefined, null, 5, {}, { vectors: 'x', metadata: 5 }]) {
      await failure('BadParameter', () => load(/** @type {any} */ (file)));
    }
    const format = /** @type {any} */ ('pdf');
    await failure('BadParameter', () => load(bytesOf(good), { format }));
    const strict = /** @type {any} */ ('yes');
    await failure('BadParameter', () => load(bytesOf(good), { strict }));
  });
});
