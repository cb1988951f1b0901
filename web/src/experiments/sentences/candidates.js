/** Which sentences to strike: single ones, groups, and others for comparison. */
import { wordsOf } from './asked.js';

/**
 * @typedef {object} Candidate
 * @property {'one' | 'together' | 'equal' | 'best' | 'own' | 'placebo'} kind together: all that
 *   may tie the words of the question; equal: equal sentences; best: the first singles at once; own: the
 *   reader's; placebo: as many that hold none of the words
 * @property {number[]} sentences from 0
 * @property {number} influence to first order; NaN if it was not computed
 */

const SINGLES = 6;
const EQUAL_GROUPS = 2;
const BEST = 3;
const PLACEBOS = 2;

/** Sentences that hold at least one of the words. @param {string[][]} sentences @param {string[]} words */
export const holding = (sentences, words) =>
  sentences.flatMap((sentence, i) => (words.some((word) => sentence.includes(word)) ? [i] : []));

/**
 * Whether a sentence may tie the words of the question: it holds both words, two of an analogy, or
 * the answer with most words around the blank.
 * @param {string[]} sentence @param {import('./asked.js').Asked} asked @param {string[]} words
 */
function together(sentence, asked, words) {
  const held = words.filter((word) => sentence.includes(word)).length;
  if (asked.kind !== 'blank') return held >= 2;
  return sentence.includes(asked.answer) && held - 1 > (words.length - 1) / 2;
}

/**
 * @param {string[][]} sentences @param {import('./asked.js').Asked} asked
 * @param {(sentence: string[]) => number} influence
 * @returns {Candidate[]} by falling influence
 */
export function candidates(sentences, asked, influence) {
  const words = wordsOf(asked);
  const belong = (/** @type {string[]} */ sentence) => together(sentence, asked, words);
  const scored = holding(sentences, words)
    .map((i) => ({ i, score: influence(sentences[i]) }))
    .sort((a, b) => b.score - a.score || a.i - b.i);
  const sum = (/** @type {number[]} */ group) =>
    group.reduce((all, i) => all + influence(sentences[i]), 0);
  /** @type {Candidate[]} */
  const found = scored
    .slice(0, SINGLES)
    .map(({ i, score }) => ({ kind: 'one', sentences: [i], influence: score }));
  const best = scored.slice(0, BEST).map(({ i }) => i);
  /** @param {Candidate['kind']} kind @param {number[]} group */
  const add = (kind, group) => {
    const key = group.join();
    if (!group.length || found.some((one) => one.sentences.join() === key)) return;
    found.push({ kind: group.length > 1 ? kind : 'one', sentences: group, influence: sum(group) });
  };
  const sorted = (/** @type {number[]} */ group) => group.toSorted((a, b) => a - b);
  add('together', sorted(scored.filter(({ i }) => belong(sentences[i])).map(({ i }) => i)));
  for (const group of equalOnes(
    sentences,
    scored.map(({ i }) => i),
  ).slice(0, EQUAL_GROUPS))
    add('equal', sorted(group));
  add('best', sorted(best));
  return found.sort((a, b) => b.influence - a.influence);
}

/** Groups of equal sentences, in the order of their first. @param {string[][]} sentences @param {number[]} among */
function equalOnes(sentences, among) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const i of among) {
    const text = sentences[i].join(' ');
    groups.set(text, [...(groups.get(text) ?? []), i]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * As many sentences that hold none of the words, evenly from the text, for each size of a candidate.
 * @param {string[][]} sentences @param {string[]} words @param {Candidate[]} of
 * @returns {Candidate[]}
 */
export function placebos(sentences, words, of) {
  const busy = new Set(holding(sentences, words));
  const others = sentences.flatMap((_, i) => (busy.has(i) ? [] : [i]));
  const sizes = [...new Set(of.map((one) => one.sentences.length))].filter(
    (size) => size <= others.length / 2,
  );
  return sizes.flatMap((size) =>
    Array.from({ length: PLACEBOS }, (_, n) => {
      const step = others.length / size;
      const from = (n * step) / PLACEBOS;
      const group = Array.from({ length: size }, (_, k) => others[Math.floor(from + k * step)]);
      return { kind: /** @type {const} */ ('placebo'), sentences: group, influence: Number.NaN };
    }),
  );
}
