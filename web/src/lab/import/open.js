/** Opens files of vectors; loaded when the first file is chosen. */
import './import-dialog.js';
import { openVectors } from './loaded.js';
import './notes.js';
import { problem } from '../../worker/files/problems.js';

/** Files up to this size are opened at once; for larger ones the reader may choose a part. */
const LARGE = 16e6;

/**
 * One word2vec file or checkpoint, or the two files of a TSV pair in any order.
 * @param {import('../lab-app.js').LabApp} app @param {File[]} files
 */
export async function openFiles(app, files) {
  const { session } = app;
  const { name, file, size } = chosen(files);
  const read = (/** @type {object} */ options) => session.api.load(file, options);
  // A checkpoint cannot be read in part.
  const whole = size <= LARGE || /\.safetensors$/i.test(name);
  const model = whole ? await read({}) : await dialogOf(app).ask({ name, size, read });
  if (model) await openVectors(session, name, model);
}

/** @param {File[]} files */
function chosen(files) {
  if (files.length === 1) return { name: files[0].name, size: files[0].size, file: files[0] };
  const isMetadata = (/** @type {File} */ file) => /meta/i.test(file.name);
  const metadata = files.find(isMetadata);
  const vectors = files.find((file) => !isMetadata(file));
  if (files.length !== 2 || !metadata || !vectors) throw problem('files');
  return { name: vectors.name, size: vectors.size + metadata.size, file: { vectors, metadata } };
}

/** @param {import('../lab-app.js').LabApp} app */
function dialogOf(app) {
  const there = app.querySelector('import-dialog');
  if (there) return there;
  const made = document.createElement('import-dialog');
  app.querySelector('.page')?.append(made);
  return made;
}
