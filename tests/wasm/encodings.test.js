/** Text files of every encoding through the API: the same guesses as those of the command line. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { create, load, loadElmo, readText, tokenize } from '../../web/src/api/index.js';
import { textOfFile } from '../../web/src/text/own-text.js';
import { failure } from './support.js';

/** @type {{encoding: string, text: string, hex: string}[]} */
const table = JSON.parse(readFileSync(new URL('../cli/encodings.json', import.meta.url), 'utf8'));
const bytesOf = (/** @type {string} */ hex) => new Uint8Array(Buffer.from(hex, 'hex'));
const stringOf = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

describe('readText', () => {
  it.each(table)('$encoding: $text', async ({ encoding, text, hex }) => {
    const found = await readText(bytesOf(hex));
    expect(stringOf(found.bytes)).toBe(text);
    expect(found).toMatchObject({ encoding, sign: 'probable', replaced: 0 });
    expect(found.others).toHaveLength(3);
    expect(found.all.map(({ name }) => name)).toContain(encoding);
  });

  it('a byte-order mark is stronger than a named encoding', async () => {
    const { bytes, sign } = await readText(new Blob(['\ufeff猫']), { encoding: 'gbk' });
    expect(stringOf(bytes)).toBe('猫');
    expect(sign).toBe('mark');
  });

  it('leaves UTF-8 as it is', async () => {
    const { bytes, ...found } = await readText(new Blob(['猫 cat\n']));
    expect(stringOf(bytes)).toBe('猫 cat\n');
    expect(found).toMatchObject({ encoding: 'utf-8', sign: 'valid', all: [] });
  });

  it.each([
    ['a mark', [0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x31, 0xdc], 'utf-16le', 'mark', 'a🐱'],
    ['zeros', [0, 0x61, 0, 0x62, 0, 0x63, 0, 0x0a], 'utf-16be', 'zeros', 'abc\n'],
    ['four bytes', [0x61, 0, 0, 0, 0x31, 0xf4, 1, 0], 'utf-32le', 'zeros', 'a🐱'],
    ['escapes', [0x1b, 0x24, 0x42, 0x47, 0x2d, 0x1b, 0x28, 0x42], 'iso-2022-jp', 'valid', '猫'],
  ])('Unicode by %s', async (_, bytes, encoding, sign, text) => {
    const found = await readText(Uint8Array.from(bytes));
    expect(found).toMatchObject({ encoding, sign });
    expect(stringOf(found.bytes)).toBe(text);
  });

  it('takes the encoding that is given, by any of its names', async () => {
    const { hex, text } = /** @type {any} */ (table.find((row) => row.encoding === 'gbk'));
    for (const encoding of ['gbk', 'GB2312', 'cp936']) {
      const found = await readText(bytesOf(hex), { encoding });
      expect(found).toMatchObject({ encoding: 'gbk', title: 'GBK', sign: 'given', replaced: 0 });
      expect(stringOf(found.bytes)).toBe(text);
    }
    const wrong = await readText(bytesOf(hex), { encoding: 'euc-jp' });
    expect(wrong.replaced).toBeGreaterThan(0);
    const error = await failure('BadParameter', () => readText(bytesOf(hex), { encoding: 'x' }));
    expect(error).toMatchObject({ parameter: 'encoding', value: '"x"' });
  });

  it('makes line ends one kind', async () => {
    const { bytes } = await readText(new TextEncoder().encode('a\r\nb\rc\n\r\n'));
    expect(stringOf(bytes)).toBe('a\nb\nc\n\n');
  });
});

it('reads anything: a thousand damaged files give a text and say how it was read', async () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let i = 0; i < 1000; i++) {
    const bytes = bytesOf(table[random(table.length)].hex);
    for (let n = random(9); n > 0; n--) bytes[random(bytes.length)] = random(256);
    const found = await readText(bytes.subarray(random(3), bytes.length - random(3)));
    const text = new TextDecoder('utf-8', { fatal: found.sign !== 'damaged' }).decode(found.bytes);
    expect(text.length).toBeGreaterThan(0);
    expect(text).not.toContain('\r');
    const marks = (text.match(/\ufffd/g) ?? []).length;
    if (found.encoding !== 'utf-8') expect(found.replaced).toBe(marks);
  }
}, 30_000);

