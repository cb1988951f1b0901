/**
 * Files of vectors in other encodings than UTF-8. The core recognises them by the start of the file
 * (cpp/preformer/io/vectors_encoding.h) and decodes them.
 */
import { badParameter } from '../errors.js';
import { openPieces } from './source.js';

const LOOK = 1 << 16; // the core's kLook
const LINE_FEED = 10;

/**
 * @typedef {import('../wasm').NativeFilesModule} NativeFilesModule
 * @typedef {import('./source.js').Pieces} Pieces
 * @typedef {{next(): Promise<Uint8Array | undefined>, cancel(): Promise<void>, share: number}} Stream
 */

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The encoding in which a file of vectors is to be decoded; undefined for UTF-8 and binary files.
 * @param {NativeFilesModule} module
 * @param {Pieces} pieces of the file from its start; they are put back
 * @param {string | undefined} named the caller's choice; without it, the probable one
 */
async function encodingOf(module, pieces, named) {
  const given = named === undefined ? undefined : module.findEncoding(named);
  if (named !== undefined && !given) {
    const names = module.encodings().map(({ name }) => name);
    throw badParameter('encoding', named, names.join(', '));
  }
  if (given?.name === 'utf-8') return undefined;
  const seen = [];
  let size = 0;
  let ended = false;
  while (size <= LOOK && !ended) {
    const piece = await pieces.next();
    if (piece) seen.push(piece);
    size += piece?.length ?? 0;
    ended = !piece;
  }
  const start = joined(seen);
  pieces.putBack(start);
  const { takesNamed, guess } = module.lookAtVectors(start.subarray(0, LOOK), ended);
  return given ? (takesNamed ? given.name : undefined) : guess?.name;
}

/**
 * Pieces as UTF-8. They end with lines, because no character crosses a line feed; in UTF-16 and
 * UTF-32 its byte is part of other characters, so these files are decoded as a whole.
 * @implements {Stream}
 */
class Decoded {
  /** @type {Uint8Array[]} */
  #kept = [];

  /** @param {NativeFilesModule} module @param {string} encoding @param {Pieces} pieces */
  constructor(module, encoding, pieces) {
    this.module = module;
    this.encoding = encoding;
    this.pieces = pieces;
    this.whole = encoding.startsWith('utf-');
  }

  get share() {
    return this.pieces.share;
  }

  async next() {
    for (;;) {
      const piece = await this.pieces.next();
      const end = piece && !this.whole ? piece.lastIndexOf(LINE_FEED) + 1 : 0;
      if (piece && end === 0) {
        this.#kept.push(piece.slice());
        continue;
      }
      if (!piece && this.#kept.length === 0) return undefined;
      const bytes = joined(piece ? [...this.#kept, piece.subarray(0, end)] : this.#kept);
      this.#kept = piece && end < piece.length ? [piece.slice(end)] : [];
      return this.module.decode(bytes, this.encoding);
    }
  }

  cancel() {
    return this.pieces.cancel();
  }
}

/**
 * Opens a file as UTF-8. `encoding` is what it is decoded from; undefined for UTF-8 and binary files.
 * @param {NativeFilesModule} module @param {Blob} file @param {string | undefined} named
 * @returns {Promise<{stream: Stream, encoding: string | undefined}>}
 */
export async function openDecoded(module, file, named) {
  const pieces = await openPieces(file);
  try {
    const encoding = await encodingOf(module, pieces, named);
    return { stream: encoding ? new Decoded(module, encoding, pieces) : pieces, encoding };
  } catch (error) {
    await pieces.cancel();
    throw error;
  }
}
