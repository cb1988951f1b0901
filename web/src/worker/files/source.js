/**
 * Opens a file as a stream of bytes, unpacked if it is gzip, and counts the bytes that were read.
 */
import { ByteReader } from './byte-reader.js';
import { problem } from './problems.js';

const begins = (/** @type {Uint8Array} */ bytes, /** @type {number[]} */ start) =>
  start.every((byte, i) => bytes[i] === byte);

/** First bytes of files that cannot be read. @type {[string, number[]][]} */
const OTHERS = [
  ['packed', [0x50, 0x4b, 3, 4]], // zip
  ['packed', [0xfd, 0x37, 0x7a, 0x58]], // xz
  ['packed', [0x42, 0x5a, 0x68]], // bzip2
  ['packed', [0x37, 0x7a, 0xbc, 0xaf]], // 7z
  ['npy', [0x93, 0x4e, 0x55, 0x4d]],
  ['hdf5', [0x89, 0x48, 0x44, 0x46]],
];

/** @param {Blob} file @param {number} count */
export async function firstBytes(file, count) {
  try {
    return new Uint8Array(await file.slice(0, count).arrayBuffer());
  } catch {
    throw problem('unreadable');
  }
}

/** @param {Blob} file */
export async function openFile(file) {
  const start = await firstBytes(file, 8);
  if (start.length === 0) throw problem('empty');
  for (const [name, bytes] of OTHERS) if (begins(start, bytes)) throw problem(name);
  let read = 0;
  const counted = new TransformStream({
    transform(piece, controller) {
      read += piece.length;
      controller.enqueue(piece);
    },
  });
  /** @type {ReadableStream<Uint8Array>} */
  let stream = file.stream().pipeThrough(counted);
  if (begins(start, [0x1f, 0x8b])) stream = unpacked(stream);
  const reader = new ByteReader(stream);
  await reader.gather(3);
  if (begins(reader.peek(3), [0xef, 0xbb, 0xbf])) reader.skip(3); // byte order mark
  return { reader, share: () => read / file.size };
}

/** @param {ReadableStream<Uint8Array>} stream @returns {ReadableStream<Uint8Array>} */
function unpacked(stream) {
  const gzip = /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (
    new DecompressionStream('gzip')
  );
  const reader = stream.pipeThrough(gzip).getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        controller.error(problem('gzip'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
