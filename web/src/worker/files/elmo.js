/** Loads published weights of ELMo into the core. */
import { getEngine } from '../loader.js';
import { guarded, hold, release } from '../models.js';
import { isProjected, placesOf } from './elmo-layout.js';
import { readOptions } from './elmo-options.js';
import { openHdf5 } from './hdf5.js';
import { problem } from './problems.js';
import { unpacked } from './source.js';
import { Turns } from './turns.js';

const NUMBERS_AT_A_TIME = 1 << 20;

/**
 * @param {{options: string, weights: Blob}} files
 * @param {import('../loader.js').Where} where
 * @param {import('./turns.js').Control<number>} control
 */
export async function loadElmo({ options, weights }, where, control) {
  const asked = readOptions(options);
  const file = await openHdf5(await unpacked(weights));
  const projected = isProjected(asked, (path) => file.find(path) !== null);
  const shape = { ...asked, projected };
  /** @type {import('../wasm').NativeReader | undefined} */
  let native;
  try {
    const places = placesOf(shape).map((place) => ({ ...place, data: checked(file, place) }));
    const engine = await getEngine('transfer', where);
    try {
      const reader = guarded(engine, () => engine.module.createReader(shape));
      native = reader;
      await fill(reader, places, new Turns(control));
      native = undefined; // owned by hold() from here on
      return await hold(where, 'transfer', () => reader, engine);
    } finally {
      native?.delete();
      release(engine);
    }
  } finally {
    file.close();
  }
}

/**
 * The data set of a parameter; throws if it is missing or has another shape.
 * @param {import('./hdf5.js').Hdf5File} file @param {import('./elmo-layout.js').Place} place
 */
function checked(file, { path, shape, spareRows = 0 }) {
  const data = file.find(path);
  if (!data) throw problem('elmo.missing', path);
  const found = data.shape ?? [];
  const spare = found[0] - shape[0];
  const same =
    found.length === shape.length &&
    shape.every((n, i) => n === found[i] || (i === 0 && spare > 0 && spare <= spareRows));
  const { type, size } = data.metadata;
  if (!same) throw problem('elmo.shape', path, `${shape.join(' × ')} (${found.join(' × ')})`);
  if (type !== FLOAT || ![2, 4, 8].includes(size)) throw problem('elmo.type', path);
  return data;
}

const FLOAT = 1; // H5T_FLOAT

/**
 * @param {import('../wasm').NativeReader} native
 * @param {(import('./elmo-layout.js').Place & {data: import('./hdf5.js').Data})[]} places
 * @param {Turns<number>} turns
 */
async function fill(native, places, turns) {
  const parameters = native.parameters();
  const all = places.reduce((sum, { shape }) => sum + count(shape), 0);
  let done = 0;
  for (const [index, { data, shape, transposed, firstRow = 0 }] of places.entries()) {
    const { cols } = parameters[index];
    const rows = shape[0];
    const width = count(shape) / rows; // length of a row in the file
    const step = transposed ? rows : Math.max(1, Math.floor(NUMBERS_AT_A_TIME / width));
    for (let first = 0; first < rows; first += step) {
      const end = Math.min(rows, first + step);
      const piece = numbersOf(data, [[first, end], ...shape.slice(1).map(() => [])]);
      const numbers = transposed ? transpose(piece, rows, width) : piece;
      native.setRows(index, firstRow + (first * width) / cols, numbers);
      done += piece.length;
      if (turns.over) await turns.pause(done / all);
    }
  }
}

/** @param {import('./hdf5.js').Data} data @param {number[][]} ranges */
function numbersOf(data, ranges) {
  try {
    const numbers = data.slice(ranges);
    return data.metadata.size === 2 ? fromHalves(numbers) : Float32Array.from(numbers);
  } catch {
    throw problem('unreadable');
  }
}

/** The values of 16-bit floats, given as whole numbers. @param {ArrayLike<number>} bits */
const fromHalves = (bits) =>
  Float32Array.from(bits, (half) => {
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    const size =
      exponent === 31
        ? fraction
          ? Number.NaN
          : Number.POSITIVE_INFINITY
        : exponent === 0
          ? fraction * 2 ** -24
          : (1024 + fraction) * 2 ** (exponent - 25);
    return half & 0x8000 ? -size : size;
  });

const count = (/** @type {number[]} */ shape) => shape.reduce((product, n) => product * n, 1);

/** @param {Float32Array} matrix @param {number} rows @param {number} cols */
function transpose(matrix, rows, cols) {
  const turned = new Float32Array(matrix.length);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) turned[c * rows + r] = matrix[r * cols + c];
  }
  return turned;
}
