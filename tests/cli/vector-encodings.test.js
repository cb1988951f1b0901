/**
 * Files of vectors in other encodings than UTF-8: the command line refuses them with a guess, the API
 * reads and reports it; UTF-8 and binary files are read as they are.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../web/src/api/index.js';
import { bytes, row, run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(folder.remove);

let files = 0;
/** @param {string | Uint8Array} content @param {string} ending */
function written(content, ending) {
  files += 1;
  const path = folder.path(`${files}${ending}`);
  writeFileSync(path, content);
  return path;
}

describe('vectors in other encodings than UTF-8', () => {
  const text = '4 2\n猫 1 2\n小狗 3 4\n飞鸟 1 0\n金鱼 0 1\n';
  const gbk = Buffer.from(
    '342032 0a c3a8 20312032 0a d0a1b9b7 20332034 0a b7c9c4f1 20312030 0a bdf0d3e3 20302031 0a'.replace(
      / /g,
      '',
    ),
    'hex',
  );
  const words = ['猫', '小狗', '飞鸟', '金鱼'];
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const ask = (/** @type {string} */ build, /** @type {string[]} */ ...args) =>
    run(build, ['query', 'most-similar', '猫', '--topn', '9', '--json', ...args]);
  const wordsOf = async (/** @type {any} */ model) =>
    (await model.vocabulary()).map((/** @type {any} */ { word }) => word);

  it.each(['native', 'exact'])('%s: refused with a guess, read with --encoding', async (build) => {
    const path = written(gbk, '.vec');
    const refused = await ask(build, '--vectors', path);
    expect(refused.code).toBe(1);
    expect(refused.json.error).toMatchObject({ code: 'BadFormat', permitted: '--encoding gbk' });
    const packed = written(gzipSync(gbk), '.vec.gz');
    for (const file of [path, packed]) {
      const { json } = await ask(build, '--vectors', file, '--encoding', 'gbk');
      expect(json.vectorsRead).toMatchObject({ words: 4, leftOut: 0, encoding: 'gbk' });
    }
    const decoded = await ask(build, '--vectors', path, '--encoding', 'gbk');
    expect(decoded.stderr).not.toContain('looks like word vectors'); // that is what they are
    const sure = await ask(build, '--vectors', written(wide, '.vec'));
    expect(sure.stderr).toContain('is read as UTF-16 LE.');
    expect(sure.json.vectorsRead).toMatchObject({ words: 4, encoding: 'utf-16le' });
  });

  it.each(['native', 'exact'])('%s: UTF-8 and binary files are never decoded', async (build) => {
    const plain = await ask(build, '--vectors', written(text, '.vec'), '--encoding', 'gbk');
    expect(plain.stderr).toContain('is UTF-8: --encoding gbk is not applied to it.');
    expect(plain.json.vectorsRead.encoding).toBeUndefined();
    const rows = bytes('2 2\n', row('猫', [1, 2]), '\n', row('小狗', [3, 4]), '\n');
    const binary = await ask(build, '--vectors', written(rows, '.bin'), '--encoding', 'gbk');
    expect(binary.json.results[0].word).toBe('小狗');
  });

  it('the API reads and reports the guess, or what it is given', async () => {
    for (const [file, options, encoding] of /** @type {[Uint8Array, object, string][]} */ ([
      [gbk, {}, 'gbk'],
      [gbk, { encoding: 'gb18030' }, 'gbk'],
      [gzipSync(gbk), {}, 'gbk'],
      [wide, {}, 'utf-16le'],
    ])) {
      const model = await load(new Blob([new Uint8Array(file)]), options);
      expect(model.info.imported).toMatchObject({ words: 4, leftOut: 0, encoding });
      expect(await wordsOf(model)).toEqual(words);
      await model.close();
    }
    const plain = await load(text, { encoding: 'gbk' });
    expect(plain.info.imported?.encoding).toBeUndefined();
    expect(await wordsOf(plain)).toEqual(words);
    await plain.close();
    await expect(load(text, { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'BadParameter',
      parameter: 'encoding',
    });
  });

  it('the API reads the labels of a TSV pair in their encoding', async () => {
    const vectors = new Uint8Array(Buffer.from('1\t2\n3\t4\n'));
    const metadata = new Uint8Array(Buffer.from('\ufeff猫\r\n小狗\r\n', 'utf16le'));
    const model = await load({ vectors, metadata });
    expect(await wordsOf(model)).toEqual(['猫', '小狗']);
    await model.close();
  });

  it('a file longer than what is looked at is decoded to its end', async () => {
    const more = Array.from({ length: 40_000 }, (_, i) => `w${i} 1 ${i}\n`).join('');
    const long = Buffer.concat([gbk.subarray(4), Buffer.from(more), gbk.subarray(11, 20)]);
    const model = await load(new Uint8Array(long), { encoding: 'gbk' });
    expect(model.info.imported).toMatchObject({ words: 40_004, duplicates: 1, encoding: 'gbk' });
    await model.close();
  });
});
