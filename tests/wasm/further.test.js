/** Phrases, texts in pieces, going on with a trained model, the end of every epoch. */
import { describe, expect, it } from 'vitest';
import { presets } from '../../web/corpora/presets.js';
import { create, findPhrases, train } from '../../web/src/api/index.js';
import { trainStream } from '../../web/src/api/stream.js';
import { failure, longRun, small, toyText } from './support.js';

const city = 'new york is big\nnew york is far\nthe sea is far\n'.repeat(20);
const relations = await /** @type {any} */ (presets.find(({ id }) => id === 'relations-en')).load();

/** @param {import('../../web/src/api/model.js').Model} model */
const queen = async (model) => {
  const [first] = await model.mostSimilar({
    positive: ['king', 'woman'],
    negative: 'man',
    topn: 1,
  });
  return first.word;
};

describe('phrases', () => {
  it('are joined before training, in the held-out text as well', async () => {
    const options = { ...small.nnlm, corpus: city, heldout: 'new york is far\n', epochs: 1 };
    const model = await train({ ...options, phrases: { threshold: 0.1, minCount: 2 } });
    expect(await model.has('new_york')).toBe(true);
    expect(await model.has('york')).toBe(false);
    expect(model.info).toMatchObject({ phrases: 6, heldoutTokens: 2 });
    await model.close();
  });

  it('of two passes join more than two words', async () => {
    const text = `${city}new york city hall\n`.repeat(5);
    const { text: joined } = await findPhrases(text, { threshold: 0.01, minCount: 1, passes: 2 });
    expect(joined).toContain('new_york_city_hall');
  });

  it('have options that are checked', async () => {
    expect((await failure('BadParameter', () => findPhrases(city, { passes: 5 }))).parameter).toBe(
      'passes',
    );
    const wrong = /** @type {any} */ ({ corpus: city, phrases: 'yes' });
    expect((await failure('BadParameter', () => train(wrong))).parameter).toBe('phrases');
  });
});

describe('a text in pieces', () => {
  const lines = relations.split('\n');
  async function* read() {
    for (const line of lines) yield line;
  }

  it('is trained like the whole text', async () => {
    /** @type {number[]} */
    const epochs = [];
    const options = {
      corpus: read,
      epochs: 5,
      onEpoch: (/** @type {{epoch: number, loss: number}} */ { epoch, loss }) => {
        epochs.push(epoch);
        expect(loss).toBeGreaterThan(0);
      },
    };
    const model = await trainStream(options, 100_000); // four pieces per epoch
    const whole = await train({ corpus: relations, epochs: 1 });
    expect(await queen(model)).toBe('queen');
    expect(await model.vocabulary()).toEqual(await whole.vocabulary());
    expect(model.info.tokens).toBe(whole.info.tokens);
    expect(model.options).toMatchObject({ epochs: 5, alpha: 0.05, minAlpha: 0.0001, seed: 1 });
    expect(epochs).toEqual([1, 2, 3, 4, 5]);
    await Promise.all([model.close(), whole.close()]);
  });

  it('of one piece and one epoch is trained bit for bit like the whole text', async () => {
    const model = await train({ corpus: read, epochs: 1 });
    const tokens = lines.map((/** @type {string} */ line) => line.split(' '));
    const ofLists = await train({ corpus: () => tokens, epochs: 1 });
    const whole = await train({ corpus: relations, epochs: 1 });
    expect(await model.weightsHash()).toBe(await whole.weightsHash());
    expect(await ofLists.weightsHash()).toBe(await whole.weightsHash());
    await Promise.all([model.close(), ofLists.close(), whole.close()]);
  });

  it('must be readable more than once, and of a model that can go on', async () => {
    const refused = async (/** @type {any} any: wrong on purpose */ options) =>
      (await failure('BadParameter', () => train(options))).parameter;
    expect(await refused({ corpus: read() })).toBe('corpus');
    expect(await refused({ corpus: () => 7 })).toBe('corpus');
    expect(await refused({ corpus: () => [7] })).toBe('corpus');
    expect(await refused({ corpus: read, model: 'elmo' })).toBe('model');
    expect(await refused({ corpus: read, heldout: 'a b' })).toBe('heldout');
    expect(
      (await failure('BadParameter', () => create(/** @type {any} */ ({ corpus: read })))).message,
    ).toMatch(/train\(\)/);
    await failure('BadParameter', () => train({ corpus: () => [] }));
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const onProgress = () => abort.abort(new Error('enough'));
    const options = { corpus: read, epochs: 50, signal: abort.signal, onProgress };
    const error = await failure('Cancelled', () => train(options));
    expect(error.cause).toEqual(new Error('enough'));
    await error.model?.close();
  });
});

