import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits. @param {string} text */
export const sha256 = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @param {string} text */
export const linesOf = (text) => text.trimEnd().split('\n');

/** @param {string} text */
export const wordsOf = (text) => text.trimEnd().split(/[ \n]/);

/** In how many lines words occur, alone and together. */
export class Counts {
  /** @param {string} text */
  constructor(text) {
    /** @type {Map<string, Set<number>>} word → numbers of the lines that hold it */
    this.linesOf = new Map();
    this.total = 0;
    for (const line of linesOf(text)) {
      for (const word of line.split(' ')) {
        const found = this.linesOf.get(word) ?? new Set();
        this.linesOf.set(word, found.add(this.total));
      }
      this.total++;
    }
  }

  /** @param {string} word */
  of(word) {
    return this.linesOf.get(word)?.size ?? 0;
  }

  /** @param {string} a @param {string} b */
  together(a, b) {
    const other = this.linesOf.get(b) ?? new Set();
    let count = 0;
    for (const line of this.linesOf.get(a) ?? []) if (other.has(line)) count++;
    return count;
  }

  /** @param {string[]} words */
  linesWithAny(words) {
    return new Set(words.flatMap((word) => [...(this.linesOf.get(word) ?? [])])).size;
  }

  /** Pointwise mutual information in nats, of occurring in one line. @param {string} a @param {string} b */
  pmi(a, b) {
    return Math.log((this.together(a, b) * this.total) / this.of(a) / this.of(b));
  }

  /**
   * Pearson's χ² per degree of freedom of the table rows × columns; about 1 if they are independent.
   * @param {string[]} rows @param {string[]} columns
   */
  dependence(rows, columns) {
    const table = rows.map((row) => columns.map((column) => this.together(row, column)));
    const sum = (/** @type {number[]} */ list) => list.reduce((a, b) => a + b, 0);
    const ofRows = table.map(sum);
    const ofColumns = columns.map((_, j) => sum(table.map((row) => row[j])));
    const terms = table.flatMap((row, i) =>
      row.map((observed, j) => {
        const expected = (ofRows[i] * ofColumns[j]) / sum(ofRows);
        return (observed - expected) ** 2 / expected;
      }),
    );
    return sum(terms) / ((rows.length - 1) * (columns.length - 1));
  }
}
