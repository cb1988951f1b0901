/**
 * ELMo with weights from a file in bilm-tf's layout. tests/golden/elmo_weights.py, which shares no
 * code with us, wrote the files in elmo/ and what the model says of three sentences.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadElmo } from '../../web/src/api/index.js';
import { failure } from './support.js';

const fixture = (/** @type {string} */ name) => readFile(new URL(`elmo/${name}`, import.meta.url));

/** @type {{options: any, weights: Uint8Array<ArrayBuffer>}} */
let files;
/** @type {import('../../web/src/api/elmo.js').ElmoReader} */
let model;
/** @type {{sentence: string[], layers: number[][][]}[]} */
let expected;

beforeAll(async () => {
  const options = JSON.parse((await fixture('options.json')).toString());
  files = { options, weights: Uint8Array.from(await fixture('weights.hdf5')) };
  expected = JSON.parse((await fixture('expected.json')).toString());
  model = await loadElmo(files);
});
afterAll(() => model.close());

const worst = (/** @type {Float32Array} */ found, /** @type {number[]} */ wanted) => {
  expect(found.length).toBe(wanted.length);
  return Math.max(...wanted.map((value, i) => Math.abs(value - found[i])));
};

describe('published weights', () => {
  it('give the vectors that bilm-tf gives, in every layer', async () => {
    for (const { sentence, layers } of expected) {
      for (const [layer, wanted] of layers.entries()) {
        const found = await model.contextVectors(sentence, { layer });
        expect(worst(found, wanted.flat())).toBeLessThan(1e-5);
      }
    }
  });

  it('are as large as their options say', async () => {
    expect(model.info).toMatchObject({ layers: 2, dimensions: 12, cells: 9, build: 'exact' });
    const letters = 262 * 5 + (5 + 1) * 4 + (10 + 1) * 5 + (15 + 1) * 6;
    const dense = 2 * 2 * (15 + 1) * 15 + (15 + 1) * 6;
    expect(model.info.parameters).toBe(letters + dense + 4 * ((12 + 1) * 36 + 9 * 6));
  });

  it('come as files, text or bytes', async () => {
    const text = JSON.stringify(files.options);
    const blobs = { options: new Blob([text]), weights: new Blob([files.weights]) };
    const [wanted] = expected;
    for (const options of [text, blobs.options, new TextEncoder().encode(text)]) {
      const again = await loadElmo({ options, weights: blobs.weights }, { build: 'fast' });
      const found = await again.contextVectors(wanted.sentence, { layer: 2 });
      expect(worst(found, wanted.layers[2].flat())).toBeLessThan(1e-5);
      await again.close();
    }
  });

  it('tell how far their reading is, and stop when asked', async () => {
    const stop = new AbortController();
    stop.abort();
    await failure('Cancelled', () => loadElmo(files, { signal: stop.signal }));
  });

  it('read words of any spelling, and know them apart by their company', async () => {
    const at = async (/** @type {string[]} */ sentence, /** @type {number} */ place) =>
      (await model.contextVectors(sentence, { layer: 2 })).subarray(12 * place, 12 * place + 12);
    const [one, other] = [await at(['zebra', 'finch'], 0), await at(['zebra', 'crossing'], 0)];
    expect(worst(one, [...other])).toBeGreaterThan(1e-3);
    expect(await at(['a', 'b'], 1)).toEqual(
      (await model.contextVectors('a b', { layer: 2 })).subarray(12),
    );
  });

  it('make a map of occurrences', async () => {
    const sentences = ['the bank of the river', 'a bank', 'money in the bank', 'this bank pays'];
    const asked = { word: 'bank', sentences, senses: [0, 0, 1, 1] };
    expect(await model.watch(asked)).toEqual({ occurrences: 4 });
    /** @type {number[]} */
    const told = [];
    const ahead = await model.readAhead(sentences, { onProgress: (share) => told.push(share) });
    expect(ahead).toEqual({ sentences: 4 });
    const map = await model.senseMap({ layer: 1, sentences: ['the old bank'] });
    expect(map.positions).toHaveLength(10);
    expect(map.layers).toHaveLength(4);
    expect(map.neighbours[0].length).toBe(4);
    const near = await model.contextNeighbours('a bank', 1, { layer: 1, topn: 1 });
    expect(near).toEqual([
      { sentence: ['a', 'bank'], position: 1, similarity: expect.closeTo(1, 5) },
    ]);
    await failure('BadParameter', () => model.senseMap({ sentences: ['no such word'] }));
    await failure('BadParameter', () => model.watch({ ...asked, word: 'river' }));
    expect((await model.senseMap({ layer: 1 })).positions).toHaveLength(8); // as before
  });

  it.each([
    ['an empty sentence', () => model.contextVectors('')],
    ['a layer there is none of', () => model.contextVectors('a', { layer: 3 })],
    ['too many weights', () => model.contextVectors('a', { weights: [1, 1] })],
    ['a position there is none of', () => model.contextNeighbours('a b', 2)],
    ['weights that are none', () => loadElmo(/** @type {any} */ ({ options: {}, weights: 5 }))],
    [
      'options that are none',
      () => loadElmo(/** @type {any} */ ({ options: 5, weights: files.weights })),
    ],
  ])('refuse %s', async (_name, ask) => {
    await failure('BadParameter', /** @type {any} */ (ask));
  });
});

