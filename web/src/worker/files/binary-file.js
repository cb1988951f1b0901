/**
 * Reads a binary word2vec file: per word, its text, a space and its floats; in files of word2vec.c
 * also "\n".
 */
import { Collected } from './collected.js';
import { problem } from './problems.js';
import { shown } from './rows.js';

const LONGEST_WORD = 1000;
const [LINE_FEED, SPACE] = [10, 32];

/**
 * @param {import('./byte-reader.js').ByteReader} reader positioned after the first line
 * @param {{words: number, dimensions: number}} header
 * @param {number} limit @param {(collected: Collected) => Promise<void>} turn
 */
export async function readBinary(reader, { words: promised, dimensions }, limit, turn) {
  const into = new Collected(dimensions, limit);
  const { found } = into;
  const bytes = new Uint8Array(into.row.buffer);
  found.promised = promised;
  for (let rows = 0; rows < promised; rows += 1) {
    await skipLineFeeds(reader);
    if (into.full) {
      found.limited = true;
      return into;
    }
    const length = await lengthOfWord(reader);
    const whole = length >= 0 && (await reader.gather(length + 1 + bytes.length));
    if (!whole) {
      found.short = true;
      return into;
    }
    const row = reader.peek(length + 1 + bytes.length);
    bytes.set(row.subarray(length + 1));
    const word = row.subarray(0, length);
    if (!into.row.every(Number.isFinite)) {
      throw problem('number', reader.position, shown(word));
    }
    if (!into.add(word)) into.skip(rows + 1);
    reader.skip(row.length);
    await turn(into);
  }
  await skipLineFeeds(reader);
  found.long = await reader.gather(1);
  return into;
}

/** @param {import('./byte-reader.js').ByteReader} reader */
async function skipLineFeeds(reader) {
  while ((await reader.gather(1)) && reader.peek(1)[0] === LINE_FEED) reader.skip(1);
}

/** Returns −1 if the file ends first. @param {import('./byte-reader.js').ByteReader} reader */
async function lengthOfWord(reader) {
  for (;;) {
    const length = reader.peek(LONGEST_WORD).indexOf(SPACE);
    if (length >= 0) return length;
    if (reader.available >= LONGEST_WORD) throw problem('noise');
    if (!(await reader.more())) return -1;
  }
}
