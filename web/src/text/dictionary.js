/**
 * Cuts Chinese into words by a dictionary: of all ways to cut a run of Han, the one whose words are
 * the most frequent (the longest path through jieba's graph of words). Unknown names and new words
 * fall into single characters; jieba's hidden Markov model, which guesses them, is left out, since
 * it glues words together as well (啃骨头, 圖書館裡). The result is the same in every browser.
 */

const LONGEST = 6;

/** Words with the logarithm of their frequency. */
export class Dictionary {
  /** @param {string} packed as prepare-chinese-words.js writes it */
  constructor(packed) {
    /** @type {Map<string, number>} */
    this.words = new Map();
    let total = 0;
    for (const line of packed.split('\n')) {
      const space = line.indexOf(' ');
      if (space < 0 || line[0] === '#') continue; // the licence
      const cost = Number(line.slice(0, space)) / 2;
      total += Math.exp(cost) * this.#add(line.slice(space + 1), cost);
    }
    /** ln of the number of all occurrences */
    this.total = Math.log(total);
  }

  /** Adds the words of a line and returns their number. */
  #add(/** @type {string} */ line, /** @type {number} */ frequency) {
    let word = '';
    let count = 0;
    for (let at = 0; at < line.length; count++) {
      let end = at + 1;
      while (end < line.length && line.charCodeAt(end) > 0x39) end += 1; // up to the next digit
      word = word.slice(0, Number(line[at])) + line.slice(at + 1, end);
      this.words.set(word, frequency);
      at = end;
    }
    return count;
  }

  /** @param {string} run Han only @returns {string[]} */
  cut(run) {
    const { words, total } = this;
    const size = run.length;
    const best = new Float64Array(size + 1);
    const ends = new Uint32Array(size);
    for (let from = size - 1; from >= 0; from--) {
      best[from] = Number.NEGATIVE_INFINITY;
      for (let to = from + 1; to <= Math.min(size, from + LONGEST); to++) {
        const known = words.get(run.slice(from, to));
        if (known === undefined && to > from + 1) continue;
        const score = (known ?? 0) - total + best[to];
        if (score < best[from]) continue; // of two equal ways, the longer word
        best[from] = score;
        ends[from] = to;
      }
    }
    const cut = [];
    for (let from = 0; from < size; from = ends[from]) cut.push(run.slice(from, ends[from]));
    return cut;
  }
}
