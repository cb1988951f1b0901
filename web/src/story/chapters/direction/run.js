/** Chapter 7: what makes a queen of a king is spread over many numbers. */

import { cosine, dot } from '../../../plots/vectors.js';
import { analogiesOf, rowsOf, solved, unit } from '../../analogies.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {{royal: Float32Array, common: Float32Array}} Frame queen − king, woman − man
 * @typedef {{run: any, frames: Frame[]}} Trained any: of record(), and the rows after each reading
 * @typedef {{word: string, score: number, given: boolean}} Answer
 */

export const WORDS = {
  en: { king: 'king', queen: 'queen', man: 'man', woman: 'woman' },
  zh: { king: '国王', queen: '王后', man: '男人', woman: '女人' },
};

export const plan = plans.skipGram;

/** A fifth of a reading each. */
const FRAMES = 50;
const PER_READING = 5;

const minus = (/** @type {Float32Array} */ a, /** @type {Float32Array} */ b) =>
  a.map((x, i) => x - b[i]);

/** @param {Context} context @returns {Promise<Trained>} */
export async function train(context) {
  /** @type {string[]} */
  let words = [];
  /** Rows of Q by reading, the untrained ones first. @type {Float32Array[][]} */
  const readings = [];
  let taken = 0;
  const names = WORDS[context.language];
  const { run, frames } = await record(context.api, plan, {
    ...context,
    frames: FRAMES,
    measure: async (model) => {
      if (!words.length) words = (await model.vocabulary()).map(({ word }) => word);
      const rows = rowsOf(await model.vectors(), words.length);
      if (taken % PER_READING === 0) readings.push(rows);
      taken += 1;
      const of = (/** @type {string} */ word) => rows[words.indexOf(word)];
      return {
        royal: minus(of(names.queen), of(names.king)),
        common: minus(of(names.woman), of(names.man)),
      };
    },
  });
  return { run: { ...run, words, readings }, frames };
}

/** The numbers of a row by falling strength. @param {Float32Array} row */
export const byStrength = (row) =>
  Array.from(row, (x, i) => ({ i, x: Math.abs(x) }))
    .sort((a, b) => b.x - a.x)
    .map(({ i }) => i);

/** Rows in which only some numbers are kept. @param {Float32Array[]} rows @param {(i: number) => boolean} keeps */
const kept = (rows, keeps) => rows.map((row) => row.map((x, i) => (keeps(i) ? x : 0)));

/**
 * How many of the questions are solved without some numbers, and with these alone.
 * @param {{questions: import('../../analogies.js').Analogy[], words: string[],
 *   rows: Float32Array[]}} asked
 * @param {number[]} struck
 */
export function strike({ questions, words, rows }, struck) {
  const gone = new Set(struck);
  return {
    without: solved(
      questions,
      words,
      kept(rows, (i) => !gone.has(i)),
    ),
    only: gone.size
      ? solved(
          questions,
          words,
          kept(rows, (i) => gone.has(i)),
        )
      : 0,
  };
}

/**
 * The words nearest to king − man + woman.
 * @param {string[]} words @param {Float32Array[]} rows @param {typeof WORDS.en} names
 * @returns {Answer[]}
 */
export function answersOf(words, rows, { king, man, woman }) {
  const given = [king, man, woman];
  const [a, b, c] = given.map((word) => unit(rows[words.indexOf(word)]));
  const target = a.map((x, i) => x - b[i] + c[i]);
  return words
    .map((word, n) => ({
      word,
      score: cosine(target, rows[n]),
      given: given.includes(word),
    }))
    .sort((x, y) => y.score - x.score);
}

/** Pairs of people, the man first. @param {'en' | 'zh'} language @returns {[string, string][]} */
function pairsOf(language) {
  const asked = analogiesOf(language).filter(({ section }) => section === 'gender');
  /** @type {Map<string, string>} */
  const pairs = new Map();
  const { king, queen } = WORDS[language];
  pairs.set(king, queen);
  // Each question stands in both directions; those that begin with a man follow king : queen.
  for (const { a, b, c, d } of asked) {
    if (a === king && b === queen) pairs.set(c, d);
  }
  return [...pairs];
}

/**
 * The plane of the sum: across, the mean of the two differences; up, from man and woman to king and
 * queen. Rows of length 1 are projected onto it at right angles.
 * @param {string[]} words @param {Float32Array[]} rows @param {[string, string][]} pairs
 * @param {typeof WORDS.en} names
 */
