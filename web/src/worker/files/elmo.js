/** Loads published weights of ELMo into the core. */
import { getEngine } from '../loader.js';
import { guarded, hold, release } from '../models.js';
import { placesOf } from './elmo-layout.js';
import { readOptions } from './elmo-options.js';
import { openHdf5 } from './hdf5.js';
import { problem } from './problems.js';
import { Turns } from './turns.js';

const NUMBERS_AT_A_TIME = 1 << 20;

/**
 * @param {{options: string, weights: Blob}} files
 * @param {import('../loader.js').Where} where
 * @param {import('./turns.js').Control<number>} control
 */
export async function loadElmo({ options, weights }, where, control) {
  const shape = readOptions(options);
  const file = await openHdf5(weights);
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
function checked(file, { path, shape }) {
  const data = file.find(path);
  if (!data) throw problem('elmo.missing', path);
  const found = data.shape ?? [];
  const same = found.length === shape.length && shape.every((n, i) => n === found[i]);
  const { type, size } = data.metadata;
  if (!same) throw problem('elmo.shape', path, `${shape.join(' × ')} (${found.join(' × ')})`);
  if (type !== FLOAT || (size !== 4 && size !== 8)) throw problem('elmo.type', path);
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
    return Float32Array.from(data.slice(ranges));
  } catch {
    throw problem('unreadable');
  }
}

const count = (/** @type {number[]} */ shape) => shape.reduce((product, n) => product * n, 1);

/** @param {Float32Array} matrix @param {number} rows @param {number} cols */
function transpose(matrix, rows, cols) {
  const turned = new Float32Array(matrix.length);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) turned[c * rows + r] = matrix[r * cols + c];
  }
  return turned;
}
