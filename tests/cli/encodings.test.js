/** Text files of every encoding: refused with a guess, read with --encoding, never replaced unasked. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import table from './encodings.json' with { type: 'json' };
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const bytesOf = (/** @type {string} */ hex) => Buffer.from(hex, 'hex');
const names = [...new Set(table.map((row) => row.encoding))];

/** All texts of an encoding, often enough to train on. */
const whole = (/** @type {string} */ encoding) => {
  const rows = table.filter((row) => row.encoding === encoding);
  const bytes = Buffer.concat(rows.map((row) => bytesOf(row.hex)));
  return { bytes, text: rows.map((row) => row.text).join('') };
};

const put = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) => {
  const path = folder.path(name);
  writeFileSync(path, content);
  return path;
};
const train = (/** @type {string} */ path, /** @type {string[]} */ ...more) => [
  ...[
    'train',
    '--corpus',
    path,
    '--epochs',
    '1',
    '--size',
    '4',
    '--tokenizer',
    'characters',
    '--json',
  ],
  ...more,
];
/** UTF-16 or UTF-32. */
function wide(/** @type {string} */ text, /** @type {number} */ size, little = true, mark = false) {
  const units = mark ? [0xfeff] : [];
  for (const letter of text) units.push(letter.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(units.length * size);
  units.forEach((unit, i) => {
    if (little) bytes.writeUIntLE(unit, i * size, size);
    else bytes.writeUIntBE(unit, i * size, size);
  });
  return bytes;
}

describe.each(['native', 'exact'])('%s', (build) => {
  const plain = put(`${build}-plain.txt`, 'the cat eats fish\nthe dog eats bones\n');

  it('a byte-order mark is stronger than --encoding', async () => {
    const path = put(`${build}-marked.txt`, '\ufeffcat 猫 cat\n');
    const { stderr, json } = await run(build, train(path, '--encoding', 'gbk'));
    expect(stderr).toContain('is UTF-8 by its byte-order mark: --encoding gbk is not applied');
    expect(json.vocabulary).toBe(2);
  });

  it.each(names)('%s is refused with its name, and read when it is given', async (encoding) => {
    const { bytes, text } = whole(encoding);
    const path = put(`${build}-${encoding}.txt`, bytes);
    const refused = await run(build, train(path));
    expect(refused.code).toBe(1);
    expect(refused.json.error).toMatchObject({ code: 'BadFormat', name: 'corpus', value: path });
    expect(refused.stderr).toContain('is no UTF-8; it looks like');
    expect(refused.stderr).toContain(`Give --encoding ${encoding},`);

    const same = put(`${build}-${encoding}-utf8.txt`, text);
    const [read, expected] = [
      await run(build, train(path, '--encoding', encoding.toUpperCase())),
      await run(build, train(same)),
    ];
    expect(read.stderr).toBe('');
    expect(read.json.weightsHash).toBe(expected.json.weightsHash);
    expect(read.json.replaced).toBe(0);
  });

  it.each([
    ['a mark, little end first', 2, true, true, 'UTF-16 LE'],
    ['a mark, big end first', 2, false, true, 'UTF-16 BE'],
    ['zeros, little end first', 2, true, false, 'UTF-16 LE'],
    ['zeros, big end first', 2, false, false, 'UTF-16 BE'],
    ['four bytes and a mark', 4, true, true, 'UTF-32 LE'],
    ['four bytes', 4, false, false, 'UTF-32 BE'],
  ])('Unicode by %s', async (_, size, little, mark, title) => {
    const text = 'the cat eats fish\nthe dog — 猫 — eats bones\n';
    const path = put(`${build}-wide.txt`, wide(text, size, little, mark));
    const read = await run(build, train(path));
    expect(read.code).toBe(0);
    expect(read.stderr).toContain(`is read as ${title}.`);
    const expected = await run(build, train(put(`${build}-narrow.txt`, text)));
    expect(read.json.weightsHash).toBe(expected.json.weightsHash);
  });

  it('damaged UTF-8 is refused with the line, and replaced when that is asked for', async () => {
    const bad = Buffer.concat([
      Buffer.from('猫 吃 鱼\n狗 吃 '),
      Buffer.of(0xff),
      Buffer.from('\n'),
    ]);
    const path = put(`${build}-damaged.txt`, bad);
    const refused = await run(build, train(path));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('is UTF-8, but damaged in 1 place (line 2)');
    const read = await run(build, train(path, '--encoding', 'utf-8'));
    expect(read.code).toBe(0);
    expect(read.stderr).toContain('1 place (line 2) could not be read as UTF-8 and became U+FFFD');
    expect(read.json.replaced).toBe(1);
  });

  it('what a given encoding cannot decode is reported', async () => {
    const bad = Buffer.concat([whole('gbk').bytes, Buffer.of(0x61, 0x20, 0xff, 0x0a)]);
    const path = put(`${build}-half.txt`, bad);
    const { code, stderr } = await run(build, train(path, '--encoding', 'gb2312'));
    expect(code).toBe(0);
    expect(stderr).toMatch(/1 place \(line 10\) could not be read as GBK and became U\+FFFD/);
  });

  it('an encoding that does not exist', async () => {
    const { code, json } = await run(build, train(plain, '--encoding', 'klingon'));
    expect(code).toBe(1);
    expect(json.error).toMatchObject({ code: 'BadParameter', name: 'encoding', value: 'klingon' });
  });

  it('held-out text, labelled lines, word pairs, analogies and metadata as well', async () => {
    const { bytes } = whole('gbk');
    const gbk = put(`${build}-other.txt`, bytes);
    const pairs = put(`${build}-pairs.txt`, bytesOf('c3a809b9b709350a'));
    const vectors = put(`${build}-vectors.tsv`, '1\t2\n2\t1\n');
    const metadata = put(`${build}-vectors.metadata.tsv`, bytesOf('c3a80ab9b70a'));
    const words = put(`${build}-words.txt`, '2 2\n猫 1 2\n狗 2 1\n');
    for (const args of [
      [...train(plain), '--model', 'nnlm', '--heldout', gbk],
      ['transfer', '--task', gbk, '--json'],
      ['eval', '--vectors', words, '--word-pairs', pairs, '--json'],
      ['eval', '--vectors', words, '--analogies', gbk, '--json'],
      ['query', 'similarity', '--vectors', vectors, '--metadata', metadata, '猫', '狗', '--json'],
    ]) {
      const { code, stderr } = await run(build, args);
      expect(stderr).toContain('is no UTF-8; it looks like');
      expect(code).toBe(1);
    }
    const told = [
      ...['query', 'similarity', '--vectors', vectors, '--metadata', metadata],
      ...['--encoding', 'gbk', '猫', '狗', '--json'],
    ];
    expect((await run(build, told)).json.similarity).toBeCloseTo(0.8);
  });

  it('what carries a text is said, and trained on as it is', async () => {
    const path = put(
      `${build}-film.srt`,
      '1\n00:00:01,000 --> 00:00:02,000\nThe cat.\n\n'.repeat(3),
    );
    const { code, stderr } = await run(build, train(path));
    expect(code).toBe(0);
    expect(stderr).toContain('looks like subtitles: their numbers and times become words.');
  });

  it('line ends of all three kinds are the same text', async () => {
    const hashes = [];
    for (const [name, end] of Object.entries({ lf: '\n', crlf: '\r\n', cr: '\r' })) {
      const text = 'the cat eats fish\nthe dog eats bones\n'.replaceAll('\n', end);
      hashes.push((await run(build, train(put(`${build}-${name}.txt`, text)))).json.weightsHash);
    }
    expect(new Set(hashes).size).toBe(1);
  });
});
