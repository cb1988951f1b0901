let made = 0;

/** Vectors from a file, used as initial vectors of other models. */
export class Lender {
  /** @type {Promise<Uint8Array> | undefined} */
  #bytes;

  /**
   * @param {import('../../api/model.js').Model} model the model that contains them
   * @param {string} name name of the file
   * @param {Uint8Array} [bytes]
   */
  constructor(model, name, bytes) {
    this.model = model;
    this.name = name;
    this.id = ++made;
    if (bytes) this.#bytes = Promise.resolve(bytes);
  }

  /**
   * The vectors as bytes for storage. The bytes are the same each time, so they are stored once.
   */
  bytes() {
    this.#bytes ??= this.model.export('word2vec-binary');
    return this.#bytes;
  }
}
