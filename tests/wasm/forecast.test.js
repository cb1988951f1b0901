import { describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { small, toyText } from './support.js';

const corpus = toyText();
/** @type {Record<string, import('../../web/src/api/types.js').CreateOptions>} */
const runs = {
  'skip-gram': { corpus, epochs: 40 },
  nnlm: { ...small.nnlm, corpus, epochs: 20 },
  elmo: { ...small.elmo, corpus, epochs: 20, dropout: 0.2 },
};

describe('a forecast', () => {
  it.each(Object.keys(runs))('%s: tells the duration, and leaves no trace', async (name) => {
    const model = await create(runs[name]);
    const untrained = await model.weightsHash();
    const forecast = await model.forecast();
    expect(await model.weightsHash()).toBe(untrained);
    expect(await model.report()).toMatchObject({ step: 0, progress: 0, epochLoss: Number.NaN });
    const start = performance.now();
    await model.resume();
    const seconds = (performance.now() - start) / 1000;
    expect(forecast?.seconds).toBeGreaterThan(seconds / 10);
    expect(forecast?.seconds).toBeLessThan(10 * seconds); // other work may share the machine
    expect(forecast?.tokensPerSecond).toBeGreaterThan(0);
    const hash = await model.weightsHash();
    expect(await model.forecast()).toBeNull(); // it has been trained
    const plain = await create(runs[name]);
    await plain.resume();
    expect(await plain.weightsHash()).toBe(hash);
    await Promise.all([model.close(), plain.close()]);
  });

  it('of a run that is over at once', async () => {
    const model = await create({ corpus: 'a b c', epochs: 1 });
    expect((await model.forecast())?.seconds).toBeLessThan(0.1);
    await model.close();
  });
});

it('multiply-adds follow the vocabulary and the options', async () => {
  const nnlm = await create({ ...small.nnlm, corpus });
  const now = await nnlm.multiplyAdds();
  expect(now).toBeGreaterThan(3 * 24 * nnlm.info.vocabulary);
  expect((await nnlm.multiplyAdds({}, 1000)) / now).toBeGreaterThan(2);
  const elmo = await create({ ...small.elmo, corpus });
  expect(await elmo.multiplyAdds({ samples: 4 }, 5000)).toBeLessThan(
    (await elmo.multiplyAdds({}, 5000)) / 4,
  );
  const words = await create({ corpus });
  expect(await words.multiplyAdds()).toBe(0);
  await Promise.all([nnlm, elmo, words].map((model) => model.close()));
});

it('a text too small for its epochs leaves all words alike; more epochs part them', async () => {
  // 60 nouns of three kinds, each with verbs of its own; most occur once or twice.
  const kinds = [0, 1, 2].map((kind) => ({
    nouns: Array.from({ length: 20 }, (_, i) => `名${kind}${i}`),
    verbs: Array.from({ length: 4 }, (_, i) => `动${kind}${i}`),
  }));
  const lines = Array.from({ length: 100 }, (_, i) => {
    const { nouns, verbs } = kinds[i % 3];
    return [nouns[(7 * i) % 20], verbs[i % 4], nouns[(3 * i + 1) % 20], '的', `尾${i}`].join(' ');
  });
  const options = { corpus: lines.join('\n'), tokenizer: /** @type {const} */ ('space') };
  const similarity = async (/** @type {number} */ epochs) => {
    const model = await create({ ...options, epochs });
    const before = (await model.projection()).meanSimilarity;
    await model.resume();
    const { meanSimilarity } = await model.projection();
    await model.close();
    return [before, meanSimilarity];
  };
  const [untrained, few] = await similarity(10);
  const [, many] = await similarity(200);
  expect(Math.abs(untrained)).toBeLessThan(0.3);
  expect(few).toBeGreaterThan(0.95);
  expect(many).toBeLessThan(0.7);
});