describe('a corpus', () => {
  const rows = table.filter(({ encoding }) => encoding === 'windows-1251');
  const text = rows.map((row) => row.text).join('');
  const bytes = bytesOf(rows.map((row) => row.hex).join(''));
  const how = /** @type {const} */ ({ tokenizer: 'words' });

  it('is the same as text, bytes, a Blob and with its encoding', async () => {
    const expected = await tokenize(text, how);
    expect(await tokenize(text.replaceAll('\n', '\r\n'), how)).toEqual(expected);
    const told = { ...expected, encoding: 'windows-1251' };
    expect(await tokenize({ bytes }, how)).toEqual(told);
    expect(await tokenize(new Blob([bytes]), how)).toEqual(told);
    expect(await tokenize({ bytes: bytes.buffer, encoding: 'cp1251' }, how)).toEqual(told);
    const other = await tokenize({ bytes, encoding: 'koi8-r' }, how);
    expect(other.preview).not.toEqual(expected.preview);
  });

  it('reports its encoding as a model, and trains to the same weights', async () => {
    const [one, two] = [
      await create({ corpus: text, ...how, epochs: 1 }),
      await create({ corpus: { bytes }, heldout: undefined, ...how, epochs: 1 }),
    ];
    expect(two.info.encoding).toBe('windows-1251');
    expect(one.info.encoding).toBeUndefined();
    expect(await two.weightsHash()).toBe(await one.weightsHash());
    await Promise.all([one.close(), two.close()]);
  });

  it('in damaged UTF-8 is read with its replacements counted', async () => {
    const damaged = Uint8Array.from([...new TextEncoder().encode('猫 吃 鱼\n狗 吃 '), 0xff]);
    expect(await tokenize({ bytes: damaged })).toMatchObject({ replaced: 1, encoding: 'utf-8' });
  });
});

describe('a file on the page', () => {
  const fileOf = (/** @type {BlobPart} */ content) => new File([content], 'words.txt');

  it('of another encoding is read by the guess, or by the choice', async () => {
    const gbk = Uint8Array.from([0xc3, 0xa8, 0xcf, 0xb2, 0xbb, 0xb6, 0xb3, 0xd4, 0xd3, 0xe3]);
    const guessed = await textOfFile(fileOf(gbk));
    expect(guessed.text).toBe('猫喜欢吃鱼');
    expect(guessed.decoded).toMatchObject({ encoding: 'gbk', sign: 'probable' });
    const chosen = await textOfFile(fileOf(gbk), 'big5');
    expect(chosen.text).not.toBe(guessed.text);
    expect(chosen.decoded).toMatchObject({ encoding: 'big5', sign: 'given' });
  });
});

it('evaluation files may be text, bytes or a Blob, in any encoding', async () => {
  const model = await load(new TextEncoder().encode('3 2\n猫 1 0\n狗 1 1\n鱼 0 1\n'));
  const pairs = await model.evaluateFile('猫\t狗\t8.5\n狗\t鱼\t7.5\n猫\t鱼\t1\n');
  expect(pairs).toMatchObject({ kind: 'wordPairs', pairs: 3, oov: 0 });
  const gbk = bytesOf('c3a809b9b709382e350ab9b709d3e309372e350ac3a809d3e309310a');
  expect(await model.evaluateFile({ bytes: gbk, encoding: 'gbk' })).toEqual(pairs);
  expect(await model.evaluateFile(new Blob([gbk]))).toEqual(pairs);
  const { kind, ...counts } = pairs;
  expect(await model.evaluateWordPairs({ bytes: gbk })).toEqual(counts);
  await failure('BadParameter', () => model.evaluateFile(/** @type {any} */ (5)));
  await model.close();
});

it('options.json of a published ELMo may be UTF-16', async () => {
  const utf16 = Buffer.from('\ufeff{"lstm": {"dim": 0}}', 'utf16le');
  const files = { weights: new Blob(['x']) };
  const error = await failure('BadFormat', () => loadElmo({ ...files, options: utf16 }));
  const plain = await failure('BadFormat', () =>
    loadElmo({ ...files, options: '{"lstm": {"dim": 0}}' }),
  );
  expect(error.message).toBe(plain.message);
  expect(error.parameter).toBe('import.elmo.part');
});
