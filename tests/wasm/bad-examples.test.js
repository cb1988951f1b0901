/** Examples and options of a transfer that make no sense: each a clear message, nothing lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImages, load, train, trainImages } from '../../web/src/api/index.js';
import { network, pictures, size } from './digits.js';
import { failure, small, toyText } from './support.js';

const good = pictures(4, ['across', 'down']);

describe('examples of images', () => {
  it.each([
    ['nothing', undefined],
    ['no object', 5],
    ['text', 'across\tpicture'],
    ['no pixels', { labels: ['a', 'b'] }],
    ['pixels in a list', { ...good, pixels: [1, 2, 3] }],
    ['no image', { ...good, pixels: new Uint8Array(), labels: [] }],
    ['half an image', { ...good, pixels: good.pixels.subarray(0, 100) }],
    ['zero labels', { ...good, labels: [] }],
    ['too few labels', { ...good, labels: good.labels.slice(1) }],
    ['an empty label', { ...good, labels: good.labels.map(() => ' ') }],
    ['labels of the wrong type', { ...good, labels: good.labels.map(() => ({})) }],
    ['one label only', { ...good, labels: good.labels.map(() => 'across') }],
    ['a size that is none', { ...good, width: 0 }],
    ['another size', { ...good, width: 13 }],
    ['a misspelt field', { ...good, label: [] }],
  ])('%s', async (_name, examples) => {
    const error = await failure('BadParameter', () =>
      createImages(/** @type {any} */ ({ examples, ...network })),
    );
    expect(error.parameter).toMatch(/^(examples|label$)/);
    expect(error.permitted).not.toBe('');
  });

  it('a blank drawing, with its place', async () => {
    const pixels = good.pixels.slice();
    pixels.fill(0, 2 * 144, 3 * 144);
    const examples = { ...good, pixels };
    const error = await failure('BadParameter', () => createImages({ examples, ...network }));
    expect(error).toMatchObject({ parameter: 'examples', value: 'image 3' });
  });

  it('options out of range', async () => {
    for (const wrong of [
      { filters: [4] },
      { filters: [0, 4] },
      { filters: 8 },
      { kernel: 9 },
      { kernel: 0 },
      { hidden: 1e9 },
      { dropout: 1 },
      { epochs: 0 },
      { alpha: Number.NaN },
      { optimiser: 'adamw' },
      { gradual: 1 },
      { seed: -1 },
      { minSteps: -1 },
      { build: 'quick' },
      { vectorSize: 3 },
      { onProgress: 5 },
    ]) {
      const options = /** @type {any} */ ({ examples: good, ...network, ...wrong });
      const error = await failure('BadParameter', () => createImages(options));
      expect(error.parameter).toBe(Object.keys(wrong)[0]);
    }
    await failure('BadParameter', () => createImages(/** @type {any} */ (undefined)));
  });
});

