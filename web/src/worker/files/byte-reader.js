import { problem } from './problems.js';

/** The bytes of a stream one after the other, however it was cut into pieces. */
export class ByteReader {
  #pieces;
  #buffer = new Uint8Array(1 << 17);
  #from = 0;
  #to = 0;
  #ended = false;
  #taken = 0;

  /** @param {ReadableStream<Uint8Array>} stream */
  constructor(stream) {
    this.#pieces = stream.getReader();
  }

  /** Bytes taken so far. */
  get position() {
    return this.#taken;
  }

  /** How many bytes are at hand. */
  get available() {
    return this.#to - this.#from;
  }

  /** Nothing more will come. */
  get ended() {
    return this.#ended;
  }

  /** Waits for another piece. @returns {Promise<boolean>} whether one came */
  async more() {
    if (this.#ended) return false;
    const { done, value } = await this.#pieces.read().catch((error) => {
      // A file that changed since it was chosen, or lies on a disk that is gone.
      throw typeof error?.code === 'string' ? error : problem('unreadable');
    });
    if (done) this.#ended = true;
    else this.#append(value);
    return !done;
  }

  /** Waits until so many bytes are at hand, or all there are. @param {number} count */
  async gather(count) {
    while (this.available < count && (await this.more()));
    return this.available >= count;
  }

  /** The next bytes, which stay; fewer where fewer are at hand. Good until the next call. */
  peek(count = this.available) {
    return this.#buffer.subarray(this.#from, Math.min(this.#to, this.#from + count));
  }

  /** Steps over what was looked at. @param {number} count at most what is at hand */
  skip(count) {
    this.#from += count;
    this.#taken += count;
  }

  /**
   * The next line without its end, or undefined where it is not at hand as a whole: more() then
   * brings the rest. The last line may lack its end. Good until the next call.
   */
  line() {
    const rest = this.peek();
    const end = rest.indexOf(LINE_FEED);
    if (end < 0 && !(this.#ended && rest.length > 0)) return undefined;
    this.skip(end < 0 ? rest.length : end + 1);
    return end < 0 ? rest : rest.subarray(0, end);
  }

  /** Nobody reads on. */
  async cancel() {
    await this.#pieces.cancel().catch(() => {});
  }

  #append(/** @type {Uint8Array} */ piece) {
    const held = this.available;
    if (this.#to + piece.length > this.#buffer.length) {
      const fits = held + piece.length <= this.#buffer.length;
      const into = fits ? this.#buffer : new Uint8Array(2 * (held + piece.length));
      into.set(this.#buffer.subarray(this.#from, this.#to)); // set() copes with overlap
      this.#buffer = into;
      this.#from = 0;
      this.#to = held;
    }
    this.#buffer.set(piece, this.#to);
    this.#to += piece.length;
  }
}

const LINE_FEED = 10;
