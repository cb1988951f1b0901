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
 * @param {NativeFilesModule} module @param {Blob} file
 * @param {string | undefined} named the caller's choice; without it, the probable one
 */
export async function encodingOf(module, file, named) {
  const given = named === undefined ? undefined : module.findEncoding(named);
  if (named !== undefined && !given) {
    const names = module.encodings().map(({ name }) => name);
    throw badParameter('encoding', named, names.join(', '));
  }
  if (given?.name === 'utf-8') return undefined;
  const stream = await openPieces(file);
  const pieces = [];
  let size = 0;
  let ended = false;
  try {
    while (size <= LOOK && !ended) {
      const piece = await stream.next();
      if (piece) pieces.push(piece);
      size += piece?.length ?? 0;
      ended = !piece;
    }
  } finally {
    await stream.cancel();
  }
  const { takesNamed, guess } = module.lookAtVectors(joined(pieces).subarray(0, LOOK), ended);
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
 * The file's pieces as UTF-8.
 * @param {NativeFilesModule} module @param {Blob} file @param {string | undefined} encoding
 * @returns {Promise<Stream>}
 */
export async function openDecoded(module, file, encoding) {
  const pieces = await openPieces(file);
  return encoding === undefined ? pieces : new Decoded(module, encoding, pieces);
}
