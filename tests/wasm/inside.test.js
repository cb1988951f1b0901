/** One example followed through a model: the numbers are training's own. */
import { afterEach, describe, expect, it } from 'vitest';
import { create, load } from '../../web/src/api/index.js';

/** @typedef {Omit<import('../../web/src/api/types.js').CreateOptions, 'corpus'>} Options */
/** @type {{close(): Promise<void>}[]} */
const open = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A model of the toy corpus after some steps. @param {Options} options @param {number} steps */
async function trained(options, steps) {
  const model = await create({ corpus: { preset: 'relations-en' }, seed: 1, ...options });
  open.push(model);
  await model.step(steps);
  return model;
}

/** @param {import('../../web/src/worker/wasm').Trace} trace @param {string} name */
const quantity = (trace, name) => {
  const found = trace.forward.find((q) => q.name === name);
  if (!found) throw new Error(`no quantity ${name}`);
  return found;
};

const objectives = /** @type {const} */ (['softmax', 'hierarchical-softmax', 'negative-sampling']);
const kinds = /** @type {const} */ (['cbow', 'skip-gram']);
describe.each(kinds)('%s', (kind) => {
  it.each(objectives)("takes training's next step, bit by bit: %s", async (objective) => {
    const model = await trained({ model: kind, objective }, 500);
    for (let n = 0; n < 3; ++n) {
      const copy = await model.open();
      expect(await copy.weightsHash()).toBe(await model.weightsHash());
      const next = await model.nextExample();
      if (!next) throw new Error('no next example');
      const { number: _number, together, ...example } = next;
      expect(together).toBe(1);
      await copy.takeStep(example);
      await model.step(1);
      expect(await copy.weightsHash()).toBe(await model.weightsHash());
      await copy.close();
    }
  });
});

describe('an NNLM', () => {
  const options = /** @type {Options} */ ({ model: 'nnlm', context: 3, hidden: 64, batch: 32 });

  it('gives crown the probability of the picture', async () => {
    const model = await trained({ ...options, epochs: 3 }, 2000);
    const trace = await model.inside({ sentence: 'king found his crown' });
    const words = (await model.vocabulary()).map(({ word }) => word);
    const p = quantity(trace, 'probabilities').values[words.indexOf('crown')];
    expect(p).toBeCloseTo(0.178, 3);
    expect(trace.loss).toBeCloseTo(-Math.log(p), 5);
    expect(trace.lossAfter).toBeLessThan(trace.loss);
  });

  it('proves any number in double precision, and changes a copy only', async () => {
    const model = await trained({ ...options, epochs: 1 }, 200);
    const hash = await model.weightsHash();
    const copy = await model.open();
    open.push(copy);
    const example = { sentence: 'king found his crown' };
    for (const entry of [
      { name: 'hidden.weight', row: 3, col: 5 },
      { name: 'hidden', row: 0, col: 17 },
      { name: 'lookup', row: 1, col: 2 },
      { name: 'output.bias', row: 0, col: 9 },
    ]) {
      const { relativeError } = await copy.prove(example, entry);
      expect(relativeError).toBeLessThan(1e-6);
    }
    await copy.setWeight({ name: 'output.bias', row: 0, col: 9 }, 4);
    expect(await copy.weightsHash()).not.toBe(hash);
    expect(await model.weightsHash()).toBe(hash);
    const tooLarge = copy.setWeight({ name: 'output.bias', row: 0, col: 9 }, 1e308);
    await expect(tooLarge).rejects.toThrow('too large');
    await expect(copy.prove(example, { name: 'nothing', row: 0, col: 0 })).rejects.toThrow(
      'number',
    );
  });
});

it('tells which sentence of the text comes next', async () => {
  const model = await trained({ model: 'nnlm', context: 3, batch: 32 }, 10);
  const next = await model.nextExample();
  expect(next?.sentence).toEqual(await model.sentence(next?.number ?? -1));
  expect(next?.together).toBe(32);
  await expect(model.sentence(1e9)).rejects.toThrow('no such sentence');
});

it('says what cannot be opened or followed', async () => {
  const vectors = await load(new TextEncoder().encode('2 2\nking 1 2\nqueen 3 4\n'));
  open.push(vectors);
  await expect(vectors.open()).rejects.toThrow(/vectors/);
  const onehot = await create({ corpus: { preset: 'relations-en' }, model: 'one-hot' });
  open.push(onehot);
  await expect(onehot.open()).rejects.toThrow('nothing inside');
  const model = await trained({ model: 'skip-gram' }, 10);
  await expect(model.inside({ sentence: 'king' })).rejects.toThrow('no neighbours');
  await expect(model.inside({ sentence: 'king zzz' })).rejects.toThrow('zzz');
  await expect(model.inside({ sentence: 'king found', position: 7 })).rejects.toThrow('position');
});