export function planeOf(words, rows, pairs, names) {
  const of = (/** @type {string} */ word) => unit(rows[words.indexOf(word)]);
  const [king, queen, man, woman] = [names.king, names.queen, names.man, names.woman].map(of);
  const across = unit(king.map((x, i) => queen[i] - x + woman[i] - man[i]));
  const rise = king.map((x, i) => x + queen[i] - man[i] - woman[i]);
  const along = dot(rise, across);
  const up = unit(rise.map((x, i) => x - along * across[i]));
  const place = (/** @type {ArrayLike<number>} */ row) =>
    /** @type {[number, number]} */ ([dot(row, across), dot(row, up)]);
  return {
    arrows: pairs.map(([from, to]) => ({ from, to, start: place(of(from)), end: place(of(to)) })),
    sum: place(king.map((x, i) => x - man[i] + woman[i])),
  };
}

/** Numbers whose squares are half of the squared length, the strongest first. @param {Float32Array} row */
function halfIn(row) {
  const all = dot(row, row);
  let sum = 0;
  let count = 0;
  for (const i of byStrength(row)) {
    if (sum >= all / 2) break;
    sum += row[i] * row[i];
    count += 1;
  }
  return count;
}

/** How many of the strongest numbers the text strikes out. */
const MANY = 8;

/** @param {Trained} trained @param {Context} context */
export async function conclude({ run, frames }, { language }) {
  const { words, readings } = run;
  const { royal, common } = /** @type {Frame} */ (frames.at(-1));
  const rows = /** @type {Float32Array[]} */ (readings.at(-1));
  const all = analogiesOf(language);
  const asked = { questions: all.filter(({ section }) => section === 'gender'), words, rows };
  const order = byStrength(royal);
  const base = solved(asked.questions, words, rows);
  const one = strike(asked, order.slice(0, 1));
  const many = strike(asked, order.slice(0, MANY));
  const pairs = pairsOf(language);
  const half = asked.questions.length / 2;
  const near = cosine(royal, common);
  const first = readings[1];
  return {
    value: base < half || near < 0.3 ? 'nowhere' : one.only >= half ? 'one' : 'spread',
    numbers: {
      near: near.toFixed(2),
      share: ((100 * royal[order[0]] ** 2) / dot(royal, royal)).toFixed(0),
      half: `${halfIn(royal)}`,
      asked: `${asked.questions.length}`,
      base: `${base}`,
      withoutOne: `${one.without}`,
      onlyOne: `${one.only}`,
      withoutMany: `${many.without}`,
      onlyMany: `${many.only}`,
      firstLeftOut: `${solved(all, words, first)}`,
      firstAll: `${solved(all, words, first, { all: true })}`,
      lastLeftOut: `${solved(all, words, rows)}`,
      lastAll: `${solved(all, words, rows, { all: true })}`,
      firstAnswer: answersOf(words, first, WORDS[language])[0].word,
    },
    more: { asked, order, readings, words, pairs },
  };
}

/** The nearest words. @param {string[]} words @param {Float32Array[]} rows @param {number} own @param {number} count */
function nearest(words, rows, own, count) {
  return words
    .map((word, n) => ({ word, score: n === own ? -2 : cosine(rows[own], rows[n]) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ word }) => word);
}

/**
 * Trains with another seed and compares.
 * @param {string} _choice @param {Trained} trained @param {Context} context
 */
export async function check(_choice, { run }, context) {
  const { words, readings } = run;
  const rows = /** @type {Float32Array[]} */ (readings.at(-1));
  const seed = context.seed + 1;
  const { run: other } = await record(context.api, plan, {
    language: context.language,
    seed,
    frames: 1,
    measure: async () => null,
  });
  try {
    const others = rowsOf(await other.model.vectors(), words.length);
    const own = words.indexOf(WORDS[context.language].queen);
    const numbers =
      rows.reduce((sum, row, n) => sum + Math.abs(cosine(row, others[n])), 0) / rows.length;
    const same = words.filter(
      (/** @type {string} */ _word, /** @type {number} */ n) =>
        nearest(words, rows, n, 1)[0] === nearest(words, others, n, 1)[0],
    ).length;
    return {
      value: numbers > 0.9 ? 'numbers' : same > words.length / 2 ? 'near' : 'nothing',
      numbers: {},
      more: {
        word: words[own],
        same,
        words: words.length,
        rowsAlike: cosine(rows[own], others[own]),
        runs: [
          { seed: context.seed, row: rows[own], nearest: nearest(words, rows, own, 4) },
          { seed, row: others[own], nearest: nearest(words, others, own, 4) },
        ],
      },
    };
  } finally {
    await other.model.close();
  }
}
