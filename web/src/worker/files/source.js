/**
 * Opens a file as a stream of pieces, unpacked if it is gzip, and counts the bytes that were read.
 */
import { problem } from './problems.js';

const MOST_BYTES = 1 << 18; // of a piece: the core reads as many in a few milliseconds

/** @param {Blob} file @param {number} count */
export async function firstBytes(file, count) {
  try {
    return new Uint8Array(await file.slice(0, count).arrayBuffer());
  } catch {
    throw problem('unreadable');
  }
}

/** Whether the file is packed with gzip. @param {Blob} file */
export async function isGzip(file) {
  const [first, second] = await firstBytes(file, 2);
  return first === 0x1f && second === 0x8b;
}

/** The file itself, or what is in it if it is packed with gzip. @param {Blob} file */
export async function unpacked(file) {
  if (!(await isGzip(file))) return file;
  const gzip = /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (
    new DecompressionStream('gzip')
  );
  return new Response(file.stream().pipeThrough(gzip)).blob().catch(() => {
    throw problem('gzip');
  });
}

/** The pieces of a file. */
export class Pieces {
  #reader;
  #size;
  #read = 0;
  /** @type {Uint8Array} */
  #rest = new Uint8Array();

  /** @param {Blob} file @param {boolean} packed */
  constructor(file, packed) {
    this.#size = file.size;
    const counted = new TransformStream({
      transform: (piece, controller) => {
        this.#read += piece.length;
        controller.enqueue(piece);
      },
    });
    const stream = file.stream().pipeThrough(counted);
    const gzip = /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (
      packed ? new DecompressionStream('gzip') : new TransformStream()
    );
    this.packed = packed;
    this.#reader = stream.pipeThrough(gzip).getReader();
  }

  /** The share of the file that was read. */
  get share() {
    return this.#size > 0 ? Math.min(1, this.#read / this.#size) : 1;
  }

  /** The next piece; undefined at the end. @returns {Promise<Uint8Array | undefined>} */
  async next() {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#reader.read().catch((error) => {
        // The file has changed since it was chosen, or is on a disk that was removed.
        const changed = error?.name === 'NotReadableError' || !this.packed;
        throw problem(changed ? 'unreadable' : 'gzip');
      });
      if (done) return undefined;
      this.#rest = value;
    }
    const piece = this.#rest.subarray(0, MOST_BYTES);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  /** What next() gives first: bytes that were read to look at them. @param {Uint8Array} bytes */
  putBack(bytes) {
    const rest = this.#rest;
    this.#rest = new Uint8Array(bytes.length + rest.length);
    this.#rest.set(bytes);
    this.#rest.set(rest, bytes.length);
  }

  /** Cancels the stream. */
  async cancel() {
    await this.#reader.cancel().catch(() => {});
  }
}

/** @param {Blob} file */
export const openPieces = async (file) => new Pieces(file, await isGzip(file));
