import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus } from './kingdom.js';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
const file = folder.path('corpus.txt');

beforeAll(() => writeFileSync(file, corpus));
afterAll(() => folder.remove());

describe.each(['native', 'exact'])('%s', (build) => {
  const vectors = folder.path(`${build}.txt`);
  const train = ['train', '--corpus', file, '--epochs', '20'];
  beforeAll(async () => {
    expect((await run(build, [...train, '--vectors', vectors])).code).toBe(0);
  });

  it('train prints one JSON object, silently', async () => {
    const { code, stdout, stderr, json } = await run(build, [...train, '--json']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(json).toMatchObject({
      model: 'skip-gram',
      objective: 'negative-sampling',
      vocabulary: 12,
      tokens: 3300,
      sentences: 300,
      dimensions: 32,
      epochs: 20,
      seed: 1,
      windows: 66_000,
      build,
    });
    expect(json.weightsHash).toMatch(/^[0-9a-f]{16}$/);
    for (const field of ['trainSeconds', 'tokensPerSecond', 'loss']) {
      expect(json[field]).toBeGreaterThan(0);
    }
  });

  it('train prints a sentence for people', async () => {
    const { stdout, stderr } = await run(build, train);
    expect(stdout).toMatch(
      /^12 words, 3300 tokens, trained in [\d.]+ s, loss [\d.]+, weights \w+\n$/,
    );
    expect(stderr).toBe(''); // progress is for terminals
  });

  it('counts what of a text is left out', async () => {
    const text = 'a € b → c → ❤️ d\n';
    const words = ['train', '--corpus', '-', '--tokenizer', 'words', '--json'];
    const { json, stderr } = await run(build, words, text);
    expect(json).toMatchObject({ tokens: 5, dropped: 3, droppedSigns: ['€', '→'] });
    expect(stderr).toBe('preformer: 3 signs left out: € →\n');
    const spaced = await run(build, ['train', '--corpus', '-', '--json'], text);
    expect(spaced).toMatchObject({ stderr: '', json: { tokens: 8, dropped: 0 } });
  });

  it('takes one word for another spelling of itself', async () => {
    const path = folder.path(`${build}-accents.txt`);
    const text = 'un cafe\u0301 noir\nle café \u1112\u1161\u11ab\n';
    const words = ['train', '--corpus', '-', '--tokenizer', 'words', '--vectors', path, '--json'];
    expect((await run(build, words, text)).json.vocabulary).toBe(5);
    const pair = ['query', 'similarity', '--vectors', path, 'cafe\u0301', '한'];
    expect((await run(build, [...pair, '--json'])).code).toBe(0);
    const spaced = ['train', '--corpus', '-', '--vectors', path];
    await run(build, spaced, text); // as written: the corpus has both spellings, and only jamo
    expect((await run(build, [...pair, '--json'])).code).toBe(0);
  });

  it('takes every flag', async () => {
    const flags = {
      model: 'cbow',
      objective: 'hierarchical-softmax',
      size: 16,
      window: 3,
      negative: 2,
      sample: 0.01,
      'min-count': 2,
      alpha: 0.1,
      'min-alpha': 0.001,
      epochs: 2,
      seed: 12345678901,
      threads: 1,
      tokenizer: 'words',
      sentences: 'stops',
      unknown: 'unk',
      'max-vocabulary': 8,
      'ns-exponent': 0.5,
      'slice-ms': 5,
    };
    const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const { code, json } = await run(build, ['train', '--corpus', file, ...args, '--json']);
    expect(code).toBe(0);
    expect(json).toMatchObject({ model: 'cbow', dimensions: 16, vocabulary: 9, seed: 12345678901 });
  });

  it('reads standard input', async () => {
    const { json } = await run(build, ['train', '--corpus', '-', '--json'], corpus);
    const fromFile = await run(build, ['train', '--corpus', file, '--json']);
    expect(json.weightsHash).toBe(fromFile.json.weightsHash);
    const big = await run(
      build,
      ['train', '--corpus', '-', '--epochs', '1', '--json'],
      corpus.repeat(50),
    );
    expect(big.json.tokens).toBe(3300 * 50);
  });

  it('gives the same bits in slices of 1 ms and of 100 ms', async () => {
    const hashes = [];
    for (const slice of [[], ['--slice-ms', '1'], ['--slice-ms', '100']]) {
      hashes.push((await run(build, [...train, ...slice, '--json'])).json.weightsHash);
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it.each(['txt', 'bin', 'tsv'])('writes .%s files, whole or not at all', async (kind) => {
    const into = `${build}-${kind}`;
    mkdirSync(folder.path(into));
    const path = folder.path(`${into}/vectors.${kind}`);
    const trained = await run(build, [...train, '--vectors', path, '--json']);
    expect(trained.code).toBe(0);
    const names = kind === 'tsv' ? ['vectors.metadata.tsv', 'vectors.tsv'] : [`vectors.${kind}`];
    expect(readdirSync(folder.path(into)).sort()).toEqual(names);
    const ask = ['query', 'similarity', 'king', 'queen', '--json', '--vectors'];
    const [here, there] = await Promise.all([
      run(build, [...ask, path]),
      run(build, [...ask, vectors]),
    ]);
    expect(here.json.similarity).toBe(there.json.similarity);
  });

  it('writes output vectors', async () => {
    const path = folder.path(`${build}-output.txt`);
    expect((await run(build, [...train, '--output-vectors', path])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^12 32\n/);
    expect(readFileSync(path, 'utf8')).not.toBe(readFileSync(vectors, 'utf8'));
  });

  it('query most-similar', async () => {
    const ask = ['query', 'most-similar', '--vectors', vectors, '--topn', '3'];
    const { json } = await run(build, [
      ...ask,
      '--positive',
      'king',
      'woman',
      '--negative',
      'man',
      '--json',
    ]);
    expect(json.results).toHaveLength(3);
    expect(json.results[0].similarity).toBeGreaterThanOrEqual(json.results[1].similarity);
    const people = await run(build, [...ask, 'king']);
    expect(people.stdout).toMatch(/^(\S+\t-?\d\.\d{6}\n){3}$/);
  });

  it('query similarity, doesnt-match, rank', async () => {
    const ask = async (/** @type {string[]} */ ...words) =>
      (await run(build, ['query', ...words, '--vectors', vectors, '--json'])).json;
    expect((await ask('similarity', 'king', 'king')).similarity).toBeCloseTo(1, 6);
    expect(await ask('doesnt-match', 'king', 'queen', 'dog')).toMatchObject({
      query: 'doesnt-match',
      similarities: expect.any(Array),
    });
    expect((await ask('rank', 'king', 'queen')).rank).toBeGreaterThanOrEqual(1);
  });

  it('eval word pairs and analogies', async () => {
    const pairs = folder.path('pairs.tsv');
    const analogies = folder.path('analogies.txt');
    writeFileSync(pairs, 'king\tqueen\t9\nman\twoman\t8\nking\tdog\t1\nx\ty\t1\n');
    writeFileSync(analogies, ': gender\nking man queen woman\n: none\n');
    const first = await run(build, ['eval', '--vectors', vectors, '--word-pairs', pairs, '--json']);
    expect(first.json).toMatchObject({ pairs: 3, oov: 1, spearman: expect.any(Number) });
    const second = await run(build, [
      'eval',
      '--vectors',
      vectors,
      '--analogies',
      analogies,
      '--json',
    ]);
    expect(second.json).toMatchObject({ total: 1, accuracy: expect.any(Number) });
    expect(second.json.sections[0].name).toBe('gender');
  });

  it('one-hot: no training, no similarity', async () => {
    const path = folder.path(`${build}-one-hot.txt`);
    const args = ['train', '--model', 'one-hot', '--corpus', file, '--vectors', path, '--json'];
    expect((await run(build, args)).json).toMatchObject({ dimensions: 12, loss: null, windows: 0 });
    const ask = ['query', 'similarity', 'king', 'queen', '--vectors', path, '--json'];
    expect((await run(build, ask)).json.similarity).toBe(0);
  });

  /** @type {[string, number, string, string[], string?][]} */
  const failures = [
    ['empty text', 1, 'EmptyCorpus', ['train', '--corpus', '-']],
    ['one word', 1, 'VocabularyTooSmall', ['train', '--corpus', '-'], 'word'],
    ['no such corpus', 1, 'BadParameter', ['train', '--corpus', '/no/such/file']],
    ['a folder as corpus', 1, 'BadParameter', ['train', '--corpus', '/']],
    ['an unknown model', 1, 'BadParameter', ['train', '--corpus', file, '--model', 'bert']],
    ['an unknown objective', 1, 'BadParameter', ['train', '--corpus', file, '--objective', 'x']],
    ['window 0', 1, 'BadParameter', ['train', '--corpus', file, '--window', '0']],
    ['a negative size', 1, 'BadParameter', ['train', '--corpus', file, '--size', '-3']],
    ['alpha NaN', 1, 'BadParameter', ['train', '--corpus', file, '--alpha', 'nan']],
    ['min-count 0', 1, 'BadParameter', ['train', '--corpus', file, '--min-count', '0']],
    [
      'a learning rate that diverges',
      1,
      'BadParameter',
      [
        ...'train --model cbow --objective softmax --alpha 5 --epochs 500 --corpus'.split(' '),
        file,
      ],
    ],
    ['threads', 1, 'BadParameter', ['train', '--corpus', file, '--threads', '0']],
    [
      'an unwritable file',
      1,
      'BadParameter',
      ['train', '--corpus', file, '--vectors', '/no/such/v.txt'],
    ],
    [
      'an unknown word',
      1,
      'UnknownWord',
      ['query', 'similarity', 'king', 'quen', '--vectors', vectors],
    ],
    [
      'topn 0',
      1,
      'BadParameter',
      ['query', 'most-similar', 'king', '--topn', '0', '--vectors', vectors],
    ],
    ['a corpus as vectors', 1, 'BadFormat', ['query', 'rank', 'a', 'b', '--vectors', file]],
    [
      'two words that match',
      1,
      'BadParameter',
      ['query', 'doesnt-match', 'king', 'queen', '--vectors', vectors],
    ],
    ['text for a number', 2, 'BadParameter', ['train', '--corpus', file, '--window', 'wide']],
    ['a number too large', 2, 'BadParameter', ['train', '--corpus', file, '--epochs', '1e308']],
    ['no corpus', 2, 'BadParameter', ['train']],
    ['no verb', 2, 'BadParameter', []],
    ['an unknown verb', 2, 'BadParameter', ['bake']],
    ['an unknown flag', 2, 'BadParameter', ['train', '--corpus', file, '--bake']],
    ['nothing to evaluate', 2, 'BadParameter', ['eval', '--vectors', vectors]],
  ];
  it.each(failures)('%s: exit code %i, %s', async (_name, code, error, args, input) => {
    const result = await run(build, [...args, '--json'], input);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(new RegExp(`^(.+: read .+\n)?preformer: ${error}: .+\n$`));
    expect(result.json).toEqual({
      error: {
        code: error,
        message: expect.stringMatching(/[.?]$/),
        name: expect.any(String),
        value: expect.any(String),
        permitted: expect.any(String),
      },
    });
  });

  it('leaves an older file alone when it fails', async () => {
    const path = folder.path(`${build}-old.txt`);
    writeFileSync(path, 'old');
    const spaced = ['train', '--corpus', '-', '--vectors', path, '--json'];
    expect((await run(build, spaced, 'one')).code).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('explains itself', async () => {
    for (const verb of [[], ['train'], ['query'], ['query', 'most-similar'], ['eval']]) {
      const { code, stdout } = await run(build, [...verb, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('--help');
    }
  });
});
