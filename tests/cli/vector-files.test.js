/**
 * Files of vectors, read in every way there is: the native command line, the command line under
 * Node, and the API with text, bytes and a Blob (which is what the page opens). All give the same
 * words, the same vectors and the same report.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../web/src/api/index.js';
import { bytes, row, run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(folder.remove);

/**
 * Each file holds the word cat, and is read as these words with these counts.
 * @type {[string, {file: string | Uint8Array, metadata?: string, limit?: number, words: string[],
 *   leftOut?: number, renamed?: number, reason?: string, line?: number, column?: object}][]}
 */
const CASES = [
  ['word2vec text', { file: '2 2\ncat 1 2\ndog 3 4\n', words: ['cat', 'dog'] }],
  ['GloVe', { file: 'cat 1 2\r\ndog 3 4', words: ['cat', 'dog'] }],
  [
    'a byte-order mark and blank lines',
    { file: '\ufeff2 2\n\ncat 1 2\n\ndog 3 4\n\n\n', words: ['cat', 'dog'] },
  ],
  [
    'words with spaces',
    { file: 'cat 1 2\n. . . 3 4\nNew York 5 6\n', words: ['cat', '._._.', 'New_York'], renamed: 2 },
  ],
  [
    'every kind of space',
    {
      file: 'cat 1\n10\u00a0000 1\n扬\u3000姚 1\n.\u2009. 1\na\u0085b 1\na\u2028b 1\n',
      words: ['cat', '10_000', '扬_姚', '._.', 'a_b'],
      renamed: 4,
      leftOut: 1,
      reason: 'duplicate',
      line: 6,
    },
  ],
  [
    'a blank word',
    {
      file: 'cat 1 2 3\n 0.5 2 3\ndog 3 4 5\n',
      words: ['cat', 'dog'],
      leftOut: 1,
      reason: 'blank',
      line: 2,
    },
  ],
  [
    'a word twice',
    {
      file: '3 1\ncat 1\ncat 2\ndog 3\n',
      words: ['cat', 'dog'],
      leftOut: 1,
      reason: 'duplicate',
      line: 3,
    },
  ],
  [
    'numbers that are not finite',
    {
      file: 'cat 1 2\ndog nan 2\nfox 1 inf\nowl 1 1e39\n',
      words: ['cat'],
      leftOut: 3,
      reason: 'not-finite',
      line: 2,
    },
  ],
  [
    'too few and too many numbers',
    { file: 'cat 1 2\ndog 3\nfox 4 5 6\n', words: ['cat'], leftOut: 2, reason: 'count', line: 2 },
  ],
  [
    'garbage at the end',
    { file: '1 2\ncat 1 2\n</html>\n', words: ['cat'], leftOut: 1, reason: 'count', line: 3 },
  ],
  ['a first line that promises too much', { file: '9 2\ncat 1 2\n', words: ['cat'] }],
  ['a limit', { file: 'cat 1 2\ndog 3 4\nfox 5 6\n', limit: 2, words: ['cat', 'dog'] }],
  [
    'binary',
    { file: bytes('2 2\n', row('cat', [1, 2]), '\n', row('é', [3, 4]), '\n'), words: ['cat', 'é'] },
  ],
  [
    'binary with line feeds in words, a word twice and NaN',
    {
      file: bytes(
        '5 2\n',
        row('cat', [1, 2]),
        row('a\nb', [3, Math.PI]),
        row('cat', [3, 4]),
        row('nan', [Number.NaN, 4]),
        row('last', [5, -1 / 3]),
      ),
      words: ['cat', 'a_b', 'last'],
      renamed: 1,
      leftOut: 2,
      reason: 'duplicate',
      line: 3,
    },
  ],
  [
    'binary that was cut off',
    {
      file: bytes('3 2\n', row('cat', [1, Math.PI]), row('dog', [3, 4]).subarray(0, 9)),
      words: ['cat'],
      leftOut: 1,
      reason: 'cut',
      line: 2,
    },
  ],
  [
    'a TSV pair with a heading of one column',
    {
      file: '1\t2\n3\t4\n',
      metadata: 'word\ncat\ndog\n',
      words: ['cat', 'dog'],
      column: { number: 1, of: 1, heading: 'word' },
    },
  ],
  [
    'a TSV pair with a blank label',
    {
      file: '1\t2\n3\t4\n5\t6\n',
      metadata: 'cat\n\ndog\n',
      words: ['cat', 'dog'],
      leftOut: 1,
      reason: 'blank',
      line: 2,
      column: { number: 1, of: 1, heading: '' },
    },
  ],
  [
    'a TSV pair with numbers in the first column',
    {
      file: '1\t2\n3\t4\n',
      metadata: 'index\tToken\n0\tcat\n1\t"x\ny"\n',
      words: ['cat', 'x_y'],
      renamed: 1,
      column: { number: 2, of: 2, heading: 'Token' },
    },
  ],
  [
    'a TSV pair without a heading, and a limit',
    {
      file: '1\t2\n3\t4\n5\t6\n',
      metadata: '7\tcat\n8\tdog\n9\tfox\n',
      limit: 2,
      words: ['cat', 'dog'],
      column: { number: 2, of: 2, heading: '' },
    },
  ],
];

