/**
 * One file, every way: the native program, the command line under Node, and the API with text, bytes
 * and a Blob give the same words and the same counts. Equal weights are equal words in equal order.
 * The page's dialog is in tests/e2e/own-text.spec.js.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import table from './encodings.json' with { type: 'json' };
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const TEXT = '\ufeffThe cat’s café — 5 €.\r\nA dog\rruns ☕ 👩‍🚀 猫。犬！\r\n';

/** UTF-16 or UTF-32. */
function wide(
  /** @type {string} */ text,
  /** @type {2 | 4} */ size,
  /** @type {boolean} */ little,
) {
  const units = size === 4 ? [...text].map((letter) => letter.codePointAt(0) ?? 0) : [];
  if (size === 2) for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  const bytes = Buffer.alloc(units.length * size);
  units.forEach((unit, i) => {
    if (little) bytes.writeUIntLE(unit, i * size, size);
    else bytes.writeUIntBE(unit, i * size, size);
  });
  return bytes;
}

const hex = (/** @type {string} */ digits) => Buffer.from(digits, 'hex');

/** All texts of an encoding. @returns {[string, string, Buffer, string?]} */
const legacy = (/** @type {string} */ encoding) => {
  const rows = table.filter((row) => row.encoding === encoding);
  const text = rows.map((row) => row.text).join('');
  return [encoding, text, Buffer.concat(rows.map((row) => hex(row.hex))), encoding];
};

/** @type {[string, string, Buffer, string?][]} format, text, file, encoding to name */
const FILES = [
  ['UTF-8', TEXT.slice(1), Buffer.from(TEXT.slice(1))],
  ['UTF-8 with a mark', TEXT.slice(1), Buffer.from(TEXT)],
  ['UTF-16 LE', TEXT.slice(1), wide(TEXT, 2, true)],
  ['UTF-16 BE', TEXT.slice(1), wide(TEXT, 2, false)],
  ['UTF-16 LE without a mark', TEXT.slice(1), wide(TEXT.slice(1), 2, true)],
  ['UTF-32 LE', TEXT.slice(1), wide(TEXT, 4, true)],
  ['UTF-32 BE without a mark', TEXT.slice(1), wide(TEXT.slice(1), 4, false)],
  ['gzip', TEXT.slice(1), gzipSync(TEXT)],
  ...[...new Set(table.map((row) => row.encoding))].map(legacy),
  [
    'EUC-KR with syllables that Windows added',
    '펲시콜라를 마신 똠방각하가 햏햏하고 웃었다. 뷁!\n',
    hex(
      'bc84bdc3c4ddb6f3b8a620b8b6bdc5208c63b9e6b0a2c7cfb0a120c164c164c7cfb0ed20bff4befab4d92e2094ee210a',
    ),
    'euc-kr',
  ],
  [
    'EUC-JP with signs of NEC',
    '①猫は魚が好きで、②犬は骨が好きです。\n',
    hex('ada1c7ada4cfb5fba4acb9a5a4ada4c7a1a2ada2b8a4a4cfb9fca4acb9a5a4ada4c7a4b9a1a30a'),
    'euc-jp',
  ],
  [
    'GB 18030 with four bytes',
    '𠮷野家的饭很好吃，价格只要五元。㐂镕〇\n',
    hex('9534b235d2b0bcd2b5c4b7b9badcbac3b3d4a3acbcdbb8f1d6bbd2aacee5d4aaa1a38139ef31e946a9960a'),
    'gb18030',
  ],
  [
    "GBK with Windows' euro sign",
    '猫的价格是 5 € 欧元。\n',
    hex('c3a8b5c4bcdbb8f1cac7203520' + '80' + '20c5b7d4aaa1a30a'),
    'gbk',
  ],
  [
    'Big5 of Hong Kong',
    '我哋嘅貓 好鍾意食魚\n',
    hex('a7da925d9defbfdf20a66ec1e9b74eadb9b3bd0a'),
    'big5',
  ],
  [
    'bytes that are no character',
    '猫 a\ufffd b\ufffd 犬\n',
    hex('c3a82061' + 'ff' + '2062ff20c8ae0a'),
    'gbk',
  ],
];

