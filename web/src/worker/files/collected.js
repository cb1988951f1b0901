/**
 * What was found in a file beside its vectors.
 * @typedef {object} Found
 * @property {number} words that were taken
 * @property {number} dimensions
 * @property {number} promised words, by the file's first line; 0 where it says nothing
 * @property {boolean} limited whether reading stopped at the limit, before the end
 * @property {boolean} short whether the file ended before all that was promised
 * @property {boolean} long whether more came than was promised
 * @property {number} duplicates words that came before, left out
 * @property {number} renamed words with spaces, which became _
 * @property {number} skipped lines that were no word and its numbers, left out
 * @property {number} firstSkipped the first such line; 0 for none
 */

const HEADER_BYTES = 40;
const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** Words and vectors on their way into the core: the bytes of a binary word2vec file. */
export class Collected {
  #bytes = new Uint8Array(1 << 16);
  #end = HEADER_BYTES; // room for the first line, known at the end
  #words = new Set();

  /** @param {number} dimensions @param {number} limit words at most */
  constructor(dimensions, limit) {
    this.limit = limit;
    this.row = new Float32Array(dimensions); // filled by whoever reads
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

  /** Takes `row` as this word's vector. @param {Uint8Array} word @returns {boolean} false for no word */
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

  /** The same for a word that may hold spaces. @param {Uint8Array} word */
  addSpaced(word) {
    const joined = word.map((byte) => (byte === 32 || byte === 9 ? UNDERSCORE : byte));
    const before = this.found.words;
    const good = this.add(joined);
    if (this.found.words > before) this.found.renamed += 1;
    return good;
  }

  /** @param {number} line that is left out */
  skip(line) {
    this.found.skipped += 1;
    this.found.firstSkipped ||= line;
  }

  /** The file. */
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

/** '' for what is no text. @param {Uint8Array} bytes */
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}
