/**
 * Facts about a file besides its vectors.
 * @typedef {object} Found
 * @property {number} words words that were read
 * @property {number} dimensions
 * @property {number} promised number of words according to the first line; 0 if there is none
 * @property {boolean} limited whether reading stopped at the limit before the end
 * @property {boolean} short whether the file has fewer words than its first line says
 * @property {boolean} long whether the file has more words than its first line says
 * @property {number} duplicates repeated words, left out
 * @property {number} renamed words with spaces, which were replaced by _
 * @property {number} skipped lines without a word and its numbers, left out
 * @property {number} firstSkipped the first such line; 0 if there is none
 */

const HEADER_BYTES = 40;
const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** Collects words and vectors for the core, as the bytes of a binary word2vec file. */
export class Collected {
  #bytes = new Uint8Array(1 << 16);
  #end = HEADER_BYTES; // room for the first line, which is written at the end
  #words = new Set();

  /** @param {number} dimensions @param {number} limit largest number of words */
  constructor(dimensions, limit) {
    this.limit = limit;
    this.row = new Float32Array(dimensions); // filled by the caller
    /** @type {Found} */
    this.found = {
      words: 0,
      dimensions,
      promised: 0,
      limited: false,
      short: false,
      long: false,
      duplicates: 0,
      renamed: 0,
      skipped: 0,
      firstSkipped: 0,
    };
  }

  get full() {
    return this.#words.size >= this.limit;
  }

  /**
   * Adds `row` as the vector of this word.
   * @param {Uint8Array} word
   * @returns {boolean} false if it is not a word
   */
  add(word) {
    const text = textOf(word);
    if (!text) return false;
    if (this.#words.has(text)) {
      this.found.duplicates += 1;
      return true;
    }
    this.#words.add(text);
    this.found.words += 1;
    this.#append(word);
    this.#append(SPACE);
    this.#append(new Uint8Array(this.row.buffer));
    return true;
  }

  /** As add(), for a word that may contain spaces. @param {Uint8Array} word */
  addSpaced(word) {
    const joined = word.map((byte) => (byte === 32 || byte === 9 ? UNDERSCORE : byte));
    const before = this.found.words;
    const good = this.add(joined);
    if (this.found.words > before) this.found.renamed += 1;
    return good;
  }

  /** @param {number} line the line that is left out */
  skip(line) {
    this.found.skipped += 1;
    this.found.firstSkipped ||= line;
  }

  /** The bytes of the file. */
  bytes() {
    const { words, dimensions } = this.found;
    const header = encoder.encode(`${words} ${dimensions}\n`);
    const start = HEADER_BYTES - header.length;
    this.#bytes.set(header, start);
    return this.#bytes.subarray(start, this.#end);
  }

  #append(/** @type {Uint8Array} */ piece) {
    const end = this.#end + piece.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, Math.ceil(1.5 * this.#bytes.length)));
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#end);
    this.#end = end;
  }
}

const SPACE = Uint8Array.of(32);
const UNDERSCORE = 95;

/** Decodes text; '' if it is not valid. @param {Uint8Array} bytes */
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}