const settings = /** @type {const} */ ({
  model: 'cbow',
  tokenizer: 'words',
  epochs: 1,
  seed: 3,
  alpha: 0.05,
});
const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);

/** What all ways must agree on. */
function told(/** @type {any} any: JSON, or the API's info */ found, /** @type {string} */ hash) {
  const { tokens, sentences, vocabulary, replaced, overlong, dropped, droppedSigns, alone } = found;
  return { tokens, sentences, vocabulary, replaced, overlong, dropped, droppedSigns, alone, hash };
}

/** @param {any} corpus any: text, or a file of any kind */
async function byApi(corpus) {
  const model = await create({ corpus, vectorSize: 4, ...settings });
  await model.resume();
  const found = told(model.info, await model.weightsHash());
  await model.close();
  return found;
}

/** @param {string} build @param {string} path @param {string | undefined} encoding */
async function byCommand(build, path, encoding) {
  const named = encoding ? ['--encoding', encoding] : [];
  const args = ['train', '--corpus', path, '--size', '4', ...options, ...named, '--json'];
  const { json } = await run(build, args);
  return told(json, json.weightsHash);
}

describe('one file, every way', () => {
  it.each(FILES)('%s', async (name, text, file, encoding) => {
    const path = folder.path(`${name.replace(/\W/g, '')}.txt`);
    writeFileSync(path, file);
    const expected = await byApi(text);
    expect(expected.vocabulary).toBeGreaterThan(1);
    const found = {
      native: await byCommand('native', path, encoding),
      node: await byCommand('exact', path, encoding),
      bytes: await byApi({ bytes: new Uint8Array(file), encoding }),
      blob: await byApi({ bytes: new Blob([new Uint8Array(file)]), encoding }),
    };
    // U+FFFD in a text is a character; bytes that become it are counted besides.
    const replaced = name.startsWith('bytes') ? 2 : 0;
    const all = { ...expected, replaced };
    expect(found).toEqual({ native: all, node: all, bytes: all, blob: all });
  });
});

it('a file that is not Unicode has the same guesses in the native program and under Node', async () => {
  const rows = [...new Map(table.map((row) => [row.encoding, row])).values()];
  for (const { encoding, hex: digits } of rows) {
    const path = folder.path('guessed.txt');
    writeFileSync(path, hex(digits));
    const [native, node] = await Promise.all(
      ['native', 'exact'].map((build) => run(build, ['train', '--corpus', path])),
    );
    expect(native.stderr, encoding).toContain('it looks like');
    expect(node.stderr, encoding).toBe(native.stderr);
  }
});

it.each([
  ['a PDF', '%PDF-1.7\n%\u00e2\u00e3 1 0 obj', 'this is a pdf'],
  ['a Word document', 'PK\x03\x04\x14\0\x06\0\x08\0', 'this is a word'],
  ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'this is a picture'],
  [
    'binary vectors',
    '2 2\ncat \0\0\u0080?\0\0\0@\ndog \0\0\0\0\0\0\u0080?\n',
    'these are word vectors',
  ],
])('%s is refused for what it is, every way', async (_, latin1, sentence) => {
  const file = Buffer.from(latin1, 'latin1');
  const path = folder.path('other.bin');
  writeFileSync(path, file);
  for (const build of ['native', 'exact']) {
    const { code, stderr } = await run(build, ['train', '--corpus', path]);
    expect(code).toBe(1);
    expect(stderr.toLowerCase()).toContain(sentence);
  }
  const error = await create({ corpus: { bytes: new Uint8Array(file) } }).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'BadFormat' });
  expect(error.message.toLowerCase()).toContain(sentence);
});