describe('what is no ELMo', () => {
  const bad = async (/** @type {string} */ name, /** @type {object} */ changed) => {
    const error = await failure('BadFormat', () => loadElmo({ ...files, ...changed }));
    expect(error.parameter).toBe(`import.${name}`);
    return error;
  };
  const options = (/** @type {object} */ lstm, /** @type {object} */ characters = {}) => ({
    options: {
      ...files.options,
      lstm: { ...files.options.lstm, ...lstm },
      char_cnn: { ...files.options.char_cnn, ...characters },
    },
  });

  it('options of another kind', async () => {
    await bad('elmo.json', { options: '{"lstm": ' });
    await bad('elmo.json', { options: 'null' });
    await bad('elmo.part', { options: {} });
    await bad('elmo.part', { options: { lstm: files.options.lstm } });
    await bad('elmo.option', options({ n_layers: 0 }));
    await bad('elmo.option', options({ dim: 1e9 }));
    await bad('elmo.option', options({ dim: '9' }));
    await bad('elmo.option', options({ cell_clip: -1 }));
    await bad('elmo.option', options({}, { activation: 'tanh' }));
    await bad('elmo.option', options({}, { n_characters: 300 }));
    await bad('elmo.option', options({}, { filters: [] }));
    await bad('elmo.option', options({}, { filters: [[13, 4]] })); // wider than a word
  });

  it('options of another model', async () => {
    const layers = await bad('elmo.missing', options({ n_layers: 3 }));
    expect(layers.value).toBe('RNN_0/RNN/MultiRNNCell/Cell2/LSTMCell/W_0');
    const size = await bad('elmo.shape', options({ projection_dim: 7 }));
    expect(size.permitted).toContain('×');
    await bad('elmo.shape', options({ dim: 10 }));
    await bad('elmo.missing', options({}, { n_highway: 3 }));
  });

  it('weights that are no HDF5, or were cut off', async () => {
    await bad('elmo.hdf5', { weights: new Uint8Array() });
    await bad('elmo.hdf5', { weights: new TextEncoder().encode('2 3\none 1 2 3\n') });
    for (const share of [0.001, 0.1, 0.9]) {
      const end = Math.ceil(share * files.weights.length);
      await bad('elmo.hdf5', { weights: files.weights.slice(0, end) });
    }
  });

  it('damage anywhere', async () => {
    /** @type {Set<string>} */
    const said = new Set();
    const { length } = files.weights;
    for (let at = 16; at < length - 32; at += Math.floor(length / 60)) {
      const weights = files.weights.slice();
      weights.fill(0xff, at, at + 32); // read as numbers, none of them finite
      const outcome = await loadElmo({ ...files, weights }).then(
        (opened) => opened.close(), // nothing of it is used
        (error) => error,
      );
      if (!outcome) continue;
      expect(outcome.code).toBe('BadFormat');
      said.add(outcome.parameter);
    }
    expect([...said]).toContain('import.elmo.number');
  });

  it('leaves nothing behind', async () => {
    await bad('elmo.shape', options({ dim: 10 }));
    const [wanted] = expected;
    const found = await model.contextVectors(wanted.sentence, { layer: 1 });
    expect(worst(found, wanted.layers[1].flat())).toBeLessThan(1e-5);
  });
});