describe('a trained model', () => {
  it('goes on with new sentences, and keeps the words that they lack', async () => {
    const first = await train({ corpus: toyText(20), vectorSize: 8, window: 2 });
    const next = await train({ corpus: 'the cat sleeps\n'.repeat(50), start: first, keep: true });
    expect(await next.has('queen')).toBe(true);
    expect(await next.has('cat')).toBe(true);
    expect(next.options).toMatchObject({ window: 2, vectorSize: 8 });
    const [before, after] = [await first.vector('queen'), await next.vector('queen')];
    expect(after).not.toEqual(new Float32Array(8));
    expect(Math.max(...after.map((x, i) => Math.abs(x - before[i])))).toBeLessThan(0.5);
    await Promise.all([first.close(), next.close()]);
  });

  it('keeps nothing where there is nothing to keep', async () => {
    const first = await train({ corpus: toyText(5), ...small.nnlm, epochs: 1 });
    const options = { corpus: toyText(5), start: first, keep: true };
    expect((await failure('BadParameter', () => train(options))).parameter).toMatch(/keep|matrix/);
    await failure('BadParameter', () => train({ corpus: toyText(5), keep: true }));
    await first.close();
  });
});

describe('the end of an epoch', () => {
  it.each(['skip-gram', 'cbow', 'nnlm', 'elmo'])('is reported once, of %s', async (kind) => {
    /** @type {import('../../web/src/api/types.js').EpochReport[]} */
    const ends = [];
    const own = /** @type {any} */ (small)[kind] ?? { vectorSize: 8 };
    const options = { corpus: toyText(20), ...own, model: kind, epochs: 4 };
    const model = await train({ ...options, onEpoch: (/** @type {any} */ end) => ends.push(end) });
    expect(ends.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    for (const { loss, epochs } of ends) {
      expect(loss).toBeGreaterThan(0);
      expect(epochs).toBe(4);
    }
    expect(ends[3].loss).toBe((await model.report()).epochLoss);
    expect(ends[3].loss).toBeLessThan(ends[0].loss);
    const plain = await train(options);
    expect(await plain.weightsHash()).toBe(await model.weightsHash());
    await Promise.all([model.close(), plain.close()]);
  });
});

it('a cancelled run says why, and a model closes itself', async () => {
  const abort = new AbortController();
  const error = await failure('Cancelled', () => {
    const running = train({ ...longRun, signal: abort.signal });
    setTimeout(() => abort.abort('no time'), 20);
    return running;
  });
  expect(error.cause).toBe('no time');
  await error.model?.[Symbol.asyncDispose]();
  expect(error.model?.closed).toBe(true);
});

it('an evaluation lists the right and the wrong answers', async () => {
  const model = await train({ corpus: relations });
  const text = ': family\nman woman king queen\nman woman king dog\n';
  const { sections } = await model.evaluateWordAnalogies(text);
  expect(sections[0].right).toEqual([['man', 'woman', 'king', 'queen']]);
  expect(sections[0].wrong).toEqual([['man', 'woman', 'king', 'dog']]);
  await model.close();
});
