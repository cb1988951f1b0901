/** What a model computes of one example, at the command line: the same numbers as when it is queried. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** @param {string} name @param {string[]} args */
const inside = async (name, ...args) =>
  run('native', ['inside', '--checkpoint', folder.path(name), '--json', ...args]);

/**
 * Trains on the toy corpus and writes a checkpoint.
 * @param {string} name
 * @param {Omit<import('../../web/src/api/types.js').CreateOptions, 'corpus'>} options
 * @param {number} steps
 */
async function trained(name, options, steps) {
  const model = await create({ corpus: { preset: 'relations-en' }, seed: 1, ...options });
  await model.step(steps);
  const words = (await model.vocabulary()).map(({ word }) => word);
  const hash = await model.weightsHash();
  writeFileSync(folder.path(name), await model.checkpoint());
  const next = options.model === 'nnlm' ? await model.predictNext('king found his') : [];
  await model.close();
  return { words, hash, next };
}

/** @param {any} json @param {string} name */
const quantity = (json, name) =>
  json.forward.find((/** @type {{name: string}} */ q) => q.name === name);

describe('an NNLM', () => {
  /** @type {{words: string[], hash: string, next: {word: string, probability: number}[]}} */
  let nnlm;
  beforeAll(async () => {
    nnlm = await trained(
      'nnlm',
      { model: 'nnlm', context: 3, hidden: 64, batch: 32, epochs: 3 },
      2000,
    );
  });

  it('gives the true word the probability that a question gives it', async () => {
    expect(nnlm.hash).toBe('8f323b7ae80e9434');
    const { code, json } = await inside('nnlm', '--sentence', 'king found his crown');
    expect(code).toBe(0);
    const [p] = quantity(json, 'probabilities').values;
    const crown = p[nnlm.words.indexOf('crown')];
    expect(crown).toBeCloseTo(0.178, 3);
    expect(crown).toBeCloseTo(nnlm.next.find(({ word }) => word === 'crown')?.probability ?? 0, 6);
    expect(json.loss).toBeCloseTo(-Math.log(crown), 5);
    expect(json.lossAfter).toBeLessThan(json.loss);
  });

  it('shows the computation in order, with shapes that fit', async () => {
    const { json } = await inside('nnlm', '--sentence', 'king found his crown', '--position', '3');
    const shapes = Object.fromEntries(
      json.forward.map((/** @type {any} */ { name, shape }) => [name, shape.join(' x ')]),
    );
    expect(shapes).toEqual({
      lookup: '3 x 32',
      'hidden.before': '1 x 64',
      hidden: '1 x 64',
      logits: '1 x 260',
      probabilities: '1 x 260',
      'probabilities.after': '1 x 260',
    });
    const before = quantity(json, 'hidden.before').values[0];
    const after = quantity(json, 'hidden').values[0];
    for (const [i, value] of before.entries()) expect(after[i]).toBeCloseTo(Math.tanh(value), 5);
  });

  it('refuses a position outside the sentence, and a word it does not know', async () => {
    const outside = await inside('nnlm', '--sentence', 'king found', '--position', '3');
    expect(outside.code).not.toBe(0);
    expect(outside.json.error).toMatchObject({ code: 'BadParameter', name: 'position' });
    const unknown = await inside('nnlm', '--sentence', 'zyx found');
    expect(unknown.json.error).toMatchObject({ code: 'UnknownWord' });
  });
});

describe('Skip-gram and ELMo', () => {
  it('the window of Skip-gram asks the word itself and the noise', async () => {
    await trained('skip-gram', { model: 'skip-gram', window: 2, negative: 5 }, 3000);
    const { json } = await inside(
      'skip-gram',
      '--sentence',
      'king found his crown',
      '--position',
      '1',
    );
    expect(quantity(json, 'input').shape).toEqual([3, 32]);
    expect(quantity(json, 'labels').values[0]).toEqual([1, 0, 0, 0, 0, 0]);
    expect(json.lossAfter).toBeLessThan(json.loss);
    const alone = await inside('skip-gram', '--sentence', 'king');
    expect(alone.json.error).toMatchObject({ code: 'BadParameter', name: 'sentence' });
  });

  it('ELMo reads from both sides, cell by cell', async () => {
    await trained('elmo', { model: 'elmo', layers: 2, cellSize: 16, vectorSize: 8 }, 50);
    const { json } = await inside('elmo', '--sentence', 'king found his crown');
    expect(quantity(json, 'forward.lstm1.cell').shape).toEqual([5, 16]);
    expect(quantity(json, 'backward.lstm2.hidden').shape).toEqual([5, 8]);
    expect(quantity(json, 'mix').shape).toEqual([4, 16]);
    expect(json.lossAfter).toBeLessThan(json.loss);
  });
});
