/** HDF5 files, read piece by piece. The library is a megabyte: it comes only where one is opened. */
import { problem } from './problems.js';
import { firstBytes } from './source.js';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
let opened = 0;

/**
 * @param {Blob} blob
 * @returns {Promise<{find: (path: string) => any, close: () => void}>} find: a data set, or null
 */
export async function openHdf5(blob) {
  const start = await firstBytes(blob, 8);
  if (SIGNATURE.some((byte, i) => start[i] !== byte)) throw problem('elmo.hdf5');
  const { ready, File, Dataset } = await import('h5wasm');
  const { FS, activate_throwing_error_handler: throwErrors } = await ready;
  throwErrors(); // instead of printing them
  const folder = `/file-${++opened}`;
  FS.mkdir(folder);
  const path = `${folder}/weights`;
  const inWorker = 'FileReaderSync' in globalThis; // there a file can be read where it lies
  if (inWorker) {
    const workerFiles = FS.filesystems.WORKERFS;
    FS.mount(workerFiles, { blobs: [{ name: 'weights', data: blob }] }, folder);
  } else FS.writeFile(path, new Uint8Array(await blob.arrayBuffer()));
  const leave = () => (inWorker ? FS.unmount(folder) : FS.unlink(path));
  /** @type {any} */
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
        return found instanceof Dataset ? found : null;
      } catch {
        return null; // no such name, or nothing that can be read
      }
    },
    close() {
      file.close();
      leave();
    },
  };
}
