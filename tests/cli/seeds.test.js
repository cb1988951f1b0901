/** Several seeds, and texts with struck sentences, on the command line and through the API. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeat, train } from '../../web/src/api/index.js';
import { run, temporaryFolder } from './support.js';

const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];
const text = `${Array(10).fill(lines.join('\n')).join('\n')}\n`;
const folder = temporaryFolder();
const file = folder.path('corpus.txt');
const settings = /** @type {const} */ ({ model: 'cbow', vectorSize: 8, epochs: 4 });
const flags = '--model cbow --size 8 --epochs 4'.split(' ');

beforeAll(() => writeFileSync(file, text));
afterAll(() => folder.remove());

describe.each(['native', 'exact'])('%s', (build) => {
  const command = (/** @type {string[]} */ ...args) =>
    run(build, ['train', '--corpus', file, '--json', ...args]);

  it('--seeds counts as single runs do, and as the API does', async () => {
    const asked = ['--similar', 'king', '--odd', 'king queen dog', '--blank', 'the _ rules'];
    const several = await command(...flags, '--seed', '3', '--seeds', '4', ...asked);
    expect(several.json).toMatchObject({ runs: 4, seeds: [3, 4, 5, 6] });

    /** @type {Record<string, number>} */
    const first = {};
    for (const [i, seed] of several.json.seeds.entries()) {
      const vectors = folder.path(`${build}-${seed}.txt`);
      const one = await command(...flags, '--seed', `${seed}`, '--vectors', vectors);
      expect(several.json.weightsHashes[i]).toBe(one.json.weightsHash);
      const near = await run(build, [
        'query',
        'most-similar',
        '--vectors',
        vectors,
        'king',
        '--json',
      ]);
      const [{ word }] = near.json.results;
      first[word] = (first[word] ?? 0) + 1;
    }
    const [similar, odd, blank] = several.json.answers;
    for (const row of similar.words) expect(row.first, row.word).toBe(first[row.word] ?? 0);

    const { answers, hashes } = await repeat(
      { ...settings, corpus: text, seed: 3 },
      {
        seeds: 4,
        ask: [{ similar: 'king' }, { odd: ['king', 'queen', 'dog'] }, { blank: 'the _ rules' }],
      },
    );
    expect(several.json.weightsHashes).toEqual(hashes);
    for (const [i, own] of [similar, odd, blank].entries()) {
      const rows = own.words.map((/** @type {any} any: JSON */ row) => ({
        ...row,
        mean: expect.closeTo(row.mean, 5),
        spread: expect.closeTo(row.spread, 5),
      }));
      expect(answers[i].words).toEqual(rows);
    }
  });

  it('scores, continuations and evaluations are those of the API', async () => {
    const pairs = folder.path(`${build}-pairs.txt`);
    const analogies = folder.path(`${build}-analogies.txt`);
    writeFileSync(pairs, 'king queen 9\nking land 2\nman woman 8\n');
    writeFileSync(analogies, ': royal\nman king woman queen\nking man queen woman\n');
    const predicting = '--model nnlm --size 8 --hidden 8 --context 2 --epochs 4'.split(' ');
    const { json } = await command(
      ...[...predicting, '--seed', '3', '--seeds', '3', '--score', lines[0]],
      ...['--generate', 'the', '--draw', '12', '--evaluate', pairs, '--evaluate', analogies],
    );
    const { answers } = await repeat(
      { model: 'nnlm', vectorSize: 8, hidden: 8, context: 2, epochs: 4, corpus: text, seed: 3 },
      {
        seeds: 3,
        ask: [
          { score: lines[0] },
          { generate: 'the', seed: 12 },
          { evaluate: readFileSync(pairs, 'utf8') },
          { evaluate: readFileSync(analogies, 'utf8') },
        ],
      },
    );
    for (const [i, { numbers, texts, words }] of json.answers.entries()) {
      const close = numbers.map((/** @type {any} any: JSON */ row) => ({
        ...row,
        mean: expect.closeTo(row.mean, 4),
        spread: expect.closeTo(row.spread, 4),
        least: expect.closeTo(row.least, 4),
        most: expect.closeTo(row.most, 4),
      }));
      expect(answers[i].numbers, String(i)).toEqual(close);
      const inOrder = (/** @type {{text: string}[]} */ all) =>
        [...all].sort((a, b) => (a.text < b.text ? -1 : 1));
      expect(inOrder(answers[i].texts)).toEqual(inOrder(texts));
      const counts = (/** @type {{word: string, first: number}[]} */ all) =>
        all.filter(({ first }) => first).map(({ word, first }) => [word, first]);
      expect(counts(answers[i].words)).toEqual(counts(words));
    }
    expect(json.answers[0].numbers).toHaveLength(2);
    expect(json.answers[1].texts.length).toBeGreaterThan(0);
  });

  it('--seeds refuses what it cannot do', async () => {
    const cases = [
      [['--seeds', '3'], '--similar'],
      [['--similar', 'king'], '--seeds'],
      [['--seeds', '1001', '--similar', 'king'], '1000'],
      [['--seeds', '2', '--analogy', 'king queen'], 'three words'],
      [['--seeds', '2', '--next', 'the'], 'CBOW'],
      [['--seeds', '2', '--similar', 'king', '--vectors', 'v.txt'], '--vectors'],
    ];
    for (const [args, reason] of cases) {
      const { code, stderr } = await command(...flags, .../** @type {string[]} */ (args));
      expect(code, String(args)).not.toBe(0);
      expect(stderr).toContain(reason);
    }
  });

  it('a struck sentence is an empty line: the API and the command line give the same bits', async () => {
    const struck = text.split('\n').map((line, i) => (i === 4 || i === 7 ? '' : line));
    const edited = folder.path(`${build}-edited.txt`);
    writeFileSync(edited, struck.join('\n'));
    const keyed = /** @type {const} */ ({ ...settings, draws: 'keyed' });
    const model = await train({ ...keyed, corpus: struck.join('\n') });
    const args = ['train', '--corpus', edited, ...flags, '--draws', 'keyed', '--json'];
    const { json } = await run(build, args);
    expect(json.weightsHash).toBe(await model.weightsHash());
    await model.close();

    // Sentences as lists of words: an empty list is an empty line.
    const tokens = struck.slice(0, -1).map((line) => line.split(' ').filter(Boolean));
    const given = await train({ ...keyed, corpus: { tokens } });
    expect(await given.weightsHash()).toBe(json.weightsHash);
    await given.close();

    // Without the empty lines, later sentences have other numbers, and other draws.
    const closed = await train({ ...keyed, corpus: struck.filter(Boolean).join('\n') });
    expect(await closed.weightsHash()).not.toBe(json.weightsHash);
    await closed.close();
  });
});
