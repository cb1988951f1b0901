/** Reads a text file of word2vec or GloVe; the latter has no first line with counts. */
import { Collected } from './collected.js';
import { problem } from './problems.js';
import { isEmpty, readRow } from './rows.js';

const LONGEST_LINE = 1 << 24;

/** @param {import('./byte-reader.js').ByteReader} reader @returns {Promise<Uint8Array | undefined>} */
export async function nextLine(reader) {
  for (;;) {
    const line = reader.line();
    if (line) return line;
    if (reader.available > LONGEST_LINE) throw problem('noise');
    if (!(await reader.more()) && reader.available === 0) return undefined;
  }
}

/**
 * @param {import('./byte-reader.js').ByteReader} reader positioned at the first word
 * @param {{words: number, dimensions: number}} header words is 0 if the file does not give it
 * @param {number} limit @param {(collected: Collected) => Promise<void>} turn
 */
export async function readText(reader, { words: promised, dimensions }, limit, turn) {
  const into = new Collected(dimensions, limit);
  const { found } = into;
  found.promised = promised;
  let lines = promised ? 1 : 0;
  let rows = 0;
  for (let line = await nextLine(reader); line; line = reader.line() ?? (await nextLine(reader))) {
    lines += 1;
    if (isEmpty(line)) continue; // gensim's own files end lines with a line feed only
    found.limited = into.full;
    found.long = promised > 0 && rows === promised;
    if (found.limited || found.long) return into;
    rows += 1;
    const row = readRow(line, into.row);
    const taken = row && (row.spaced ? into.addSpaced(row.word) : into.add(row.word));
    if (!taken) {
      if (rows === 1) throw problem('row', lines, dimensions);
      into.skip(lines);
    }
    await turn(into);
  }
  found.short = rows < promised;
  return into;
}
