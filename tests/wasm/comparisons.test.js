/** Questions with gensim's names, through the API: shapes, defaults, and what is refused. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { train } from '../../web/src/api/index.js';

/** @type {import('../../web/src/api/model.js').Model} */
let model;

beforeAll(async () => {
  model = await train({ model: 'cbow', corpus: { preset: 'relations-en' }, epochs: 2 });
});

afterAll(() => model.close());

it('a single word may stand for a list', async () => {
  expect(await model.mostSimilarCosmul({ positive: 'king', topn: 3 })).toHaveLength(3);
  expect(await model.nSimilarity('king', ['king'])).toBeCloseTo(1, 6);
});

it('distances are in the order of the vocabulary', async () => {
  const [all, words] = await Promise.all([model.distances('king'), model.vocabulary()]);
  expect(all).toHaveLength(words.length);
  const at = words.findIndex(({ word }) => word === 'queen');
  expect(all[at]).toBeCloseTo(1 - (await model.similarity('king', 'queen')), 6);
});

it('a restricted search finds frequent words only', async () => {
  const frequent = (await model.vocabulary({ topn: 40 })).map(({ word }) => word);
  const found = await model.mostSimilar({ positive: 'king', restrictVocab: 40, topn: 10 });
  expect(found.every(({ word }) => frequent.includes(word))).toBe(true);
});

it('texts without known words are infinitely far', async () => {
  expect(await model.wmdistance(['zebra'], ['king'])).toBe(Number.POSITIVE_INFINITY);
  expect(await model.wmdistance(['king', 'zebra'], ['king'])).toBeCloseTo(0, 6);
});

it('refuses what makes no sense', async () => {
  const refused = (/** @type {Promise<unknown>} */ call) =>
    expect(call).rejects.toMatchObject({ code: 'BadParameter' });
  await refused(model.mostSimilarCosmul({ positive: [] }));
  await refused(model.nSimilarity([], ['king']));
  await refused(model.mostSimilar({ positive: 'king', restrictVocab: -1 }));
  await expect(model.closerThan('king', 'zebra')).rejects.toMatchObject({ code: 'UnknownWord' });
});
