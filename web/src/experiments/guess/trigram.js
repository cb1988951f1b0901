/**
 * The interpolated trigram of the core (models/ngram.h), word by word: the core gives its perplexity
 * only. Weights are estimated by EM on leave-one-out frequencies, as there; a test compares both.
 *
 *   P(i | j k) = α₀/(V+1) + α₁ f(i) + α₂ f(i|k) + α₃ f(i|j k)
 */

const BEGIN = '\u0002';
export const END = '\u0003';
const ORDER = 3;
const MOST_ROUNDS = 20;
const TOLERANCE = 1e-3;
const PRIOR = 1e-3;

/** @param {number} times */
const bucketOf = (times) => (times > 0 ? Math.floor(Math.log2(times)) + 1 : 0);

/** @typedef {{total: number, words: Map<string, number>}} History */

export class Trigram {
  /** By length of the history. @type {Map<string, History>[]} */
  #counts = [new Map(), new Map(), new Map()];
  /** By bucket. @type {number[][]} */
  #weights = [];

  /** @param {string[][]} sentences */
  constructor(sentences) {
    for (const sentence of sentences) {
      let [j, k] = [BEGIN, BEGIN];
      for (const word of [...sentence, END]) {
        for (const [n, key] of keysOf(j, k).entries()) {
          const history = this.#counts[n].get(key) ?? { total: 0, words: new Map() };
          history.total += 1;
          history.words.set(word, (history.words.get(word) ?? 0) + 1);
          this.#counts[n].set(key, history);
        }
        [j, k] = [k, word];
      }
    }
    /** Words and the end of a sentence. */
    this.classes = this.#counts[0].get('')?.words.size ?? 0;
    this.#estimate();
  }

  #estimate() {
    const events = [...this.#counts[2]].flatMap(([key, { total, words }]) => {
      const [, k] = key.split('\t');
      const histories = ['', k, key].map((name, n) => this.#counts[n].get(name));
      return [...words].map(([word, times]) => ({
        times,
        bucket: bucketOf(total - 1),
        frequency: [
          1 / this.classes,
          ...histories.map((history) =>
            history && history.total > 1
              ? ((history.words.get(word) ?? 0) - 1) / (history.total - 1)
              : 0,
          ),
        ],
      }));
    });
    const buckets =
      1 + Math.max(0, ...[...this.#counts[2].values()].map(({ total }) => bucketOf(total)));
    const weights = Array.from({ length: buckets }, () => Array(ORDER + 1).fill(1 / (ORDER + 1)));
    const inBucket = Array(buckets).fill(0);
    for (const { bucket, times } of events) inBucket[bucket] += times;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const expected = weights.map((row) => row.map(() => PRIOR));
      for (const { bucket, times, frequency } of events) {
        const shares = weights[bucket].map((alpha, m) => alpha * frequency[m]);
        const p = shares.reduce((sum, share) => sum + share, 0);
        for (const [m, share] of shares.entries()) expected[bucket][m] += (share * times) / p;
      }
      let change = 0;
      for (const [q, row] of expected.entries()) {
        if (!inBucket[q]) continue;
        const total = inBucket[q] + PRIOR * row.length;
        for (const [m, value] of row.entries()) {
          change = Math.max(change, Math.abs(value / total - weights[q][m]));
          weights[q][m] = value / total;
        }
      }
      if (change <= TOLERANCE) break;
    }
    const first = inBucket.findIndex((times) => times > 0);
    for (let q = 0; q < buckets; q++) {
      if (inBucket[q]) continue;
      weights[q] = q < first ? weights[first] : weights[q - 1];
    }
    this.#weights = weights;
  }

  /**
   * The probability of a word, or of END, after some words.
   * @param {string[]} before @param {string} word
   */
  probability(before, word) {
    const [j, k] = [BEGIN, BEGIN, ...before].slice(-2);
    const histories = keysOf(j, k).map((key, n) => this.#counts[n].get(key));
    const times = histories[2]?.total ?? 0;
    const alpha = this.#weights[Math.min(bucketOf(times), this.#weights.length - 1)];
    let available = alpha[0];
    let p = alpha[0] / this.classes;
    for (const [n, history] of histories.entries()) {
      if (!history) continue;
      available += alpha[n + 1];
      p += (alpha[n + 1] * (history.words.get(word) ?? 0)) / history.total;
    }
    return p / available;
  }
}

/** The names of the histories of no, one and two words. @param {string} j @param {string} k */
const keysOf = (j, k) => ['', k, `${j}\t${k}`];
