/** NNLM and ELMo at the command line: training, checkpoints, predictions, embedding. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './support.js';

const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];
const text = (/** @type {number} */ times) => `${Array(times).fill(lines.join('\n')).join('\n')}\n`;
const folder = temporaryFolder();
const file = folder.path('corpus.txt');
const heldout = folder.path('heldout.txt');
const models = {
  nnlm: '--model nnlm --size 12 --hidden 16 --epochs 4 --alpha 0.02'.split(' '),
  elmo: '--model elmo --size 12 --cell-size 16 --batch 16 --epochs 10 --alpha 0.02'.split(' '),
};

beforeAll(() => {
  writeFileSync(file, text(100));
  writeFileSync(heldout, text(3));
});
afterAll(() => folder.remove());

describe.each(['native', 'exact'])('%s', (build) => {
  const path = (/** @type {string} */ name) => folder.path(`${build}-${name}`);
  const train = (/** @type {string[]} */ ...args) =>
    run(build, ['train', '--corpus', file, '--json', ...args]);
  /** @param {string[]} args */
  const ask = async (...args) => (await run(build, [...args, '--json'])).json;

  describe.each(/** @type {const} */ (['nnlm', 'elmo']))('%s', (model) => {
    const checkpoint = path(`${model}.safetensors`);
    /** @type {any} */
    let trained;
    beforeAll(async () => {
      const args = [...models[model], '--heldout', heldout, '--checkpoint', checkpoint];
      trained = await train(...args);
    });

    it('train tells the perplexities', () => {
      expect(trained.code).toBe(0);
      const { json } = trained;
      expect(json).toMatchObject({
        model,
        objective: 'softmax',
        vocabulary: 12,
        dimensions: 12,
        heldoutWords: 99,
        heldoutSentences: 9,
        finished: true,
        stoppedEarly: false,
      });
      expect(json.parameters).toBeGreaterThan(500);
      expect(json.heldoutPerplexity).toBeLessThan(json.unigramPerplexity);
      expect(json.unigramPerplexity).toBeGreaterThan(json.bigramPerplexity);
      expect(json.bigramPerplexity).toBeGreaterThan(json.trigramPerplexity);
      expect(json.mixedPerplexity).toBeGreaterThan(1);
    });

    it('stopped and resumed, it ends with the same weights', async () => {
      const half = path(`${model}-half.safetensors`);
      const stop = String(Math.floor(trained.json.steps / 2) + 1);
      const with_ = ['--heldout', heldout, '--checkpoint', half];
      const first = await train(...models[model], ...with_, '--stop-after', stop);
      expect(first.json).toMatchObject({ steps: Number(stop), finished: false });
      const args = ['--resume', half, ...with_, '--slice-ms', '1'];
      const second = await train(...args);
      expect(second.json).toMatchObject({ finished: true, steps: trained.json.steps });
      expect(second.json.weightsHash).toBe(trained.json.weightsHash);
      expect(second.json.heldoutPerplexity).toBe(trained.json.heldoutPerplexity);
      expect(readFileSync(half)).toEqual(readFileSync(checkpoint));
      expect((await train(...args, '--epochs', '9')).code).toBe(2); // the checkpoint says how many
      const other = await train('--resume', half);
      expect(other.json.error).toMatchObject({ code: 'BadParameter', name: 'heldout' });
    });

    it('predicts, scores and writes', async () => {
      const of = ['--checkpoint', checkpoint];
      const next = await ask('query', 'predict', 'next', ...of, '--topn', '3', 'king', 'rules');
      expect(next.results).toHaveLength(3);
      expect(next.results[0]).toEqual({ word: 'the', probability: expect.any(Number) });
      const together = await ask('query', 'predict', 'next', ...of, '--topn', '3', 'king rules');
      expect(together).toEqual(next);
      const score = await ask('query', 'predict', 'score', ...of, 'the king rules the land');
      expect(score.results.at(-1).word).toBe('</s>');
      expect(score.perplexity).toBeGreaterThan(1);
      expect(score.bitsPerWord).toBeCloseTo(Math.log2(score.perplexity), 9);
      const write = ['query', 'predict', 'generate', ...of, '--seed', '3', '--length', '5', 'the'];
      expect(await ask(...write)).toEqual(await ask(...write));
      const people = await run(build, ['query', 'predict', 'next', ...of, 'king', 'rules']);
      expect(people.stdout).toMatch(/^the\t0\.\d{6}\n/);
      const similar = await ask('query', 'most-similar', ...of, 'king', '--topn', '2');
      expect(similar.results).toHaveLength(2);
    });

    it('refuses other text', async () => {
      const bad = async (/** @type {string[]} */ ...args) => {
        const of = ['--checkpoint', checkpoint, '--json'];
        const { code, json } = await run(build, ['query', 'predict', ...args, ...of]);
        expect(code).toBe(1);
        return json.error.code;
      };
      expect(await bad('score', 'nobody knows this')).toBe('UnknownWord');
      expect(await bad('score', '')).toBe('BadParameter');
      expect(await bad('score')).toBe('BadParameter');
      expect(await bad('score', 'the '.repeat(2000))).toBe('TooLarge');
      expect(await bad('next', 'the', '--topn', '0')).toBe('BadParameter');
      expect(await bad('middle', 'no blank')).toBe('BadParameter');
      expect(await bad('generate', '--temperature', '-1')).toBe('BadParameter');
    });
  });

  it('elmo reads both ways', async () => {
    const of = ['--checkpoint', path('elmo.safetensors')];
    const previous = await ask(
      'query',
      'predict',
      'previous',
      ...of,
      'rules the land and the queen rules the land',
    );
    expect(['king', 'queen']).toContain(previous.results[0].word);
    const middle = await ask('query', 'predict', 'middle', ...of, 'the woman _ the dog');
    expect(middle.results[0].word).toBe('walks');
    const score = ['query', 'predict', 'score', ...of, '--direction', 'backward', 'the dog'];
    expect((await ask(...score)).results[0].word).toBe('<s>');
  });

  it('embed writes one row a word', async () => {
    const sentences = path('sentences.txt');
    writeFileSync(sentences, 'the king rules\n\nthe dog\n');
    const args = ['embed', '--sentences', sentences, '--checkpoint', path('elmo.safetensors')];
    const out = path('out.npy');
    expect(await ask(...args, '--output', out)).toMatchObject({
      tokens: 5,
      sentences: 2,
      dimensions: 24,
      layer: 'mix',
    });
    expect(readFileSync(out).length).toBe(128 + 4 * 5 * 24);
    const forward = await ask(...args, '--output', out, '--layer', '2', '--direction', 'forward');
    expect(forward).toMatchObject({ dimensions: 12, layer: '2' });
    writeFileSync(out, 'old');
    for (const [more, code] of /** @type {[string[], string][]} */ ([
      [['--layer', '3'], 'BadParameter'],
      [['--layer', 'top'], 'BadParameter'],
      [['--direction', 'up'], 'BadParameter'],
      [['--weights', '1'], 'BadParameter'],
      [['--sentences', '-'], 'BadParameter'],
      [['--checkpoint', path('nnlm.safetensors')], 'BadParameter'],
      [['--checkpoint', file], 'BadFormat'],
    ])) {
      const rest = args.filter((_, i) => !more.includes(args[i]) && !more.includes(args[i - 1]));
      const { json } = await run(build, [...rest, ...more, '--output', out, '--json']);
      expect(json.error.code).toBe(code);
    }
    writeFileSync(sentences, 'the nobody\n');
    const { json } = await run(build, [...args, '--output', out, '--json']);
    expect(json.error).toMatchObject({ code: 'UnknownWord', value: 'nobody' });
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  it('takes every flag', async () => {
    const elmo =
      '--model elmo --size 8 --layers 3 --cell-size 9 --cell-clip 2 --proj-clip 1 --no-skip-connections --dropout 0.1 --samples 3 --unroll 5 --carry-state --char-cnn --char-size 4 --char-filters 1:4 3:5 --highways 2 --max-characters 20 --optimiser adagrad --schedule constant --batch 5 --weight-decay 0.001 --clip-norm 10 --epochs 1';
    const first = await train(...elmo.split(' '));
    expect(first.json).toMatchObject({ objective: 'sampled-softmax', batch: 5, dimensions: 8 });
    const nnlm =
      '--model nnlm --context 2 --hidden 5 --direct --optimiser sgd --schedule inverse-time --patience 3 --epochs 1';
    const second = await train(...nnlm.split(' '), '--heldout', heldout);
    expect(second.json).toMatchObject({ optimiser: 'sgd', batch: 32 });
    expect((await train('--heldout', heldout, '--epochs', '1')).code).toBe(0); // not measured
  });

  /** @type {[string, string, string, string[], string?][]} */
  const failures = [
    ['zero layers', 'BadParameter', 'layers', ['--model', 'elmo', '--layers', '0']],
    ['context 0', 'BadParameter', 'context', ['--model', 'nnlm', '--context', '0']],
    ['a bad filter', 'BadParameter', 'charFilters', ['--model', 'elmo', '--char-filters', '3']],
    ['no such optimiser', 'BadParameter', 'optimiser', ['--model', 'nnlm', '--optimiser', 'x']],
    ['a held-out file that is missing', 'BadParameter', 'heldout', ['--heldout', '/no/such']],
    ['nothing known held out', 'EmptyCorpus', 'heldout', ['--heldout', '-'], 'unheard of'],
    ['an empty held-out file', 'EmptyCorpus', 'heldout', ['--heldout', '-']],
    ['a checkpoint that is none', 'BadFormat', 'file', ['--resume', file]],
    ['a checkpoint that is missing', 'BadParameter', 'resume', ['--resume', '/no/such']],
    [
      'weights that no memory holds',
      'TooLarge',
      'vectorSize',
      '--model elmo --size 1024 --cell-size 8192 --layers 8'.split(' '),
    ],
  ];
  it.each(failures)('%s: %s', async (_name, code, name, args, input) => {
    const result = await run(build, ['train', '--corpus', file, '--json', ...args], input);
    expect(result.code).toBe(1);
    expect(result.json.error).toMatchObject({ code, name });
  });

  it('a damaged checkpoint, whole files kept', async () => {
    const good = path('nnlm.safetensors');
    const bad = path('bad.safetensors');
    copyFileSync(good, bad);
    const bytes = readFileSync(bad);
    bytes[bytes.length >> 1] ^= 4;
    writeFileSync(bad, bytes);
    const out = path('again.safetensors');
    const { json } = await train('--resume', bad, '--heldout', heldout, '--checkpoint', out);
    expect(json.error.code).toBe('BadFormat');
    expect(existsSync(out)).toBe(false);
  });

  it('a context longer than the text', async () => {
    const args = ['train', '--corpus', '-', '--model', 'nnlm', '--context', '50', '--json'];
    expect((await run(build, args, 'a b\nc')).code).toBe(0);
  });

  it('explains itself', async () => {
    for (const verb of [['query', 'predict'], ['query', 'predict', 'generate'], ['embed']]) {
      const { code, stdout } = await run(build, [...verb, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('--help');
    }
  });
});

describe('native and Node', () => {
  it.each(/** @type {const} */ (['nnlm', 'elmo']))(
    'write the same checkpoint: %s',
    async (model) => {
      const files = await Promise.all(
        ['native', 'exact'].map(async (build) => {
          const path = folder.path(`same-${model}-${build}`);
          const args = [
            'train',
            '--corpus',
            file,
            ...models[model],
            '--checkpoint',
            path,
            '--json',
          ];
          const { json } = await run(build, args);
          return { bytes: readFileSync(path), loss: json.loss };
        }),
      );
      expect(files[1].bytes.equals(files[0].bytes)).toBe(true);
      expect(files[1].loss).toBe(files[0].loss);
    },
  );
});
