/**
 * Reads word vectors from files of any size as a stream, up to the requested number of words. The
 * formats are described in cpp/preformer/io/word2vec.h and tsv.h. Faults that the core rejects are
 * skipped and counted here if the rest of the file is valid.
 */
import { readBinary } from './binary-file.js';
import { problem } from './problems.js';
import { countNumbers, fieldsOf, readHeader, shown } from './rows.js';
import { openFile } from './source.js';
import { nextLine, readText } from './text-file.js';
import { readPair } from './tsv-pair.js';
import { Turns } from './turns.js';

/** @typedef {import('./collected.js').Collected} Collected */

const LOOK = 1 << 16;
const MOST_DIMENSIONS = 1 << 16;

/**
 * @param {{vectors: Blob, metadata?: Blob, limit: number}} files metadata contains the words of a
 *   TSV pair
 * @param {import('./turns.js').Control<{progress: number, words: number}>} control
 * @returns {Promise<{bytes: Uint8Array, found: import('./collected.js').Found}>} the words that
 *   were read, as a binary word2vec file
 */
export async function readVectors({ vectors, metadata, limit }, control) {
  const file = await openFile(vectors);
  const words = metadata && (await openFile(metadata));
  const turns = new Turns(control);
  const turn = async (/** @type {Collected} */ { found }) => {
    if (!turns.over) return;
    const progress = Math.min(1, Math.max(file.share(), found.words / limit));
    await turns.pause({ progress, words: found.words });
  };
  try {
    const collected = words
      ? await readPair(file.reader, words.reader, limit, turn)
      : await readAlone(file.reader, limit, turn);
    if (collected.found.words === 0) throw problem(collected.found.short ? 'cut' : 'none');
    return { bytes: collected.bytes(), found: collected.found };
  } finally {
    await Promise.all([file.reader.cancel(), words?.reader.cancel()]);
  }
}

/**
 * @param {import('./byte-reader.js').ByteReader} reader
 * @param {number} limit @param {(collected: Collected) => Promise<void>} turn
 */
async function readAlone(reader, limit, turn) {
  await reader.gather(LOOK);
  const look = reader.peek(LOOK);
  const line = look.subarray(0, lengthOfLine(look));
  const header = readHeader(line);
  if (!header)
    return readText(reader, { words: 0, dimensions: bareDimensions(line, look) }, limit, turn);
  const { words, dimensions } = header;
  if (words < 1 || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
    throw problem('header', shown(line));
  }
  await nextLine(reader);
  await reader.gather(LOOK);
  const rest = reader.peek(LOOK);
  const row = rest.subarray(0, lengthOfLine(rest));
  const numbers = countNumbers(row);
  if (numbers < 1 && !isText(rest)) return readBinary(reader, header, limit, turn);
  // A word with spaces makes a line longer than the first line says; fewer numbers are an error.
  if (numbers > 0 && numbers !== dimensions) throw problem('width', numbers, dimensions);
  return readText(reader, header, limit, turn);
}

/** For a file that begins with its first word, such as GloVe's. */
function bareDimensions(/** @type {Uint8Array} */ line, /** @type {Uint8Array} */ look) {
  const dimensions = countNumbers(line);
  const [first] = fieldsOf(line).map(([from, to]) => line.subarray(from, to));
  if (dimensions > 0 && line.includes(TAB) && !Number.isNaN(Number(shown(first)))) {
    throw problem('alone');
  }
  if (dimensions > 0 && dimensions <= MOST_DIMENSIONS) return dimensions;
  throw isText(look) && look.length > 0 && fieldsOf(line).length > 1
    ? problem('start', shown(line))
    : problem('noise');
}

const TAB = 9;

const lengthOfLine = (/** @type {Uint8Array} */ bytes) => {
  const end = bytes.indexOf(10);
  return end < 0 ? bytes.length : end;
};

/** Whether the bytes can be text. A character may be cut at the end. @param {Uint8Array} bytes */
function isText(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is for control characters
    return !/[\0-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
