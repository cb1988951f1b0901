/** Gathers the rows that a reader of the core has taken. */

/** A typed array that grows. @template {Uint8Array | Float32Array | Float64Array} A */
class Growing {
  #array;
  #size = 0;

  /** @param {A} empty */
  constructor(empty) {
    this.#array = empty;
  }

  /** @param {A} piece */
  add(piece) {
    const end = this.#size + piece.length;
    if (end > this.#array.length) {
      const Kind = /** @type {new (length: number) => A} */ (this.#array.constructor);
      const larger = new Kind(Math.max(end, Math.ceil(1.5 * this.#array.length)));
      larger.set(this.taken());
      this.#array = larger;
    }
    this.#array.set(piece, this.#size);
    this.#size = end;
  }

  taken() {
    return /** @type {A} */ (this.#array.subarray(0, this.#size));
  }
}

export class Gathered {
  #words = new Growing(new Uint8Array());
  #vectors = new Growing(new Float32Array());
  #counts = new Growing(new Float64Array());

  /** @param {import('../wasm').NativeRows} rows */
  add({ words, numbers, counts }) {
    this.#words.add(words);
    this.#vectors.add(numbers);
    this.#counts.add(counts);
  }

  /** As loadVectors() of the core requires them. */
  rows() {
    const counts = this.#counts.taken();
    const words = this.#words.taken();
    return { words, vectors: this.#vectors.taken(), ...(counts.length > 0 && { counts }) };
  }
}
