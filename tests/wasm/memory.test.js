import { expect, it } from 'vitest';
import { create, createImages, load, tokenize, train } from '../../web/src/api/index.js';
import { call } from '../../web/src/worker/host.js';
import { network, pictures } from './digits.js';
import { failure, longRun, small, toyText } from './support.js';

/** @param {'words' | 'transfer'} family */
async function census(family = 'words') {
  const reply = await call('census', { where: { build: 'exact' }, family });
  if ('error' in reply) throw new Error(reply.error.message);
  return reply.value;
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

it('language models, checkpoints and long questions leave nothing behind', async () => {
  const corpus = toyText(20);
  const cycle = async () => {
    const nnlm = await create({ ...small.nnlm, corpus, heldout: toyText(2) });
    await nnlm.step(5);
    await nnlm.predictNext('the king');
    await nnlm.generate({ prompt: 'the' });
    await nnlm.perplexities();
    await failure('UnknownWord', () => nnlm.predictNext('nobody'));
    const elmo = await create({ ...small.elmo, corpus });
    await elmo.step(5);
    await elmo.watch({ word: 'king', sentences: ['the king', 'a king'], senses: [0, 1] });
    await elmo.senseMap({ sentences: ['the king is'] });
    await elmo.contextVectors('the king');
    const bytes = await elmo.checkpoint();
    const loaded = await load(bytes);
    const resumed = await load(bytes, { corpus });
    await resumed.step(2);
    bytes[300] ^= 1;
    await failure('BadFormat', () => load(bytes));
    const closing = nnlm.perplexities({ text: `${corpus}\n`.repeat(200) });
    await Promise.all([failure('Cancelled', () => closing), nnlm.close()]);
    for (const model of [elmo, loaded, resumed]) await model.close();
  };
  for (let i = 0; i < 4; i++) await cycle();
  const before = await census();
  for (let i = 0; i < 20; i++) await cycle();
  expect(await census()).toEqual(before);
  expect(before).toMatchObject({ models: 0, nativeModels: 0 });
});

it('classifiers, transfers and comparisons leave nothing behind', async () => {
  const ofA = pictures(6, ['across', 'down']);
  const ofB = pictures(6, ['rising', 'falling']);
  const sentences = 'king\tthe king rules\nman\tthe man walks\nking\ta king\nman\ta man\n';
  const few = { minSteps: 5, epochs: 1 };
  const cycle = async () => {
    const a = await createImages({ examples: ofA, ...network });
    await a.step(3);
    const b = await a.transfer({ examples: ofB, frozen: ['conv1'], ...few });
    await b.classify(ofB.pixels);
    await b.evaluate(ofB);
    await a.activations(ofA.pixels.subarray(0, 144));
    await a.inside(ofA.pixels.subarray(0, 144), 'across');
    await a.filters();
    await a.forgetting(b, ofA);
    await a.compare({ pool: ofB, test: ofB, labels: [1], seeds: 1, ...few });
    await a.reset({ seed: 2 });
    const bytes = await b.checkpoint();
    const loaded = await load(bytes, { format: 'classifier' });
    bytes[300] ^= 1;
    await failure('BadFormat', () => load(bytes));
    await failure('BadParameter', () => a.transfer({ examples: ofB, frozen: ['conv9'] }));
    await failure('Cancelled', () =>
      b.compare({ pool: ofB, test: ofB, labels: [1], seeds: 900, onProgress: () => b.close() }),
    );
    const words = await create({ ...small.elmo, corpus: toyText(5) });
    const c = await words.transfer({ examples: sentences, ...few });
    await c.classify('the king');
    await failure('UnknownWord', () => c.classify('nobody'));
    await failure('BadFormat', () => words.transfer({ examples: 'no tab' }));
    await words.compare({ pool: sentences, test: sentences, labels: [1, 2], seeds: 1, ...few });
    for (const model of [a, loaded, words, c]) await model.close();
  };
  for (let i = 0; i < 3; i++) await cycle();
  const before = [await census(), await census('transfer')];
  for (let i = 0; i < 10; i++) await cycle();
  expect([await census(), await census('transfer')]).toEqual(before);
  expect(before[1]).toMatchObject({ models: 0, nativeModels: 0 });
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
