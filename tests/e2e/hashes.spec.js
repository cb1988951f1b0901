/**
 * The same run gives the same bits everywhere: native, Node and three browser engines, whatever
 * the slices. What the weights hash is compared against is the exact build under Node.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { generateRelations } from '../../web/corpora/relations.js';
import { call, engines, until } from './engines/engine.js';
import { project } from './support/servers.js';

const run = promisify(execFile);
const folder = project('build/e2e/corpora');

/** Relations plus what a tokenizer can stumble over; small enough for the full softmax. */
const english = generateRelations({ language: 'en', seed: 7, sentences: 600 }).text;
const chinese = generateRelations({ language: 'zh', seed: 7, sentences: 300 }).text;
const odd = `Don't stop. "Naïve" CAFÉ \u{1f600} 3.14 x²!\n你好，世界。こんにちは\n`.repeat(40);
const corpora = { english, chinese, odd };

const small = { vectorSize: 16, epochs: 2 };
const cases = [
  ...['skip-gram', 'cbow'].flatMap((model) =>
    ['negative-sampling', 'hierarchical-softmax', 'softmax'].map((objective) => ({
      name: `${model}, ${objective}`,
      corpus: 'english',
      options: { ...small, model, objective, vectorSize: 20, seed: 3 },
    })),
  ),
  {
    name: 'skip-gram, odd sizes, subsampling',
    corpus: 'english',
    options: { ...small, model: 'skip-gram', vectorSize: 13, window: 3, negative: 7, sample: 0.01 },
  },
  {
    name: 'skip-gram, Chinese by character',
    corpus: 'chinese',
    options: { ...small, model: 'skip-gram', tokenizer: 'characters', sentences: 'stops' },
  },
  {
    name: 'cbow, mixed scripts as words',
    corpus: 'odd',
    options: { ...small, model: 'cbow', tokenizer: 'words', sentences: 'stops', minCount: 2 },
  },
  { name: 'one-hot', corpus: 'english', options: { model: 'one-hot' } },
  {
    name: 'nnlm, adam, direct connections',
    corpus: 'english',
    options: { ...small, model: 'nnlm', vectorSize: 11, hidden: 13, direct: true, clipNorm: 1 },
  },
  {
    name: 'nnlm, stochastic descent, Chinese',
    corpus: 'chinese',
    options: { ...small, model: 'nnlm', optimiser: 'sgd', schedule: 'inverse-time', batch: 7 },
  },
  {
    name: 'elmo, dropout, sampled softmax',
    corpus: 'english',
    options: { ...small, model: 'elmo', cellSize: 19, dropout: 0.2, samples: 8 },
  },
  {
    name: 'elmo, characters, carried state',
    corpus: 'chinese',
    options: {
      ...small,
      model: 'elmo',
      vectorSize: 10,
      charCnn: true,
      carryState: true,
      optimiser: 'adagrad',
      epochs: 1,
    },
  },
];
/**
 * One of each kind of model: what a browser repeats, in steps and in slices, too. `test all` does so
 * with every case: slices are the core's, and proved for each under Node and natively.
 */
const SLICED = [
  'skip-gram, negative-sampling',
  'nnlm, adam, direct connections',
  'elmo, characters, carried state',
];
const isSliced = (/** @type {string} */ name) =>
  process.env.PREFORMER_TESTS === 'all' || SLICED.includes(name);

/** @type {any[]} with the text itself, as the page needs it */
const pageCases = cases.map((one) => ({
  ...one,
  sliced: isSliced(one.name),
  corpus: corpora[/** @type {keyof typeof corpora} */ (one.corpus)],
}));

/** vectorSize → --size, minCount → --min-count. @param {[string, unknown]} option */
function toFlag([name, value]) {
  if (name === 'vectorSize') return ['--size', String(value)];
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === true ? [flag] : [flag, String(value)];
}

/**
 * @param {string[]} program
 * @param {(typeof cases)[number]} one
 * @param {string[]} more
 */
