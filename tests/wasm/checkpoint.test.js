/** A run in a file: it goes on as if it had never stopped, or it is refused. */
import { beforeAll, describe, expect, it } from 'vitest';
import { create, load, train } from '../../web/src/api/index.js';
import { failure, small, toyText } from './support.js';

const corpus = toyText(40);
const heldout = toyText(2);

/** @type {[string, any][]} */
const runs = [
  ['skip-gram', { model: 'skip-gram', sample: 0.05, vectorSize: 8, epochs: 3 }],
  ['cbow', { model: 'cbow', objective: 'hierarchical-softmax', vectorSize: 8, epochs: 3 }],
  ['nnlm', { ...small.nnlm, epochs: 3, heldout, patience: 2 }],
  ['nnlm, adagrad', { ...small.nnlm, epochs: 3, optimiser: 'adagrad', direct: true }],
  ['elmo', { ...small.elmo, epochs: 3, heldout, dropout: 0.2, samples: 4 }],
  ['elmo, carried', { ...small.elmo, epochs: 3, carryState: true, optimiser: 'sgd' }],
  [
    'elmo, characters',
    {
      ...small.elmo,
      epochs: 2,
      charCnn: true,
      charSize: 4,
      charFilters: [
        [1, 4],
        [2, 8],
      ],
    },
  ],
];

describe.each(runs)('%s', (_name, options) => {
  /** @type {string} */
  let hash;
  /** @type {any} */
  let last;
  beforeAll(async () => {
    const whole = await train({ ...options, corpus });
    hash = await whole.weightsHash();
    last = await whole.report();
    await whole.close();
  });

  it('a resumed run ends with the hash of the unbroken one', async () => {
    for (const stop of [1, Math.floor(last.step / 2) + 1, last.step - 1]) {
      const first = await create({ ...options, corpus });
      await first.step(stop);
      const bytes = await first.checkpoint();
      expect(await first.export('checkpoint')).toEqual(bytes);
      const before = await first.weightsHash();
      await first.close();
      const second = await load(bytes, { corpus, heldout: options.heldout });
      expect(second.info.trainable).toBe(true);
      expect(second.options).toMatchObject({ model: options.model, epochs: options.epochs });
      expect(await second.weightsHash()).toBe(before);
      expect((await second.report()).step).toBe(stop);
      const end = await second.resume();
      expect(end).toMatchObject({ step: last.step, tokens: last.tokens, finished: true });
      expect(await second.weightsHash()).toBe(hash);
      if (options.heldout) expect(end.heldoutLoss).toBe(last.heldoutLoss);
      await second.close();
    }
  });

  it('the model answers without its text', async () => {
    const trained = await train({ ...options, corpus });
    const loaded = await load(await trained.checkpoint());
    expect(loaded.info).toMatchObject({
      trainable: false,
      vocabulary: 12,
      tokens: 0,
      dimensions: options.vectorSize,
    });
    expect(loaded.options).toEqual({ build: 'exact', ...trained.options });
    expect(await loaded.weightsHash()).toBe(hash);
    expect(await loaded.parameterCount()).toBe(await trained.parameterCount());
    expect(await loaded.vocabulary()).toEqual(await trained.vocabulary());
    expect(await loaded.vectors()).toEqual(await trained.vectors());
    expect(await loaded.mostSimilar({ positive: 'king' })).toEqual(
      await trained.mostSimilar({ positive: 'king' }),
    );
    if (/nnlm|elmo/.test(options.model)) {
      expect(await loaded.predictNext('the king')).toEqual(await trained.predictNext('the king'));
      const { model, trigram } = await loaded.perplexities({ text: heldout });
      expect(model).toBeGreaterThan(1);
      expect(trigram).toBeNaN();
    }
    await failure('BadParameter', () => loaded.resume());
    await loaded.close();
    await trained.close();
  });
});

describe('files that are refused', () => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  /** @type {import('../../web/src/api/index.js').Model} */
  let model;
  beforeAll(async () => {
    model = await create({ ...small.nnlm, corpus, heldout, vectorSize: 2, hidden: 2, context: 1 });
    await model.step(3);
    bytes = await model.checkpoint();
    return () => model.close();
  });

  /** @param {(copy: Uint8Array<ArrayBuffer>) => any} spoil */
  const refused = async (spoil) => {
    const copy = bytes.slice();
    const changed = spoil(copy) ?? copy;
    return failure('BadFormat', () => load(changed, { format: 'checkpoint' }));
  };

  it('cut anywhere', async () => {
    for (let size = 0; size < bytes.length; size += 29)
      await refused((copy) => copy.slice(0, size));
  });

  it('any byte flipped', async () => {
    for (let at = 0; at < bytes.length; at += 23) {
      await refused((copy) => {
        copy[at] ^= 1 << (at % 8);
      });
    }
  });

  it('foreign, and from a newer version', async () => {
    const foreign = await failure('BadFormat', async () => load(await model.export('safetensors')));
    expect(foreign.message).toMatch(/no checkpoint of this program/);
    const text = new TextDecoder('latin1').decode(bytes);
    const newer = await refused((copy) => {
      copy[text.indexOf('"version":"1"') + 11] = 0x39;
    });
    expect(newer.message).toMatch(/newer version/);
    await refused(() => new TextEncoder().encode('the king rules the land'));
    await refused(() => new Uint8Array(100_000));
  });

  it('another text, another held-out text', async () => {
    const wrong = async (/** @type {any} */ options) =>
      (await failure('BadParameter', () => load(bytes, options))).parameter;
    expect(await wrong({ corpus: toyText(41), heldout })).toBe('corpus');
    expect(await wrong({ corpus: corpus.split('\n').reverse().join('\n'), heldout })).toBe(
      'corpus',
    );
    expect(await wrong({ corpus })).toBe('heldout');
    expect(await wrong({ corpus, heldout: toyText(1) })).toBe('heldout');
    await failure('EmptyCorpus', () => load(bytes, { corpus: '' }));
    await failure('EmptyCorpus', () => load(bytes, { corpus, heldout: 'unheard' }));
    const vectors = await model.export('word2vec');
    expect((await failure('BadParameter', () => load(vectors, { corpus }))).parameter).toBe(
      'corpus',
    );
    const loaded = await load(vectors);
    await failure('BadParameter', () => loaded.checkpoint());
    await failure('BadParameter', () => loaded.predictNext('the king'));
    await loaded.close();
  });

  it('leave the model that is there as it was', async () => {
    const hash = await model.weightsHash();
    await refused((copy) => copy.slice(0, 500));
    expect(await model.weightsHash()).toBe(hash);
    expect((await model.report()).step).toBe(3);
  });
});

it('other tools can read the weights', async () => {
  const model = await create({ ...small.nnlm, corpus });
  for (const format of /** @type {const} */ (['safetensors', 'checkpoint'])) {
    const bytes = await model.export(format);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const length = Number(view.getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    const { dtype, shape, data_offsets } = header['embedding.weight'];
    expect(dtype).toBe('F32');
    expect(shape).toEqual([14, 16]);
    const start = 8 + length + data_offsets[0];
    const rows = new Float32Array(bytes.slice(start, start + 4 * 12 * 16).buffer);
    expect(rows).toEqual(await model.vectors());
  }
  const npy = await model.export('npy');
  expect(new TextDecoder('latin1').decode(npy.subarray(1, 6))).toBe('NUMPY');
  expect(npy.length).toBe(128 + 4 * 12 * 16);
  await model.close();
});
