/**
 * Reads word vectors from files of any size as a stream, up to the requested number of words. The
 * core reads the formats (cpp/preformer/io/vector_reader.h, vector_pair.h); its module is loaded
 * with the first file. Here are the streams, and the turns between their pieces.
 */
import { getEngine } from '../loader.js';
import { guarded, release } from '../models.js';
import { decodeText } from './decode-text.js';
import { Gathered } from './gathered.js';
import { isPlain } from './plain-text.js';
import { problem } from './problems.js';
import { openPieces, unpacked } from './source.js';
import { Turns } from './turns.js';
import { openDecoded } from './vectors-encoding.js';

/**
 * @typedef {import('../wasm').NativeVectorFile} NativeVectorFile
 * @typedef {import('../wasm').NativeVectorPair} NativeVectorPair
 * @typedef {import('./vectors-encoding.js').Stream} Stream
 *
 * @typedef {() => Promise<Stream>} Open opens a file as UTF-8, from its start
 *
 * @typedef {object} Reading
 * @property {Blob} vectors
 * @property {Blob} [metadata] the words of a TSV pair
 * @property {number} limit largest number of words
 * @property {string} [encoding] of text; without it, UTF-8 or the most probable
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
  const { vectors, metadata, limit, strict, encoding: named } = files;
  if (vectors.size === 0 && !metadata) throw problem('empty');
  const engine = await getEngine('files', where);
  const labels = metadata && (await labelsOf(metadata, named, where));
  /** @type {string | undefined} */
  let encoding;
  /** @type {Open} */
  const open = async () => {
    const opened = await openDecoded(engine.module, vectors, named);
    encoding = opened.encoding;
    return opened.stream;
  };
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
    if (labels) {
      const pair = /** @type {NativeVectorPair} */ (reader);
      const openLabels = () => openPieces(labels);
      const sizes = [vectors.size, labels.size];
      await survey(pair, [open, openLabels], sizes, (share) => turn(share / 2));
      await readPair(pair, [open, openLabels], gathered, (share) => turn((1 + share) / 2));
    } else {
      await readFile(/** @type {NativeVectorFile} */ (reader), open, gathered, turn);
    }
    const found = reader.found();
    return { rows: gathered.rows(), found: { ...found, ...(encoding && { encoding }) } };
  } catch (error) {
    if (typeof error?.code !== 'string') engine.forget();
    throw error;
  } finally {
    reader.delete();
    release(engine);
  }
}

/**
 * The labels of a TSV pair as UTF-8. They are small beside the vectors.
 * @param {Blob} file @param {string | undefined} encoding @param {import('../loader.js').Where} where
 */
async function labelsOf(file, encoding, where) {
  const bytes = new Uint8Array(await (await unpacked(file)).arrayBuffer());
  if (encoding === undefined && isPlain(bytes)) return new Blob([bytes]);
  return new Blob([(await decodeText(bytes, encoding, where)).bytes]);
}

/**
 * @param {NativeVectorFile} reader @param {Open} open @param {Gathered} gathered @param {Turn} turn
 */
async function readFile(reader, open, gathered, turn) {
  const pieces = await open();
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
 * Compares the two files, vectors and labels, before a word is taken from them.
 * @param {NativeVectorPair} pair @param {Open[]} files @param {number[]} sizes @param {Turn} turn
 */
async function survey(pair, files, sizes, turn) {
  const whole = sizes[0] + sizes[1];
  let before = 0;
  for (const [i, look] of /** @type {const} */ (['surveyVectors', 'surveyMetadata']).entries()) {
    const pieces = await files[i]();
    try {
      for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
        pair[look](piece);
        await turn((before + pieces.share * sizes[i]) / whole);
      }
    } finally {
      await pieces.cancel();
    }
    before += sizes[i];
  }
  pair.finishSurvey();
}

/**
 * @param {NativeVectorPair} pair @param {Open[]} open @param {Gathered} gathered @param {Turn} turn
 */
async function readPair(pair, open, gathered, turn) {
  const files = [await open[0](), await open[1]()];
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
