/** Parses lines of text files: a word and its numbers, or only numbers. */
import { readFloat } from './decimal.js';

const [TAB, RETURN, SPACE] = [9, 13, 32];
const isBlank = (/** @type {number} */ byte) => byte === SPACE || byte === TAB || byte === RETURN;

/** The end of the run of blanks, or of the field, that begins at `at`. */
function endOf(/** @type {Uint8Array} */ line, /** @type {number} */ at, blank = true) {
  let end = at;
  while (end < line.length && isBlank(line[end]) === blank) end += 1;
  return end;
}

/** The fields between blanks, as [from, to]. @param {Uint8Array} line */
export function fieldsOf(line) {
  const fields = [];
  for (let at = endOf(line, 0); at < line.length; at = endOf(line, at)) {
    const from = at;
    at = endOf(line, from, false);
    fields.push([from, at]);
  }
  return fields;
}

/** Whether the line contains only blanks. @param {Uint8Array} line */
export const isEmpty = (line) => endOf(line, 0) === line.length;

/**
 * Reads the numbers of a line into `row`; the line must contain nothing else.
 * @param {Uint8Array} line @param {Float32Array} row @param {number} [from]
 */
export function readNumbers(line, row, from = 0) {
  let count = 0;
  for (let at = endOf(line, from); at < line.length; at = endOf(line, at)) {
    const start = at;
    at = endOf(line, start, false);
    if (count === row.length) return false;
    row[count] = readFloat(line, start, at);
    if (Number.isNaN(row[count])) return false;
    count += 1;
  }
  return count === row.length;
}

/**
 * Returns the word of a line and reads its numbers into `row`; null for any other line. If several
 * fields precede the numbers, they are a word with spaces.
 * @param {Uint8Array} line @param {Float32Array} row
 * @returns {{word: Uint8Array, spaced: boolean} | null}
 */
export function readRow(line, row) {
  const from = endOf(line, 0);
  const to = endOf(line, from, false);
  if (readNumbers(line, row, to)) return { word: line.subarray(from, to), spaced: false };
  const fields = fieldsOf(line);
  const first = fields.length - row.length; // start of the numbers
  if (first < 2 || !readNumbers(line, row, fields[first][0])) return null;
  return { word: line.subarray(from, fields[first - 1][1]), spaced: true };
}

/** The number of numbers after the word; −1 if anything else follows. @param {Uint8Array} line */
export function countNumbers(line) {
  const [, ...numbers] = fieldsOf(line);
  const good = numbers.every(([from, to]) => !Number.isNaN(readFloat(line, from, to)));
  return good ? numbers.length : -1;
}

const decoder = new TextDecoder();

/** @param {Uint8Array} line */
export const shown = (line) => {
  const text = decoder.decode(line.subarray(0, 60)).trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/**
 * The two numbers of the first line; null if it has another form.
 * @param {Uint8Array} line @returns {{words: number, dimensions: number} | null}
 */
export function readHeader(line) {
  const fields = fieldsOf(line).map(([from, to]) => line.subarray(from, to));
  if (fields.length !== 2) return null;
  const numbers = fields.map((field) => readFloat(field, 0, field.length));
  if (numbers.some(Number.isNaN)) return null;
  const tabbed = line.includes(TAB); // a row of a table, unless both numbers are counts
  const counts = fields.map((field) => (/^\d{1,15}$/.test(shown(field)) ? +shown(field) : -1));
  if (tabbed && counts.some((count) => count < 0)) return null;
  return { words: counts[0], dimensions: counts[1] };
}
