/** Files of vectors read as streams: the same as the core reads, and what it refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load, train } from '../../web/src/api/index.js';
import { failure, toyText } from './support.js';

const encoder = new TextEncoder();
const blob = (/** @type {...any} */ ...parts) => new Blob(parts);

/** @param {Blob} file @param {object} [options] what was found, and a few vectors */
async function opened(file, options = {}) {
  const model = await load(file, options);
  const [words, vectors] = [await model.vocabulary(), await model.vectors()];
  await model.close();
  return { words: words.map(({ word }) => word), vectors, found: model.info.imported };
}

/** A row of a binary file. @param {string} word @param {number[]} numbers */
const row = (word, numbers) => [encoder.encode(`${word} `), new Float32Array(numbers)];

const gzip = (/** @type {Blob} */ file) =>
  new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();

describe('what we wrote', () => {
  /** @type {any} */
  let model;
  /** @type {{words: string[], vectors: Float32Array}} */
  let wanted;
  beforeAll(async () => {
    model = await train({ corpus: `${toyText(3)}\n苹果 naïve 😀`, epochs: 2, vectorSize: 7 });
    const words = (await model.vocabulary()).map((/** @type {any} */ { word }) => word);
    wanted = { words, vectors: await model.vectors() };
  });
  afterAll(() => model.close());

  it.each(['word2vec', 'word2vec-binary'])('%s comes back bit by bit', async (format) => {
    const bytes = await model.export(format);
    for (const file of [blob(bytes), await gzip(blob(bytes))]) {
      const { words, vectors, found } = await opened(file);
      expect(words).toEqual(wanted.words);
      expect(vectors).toEqual(wanted.vectors);
      expect(found).toMatchObject({ words: words.length, dimensions: 7, promised: words.length });
      expect(found).toMatchObject({ short: false, long: false, limited: false, duplicates: 0 });
    }
  });

  it('a TSV pair', async () => {
    const { vectors, metadata } = await model.export('tsv');
    const pair = { vectors: blob(vectors), metadata: blob(metadata) };
    const back = await opened(/** @type {any} */ (pair));
    expect(back.words).toEqual(wanted.words);
    expect(back.vectors).toEqual(wanted.vectors);
  });

  it('text without its first line', async () => {
    const text = new TextDecoder().decode(await model.export('word2vec'));
    const bare = text.slice(text.indexOf('\n') + 1).trimEnd();
    const { vectors, found } = await opened(blob(bare.replaceAll('\n', '\r\n')));
    expect(vectors).toEqual(wanted.vectors);
    expect(found).toMatchObject({ promised: 0, short: false });
  });

  it('the first words of it', async () => {
    for (const format of ['word2vec', 'word2vec-binary']) {
      const bytes = await model.export(format);
      const { words, vectors, found } = await opened(blob(bytes), { limit: 4 });
      expect(words).toEqual(wanted.words.slice(0, 4));
      expect(vectors).toEqual(wanted.vectors.slice(0, 28));
      expect(found).toMatchObject({ words: 4, limited: true, short: false });
    }
    const bytes = await model.export('word2vec-binary');
    const few = await load(bytes, { limit: 2 }); // bytes, too
    expect(few.info.vocabulary).toBe(2);
    await few.close();
    const all = await opened(blob(bytes), { limit: wanted.words.length });
    expect(all.found?.limited).toBe(false);
  });

  it('a checkpoint in a Blob', async () => {
    const bytes = await model.export('checkpoint');
    const back = await load(blob(bytes));
    expect(await back.weightsHash()).toBe(await model.weightsHash());
    await back.close();
  });
});

