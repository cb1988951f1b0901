let made = 0;

/** Vectors from a file, lent to the models whose training begins with them. */
export class Lender {
  /** @type {Promise<Uint8Array> | undefined} */
  #bytes;

  /** @param {import('../../api/model.js').Model} model that holds them @param {string} name of the file @param {Uint8Array} [bytes] */
  constructor(model, name, bytes) {
    this.model = model;
    this.name = name;
    this.id = ++made;
    if (bytes) this.#bytes = Promise.resolve(bytes);
  }

  /** As they are kept: the same bytes each time, which are stored once. */
  bytes() {
    this.#bytes ??= this.model.export('word2vec-binary');
    return this.#bytes;
  }
}
