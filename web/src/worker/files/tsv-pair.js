/**
 * Reads the Embedding Projector's pair of files: vectors.tsv, one vector per line; metadata.tsv,
 * one word per line, with a heading if it has several columns.
 */
import { Collected } from './collected.js';
import { problem } from './problems.js';
import { fieldsOf, isEmpty, readNumbers } from './rows.js';
import { nextLine } from './text-file.js';

/** @typedef {import('./byte-reader.js').ByteReader} ByteReader */

const decoder = new TextDecoder();

/** The next non-empty line. @param {ByteReader} reader */
async function nextRow(reader) {
  let line = await nextLine(reader);
  while (line && isEmpty(line)) line = await nextLine(reader);
  return line;
}

/**
 * @param {ByteReader} vectors @param {ByteReader} metadata
 * @param {number} limit @param {(collected: Collected) => Promise<void>} turn
 */
export async function readPair(vectors, metadata, limit, turn) {
  const first = await nextRow(metadata);
  let numbers = await nextRow(vectors);
  if (!first || !numbers) throw problem('empty');
  const heading = columnsOf(first);
  const titled = heading.length > 1;
  const at = Math.max(0, heading.map((name) => name.toLowerCase()).indexOf('word'));
  let words = titled ? await nextRow(metadata) : first;
  const into = new Collected(fieldsOf(numbers).length, limit);
  let rows = 0;
  while (numbers && words) {
    if (into.full) {
      into.found.limited = true;
      return into;
    }
    rows += 1;
    const columns = columnsOf(words);
    if (columns.length !== heading.length) throw problem('metadata', rows + (titled ? 1 : 0));
    const word = new TextEncoder().encode(columns[at]);
    if (!readNumbers(numbers, into.row)) {
      if (rows === 1) throw problem('row', 1, into.row.length);
      into.skip(rows);
    } else if (!(word.includes(SPACE) ? into.addSpaced(word) : into.add(word))) into.skip(rows);
    await turn(into);
    words = await nextRow(metadata);
    numbers = await nextRow(vectors);
  }
  if (words || numbers) {
    const more = 1 + (await countRows(words ? metadata : vectors));
    throw problem('pairing', rows + (words ? more : 0), rows + (numbers ? more : 0));
  }
  return into;
}

const SPACE = 32;

/** @param {Uint8Array} line */
const columnsOf = (line) =>
  decoder
    .decode(line)
    .split('\t')
    .map((text) => text.trim());

/** @param {ByteReader} reader */
async function countRows(reader) {
  let rows = 0;
  while (await nextRow(reader)) rows += 1;
  return rows;
}