describe('faults that leave the rest good', () => {
  it('a word twice: the first counts', async () => {
    const text = await opened(blob('3 2\none 1 2\ntwo 3 4\none 5 6\n'));
    expect(text.words).toEqual(['one', 'two']);
    expect([...text.vectors]).toEqual([1, 2, 3, 4]);
    expect(text.found).toMatchObject({ words: 2, duplicates: 1, short: false });
    const binary = await opened(
      blob('3 2\n', ...row('one', [1, 2]), ...row('one', [3, 4]), ...row('two', [5, 6])),
    );
    expect([...binary.vectors]).toEqual([1, 2, 5, 6]);
    expect(binary.found?.duplicates).toBe(1);
  });

  it('a file that was cut off', async () => {
    const text = await opened(blob('4 2\none 1 2\ntwo 3 4\nthree 5'));
    expect(text.words).toEqual(['one', 'two']);
    expect(text.found).toMatchObject({ promised: 4, short: true, leftOut: 1 });
    expect(text.found?.firstLeftOut).toMatchObject({ line: 4, reason: 'count', text: '1' });
    const whole = blob('3 2\n', ...row('one', [1, 2]), ...row('two', [3, 4]), ...row('x', [5, 6]));
    for (const end of [16, 24, 25, 26, 27, whole.size - 1]) {
      const { found } = await opened(whole.slice(0, end));
      expect(found, `${end} bytes`).toMatchObject({ promised: 3, short: true });
    }
  });

  it('more than the first line promises', async () => {
    const text = await opened(blob('1 2\none 1 2\ntwo 3 4\n'));
    expect(text.found).toMatchObject({ words: 2, promised: 1, long: true }); // nothing is lost
    const binary = await opened(blob('1 2\n', ...row('one', [1, 2]), ...row('two', [3, 4])));
    expect(binary.found).toMatchObject({ words: 1, long: true });
  });

  it('words with spaces, and lines that are none', async () => {
    const { words, vectors, found } = await opened(
      blob('5 2\none 1 2\nNew York 3 4\nbad 5 x\n. . . 7 8\nshort 9\n'),
    );
    expect(words).toEqual(['one', 'New_York', '._._.']);
    expect([...vectors]).toEqual([1, 2, 3, 4, 7, 8]);
    expect(found).toMatchObject({ renamed: 2, leftOut: 2, short: false });
    expect(found?.firstLeftOut).toMatchObject({ line: 4, reason: 'number', text: 'x' });
  });

  it('text that is not UTF-8', async () => {
    const { words, found } = await opened(
      blob('2 2\none 1 2\n', Uint8Array.of(0xe9, 0x74, 0xe9), ' 3 4\n'),
    );
    expect(words).toEqual(['one']);
    expect(found?.firstLeftOut).toMatchObject({ line: 3, reason: 'utf-8' });
  });

  it('metadata with columns, a heading and words with spaces', async () => {
    const { words, found } = await opened(
      /** @type {any} */ ({
        vectors: blob('1\t2\n3\t4\n'),
        metadata: blob('count\tWord\n9\tone\n3\tNew York\n'),
      }),
    );
    expect(words).toEqual(['one', 'New_York']);
    expect(found).toMatchObject({ renamed: 1, dimensions: 2 });
    expect(found?.column).toEqual({ number: 2, of: 2, heading: 'Word' });
  });
});

