/** Chapter 6: he and she are never in one sentence, and end up near each other. */

import { cosine, dot } from '../../../plots/vectors.js';
import { analogiesOf, rowsOf, solved } from '../../analogies.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';
import { corpusOf, textOf } from '../../texts.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {{word: string, score: number, rank: number}} Ranked
 * @typedef {{beside: Ranked[], like: Ranked[]}} Lists
 * @typedef {{pairs: number[], he: Float32Array, she: Float32Array}} Frame cosines of PAIRS
 * @typedef {{run: {model: import('../../recording.js').Model}, frames: Frame[]}} Trained
 */

/** The first pair is the question; the others are opposites, too, except the last two. */
export const PAIRS = {
  en: [
    ['he', 'she'],
    ['man', 'woman'],
    ['father', 'mother'],
    ['king', 'queen'],
    ['he', 'cat'],
    ['he', 'paris'],
  ],
  zh: [
    ['他', '她'],
    ['男人', '女人'],
    ['父亲', '母亲'],
    ['国王', '王后'],
    ['他', '猫'],
    ['他', '巴黎'],
  ],
};

/** Words for which the reader can open the lists; the first is the text's. */
export const ASKED = {
  en: ['king', 'woman', 'he', 'paris', 'cat'],
  zh: ['国王', '女人', '他', '巴黎', '猫'],
};

const CROWN = { en: 'crown', zh: '王冠' };

export const plan = plans.skipGram;

/** @param {Context} context */
export function train(context) {
  const pairs = PAIRS[context.language];
  const names = [...new Set(pairs.flat())];
  return record(context.api, plan, {
    ...context,
    measure: async (model) => {
      const found = await Promise.all(names.map((word) => model.vector(word)));
      const of = (/** @type {string} */ word) => found[names.indexOf(word)];
      return {
        pairs: pairs.map(([a, b]) => cosine(of(a), of(b))),
        he: of(pairs[0][0]),
        she: of(pairs[0][1]),
      };
    },
  });
}

/** @param {'en' | 'zh'} language */
async function sentencesOf(language) {
  const text = await textOf(plan.corpus, language);
  return text.split('\n').map((line) => line.split(' '));
}

/** Sentences with all of the words. @param {string[][]} sentences @param {string[]} words */
const together = (sentences, ...words) =>
  sentences.filter((sentence) => words.every((word) => sentence.includes(word))).length;

/** Words on either side that Skip-gram looks at. */
const WINDOW = 5;

/** Shares of the words that stand near a word. @param {string[][]} sentences @param {string} word */
function surroundings(sentences, word) {
  /** @type {Map<string, number>} */
  const found = new Map();
  let all = 0;
  for (const sentence of sentences) {
    sentence.forEach((centre, i) => {
      if (centre !== word) return;
      for (const [n, other] of sentence.entries()) {
        if (n === i || Math.abs(n - i) > WINDOW) continue;
        found.set(other, (found.get(other) ?? 0) + 1);
        all += 1;
      }
    });
  }
  return new Map([...found].map(([other, n]) => [other, n / all]));
}

/** How much of the surroundings of two words is the same: 0 … 1. @param {string[][]} sentences @param {string} a @param {string} b */
function shared(sentences, a, b) {
  const other = surroundings(sentences, b);
  let sum = 0;
  for (const [word, share] of surroundings(sentences, a)) {
    sum += Math.min(share, other.get(word) ?? 0);
  }
  return sum;
}

/** @param {string[]} words @param {(n: number) => number} score @param {number} own */
function ranking(words, score, own) {
  return words
    .map((word, n) => ({ word, score: score(n), rank: 0 }))
    .filter((_, n) => n !== own)
    .sort((a, b) => b.score - a.score)
    .map((each, i) => ({ ...each, rank: i + 1 }));
}

/**
 * All other words, by how much they are expected beside a word, and by how like it they are.
 * @param {string} word @param {string[]} words @param {Float32Array[]} q @param {Float32Array[]} o
 * @returns {Lists}
 */
