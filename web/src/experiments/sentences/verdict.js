/** Whether an effect is more than luck. */
import { meanAndSpread } from '../../plots/statistics.js';

/** Student's t, two-sided 95 %, for n − 1 = 1, 2, … */
const STUDENT = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];

/**
 * @typedef {object} Effect
 * @property {number} effect mean over the seeds of the answer with the sentences minus without
 * @property {number} spread what luck alone does: the largest of the three in verdictOf()
 * @property {'evidence' | 'against' | 'noise' | 'gone'} verdict evidence: the answer falls without
 *   them; against: it rises; gone: without them a word is no longer in the text
 */

/**
 * An effect counts if it is larger than
 *   the spread of the answer over the seeds, with nothing struck,
 *   the uncertainty of the effect itself (Student's t over the seeds), and
 *   the effect of striking as many sentences that have nothing to do with the question.
 * @param {number[]} whole the answers with all sentences, by seed
 * @param {number[]} without the answers without them, by the same seeds
 * @param {number[][]} placebo the answers without as many others, of each such group
 * @returns {Effect}
 */
export function verdictOf(whole, without, placebo) {
  if (without.some(Number.isNaN))
    return { effect: Number.NaN, spread: luckOf(whole), verdict: 'gone' };
  const { mean, spread } = differences(whole, without);
  const n = whole.length;
  const t = STUDENT[Math.min(n - 2, STUDENT.length - 1)] ?? Number.POSITIVE_INFINITY;
  const own = n > 1 ? (t * spread) / Math.sqrt(n) : Number.POSITIVE_INFINITY;
  const others = placebo.map((values) => Math.abs(differences(whole, values).mean));
  const luck = Math.max(luckOf(whole), own, ...others.filter(Number.isFinite));
  const verdict = Math.abs(mean) <= luck ? 'noise' : mean > 0 ? 'evidence' : 'against';
  return { effect: mean, spread: luck, verdict };
}

const luckOf = (/** @type {number[]} */ values) => meanAndSpread(values).spread;

/** @param {number[]} a @param {number[]} b */
const differences = (a, b) => meanAndSpread(a.map((value, i) => value - b[i]));

/** A group carries the answer if a quarter of it goes with the group … */
const LEAST_SHARE = 0.25;
/** … and the group is small: three sentences, or a twentieth of the text. */
const [FEW, SMALL] = [3, 0.05];

/**
 * Which of the groups carry the answer by themselves, the smallest first. If none does, the answer
 * is diffuse: it comes from the text as a whole.
 * @template {Effect & {sentences: number[]}} E
 * @param {E[]} tried
 * @param {{whole: number[], logarithm: boolean, sentences: number}} of the answers with all
 *   sentences; whether they are logarithms; the number of sentences
 */
export function carrying(tried, { whole, logarithm, sentences }) {
  const mean = Math.abs(meanAndSpread(whole).mean);
  const share = (/** @type {Effect} */ { effect }) =>
    logarithm ? 1 - Math.exp(-effect) : effect / mean;
  return tried
    .filter(
      (one) =>
        one.sentences.length <= Math.max(FEW, SMALL * sentences) &&
        (one.verdict === 'gone' || (one.verdict === 'evidence' && share(one) >= LEAST_SHARE)),
    )
    .sort((a, b) => a.sentences.length - b.sentences.length || b.effect - a.effect);
}
