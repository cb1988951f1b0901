import { problem } from './problems.js';

/** Reads a stream as consecutive bytes, independent of its chunks. */
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

  /** Number of bytes consumed so far. */
  get position() {
    return this.#taken;
  }

  /** Number of bytes in the buffer. */
  get available() {
    return this.#to - this.#from;
  }

  /** True at the end of the stream. */
  get ended() {
    return this.#ended;
  }

  /** Waits for the next chunk. @returns {Promise<boolean>} false at the end of the stream */
  async more() {
    if (this.#ended) return false;
    const { done, value } = await this.#pieces.read().catch((error) => {
      // The file has changed since it was chosen, or is on a disk that was removed.
      throw typeof error?.code === 'string' ? error : problem('unreadable');
    });
    if (done) this.#ended = true;
    else this.#append(value);
    return !done;
  }

  /** Waits until `count` bytes, or all that remain, are in the buffer. @param {number} count */
  async gather(count) {
    while (this.available < count && (await this.more()));
    return this.available >= count;
  }

  /**
   * The next bytes, without consuming them; fewer if the buffer has fewer. Valid until the next
   * call.
   */
  peek(count = this.available) {
    return this.#buffer.subarray(this.#from, Math.min(this.#to, this.#from + count));
  }

  /** Consumes bytes. @param {number} count at most the number of bytes in the buffer */
  skip(count) {
    this.#from += count;
    this.#taken += count;
  }

  /**
   * The next line without its end, or undefined if the buffer does not contain all of it; more()
   * then reads the rest. The last line may have no line feed. Valid until the next call.
   */
  line() {
    const rest = this.peek();
    const end = rest.indexOf(LINE_FEED);
    if (end < 0 && !(this.#ended && rest.length > 0)) return undefined;
    this.skip(end < 0 ? rest.length : end + 1);
    return end < 0 ? rest : rest.subarray(0, end);
  }

  /** Cancels the stream. */
  async cancel() {
    await this.#pieces.cancel().catch(() => {});
  }

  #append(/** @type {Uint8Array} */ piece) {
    const held = this.available;
    if (this.#to + piece.length > this.#buffer.length) {
      const fits = held + piece.length <= this.#buffer.length;
      const into = fits ? this.#buffer : new Uint8Array(2 * (held + piece.length));
      into.set(this.#buffer.subarray(this.#from, this.#to)); // set() handles overlapping ranges
      this.#buffer = into;
      this.#from = 0;
      this.#to = held;
    }
    this.#buffer.set(piece, this.#to);
    this.#to += piece.length;
  }
}

const LINE_FEED = 10;
