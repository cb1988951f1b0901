import { expect, it } from 'vitest';
import { create, load, tokenize, train } from '../../web/src/api/index.js';
import { call } from '../../web/src/worker/host.js';
import { failure, longRun, toyText } from './support.js';

async function census() {
  const reply = await call('census', { where: { build: 'exact' } });
  return /** @type {any} */ (reply).value;
}

it('close() frees every handle', async () => {
  const corpus = toyText();
  const before = await census();
  expect(before).toMatchObject({ models: 0, nativeModels: 0 });
  const trained = await train({ corpus });
  const running = await create(longRun);
  const run = running.resume();
  const loaded = await load(await trained.export('word2vec'));
  await trained.evaluateWordAnalogies(': s\nking man queen woman\n');
  await trained.mostSimilar({ positive: ['king', await trained.vector('man')] });
  await trained.projection();
  await tokenize(corpus);
  await failure('UnknownWord', () => trained.similarity('king', 'nobody'));
  await failure('BadFormat', () => loaded.evaluateWordAnalogies('no section'));
  await failure('EmptyCorpus', () => create({ corpus: '' }));
  expect(await census()).toMatchObject({ models: 3, nativeModels: 3 });
  for (const model of [trained, running, loaded]) await model.close();
  await run;
  const after = await census();
  expect(after).toMatchObject({ models: 0, nativeModels: 0, values: before.values });
});

it('100 models created and closed leave memory as it was', async () => {
  const corpus = toyText(300);
  const cycle = async () => {
    const model = await create({ corpus, vectorSize: 256 });
    await model.step(200);
    await model.projection();
    await model.export('word2vec');
    await failure('UnknownWord', () => model.vector('nobody'));
    await failure('BadParameter', () => create({ corpus, window: 0 }));
    await failure('VocabularyTooSmall', () => create({ corpus: 'one one one' }));
    await model.close();
  };
  for (let i = 0; i < 5; i++) await cycle();
  const before = await census();
  for (let i = 0; i < 100; i++) await cycle();
  expect(await census()).toEqual(before);
});

it('a large model does not keep its memory after close()', async () => {
  const words = Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(' ');
  const model = await create({ corpus: words, vectorSize: 512 });
  expect((await census()).heapBytes).toBeGreaterThan(100e6);
  await model.close();
  expect((await census()).heapBytes).toBeLessThan(64e6);
});

it('errors leave nothing behind', async () => {
  const model = await create({ corpus: toyText() });
  const word = 'x'.repeat(100_000); // its error carries it twice
  const fail = () => failure('UnknownWord', () => model.vector(word));
  for (let i = 0; i < 5; i++) await fail();
  const before = await census();
  for (let i = 0; i < 500; i++) await fail();
  expect(await census()).toEqual(before);
  await model.close();
});
