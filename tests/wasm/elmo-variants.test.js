/** Variants of bilm-tf's files that other tools write, made from the files in elmo/ by h5wasm. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadElmo } from '../../web/src/api/index.js';
import { failure } from './support.js';

const SENTENCE = ['a', 'bank', 'of', 'sand'];
const CELLS = ['RNN_0', 'RNN_1'].flatMap((direction) =>
  [0, 1].map((layer) => `${direction}/RNN/MultiRNNCell/Cell${layer}/LSTMCell`),
);

/** @typedef {{shape: number[], data: Float32Array}} Data */

// any: parts of the library that its types leave out.
/** @type {any} */
let h5;
/** @type {any} */
let library;
/** @type {any} the options of the fixture */
let options;
/** @type {Record<string, Data>} its weights by path */
let weights;
let files = 0;

beforeAll(async () => {
  h5 = await import('h5wasm');
  library = await h5.ready;
  const fixture = (/** @type {string} */ name) =>
    readFile(new URL(`elmo/${name}`, import.meta.url));
  options = JSON.parse((await fixture('options.json')).toString());
  library.FS.writeFile('/fixture', Uint8Array.from(await fixture('weights.hdf5')));
  const file = new h5.File('/fixture', 'r');
  weights = {};
  for (const path of file.paths()) {
    const found = file.get(path);
    if (found instanceof h5.Dataset) weights[path] = { shape: found.shape, data: found.value };
  }
  file.close();
});

/** The nearest half of numbers below 2^15. @param {number} value */
function toHalf(value) {
  const size = Math.abs(value);
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  const bits = Math.round((size / 2 ** exponent) * 1024) + ((exponent + 14) << 10);
  return bits | (value < 0 ? 0x8000 : 0);
}

/** This half as a number. @param {number} value */
function rounded(value) {
  const size = Math.abs(value);
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  return Math.sign(value) * Math.round((size / 2 ** exponent) * 1024) * 2 ** (exponent - 10);
}

/** @param {Record<string, Data>} content @param {boolean} [halves] as 16-bit floats */
function written(content, halves = false) {
  files += 1;
  const path = `/made-${files}`;
  const file = new h5.File(path, 'w', { libver: ['earliest', 'latest'] });
  for (const [name, { shape, data }] of Object.entries(content)) {
    const groups = name.split('/').slice(0, -1);
    groups.forEach((_, i) => {
      const group = groups.slice(0, i + 1).join('/');
      if (!file.get(group)) file.create_group(group);
    });
    const numbers = data.slice();
    if (halves) new Uint16Array(numbers.buffer).set(Uint16Array.from(data, toHalf));
    file.create_dataset({ name, data: numbers, shape, dtype: '<f4' });
  }
  file.flush();
  file.close();
  const bytes = Buffer.from(library.FS.readFile(path));
  if (halves) describeAsHalves(bytes);
  return Uint8Array.from(bytes);
}

/** The library writes no 16-bit floats: this changes the types of the data sets in the file. */
function describeAsHalves(/** @type {Buffer} */ bytes) {
  const single = Buffer.from('11201f00040000000000200017080017', 'hex');
  const half = Buffer.from('11200f0002000000000010000a05000a', 'hex');
  for (let at = bytes.indexOf(single); at >= 0; at = bytes.indexOf(single, at + 1)) {
    half.copy(bytes, at);
    bytes.writeUInt32LE(15, at + half.length); // the exponent's bias
  }
}

/** The vectors of a sentence in the highest layer. @param {any} given @param {Uint8Array} file */
async function vectorsOf(given, file) {
  const model = await loadElmo({ options: given, weights: Uint8Array.from(file) });
  const vectors = await model.contextVectors(SENTENCE, { layer: 2 });
  await model.close();
  return [...vectors];
}

