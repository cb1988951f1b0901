/** Training that begins with word vectors from elsewhere. */
import { describe, expect, it } from 'vitest';
import { create, load, train } from '../../web/src/api/index.js';
import { failure, small, toyText } from './support.js';

const corpus = toyText(5);
const given = 'king 1 2 3 4\nqueen 5 6 7 8\nunicorn 9 9 9 9\n';
const lender = () => load(new Blob([given]));

describe.each([
  ['skip-gram', { objective: 'negative-sampling' }],
  ['skip-gram', { objective: 'hierarchical-softmax' }],
  ['cbow', {}],
  ['nnlm', { ...small.nnlm, vectorSize: undefined }],
  ['elmo', { ...small.elmo, vectorSize: undefined }],
])('%s %j', (model, more) => {
  const options = /** @type {any} */ ({ corpus, model, seed: 4, epochs: 2, ...more });

  it('begins with the vectors of the words it knows, and with its own for the rest', async () => {
    const start = await lender();
    const begun = await create({ ...options, start });
    const plain = await create({ ...options, vectorSize: 4 });
    expect(begun.options.vectorSize).toBe(4);
    expect(begun.info).toMatchObject({ started: 2, dimensions: 4, trainable: true });
    expect(await begun.vector('king')).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(await begun.vector('queen')).toEqual(Float32Array.of(5, 6, 7, 8));
    expect(await begun.vector('dog')).toEqual(await plain.vector('dog'));
    expect((await begun.report()).step).toBe(0);
    await Promise.all([start.close(), plain.close()]); // it needs them no more
    await begun.resume();
    expect(await begun.vector('king')).not.toEqual(Float32Array.of(1, 2, 3, 4));
    await begun.close();
  });

  it('ends with the same weights every time, and after a reset', async () => {
    const start = await lender();
    const one = await train({ ...options, start });
    const other = await train({ ...options, start });
    const hash = await one.weightsHash();
    expect(await other.weightsHash()).toBe(hash);
    await one.reset();
    expect(await one.vector('king')).toEqual(Float32Array.of(1, 2, 3, 4));
    await one.resume();
    expect(await one.weightsHash()).toBe(hash);
    await other.reset({ seed: 5 });
    expect(await other.vector('queen')).toEqual(Float32Array.of(5, 6, 7, 8));
    expect(other.options.seed).toBe(5);
    await other.resume();
    expect(await other.weightsHash()).not.toBe(hash);
    await Promise.all([start, one, other].map((model) => model.close()));
  });
});

it('a trained model lends its vectors, too', async () => {
  const first = await train({ corpus, vectorSize: 8, epochs: 3 });
  const second = await create({ corpus, model: 'nnlm', start: first });
  expect(second.info.started).toBe(first.info.vocabulary);
  expect(await second.vector('dog')).toEqual(await first.vector('dog'));
  await Promise.all([first.close(), second.close()]);
});

describe('what cannot begin so', () => {
  it.each([
    ['vectorSize', { vectorSize: 5 }],
    ['start', { model: 'one-hot' }],
    ['start', { model: 'elmo', charCnn: true }],
    ['start', { start: 'king 1 2 3 4' }],
    ['start', { start: null }],
  ])('%s: %j', async (parameter, more) => {
    const start = await lender();
    const options = /** @type {any} */ ({ corpus, start, ...more });
    const error = await failure('BadParameter', () => create(options));
    expect(error.parameter).toBe(parameter);
    await start.close();
  });

  it('a model that is closed', async () => {
    const start = await lender();
    await start.close();
    await failure('BadParameter', () => create({ corpus, start }));
  });
});