let files = 0;

/** @param {string | Uint8Array} content @param {string} ending */
function written(content, ending) {
  files += 1;
  const path = folder.path(`${files}${ending}`);
  writeFileSync(path, content);
  return path;
}

/**
 * @param {string} build @param {typeof CASES[0][1]} given
 * @param {(content: string | Uint8Array) => string | Uint8Array} [pack] @param {string} [packed]
 */
async function byCommand(
  build,
  { file, metadata, limit },
  pack = (content) => content,
  packed = '',
) {
  const path = written(pack(file), (metadata ? '.tsv' : '.vec') + packed);
  const args = ['query', 'most-similar', 'cat', '--topn', '99', '--json', '--vectors', path];
  if (metadata) args.push('--metadata', written(pack(metadata), `.meta${packed}`));
  if (limit) args.push('--limit', String(limit));
  const { json, stderr } = await run(build, args);
  const found = json.vectorsRead;
  expect(stderr).toContain(`read ${found.words}, left out ${found.leftOut}`);
  expect(stderr).toContain(`renamed ${found.renamed}`);
  const near = json.results.map((/** @type {any} */ { word, similarity }) => [word, similarity]);
  return { found, near };
}

/** @param {typeof CASES[0][1]} given @param {(content: string | Uint8Array) => any} as */
async function byApi({ file, metadata, limit }, as) {
  const input = metadata ? { vectors: as(file), metadata: as(metadata) } : as(file);
  const model = await load(input, { ...(limit && { limit }) });
  const near = await model.mostSimilar({ positive: 'cat', topn: 99 });
  const words = (await model.vocabulary()).map(({ word }) => word);
  await model.close();
  return { found: model.info.imported, words, near: near.map((n) => [n.word, n.similarity]) };
}

describe.each(CASES)('%s', (_name, given) => {
  it('is the same in every way', async () => {
    const { words, leftOut = 0, renamed = 0, reason, line, column } = given;
    const text = (/** @type {any} */ content) =>
      typeof content === 'string' ? content : new Blob([content]);
    const whole = (/** @type {any} */ content) => new Uint8Array(Buffer.from(content));
    const blob = (/** @type {any} */ content) => new Blob([content]);
    const packed = (/** @type {any} */ content) => new Blob([gzipSync(content)]);
    const first = await byApi(given, text);
    expect(first.words).toEqual(words);
    expect(first.found).toMatchObject({ words: words.length, leftOut, renamed });
    expect(first.found?.limited).toBe(given.limit !== undefined);
    if (reason) expect(first.found?.firstLeftOut).toMatchObject({ reason, line });
    else expect(first.found?.firstLeftOut).toBeUndefined();
    expect(first.found?.column).toEqual(column);
    for (const as of [whole, blob, packed]) expect(await byApi(given, as)).toEqual(first);
    const byHand = [
      await byCommand('native', given),
      await byCommand('exact', given, gzipSync, '.gz'), // under Node, unpacked by Node's zlib
    ];
    for (const { found, near } of byHand) {
      expect(found).toEqual(first.found);
      expect(near.map((/** @type {any} */ [word]) => word)).toEqual(
        first.near.map(([word]) => word),
      );
    }
  });

  it('is refused with --strict if there is a fault', async () => {
    const { leftOut = 0, renamed = 0, limit } = given;
    const faulty = leftOut > 0 || renamed > 0 || _name.includes('promises');
    const path = written(given.file, given.metadata ? '.tsv' : '.vec');
    const args = ['query', 'most-similar', 'cat', '--strict', '--json', '--vectors', path];
    if (given.metadata) args.push('--metadata', written(given.metadata, '.meta'));
    if (limit) args.push('--limit', String(limit));
    const { code, json } = await run('native', args);
    expect(code).toBe(faulty ? 1 : 0);
    if (faulty) expect(json.error.code).toBe('BadFormat');
  });
});