describe('a transfer', () => {
  /** @type {import('../../web/src/api/classifier.js').Classifier} */
  let a;
  /** @type {string} */
  let hash;
  beforeAll(async () => {
    a = await trainImages({ examples: good, ...network });
    hash = await a.weightsHash();
  });
  afterAll(async () => {
    expect(await a.weightsHash()).toBe(hash);
    await a.close();
  });

  it('of layers that there are not', async () => {
    for (const frozen of [['conv9'], ['head'], ['conv1', '__proto__']]) {
      const error = await failure('BadParameter', () => a.transfer({ examples: good, frozen }));
      expect(error).toMatchObject({ parameter: 'frozen', permitted: 'conv1, conv2, hidden' });
    }
    const rates = await failure('BadParameter', () =>
      a.transfer({ examples: good, learningRates: { conv3: 1 } }),
    );
    expect(rates).toMatchObject({
      parameter: 'learningRates',
      value: 'conv3',
      permitted: 'conv1, conv2, hidden, head',
    });
  });

  it('with options of the wrong shape', async () => {
    for (const wrong of [
      { frozen: 'some' },
      { frozen: [1] },
      { frozen: 5 },
      { learningRates: 0.5 },
      { learningRates: 'x' },
      { learningRates: [1] },
      { learningRates: { conv1: -1 } },
      { head: 5 },
      { head: { dropout: 2 } },
      { head: { size: 2 } },
      { from: 'elsewhere' },
      { layers: ['conv1'] },
      { signal: 5 },
    ]) {
      const options = /** @type {any} */ ({ examples: good, ...wrong });
      await failure('BadParameter', () => a.transfer(options));
    }
    await failure('BadParameter', () => a.transfer(/** @type {any} */ (undefined)));
    await failure('BadParameter', () => a.transfer(/** @type {any} */ ({})));
    const other = { ...pictures(2), width: 24, height: 6 };
    const error = await failure('BadParameter', () => a.transfer({ examples: other }));
    expect(error.parameter).toBe('examples.width');
  });

  it('a comparison without enough examples', async () => {
    const pool = pictures(3, ['across', 'down']);
    const test = good;
    const few = await failure('BadParameter', () => a.compare({ pool, test, labels: [2, 4] }));
    expect(few).toMatchObject({ parameter: 'labels', value: '3' });
    for (const [wrong, name] of /** @type {[any, string][]} */ ([
      [{ labels: [0] }, 'labels'],
      [{ labels: [] }, 'labels'],
      [{ labels: [1, 1] }, 'labels'],
      [{ labels: 5 }, 'labels'],
      [{ modes: [] }, 'modes'],
      [{ modes: ['thawed'] }, 'modes'],
      [{ seeds: 0 }, 'seeds'],
      [{ learningRates: { conv1: 1 } }, 'learningRates'],
      [{ test: undefined }, 'test'],
      [{ pool: { ...pool, labels: pool.labels.map(() => 'x') } }, 'pool'],
      [{ test: pictures(2, ['rising', 'down']) }, 'test.labels'],
      [{ frozen: 'all' }, 'frozen'],
    ])) {
      const error = await failure('BadParameter', () =>
        a.compare({ pool, test, labels: [1], ...wrong }),
      );
      expect(error.parameter).toBe(name);
    }
  });

  it('questions of the wrong kind', async () => {
    const any = /** @type {any} */ (a);
    const blank = new Uint8Array(144);
    for (const body of [
      () => any.classify(),
      () => any.classify('a sentence'),
      () => any.classify(new Uint8Array(10)),
      () => any.classify(blank),
      () => any.activations(blank),
      () => any.activations(5),
      () => any.inside(5, 'across'),
      () => any.inside(pictures(1, ['down']).pixels),
      () => any.evaluate(pictures(2, ['rising', 'down'])),
      () => any.evaluate(good, { onProgress: 5 }),
      () => any.evaluate(good, 5),
      () => any.forgetting(5, good),
    ]) {
      await failure('BadParameter', body);
    }
    const label = await failure('BadParameter', () => a.evaluate(pictures(2, ['rising', 'down'])));
    expect(label).toMatchObject({ value: 'rising', permitted: 'across, down' });
    const other = await trainImages({ examples: good, ...network, hidden: 8 });
    const error = await failure('BadParameter', () => a.forgetting(other, good));
    expect(error.parameter).toBe('other');
    await other.close();
    await failure('BadParameter', () => a.forgetting(other, good)); // it is closed
  });

  it('a file that is none, cut off or changed', async () => {
    const bytes = await a.checkpoint();
    for (const end of [0, 7, 40, bytes.length - 1]) {
      await failure('BadFormat', () => load(bytes.slice(0, end), { format: 'classifier' }));
    }
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const changed = bytes.slice();
      changed[at] ^= 1;
      await failure('BadFormat', () => load(changed, { format: 'classifier' }));
    }
    const words = await train({ corpus: toyText(2), epochs: 1 });
    const checkpoint = await words.checkpoint();
    await failure('BadFormat', () => load(checkpoint, { format: 'classifier' }));
    await failure('BadFormat', () => load(bytes, { format: 'checkpoint' }));
    await words.close();
  });
});