describe('what is no file of vectors', () => {
  it.each([
    ['empty', ''],
    ['start', 'this'],
    ['start', 'this is no vector file'],
    ['packed', 'PK\x03\x04abc'],
    ['npy', Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59)],
    ['hdf5', Uint8Array.of(0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10)],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8)],
    ['noise', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 255)],
    ['alone', '1.5\t2\t3\n4\t5\t6\n'],
    ['header', '0 5\none 1 2 3 4 5\n'],
    ['header', '-2 3\none 1 2 3\n'],
    ['header', '2 1.5\none 1 2 3\n'],
    ['header', '5 99999999999\none 1 2\n'],
    ['width', '99999999999 3\none 1 2\n'],
    ['none', '2 3\none 1 2 x\n'],
    ['cut', '5 3\n'],
  ])('%s', async (name, content) => {
    const error = await failure('BadFormat', () => load(blob(content)));
    expect(error.parameter).toBe(`import.${name}`);
  });

  it('a binary file with numbers that are not finite', async () => {
    const file = blob('2 2\n', ...row('one', [1, 2]), ...row('two', [3, Number.NaN]));
    const { words, found } = await opened(file);
    expect(words).toEqual(['one']);
    expect(found?.firstLeftOut).toMatchObject({ line: 2, reason: 'not-finite' });
    const damaged = blob('9 2\n', ...row('one', [1, 2]), new Uint8Array(2000).fill(255));
    const error = await failure('BadFormat', () => load(damaged));
    expect(error).toMatchObject({ parameter: 'import.damaged', value: '16' });
  });

  it('a TSV pair that does not belong together', async () => {
    const pair = { vectors: blob('1\t2\n3\t4\n'), metadata: blob('one\ntwo\nthree\nfour\n') };
    const error = await failure('BadFormat', () => load(/** @type {any} */ (pair)));
    expect(error).toMatchObject({ parameter: 'import.pairing', value: '4', permitted: '2' });
    const titled = { vectors: blob('1\t2\n3\t4\n'), metadata: blob('word\tid\nx\t1\n') };
    for (const options of [{}, { limit: 1 }]) {
      const heading = await failure('BadFormat', () => load(titled, options));
      expect(heading.parameter).toBe('import.pairing.heading');
    }
  });

  it('a file that cannot be read any more', async () => {
    const file = /** @type {any} */ (blob('2 2\none 1 2\n'));
    file.stream = () =>
      new ReadableStream({
        pull: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
      });
    await failure('BadFormat', () => load(file));
  });

  it('limits that are none', async () => {
    for (const limit of [0, -1, 1.5, Number.NaN, '5', null]) {
      const wrong = /** @type {any} */ (limit);
      await failure('BadParameter', () => load(blob('1 1\na 1\n'), { limit: wrong }));
    }
  });
});

describe('a large file', () => {
  /** A binary file of a gigabyte and more that nobody stores. */
  function endless(/** @type {number} */ words, dimensions = 300) {
    const rows = 1000;
    const piece = new Blob(
      Array.from({ length: rows }, (_, i) => new Blob(row('w', Array(dimensions).fill(i)))),
    );
    let pulled = 0;
    const file = /** @type {any} */ (blob(`${words} ${dimensions}\n`));
    const size = words * (piece.size / rows);
    Object.defineProperty(file, 'size', { value: size });
    file.stream = () =>
      new ReadableStream({
        async pull(controller) {
          if (pulled === 0) controller.enqueue(encoder.encode(`${words} ${dimensions}\n`));
          const bytes = new Uint8Array(await piece.arrayBuffer());
          const view = new DataView(bytes.buffer);
          for (let i = 0; i < rows; i += 1) {
            bytes[i * (4 * dimensions + 2)] = 97 + (pulled % 26); // too few names: all double
            view.setFloat32(i * (4 * dimensions + 2) + 2, pulled, true);
          }
          pulled += 1;
          controller.enqueue(bytes);
        },
      });
    return { file, pulled: () => pulled };
  }

  it('is read no further than it must be', async () => {
    const { file, pulled } = endless(1_000_000);
    expect(file.size).toBeGreaterThan(1.2e9);
    const model = await load(file, { limit: 20 });
    expect(model.info.imported).toMatchObject({ words: 20, limited: true });
    expect(pulled()).toBeLessThan(30);
    await model.close();
  });

  it('tells how far it is, and stops when asked', async () => {
    const { file, pulled } = endless(1_000_000);
    const stop = new AbortController();
    /** @type {number[]} */
    const told = [];
    const error = await failure('Cancelled', () =>
      load(file, {
        signal: stop.signal,
        onProgress: ({ progress }) => {
          told.push(progress);
          if (told.length === 3) stop.abort();
        },
      }),
    );
    expect(error.code).toBe('Cancelled');
    expect(told.length).toBeLessThan(10);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(pulled()).toBeLessThan(1000);
  });
});
