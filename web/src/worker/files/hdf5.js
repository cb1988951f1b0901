/**
 * Reads HDF5 files piece by piece. The library has a megabyte; it is loaded only when a file is
 * opened.
 */
import { engineFailure } from '../errors.js';
import { problem } from './problems.js';
import { firstBytes } from './source.js';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
let opened = 0;

/**
 * @typedef {object} Data the fields of a data set that are read
 * @property {number[] | null} shape
 * @property {{type: number, size: number}} metadata
 * @property {(ranges: number[][]) => ArrayLike<number>} slice ranges are [from, to]; [] for the
 *   whole dimension
 *
 * @typedef {object} Hdf5File
 * @property {(path: string) => Data | null} find returns a data set, or null if there is none
 * @property {() => void} close
 */

const [INTEGER, FLOAT] = [0, 1]; // H5T_INTEGER, H5T_FLOAT

async function library() {
  try {
    return await import('h5wasm');
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw engineFailure(
      'Weights of ELMo are HDF5 files, which the package h5wasm reads. Add it with: npm install h5wasm',
      'h5wasm',
    );
  }
}

/** @param {Blob} blob @returns {Promise<Hdf5File>} */
export async function openHdf5(blob) {
  const start = await firstBytes(blob, 8);
  if (SIGNATURE.some((byte, i) => start[i] !== byte)) throw problem('elmo.hdf5');
  const { ready, File, Dataset } = await library();
  const { FS, activate_throwing_error_handler: throwErrors } = await ready;
  throwErrors(); // instead of printing the errors
  const folder = `/file-${++opened}`;
  FS.mkdir(folder);
  const path = `${folder}/weights`;
  const inWorker = 'FileReaderSync' in globalThis; // in a worker, a file can be read in place
  if (inWorker) {
    const workerFiles = FS.filesystems.WORKERFS;
    FS.mount(workerFiles, { blobs: [{ name: 'weights', data: blob }] }, folder);
  } else FS.writeFile(path, new Uint8Array(await blob.arrayBuffer()));
  const leave = () => (inWorker ? FS.unmount(folder) : FS.unlink(path));
  /** @type {import('h5wasm').File} */
  let file;
  try {
    file = new File(path, 'r');
    if (!(file.file_id > 0n)) throw problem('elmo.hdf5');
  } catch {
    leave();
    throw problem('elmo.hdf5');
  }
  return {
    find(name) {
      try {
        const found = file.get(name);
        if (!(found instanceof Dataset)) return null;
        const { metadata } = found;
        const half = metadata.type === FLOAT && metadata.size === 2;
        // The library reads no 16-bit floats, but 16-bit whole numbers: their bits.
        const data = half
          ? Object.create(found, { metadata: { value: { ...metadata, type: INTEGER } } })
          : found;
        // The library's own types do not have a data set with slices of any length.
        const { shape } = metadata;
        const slice = (/** @type {number[][]} */ ranges) => data.slice(ranges);
        return { shape, metadata, slice };
      } catch {
        return null; // no such name, or an unreadable data set
      }
    },
    close() {
      file.close();
      leave();
    },
  };
}
