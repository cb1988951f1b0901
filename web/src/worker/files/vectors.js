/**
 * Reads word vectors from files of any size as a stream, up to the requested number of words. The
 * core reads the formats (cpp/preformer/io/vector_reader.h, vector_pair.h); its module is loaded
 * with the first file. Here are the streams, and the turns between their pieces.
 */
import { getEngine } from '../loader.js';
import { guarded, release } from '../models.js';
import { Gathered } from './gathered.js';
import { problem } from './problems.js';
import { openPieces } from './source.js';
import { Turns } from './turns.js';

/**
 * @typedef {import('../wasm').NativeVectorFile} NativeVectorFile
 * @typedef {import('../wasm').NativeVectorPair} NativeVectorPair
 * @typedef {import('./source.js').Pieces} Pieces
 *
 * @typedef {object} Reading
 * @property {Blob} vectors
 * @property {Blob} [metadata] the words of a TSV pair
 * @property {number} limit largest number of words
 * @property {boolean} strict refuses a file of which anything would be left out or renamed
 *
 * @typedef {(share: number) => void | Promise<void>} Turn called after each piece
 */

/**
 * @param {Reading} files
 * @param {import('../loader.js').Where} where
 * @param {import('./turns.js').Control<{progress: number, words: number}>} control
 */
export async function readVectors(files, where, control) {
  const { vectors, metadata, limit, strict } = files;
  if (vectors.size === 0 && !metadata) throw problem('empty');
  const engine = await getEngine('files', where);
  const turns = new Turns(control);
  const gathered = new Gathered();
  const reader = guarded(engine, () =>
    metadata
      ? engine.module.openVectorPair(limit, strict)
      : engine.module.openVectors(limit, strict),
  );
  /** @type {Turn} */
  const turn = (share) => {
    if (!turns.over) return;
    const { words } = reader.found();
    return turns.pause({ progress: Math.min(1, Math.max(share, words / limit)), words });
  };
  try {
    if (metadata) {
      const pair = /** @type {NativeVectorPair} */ (reader);
      await survey(pair, vectors, metadata, (share) => turn(share / 2));
      await readPair(pair, vectors, metadata, gathered, (share) => turn((1 + share) / 2));
    } else {
      await readFile(/** @type {NativeVectorFile} */ (reader), vectors, gathered, turn);
    }
    return { rows: gathered.rows(), found: reader.found() };
  } catch (error) {
    if (typeof error?.code !== 'string') engine.forget();
    throw error;
  } finally {
    reader.delete();
    release(engine);
  }
}

/**
 * @param {NativeVectorFile} reader @param {Blob} file @param {Gathered} gathered @param {Turn} turn
 */
async function readFile(reader, file, gathered, turn) {
  const pieces = await openPieces(file);
  try {
    while (reader.wantsMore()) {
      const piece = await pieces.next();
      if (!piece) break;
      reader.feed(piece);
      gathered.add(reader.take());
      await turn(pieces.share);
    }
    reader.finish();
    gathered.add(reader.take());
  } finally {
    await pieces.cancel();
  }
}

/**
 * Compares the two files before a word is taken from them.
 * @param {NativeVectorPair} pair @param {Blob} vectors @param {Blob} metadata @param {Turn} turn
 */
async function survey(pair, vectors, metadata, turn) {
  const whole = vectors.size + metadata.size;
  let before = 0;
  for (const [file, look] of /** @type {const} */ ([
    [vectors, 'surveyVectors'],
    [metadata, 'surveyMetadata'],
  ])) {
    const pieces = await openPieces(file);
    try {
      for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
        pair[look](piece);
        await turn((before + pieces.share * file.size) / whole);
      }
    } finally {
      await pieces.cancel();
    }
    before += file.size;
  }
  pair.finishSurvey();
}

/**
 * @param {NativeVectorPair} pair @param {Blob} vectors @param {Blob} metadata
 * @param {Gathered} gathered @param {Turn} turn
 */
async function readPair(pair, vectors, metadata, gathered, turn) {
  const files = [await openPieces(vectors), await openPieces(metadata)];
  try {
    while (pair.wantsMore()) {
      const ofVectors = pair.wantsVectors();
      const piece = await files[ofVectors ? 0 : 1].next();
      if (piece) pair[ofVectors ? 'feedVectors' : 'feedMetadata'](piece);
      else pair[ofVectors ? 'finishVectors' : 'finishMetadata']();
      gathered.add(pair.take());
      await turn(files[0].share);
    }
    pair.finish();
    gathered.add(pair.take());
  } finally {
    await Promise.all(files.map((file) => file.cancel()));
  }
}