describe('labelled sentences', () => {
  /** @type {import('../../web/src/api/index.js').Model} */
  let a;
  beforeAll(async () => {
    a = await train({ corpus: toyText(3), ...small.elmo, epochs: 1 });
  });
  afterAll(() => a.close());
  const refused = (/** @type {string} */ code, /** @type {any} */ examples) =>
    failure(code, () => a.createTransfer({ examples }));

  it('a missing tab, label or sentence, with the line', async () => {
    for (const line of ['the dog', '\tthe dog', 'man\t', 'man\t \t']) {
      const error = await refused('BadFormat', `king\tthe king\n\n${line}\nman\tthe man\n`);
      expect(error).toMatchObject({ parameter: 'examples', value: 'line 3' });
    }
  });

  it('none, one label, too many lines or labels', async () => {
    expect((await refused('BadParameter', '')).parameter).toBe('examples');
    expect((await refused('BadParameter', '\n \n')).value).toBe('no lines');
    expect((await refused('BadParameter', 'king\tthe king\nking\ta king\n')).value).toBe('king');
    const many = 'king\tthe king\n'.repeat(100_000);
    expect((await refused('TooLarge', many)).value).toBe('line 20001');
    const labels = Array.from({ length: 60 }, (_, n) => `${n}\tthe king`).join('\n');
    expect((await refused('TooLarge', labels)).value).toBe('line 51');
  });

  it('sentences without a known word, or without any', async () => {
    const error = await refused('UnknownWord', 'king\tthe king\nman\txyzzy plugh');
    expect(error).toMatchObject({ parameter: 'examples', value: 'sentence 2: xyzzy plugh' });
    const near = await refused('UnknownWord', 'king\tkingg\nman\tthe man');
    expect(near.suggestion).toBe('king');
    await refused('BadParameter', { labels: ['a', 'b'], sentences: ['the king', ' '] });
    const long = Array(1001).fill('the').join(' ');
    await refused('TooLarge', { labels: ['a', 'b'], sentences: ['the king', long] });
  });

  it('of the wrong shape', async () => {
    for (const examples of [
      undefined,
      5,
      ['the king'],
      { labels: ['a'], sentences: ['the king', 'the man'] },
      { labels: ['a', 'b'], sentences: 'the king' },
      { labels: ['a', 'b\tc'], sentences: ['the king', 'the man'] },
      { labels: ['a', 'b'], sentences: [['the', ''], 'the man'] },
      { bytes: 'king\tthe king' },
      { pixels: good.pixels, labels: good.labels, ...size },
    ]) {
      const error = await refused('BadParameter', examples);
      expect(error.parameter).toMatch(/^examples/);
    }
    const b = await a.createTransfer({
      examples: { labels: ['a', 'b'], sentences: ['king', 'man'] },
    });
    for (const body of [
      () => b.classify(/** @type {any} */ (new Uint8Array(784))),
      () => b.classify([]),
      () => b.filters(),
      () => b.activations(/** @type {any} */ ('the king')),
      () => b.inside(/** @type {any} */ (new Uint8Array(784)), 'a'),
      () => b.inside('the king', 'c'),
    ]) {
      await failure('BadParameter', body);
    }
    await failure('UnknownWord', () => b.classify('xyzzy'));
    await b.close();
  });

  it('one-hot vectors have nothing to lend', async () => {
    const none = await train({ corpus: toyText(2), model: 'one-hot' });
    const examples = 'king\tthe king\nman\tthe man\n';
    const error = await failure('BadParameter', () => none.transfer({ examples }));
    expect(error.parameter).toBe('model');
    await none.close();
  });
});