/** A model whose LSTMs have as many cells as outputs. */
function equalSizes() {
  const size = options.lstm.projection_dim;
  const narrow = { ...weights };
  const take = (/** @type {Data} */ { data }, /** @type {number[]} */ shape) => ({
    shape,
    data: data.slice(
      0,
      shape.reduce((product, n) => product * n, 1),
    ),
  });
  for (const cell of CELLS) {
    narrow[`${cell}/W_0`] = take(weights[`${cell}/W_0`], [2 * size, 4 * size]);
    narrow[`${cell}/B`] = take(weights[`${cell}/B`], [4 * size]);
    delete narrow[`${cell}/W_P_0`];
  }
  const scaled = (/** @type {number} */ factor) => ({
    ...narrow,
    ...Object.fromEntries(
      CELLS.map((cell) => [
        `${cell}/W_P_0`,
        {
          shape: [size, size],
          data: Float32Array.from({ length: size * size }, (_, i) => (i % (size + 1) ? 0 : factor)),
        },
      ]),
    ),
  });
  return { given: { ...options, lstm: { ...options.lstm, dim: size } }, narrow, scaled };
}

describe('published weights', () => {
  it('of 16 bits are those of their values', async () => {
    const exact = Object.fromEntries(
      Object.entries(weights).map(([path, { shape, data }]) => [
        path,
        { shape, data: data.map(rounded) },
      ]),
    );
    const halves = await vectorsOf(options, written(weights, true));
    expect(halves).toEqual(await vectorsOf(options, written(exact)));
    expect(halves).not.toEqual(await vectorsOf(options, written(weights)));
  });

  it('may be packed with gzip', async () => {
    const file = written(weights);
    expect(await vectorsOf(options, gzipSync(file))).toEqual(await vectorsOf(options, file));
    const cut = gzipSync(file).subarray(0, 2000);
    const error = await failure('BadFormat', () => vectorsOf(options, cut));
    expect(error.parameter).toBe('import.gzip');
  });

  it('may have a row more of characters, which no id refers to', async () => {
    const { shape, data } = weights.char_embed;
    const longer = {
      shape: [262, shape[1]],
      data: Float32Array.of(...data, ...data.slice(0, shape[1])),
    };
    const more = await vectorsOf(options, written({ ...weights, char_embed: longer }));
    expect(more).toEqual(await vectorsOf(options, written(weights)));
  });

  it('with equal sizes have no projection, or the one in the file', async () => {
    const { given, narrow, scaled } = equalSizes();
    const plain = await vectorsOf(given, written(narrow));
    expect(await vectorsOf(given, written(scaled(1)))).toEqual(plain);
    expect(await vectorsOf(given, written(scaled(0.5)))).not.toEqual(plain);
    const { projection_dim: _, ...lstm } = given.lstm; // left out: no projection
    expect(await vectorsOf({ ...given, lstm }, written(narrow))).toEqual(plain);
    const half = scaled(1);
    delete half[`${CELLS[3]}/W_P_0`];
    const error = await failure('BadFormat', () => vectorsOf(given, written(half)));
    expect(error).toMatchObject({ parameter: 'import.elmo.missing', value: `${CELLS[3]}/W_P_0` });
  });

  it.each([
    [
      'UTF-16 with its mark',
      (/** @type {string} */ text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    ],
    ['UTF-16 without', (/** @type {string} */ text) => Buffer.from(text, 'utf16le')],
    [
      'big-endian',
      (/** @type {string} */ text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ],
    ['UTF-8 with its mark', (/** @type {string} */ text) => Buffer.from(`\ufeff${text}`)],
    ['text with its mark', (/** @type {string} */ text) => `\ufeff${text}`],
  ])('with options as %s', async (_name, encoded) => {
    const file = written(weights);
    const given = encoded(JSON.stringify(options));
    expect(await vectorsOf(given, file)).toEqual(await vectorsOf(options, file));
  });
});

it('a missing library is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preformer-'));
  const worker = new URL('../../web/src/worker/', import.meta.url);
  try {
    for (const name of ['errors.js', 'files/hdf5.js', 'files/problems.js', 'files/source.js']) {
      await cp(new URL(name, worker), join(folder, name));
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const start = '[0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]';
    const script = `import { openHdf5 } from './files/hdf5.js';
      await openHdf5(new Blob([Uint8Array.from(${start})])).catch((error) =>
        console.log(error.name, error.code, error.message));`;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    expect(stdout).toMatch(/^PreformerError EngineFailure .*npm install h5wasm/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
