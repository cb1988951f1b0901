/**
 * The words of the questions: the reader's, else those that the corpus suggests, else frequent
 * words.
 *
 * @typedef {object} AskedWords
 * @property {string} nearest
 * @property {string[]} analogy a, b, c in: a is to b as c is to ?
 * @property {string[]} odd
 * @property {string[]} pair
 */

/**
 * @param {Pick<import('../table.js').Values, 'nearest' | 'analogy' | 'odd' | 'pair'>} values
 * @param {{questions?: import('../../../corpora/presets.js').Preset['questions']} | undefined} preset
 * @param {Array<{word: string, count: number}>} vocabulary most frequent first
 * @returns {AskedWords}
 */
export function wordsFor(values, preset, vocabulary) {
  const given = preset?.questions;
  // After the function words, which are the most frequent words of a text of any size.
  const skip = Math.min(30, Math.floor(vocabulary.length / 8));
  const pick = (/** @type {number} */ n) =>
    vocabulary[Math.min(skip + n, vocabulary.length - 1)]?.word ?? '';
  return {
    nearest: values.nearest || given?.nearest || pick(0),
    analogy: values.analogy ?? given?.analogy ?? [pick(0), pick(1), pick(2)],
    odd: values.odd ?? given?.oddOneOut ?? [pick(0), pick(1), pick(2), pick(3)],
    pair: values.pair ?? given?.similarity ?? [pick(0), pick(1)],
  };
}

/** Levenshtein distance; stops at more than `most`. */
export function editDistance(
  /** @type {string} */ a,
  /** @type {string} */ b,
  /** @type {number} */ most,
) {
  const [s, t] = [[...a], [...b]];
  if (Math.abs(s.length - t.length) > most) return most + 1;
  let row = t.map((_, j) => j + 1);
  for (let i = 0; i < s.length; i++) {
    let diagonal = i;
    let left = i + 1;
    const next = [];
    for (let j = 0; j < t.length; j++) {
      const cost = diagonal + (s[i] === t[j] ? 0 : 1);
      diagonal = row[j];
      left = Math.min(cost, row[j] + 1, left + 1);
      next.push(left);
    }
    if (Math.min(...next, i + 1) > most) return most + 1;
    row = next;
  }
  return row.at(-1) ?? s.length;
}

const MAX_SCANNED = 20_000;

/**
 * The nearest spelling in the vocabulary, or undefined. A word that differs only in case is
 * preferred; otherwise at most a third of the letters may differ.
 * @param {string} word @param {Array<{word: string}>} vocabulary
 */
export function nearestSpelling(word, vocabulary) {
  const wanted = word.normalize().toLowerCase();
  const length = [...wanted].length;
  let best;
  let least = Math.max(1, Math.floor(length / 3)) + 1;
  for (const { word: candidate } of vocabulary.slice(0, MAX_SCANNED)) {
    const lower = candidate.toLowerCase();
    if (lower === wanted) return candidate;
    // For a word of one or two characters, one different letter matches any word, so one word must
    // be the beginning of the other.
    if (length < 3 && !lower.startsWith(wanted) && !wanted.startsWith(lower)) continue;
    const distance = editDistance(wanted, lower, least - 1);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