async function byCommand([command, ...before], { corpus, options }, ...more) {
  const args = Object.entries(options).flatMap(toFlag);
  const { stdout } = await run(command, [
    ...before,
    'train',
    '--json',
    '--corpus',
    `${folder}/${corpus}.txt`,
    ...args,
    ...more,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const nodeProgram = [process.execPath, project('build/wasm/preformer.mjs')];
const nativeProgram = [project('build/native/preformer')];

/** @param {string[]} program @param {string[]} more */
async function hashesOf(program, ...more) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const one of cases) found[one.name] = (await byCommand(program, one, ...more)).weightsHash;
  return found;
}

test.describe.configure({ mode: 'default' });

/** @type {Record<string, string>} */
let expected;
test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(corpora)) writeFileSync(`${folder}/${name}.txt`, text);
  expected = await hashesOf(nodeProgram);
});

/** Who changes the order of additions renews the record, and says so in the commit. */
test('the hashes are those on record', () => {
  const file = project('tests/golden/weights.json');
  if (process.env.RENEW_HASHES) writeFileSync(file, `${JSON.stringify(expected, null, 2)}\n`);
  expect(expected).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('different runs have different hashes', () => {
  expect(new Set(Object.values(expected)).size).toBe(cases.length);
  for (const hash of Object.values(expected)) expect(hash).toMatch(/^[0-9a-f]{16}$/);
});

test('Node: slices of 1 ms and 100 ms give the hashes of fixed steps', async () => {
  for (const one of cases) {
    const { weightsHash } = await byCommand(nodeProgram, one, '--slice-ms', '1');
    expect(weightsHash, one.name).toBe(expected[one.name]);
  }
  for (const one of cases.filter(({ name }) => /negative/.test(name))) {
    const { weightsHash } = await byCommand(nodeProgram, one, '--slice-ms', '100');
    expect(weightsHash, one.name).toBe(expected[one.name]);
  }
});

test('native: the hashes of Node, in any slices', async () => {
  expect(await hashesOf(nativeProgram)).toEqual(expected);
  expect(await hashesOf(nativeProgram, '--slice-ms', '1')).toEqual(expected);
});

for (const [name, start] of Object.entries(engines)) {
  test.describe(name, () => {
    /** @type {import('./engines/engine.js').Engine} */
    let engine;
    test.beforeAll(async () => {
      engine = await start();
      await engine.open(String(process.env.PREFORMER_HARNESS));
      await until(engine, () => 'preformer' in globalThis);
    });
    test.afterAll(async () => engine?.close());

    test(`${name}: the hashes of Node, some of them in any slices and twice`, async () => {
      const found = await call(
        engine,
        (runs) => /** @type {any} */ (globalThis).preformer.hashes(runs),
        pageCases,
      );
      for (const one of cases) {
        const hash = expected[one.name];
        const { counts, ...hashes } = found[one.name];
        if (!isSliced(one.name)) {
          expect(hashes, one.name).toEqual({ first: hash });
          continue;
        }
        expect(hashes, one.name).toEqual({
          first: hash,
          second: hash,
          steps: hash,
          slices1ms: hash,
          slices100ms: hash,
        });
        test.info().annotations.push({
          type: 'slices',
          description: `${one.name}: ${counts[0]} of 1 ms, ${counts[1]} of 100 ms`,
        });
      }
      const counts = Object.values(found).flatMap((one) => (one.counts ? [one.counts] : []));
      expect(Math.max(...counts.map(([short]) => short))).toBeGreaterThan(3); // really sliced
    });

    test(`${name}: cross-origin isolated, and the fast build only where it can run`, async () => {
      const { isolated } = await call(engine, () =>
        /** @type {any} */ (globalThis).preformer.isolated(),
      );
      expect(isolated).toBe(true);
      const fast = await call(
        engine,
        (one) => /** @type {any} */ (globalThis).preformer.buildFor(one, 'fast'),
        pageCases[0],
      );
      if (name === 'WebKit') {
        expect(fast).toEqual({
          build: 'exact',
          reason: expect.stringMatching(/relaxed simd/i),
          hash: expected[cases[0].name],
        });
      } else {
        expect(fast).toEqual({ build: 'fast', reason: '', hash: expect.any(String) });
      }
    });
  });
}
