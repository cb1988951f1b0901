/** Replaces the library that reads HDF5 files, which is too large for builds as a single file. */
import { loadFailure } from '../../corpora/prepared-file.js';

export const ready = Promise.reject(
  loadFailure('The reader of HDF5 files', 'file', 'it is not in this file'),
);
ready.catch(() => {}); // the caller receives the error
export const File = null;
export const Dataset = null;