function listsOf(word, words, q, o) {
  const own = words.indexOf(word);
  return {
    beside: ranking(words, (n) => dot(q[own], o[n]), own),
    like: ranking(words, (n) => cosine(q[own], q[n]), own),
  };
}

/** @param {Trained} trained @param {Context} context */
export async function conclude({ run, frames }, { language }) {
  const { model } = run;
  const sentences = await sentencesOf(language);
  const words = (await model.vocabulary()).map(({ word }) => word);
  const q = rowsOf(await model.vectors(), words.length);
  const o = rowsOf(await model.vectors({ matrix: 'output' }), words.length);
  const [[he, she], , , [king, queen]] = PAIRS[language];
  const near = /** @type {Frame} */ (frames.at(-1)).pairs;
  const lists = Object.fromEntries(
    ASKED[language].map((word) => [word, listsOf(word, words, q, o)]),
  );
  const rankOf = (/** @type {Ranked[]} */ list, /** @type {string} */ word) =>
    list.find((each) => each.word === word)?.rank ?? 0;
  const [value] = near;
  const sameSentence = (/** @type {string} */ a, /** @type {string} */ b) =>
    together(sentences, a, b);
  return {
    value: value > 0.4 ? 'near' : value < -0.4 ? 'opposite' : 'nothing',
    numbers: {
      near: value.toFixed(2),
      he: `${together(sentences, he)}`,
      she: `${together(sentences, she)}`,
      both: `${sameSentence(he, she)}`,
      shared: (100 * shared(sentences, he, she)).toFixed(0),
      crownRank: `${rankOf(lists[king].beside, CROWN[language])}`,
      queenRank: `${rankOf(lists[king].beside, queen)}`,
      queenLike: `${rankOf(lists[king].like, queen)}`,
      crownTogether: `${sameSentence(king, CROWN[language])}`,
      queenTogether: `${sameSentence(king, queen)}`,
      crownNear: cosine(q[words.indexOf(king)], q[words.indexOf(CROWN[language])]).toFixed(2),
      queenNear: near[3].toFixed(2),
    },
    more: { lists, sameSentence, words, q, o },
  };
}

/** How many of the nearest words are looked at. */
const NEAREST = 5;

/**
 * Of the words nearest to each person, the share that are people.
 * @param {string[]} words @param {Float32Array[]} rows @param {Record<string, string>} groups
 */
function kindred(words, rows, groups) {
  const people = words.flatMap((word, n) => (groups[word] === 'people' ? [n] : []));
  const found = people.flatMap((own) =>
    ranking(words, (n) => cosine(rows[own], rows[n]), own).slice(0, NEAREST),
  );
  return found.filter(({ word }) => groups[word] === 'people').length / found.length;
}

/**
 * Asks both tables.
 * @param {string} _choice @param {Trained} trained @param {Context} context
 */
export async function check(_choice, { run }, { language }) {
  const { model } = run;
  const words = (await model.vocabulary()).map(({ word }) => word);
  const groups = corpusOf(plan.corpus, language).groups ?? {};
  const questions = analogiesOf(language);
  const king = ASKED[language][0];
  const table = async (/** @type {'input' | 'output'} */ matrix) => {
    const rows = rowsOf(await model.vectors({ matrix }), words.length);
    const own = words.indexOf(king);
    return {
      nearest: ranking(words, (n) => cosine(rows[own], rows[n]), own).slice(0, 4),
      kindred: kindred(words, rows, groups),
      solved: solved(questions, words, rows),
    };
  };
  const [q, o] = [await table('input'), await table('output')];
  const gap = q.kindred - o.kindred;
  return {
    value: Math.abs(gap) < 0.1 ? 'either' : gap > 0 ? 'q' : 'o',
    numbers: {},
    more: { q, o, king, questions: questions.length },
  };
}
