// Computes the order in which training reads a text, so that other programs get the same batches:
// cpp/preformer/base/rng.h, train/shuffle.h, nnlm_trainer.cpp, elmo_trainer.cpp.

const MASK = (1n << 64n) - 1n;
const DEFAULT_STREAM = 0xda3e39cb94b95bdbn;
const FIRST_ORDER_STREAM = 1_000_003n; // of epoch 0 (gradient_trainer.cpp)

export class Pcg32 {
  #state = 0n;
  #increment;

  /** @param {number} seed @param {bigint} [stream] */
  constructor(seed, stream = DEFAULT_STREAM) {
    this.#increment = ((stream << 1n) | 1n) & MASK;
    this.next();
    this.#state = (this.#state + BigInt(seed)) & MASK;
    this.next();
  }

  /** 32 random bits. */
  next() {
    const old = this.#state;
    this.#state = (old * 6364136223846793005n + this.#increment) & MASK;
    const mixed = Number((((old >> 18n) ^ old) >> 27n) & 0xffffffffn);
    const rotation = Number(old >> 59n);
    return ((mixed >>> rotation) | (mixed << (-rotation & 31))) >>> 0;
  }

  /** 0 … n − 1. @param {number} n */
  below(n) {
    const threshold = (2 ** 32 - n) % n;
    for (;;) {
      const product = BigInt(this.next()) * BigInt(n);
      if (Number(product & 0xffffffffn) >= threshold) return Number(product >> 32n);
    }
  }

  uniform() {
    return (this.next() >>> 8) * 2 ** -24;
  }
}

/** @template {Int32Array | any[]} List @param {List} items @param {Pcg32} rng */
export function shuffle(items, rng) {
  for (let i = items.length; i > 1; i--) {
    const other = rng.below(i);
    [items[i - 1], items[other]] = [items[other], items[i - 1]];
  }
  return items;
}

const firstEpoch = (seed) => new Pcg32(seed, FIRST_ORDER_STREAM);

/**
 * The NNLM's batches of the first epoch: rows of `context` words and the next word.
 * @param {Int32Array[]} sentences as ids @param {{vocabulary: number, context: number,
 *   batch: number, batches: number, seed: number}} run
 * @returns {Int32Array} [batches · batch, context + 1]
 */
export function nnlmBatches(sentences, { vocabulary, context, batch, batches, seed }) {
  const [begin, end] = [vocabulary, vocabulary + 1];
  const text = sentences.flatMap((s) => [...new Array(context).fill(begin), ...s, end]);
  const targets = text.flatMap((word, place) => (word === begin ? [] : [place]));
  if (targets.length < batches * batch) throw new Error('the text is too short for the batches');
  shuffle(targets, firstEpoch(seed));
  return Int32Array.from(
    targets.slice(0, batches * batch).flatMap((place) => text.slice(place - context, place + 1)),
  );
}

/**
 * The biLM's batches of the first epoch, for sentences of equal length.
 * @param {Int32Array[]} sentences as ids
 * @param {{batch: number, batches: number, seed: number}} run
 * @returns {Int32Array} [batches · batch, length]
 */
export function elmoBatches(sentences, { batch, batches, seed }) {
  const rng = firstEpoch(seed);
  const pieces = shuffle([...sentences.keys()], rng);
  const starts = [];
  for (let first = 0; first < pieces.length; first += batch) starts.push(first);
  shuffle(starts, rng);
  if (starts.length < batches) throw new Error('the text is too short for the batches');
  const order = starts.slice(0, batches).flatMap((first) => pieces.slice(first, first + batch));
  return Int32Array.from(order.flatMap((sentence) => [...sentences[sentence]]));
}
