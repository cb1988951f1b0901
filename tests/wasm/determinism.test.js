import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, train } from '../../web/src/api/index.js';
import { fill, trainTable } from '../../web/src/api/options.js';
import { getEngine } from '../../web/src/worker/loader.js';
import { small, toyText } from './support.js';

const corpus = toyText();
const native = new URL('../../build/native/preformer', import.meta.url).pathname;
const runs = ['cbow', 'skip-gram'].flatMap((model) =>
  ['softmax', 'hierarchical-softmax', 'negative-sampling'].map((objective) => ({
    model,
    objective,
  })),
);
/** @type {any[]} with every kind of randomness: dropout, samples, shuffled batches */
const languageModels = [
  { ...small.nnlm, direct: true, optimiser: 'adagrad', clipNorm: 1, weightDecay: 1e-4 },
  { ...small.elmo, dropout: 0.2, samples: 4 },
  {
    ...small.elmo,
    charCnn: true,
    charSize: 4,
    charFilters: [
      [1, 4],
      [2, 8],
    ],
    carryState: true,
  },
].map((options) => ({ ...options, vectorSize: 10, epochs: 2 }));

/** Hash after training. @param {any} options */
async function hashOf(options) {
  const model = await train({ corpus, epochs: 5, ...options });
  const hash = await model.weightsHash();
  await model.close();
  return hash;
}

describe('the exact build', () => {
  it.each(runs)('gives the same bits twice: $model, $objective', async (options) => {
    const first = await hashOf(options);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await hashOf(options)).toBe(first);
    expect(await hashOf({ ...options, seed: 2 })).not.toBe(first);
  });

  it.each(languageModels)('gives the same bits in any slices: $model', async (options) => {
    const { module } = await getEngine('words', { build: 'exact' });
    const bytes = new TextEncoder().encode(corpus);
    const all = { ...fill(options, trainTable), tokens: false, replaced: 0 };
    const hash = (/** @type {(model: any) => any} */ slice) => {
      const model = module.createModel(bytes, all);
      while (!slice(model).finished);
      const text = model.weightsHash();
      model.delete();
      return text;
    };
    const whole = hash((model) => model.runSteps(1e9));
    expect(hash((model) => model.runFor(1))).toBe(whole);
    expect(hash((model) => model.runFor(100))).toBe(whole);
    expect(hash((model) => model.runSteps(3))).toBe(whole);
    expect(await hashOf(options)).toBe(whole);
    expect(await hashOf({ ...options, seed: 2 })).not.toBe(whole);
  });

  it('gives the same bits whatever the slices: 1 ms, 100 ms, steps, pauses', async () => {
    const { module } = await getEngine('words', { build: 'exact' });
    const bytes = new TextEncoder().encode(corpus);
    const options = {
      ...fill({ sample: 0.01 }, trainTable),
      alpha: 0.05,
      tokens: false,
      replaced: 0,
    };
    /** @param {(model: import('../../web/src/worker/wasm').NativeModel) => void} run */
    const hash = (run) => {
      const model = module.createModel(bytes, options);
      run(model);
      expect(model.report().finished).toBe(true);
      const text = model.weightsHash();
      model.delete();
      return text;
    };
    const whole = hash((model) => void model.runSteps(1e9));
    for (const slice of [1, 100]) {
      expect(
        hash((model) => {
          while (!model.runFor(slice).finished);
        }),
      ).toBe(whole);
    }
    expect(
      hash((model) => {
        while (!model.runSteps(7).finished);
      }),
    ).toBe(whole);
    const paused = await create({ corpus, sample: 0.01 });
    await paused.step(1000);
    void paused.resume({ stepsPerSecond: 100 });
    await paused.pause();
    await paused.resume();
    expect(await paused.weightsHash()).toBe(whole);
    await paused.close();
  });
});

describe('beside the native command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preformer-'));
  const file = join(folder, 'corpus.txt');
  beforeAll(() => writeFileSync(file, corpus));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(runs)('has equal weights: $model, $objective', async ({ model, objective }) => {
    const args = ['train', '--model', model, '--objective', objective, '--corpus', file];
    args.push('--epochs', '5', '--sample', '0.01', '--json');
    const answer = JSON.parse(execFileSync(native, args, { encoding: 'utf8' }));
    expect(answer.build).toBe('native');
    expect(await hashOf({ model, objective, sample: 0.01 })).toBe(answer.weightsHash);
  });

  it.each(languageModels)('has equal weights: $model', async (options) => {
    const flags = Object.entries(options).flatMap(([name, value]) => {
      const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      if (name === 'vectorSize') return ['--size', String(value)];
      if (value === true) return [flag];
      if (Array.isArray(value)) return [flag, ...value.map((pair) => pair.join(':'))];
      return [flag, String(value)];
    });
    const args = ['train', '--corpus', file, '--json', ...flags];
    const answer = JSON.parse(execFileSync(native, args, { encoding: 'utf8' }));
    expect(await hashOf(options)).toBe(answer.weightsHash);
  });
});

describe('the fast build', () => {
  it('follows the exact one within rounding', async () => {
    const exact = await train({ corpus, epochs: 1 });
    const fast = await train({ corpus, epochs: 1, build: 'fast' });
    expect(fast.info).toMatchObject({ build: 'fast', buildReason: '' });
    const [a, b] = [await exact.vectors(), await fast.vectors()];
    const difference = Math.max(...a.map((x, i) => Math.abs(x - b[i])));
    expect(difference).toBeLessThan(1e-4);
    const similar = await Promise.all(
      [exact, fast].map((model) => model.similarity('king', 'man')),
    );
    expect(similar[1]).toBeCloseTo(similar[0], 3);
    await exact.close();
    await fast.close();
  });
});
