/** The builds of the command line compute the same, or say what they cannot. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus } from './kingdom.js';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
const file = folder.path('corpus.txt');

beforeAll(() => writeFileSync(file, corpus));
afterAll(() => folder.remove());

describe('native and Node', () => {
  const runs = ['cbow', 'skip-gram'].flatMap((model) =>
    ['softmax', 'hierarchical-softmax', 'negative-sampling'].map((objective) => ({
      model,
      objective,
    })),
  );
  it.each(runs)('train to the same bits: $model, $objective', async ({ model, objective }) => {
    const args = ['train', '--corpus', file, '--model', model, '--objective', objective, '--json'];
    const [native, node] = await Promise.all([run('native', args), run('exact', args)]);
    expect(node.json.weightsHash).toBe(native.json.weightsHash);
    expect(node.json.loss).toBeCloseTo(native.json.loss, 12);
  });

  it('the fast build follows', async () => {
    const args = ['train', '--corpus', file, '--epochs', '1', '--json'];
    const [exact, fast] = await Promise.all([run('exact', args), run('fast', args)]);
    expect(fast.json.build).toBe('fast');
    expect(fast.json.loss).toBeCloseTo(exact.json.loss, 3);
  });

  it.each(['native', 'parallel'])('%s: a language model of two threads repeats', async (build) => {
    const worthDividing = ['--hidden', '64', '--batch', '1000'];
    const args = ['train', '--corpus', file, '--model', 'nnlm', '--epochs', '2', '--json'];
    args.push(...worthDividing);
    const two = [...args, '--threads', '2'];
    const [one, first, again] = await Promise.all([args, two, two].map((a) => run(build, a)));
    expect(first.json).toMatchObject({ build, threads: 2 });
    expect(again.json.weightsHash).toBe(first.json.weightsHash);
    expect(one.json.weightsHash).not.toBe(first.json.weightsHash); // sums in another order
    expect(first.json.loss).toBeCloseTo(one.json.loss, 3);
  });

  it.each(['native', 'parallel'])('%s: two threads share word vectors', async (build) => {
    const args = ['train', '--corpus', file, '--epochs', '2', '--json'];
    const one = await run(build, args);
    const two = await run(build, [...args, '--threads', '2']);
    expect(two.json).toMatchObject({ build, threads: 2, finished: true });
    expect(Math.abs(two.json.loss / one.json.loss - 1)).toBeLessThan(0.1);
  });

  it('one thread of the parallel build computes what the fast build does', async () => {
    const args = ['train', '--corpus', file, '--epochs', '1', '--json'];
    const [fast, parallel] = await Promise.all(['fast', 'parallel'].map((b) => run(b, args)));
    expect(parallel.json.weightsHash).toBe(fast.json.weightsHash);
  });

  it('a build without threads says so', async () => {
    const { code, json } = await run(
      'exact',
      `train --corpus - --threads 2 --json`.split(' '),
      'a',
    );
    expect(code).toBe(1);
    expect(json.error).toMatchObject({ code: 'BadParameter', name: 'threads', permitted: '1' });
  });

  it('an unknown build is refused', async () => {
    const { code, json } = await run('exact', ['--build', 'slow', 'train', '--json']);
    expect(code).toBe(2);
    expect(json.error).toMatchObject({ code: 'BadParameter', name: 'build' });
  });
});
