/**
 * How far words moved between two texts, and whether that is more than chance.
 *
 * For each seed, both texts are trained alike, and one map is turned onto the other by the frequent
 * words of both. A word's shift is the angle between its two vectors. Words move anyway; so for each
 * seed the sentences of both texts are also shuffled together and cut in two, where nothing has
 * changed. A word's score is how much farther it moved between the texts than between such halves, in
 * deviations of words that are about as frequent. It has moved if its score is beyond the farthest
 * that any word of the halves came, and if it moved farther with every seed than ever by chance.
 *
 * @typedef {Map<string, number>} Counts
 * @typedef {{words: string[], vectors: Float32Array, dimensions: number}} Trained the most frequent first
 *
 * @typedef {object} Shift
 * @property {string} word
 * @property {[number, number]} counts in the texts
 * @property {[number, number]} interval the least and the most over the seeds, in degrees
 * @property {[number, number]} chance the same without a change
 * @property {number} score in deviations of chance
 * @property {number} held with how many of the seeds it moved farther than ever by chance
 * @property {boolean} moved
 */

import { rotation, turned, unit } from './procrustes.js';

/** The maps are turned by so many of the most frequent words. */
const ANCHORS = 500;
/** Fewer words in common determine no turn. */
export const LEAST_SHARED = 40;
/** Words of about the same frequency that say what chance does. */
const LIKE = 60;
/** However little is due to chance, so much of the limit stays. */
const CALMEST = 0.6;

/**
 * Words that both texts have often enough, the most frequent first.
 * @param {Counts} a @param {Counts} b @param {number} least
 */
export function sharedWords(a, b, least) {
  const rarest = (/** @type {string} */ word) => Math.min(a.get(word) ?? 0, b.get(word) ?? 0);
  return [...a.keys()]
    .filter((word) => rarest(word) >= least)
    .sort((x, y) => rarest(y) - rarest(x) || (x < y ? -1 : 1));
}

/** The vectors of some words, of length one. @param {Trained} trained @param {string[]} wanted */
function vectorsOf({ words, vectors, dimensions: d }, wanted) {
  const row = new Map(words.map((word, i) => [word, i]));
  const out = new Float64Array(wanted.length * d);
  for (const [i, word] of wanted.entries()) {
    const at = row.get(word);
    if (at !== undefined) out.set(vectors.subarray(at * d, at * d + d), i * d);
  }
  return unit(out, d);
}

/**
 * The angle of each word between two trainings, in degrees. @param {Trained} a @param {Trained} b @param {string[]} words
 */
export function shiftsBetween(a, b, words) {
  const d = a.dimensions;
  const [first, second] = [vectorsOf(a, words), vectorsOf(b, words)];
  const anchors = Math.min(words.length, ANCHORS) * d;
  const r = rotation(second.subarray(0, anchors), first.subarray(0, anchors), d);
  const moved = turned(second, r, d);
  return Float64Array.from(words, (_, i) => {
    let dot = 0;
    for (let j = i * d; j < (i + 1) * d; j++) dot += first[j] * moved[j];
    return (Math.acos(Math.max(-1, Math.min(1, dot))) * 180) / Math.PI;
  });
}

/**
 * How far shifts by chance are from the mean of the other chance shifts of their word, and the
 * deviation of that among words that are about as frequent.
 * @param {Float64Array[]} chance by seed @param {number} count of words, in order of frequency
 */
function chanceOf(chance, count) {
  const sums = Float64Array.from({ length: count }, (_, i) =>
    chance.reduce((sum, shifts) => sum + shifts[i], 0),
  );
  const others = chance.length - 1;
  const away = chance.map((shifts) => shifts.map((shift, i) => shift - (sums[i] - shift) / others));
  const deviations = Float64Array.from({ length: count }, (_, i) => {
    const from = Math.max(0, Math.min(i - LIKE / 2, count - LIKE));
    const to = Math.min(count, from + LIKE);
    let squares = 0;
    for (const one of away) for (let j = from; j < to; j++) squares += one[j] ** 2;
    return Math.sqrt(Math.max(1e-9, squares / (chance.length * (to - from))));
  });
  return { means: sums.map((sum) => sum / chance.length), away, deviations };
}

/** The variance of a word's shifts. @param {Float64Array[]} shifts by seed @param {number} i */
function variance(shifts, i) {
  const mean = shifts.reduce((sum, one) => sum + one[i], 0) / shifts.length;
  return shifts.reduce((sum, one) => sum + (one[i] - mean) ** 2, 0) / (shifts.length - 1);
}

/**
 * The mean of several seeds varies less than a single one, by the part that is due to seeds: both
 * texts stay the same over them, while chance is cut anew. The median word says how large it is.
 * @param {Float64Array[]} real @param {Float64Array[]} chance @param {number} count
 */
function calmed(real, chance, count) {
  const ratios = Array.from(
    { length: count },
    (_, i) => variance(real, i) / Math.max(1e-12, variance(chance, i)),
  ).sort((a, b) => a - b);
  const bySeeds = Math.min(1, ratios[count >> 1]);
  return Math.sqrt(1 - (1 - 1 / real.length) * bySeeds);
}

const ends = (/** @type {number[]} */ list) =>
  /** @type {[number, number]} */ ([Math.min(...list), Math.max(...list)]);

/**
 * @param {string[]} words in both texts, the most frequent first
 * @param {[Counts, Counts]} counts
 * @param {Float64Array[]} real shifts between the texts, by seed
 * @param {Float64Array[]} chance shifts between shuffled halves, by seed; at least three
 * @returns {{shifts: Shift[], limit: number}} the words that moved most first; the score beyond which
 *   it is no chance
 */
export function ranked(words, [a, b], real, chance) {
  const { means, away, deviations } = chanceOf(chance, words.length);
  const most = Math.max(...away.flatMap((one) => Array.from(one, (x, i) => x / deviations[i])));
  const limit = most * Math.max(CALMEST, calmed(real, chance, words.length));
  const shifts = words.map((word, i) => {
    const own = real.map((one) => one[i]);
    const byChance = ends(chance.map((one) => one[i]));
    const mean = own.reduce((sum, shift) => sum + shift, 0) / own.length;
    const score = (mean - means[i]) / deviations[i];
    const held = own.filter((shift) => shift > byChance[1]).length;
    return {
      word,
      counts: /** @type {[number, number]} */ ([a.get(word) ?? 0, b.get(word) ?? 0]),
      interval: ends(own),
      chance: byChance,
      score,
      held,
      moved: held === own.length && score > limit,
    };
  });
  return { shifts: shifts.sort((x, y) => y.score - x.score), limit };
}
