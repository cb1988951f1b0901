/** The same examples, options and seed: the same bits, however the work is cut up. */
import { expect, it } from 'vitest';
import { packImages } from '../../web/src/api/examples.js';
import { createImages, train, trainImages } from '../../web/src/api/index.js';
import { getEngine } from '../../web/src/worker/loader.js';
import { network, pictures } from './digits.js';
import { small, toyText } from './support.js';

const ofA = pictures(20, ['across', 'down']);
const ofB = pictures(6, ['rising', 'falling']);
const { filters, ...others } = network;
const options = { ...others, filters1: filters[0], filters2: filters[1], dropout: 0.3, seed: 3 };

/** @param {any} model */
async function hashAndClose(model) {
  const hash = await model.weightsHash();
  await model.close();
  return hash;
}

it('slices of 1 ms and of 100 ms, steps and one go give the same bits', async () => {
  const { module } = await getEngine('transfer', { build: 'exact' });
  const hash = (/** @type {(model: any) => any} */ slice) => {
    const a = module.createImages(packImages('examples', ofA), options);
    while (!slice(a).finished);
    const b = a.transfer(packImages('examples', ofB), { minSteps: 40, frozen: ['conv1'], seed: 5 });
    while (!slice(b).finished);
    const text = `${a.weightsHash()} ${b.weightsHash()}`;
    a.delete();
    b.delete();
    return text;
  };
  const whole = hash((model) => model.runSteps(1e9));
  expect(whole).toMatch(/^[0-9a-f]{16} [0-9a-f]{16}$/);
  expect(hash((model) => model.runFor(1))).toBe(whole);
  expect(hash((model) => model.runFor(100))).toBe(whole);
  expect(hash((model) => model.runSteps(3))).toBe(whole);
  const images = { ...network, dropout: 0.3, seed: 3 };
  const a = await trainImages({ examples: ofA, ...images });
  const b = await a.transfer({ examples: ofB, minSteps: 40, frozen: ['conv1'], seed: 5 });
  expect(`${await a.weightsHash()} ${await hashAndClose(b)}`).toBe(whole);
  await a.close();
  const other = await createImages({ examples: ofA, ...images, seed: 4 });
  await other.resume();
  expect(whole).not.toContain(await hashAndClose(other));
});

it('features that are kept give the bits of features computed every time', async () => {
  const a = await trainImages({ examples: ofA, ...network });
  const training = { examples: ofB, minSteps: 50, seed: 2 };
  const kept = await a.transfer({ ...training, frozen: 'all' });
  const still = { conv1: 0, conv2: 0, hidden: 0 }; // nothing moves, yet everything is computed
  const computed = await a.transfer({ ...training, learningRates: still });
  expect((await computed.report()).caching).toBe(false);
  expect(await hashAndClose(computed)).toBe(await hashAndClose(kept));
  await a.close();

  const words = await train({ corpus: toyText(5), ...small.elmo, epochs: 1 });
  const examples = 'king\tthe king rules the land\nman\tthe man walks\nking\ta queen\n';
  const lines = { examples, minSteps: 30, head: { dropout: 0.5 } };
  const frozen = await words.transfer({ ...lines, frozen: 'all' });
  const rates = { tokens: 0, lstm1: 0, lstm2: 0 };
  const moved = await words.transfer({ ...lines, learningRates: rates });
  expect(await hashAndClose(moved)).toBe(await hashAndClose(frozen));
  await words.close();
});

it('layers join one after the other the same way in any slices', async () => {
  const { module } = await getEngine('transfer', { build: 'exact' });
  const a = module.createImages(packImages('examples', ofA), options);
  a.runSteps(1e9);
  const gradual = { minSteps: 40, gradual: true, frozen: 'none' };
  const hash = (/** @type {(model: any) => any} */ slice) => {
    const b = a.transfer(packImages('examples', ofB), gradual);
    while (!slice(b).finished);
    const text = b.weightsHash();
    b.delete();
    return text;
  };
  const whole = hash((model) => model.runSteps(1e9));
  expect(hash((model) => model.runFor(1))).toBe(whole);
  expect(hash((model) => model.runSteps(1))).toBe(whole);
  a.delete();
});

it('a comparison gives the same figures twice', async () => {
  const a = await trainImages({ examples: ofA, ...network });
  const question = {
    pool: ofB,
    test: pictures(10, ['rising', 'falling'], 4),
    labels: [1, 3],
    seeds: 2,
    minSteps: 30,
  };
  expect(await a.compare(question)).toEqual(await a.compare(question));
  await a.close();
});

it('the fast build follows the exact one within rounding', async () => {
  const models = await Promise.all(
    /** @type {const} */ (['exact', 'fast']).map((build) =>
      trainImages({ examples: ofA, ...network, epochs: 1, build }),
    ),
  );
  expect(models[1].info).toMatchObject({ build: 'fast', buildReason: '' });
  const [x, y] = await Promise.all(models.map((model) => model.classify(ofA.pixels)));
  for (const [n, { probabilities }] of x.entries()) {
    const { label, probability } = probabilities[0];
    const same = y[n].probabilities.find((one) => one.label === label);
    expect(same?.probability).toBeCloseTo(probability, 3);
  }
  for (const model of models) await model.close();
});
