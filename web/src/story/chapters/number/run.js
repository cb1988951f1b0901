/** Chapter 1: one-hot rows tell words apart and nothing more. Nothing is trained. */
import { optionsOf, plans } from '../../plans.js';
import { textOf } from '../../texts.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {import('../../recording.js').Model} Model
 * @typedef {{compared: number, list: string[], similarities: Float32Array}} Compared similarities of
 *   king with all words of the list, of which the first so many are compared
 */

export const WORDS = {
  en: { king: 'king', queen: 'queen', palace: 'palace' },
  zh: { king: '国王', queen: '王后', palace: '王宫' },
};

/** The word that the check adds to the list. */
export const ADDED = { en: 'spoon', zh: '勺子' };

/** Numbers per word in the other chapters, and the bytes of a number. */
export const DIMENSIONS = 32;
const BYTES = 4;
const LARGE = 30_000; // words of a language, roughly

const FRAMES = 48;

export const plan = plans.oneHot;

/** @param {Model} model @param {string} king */
async function similaritiesOf(model, king) {
  const list = (await model.vocabulary()).map(({ word }) => word);
  const found = await model.mostSimilar({ positive: king, topn: list.length });
  const byWord = new Map(found.map(({ word, similarity }) => [word, similarity]));
  byWord.set(king, await model.similarity(king, king));
  return { list, similarities: Float32Array.from(list, (word) => byWord.get(word) ?? Number.NaN) };
}

/** Compares the row of king with one row of the list after the other. @param {Context} context */
export async function train({ api, language, seed, onFrame }) {
  const model = await api.create(optionsOf(plan, language, seed));
  const { list, similarities } = await similaritiesOf(model, WORDS[language].king);
  /** @type {Compared[]} */
  const frames = Array.from({ length: FRAMES + 1 }, (_, i) => ({
    compared: Math.round((i / FRAMES) * list.length),
    list,
    similarities,
  }));
  onFrame?.(frames[0]);
  const hash = await model.weightsHash();
  return { run: { model, hash, seconds: 0, epochs: 0 }, frames };
}

const memory = (/** @type {number} */ words, /** @type {number} */ numbers) =>
  words * numbers * BYTES;

const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;

/** The distance of two of the rows, if all are equally far. @param {Model} model @param {number} row */
async function distanceOf(model, row) {
  const all = await model.vectors();
  const count = Math.sqrt(all.length);
  const distances = Array.from({ length: count }, (_, other) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (all[row * count + i] - all[other * count + i]) ** 2;
    return Math.sqrt(sum).toFixed(2);
  });
  const found = new Set(distances.filter((_, other) => other !== row));
  return [...found].join(' … ');
}

/** @param {{frames: Compared[], run: {model: Model}}} trained @param {Context} context */
export async function conclude({ frames, run }, { language }) {
  const { king, queen } = WORDS[language];
  const { list, similarities } = frames[0];
  const at = (/** @type {string} */ word) => list.indexOf(word);
  const others = similarities.filter((_, i) => i !== at(king));
  const best = Math.max(...others);
  const next = at(king) + 1;
  const value =
    best === Math.min(...others) ? 'equal' : best === similarities[at(queen)] ? 'queen' : 'next';
  const count = list.length;
  const bytes = { oneHot: memory(count, count), table: memory(count, DIMENSIONS) };
  const number = (/** @type {string} */ word) => `${at(word) + 1}`;
  return {
    value,
    said: { queen: similarities[at(queen)].toFixed(0), next: similarities[next].toFixed(0) },
    numbers: {
      words: `${count}`,
      others: `${count - 1}`,
      king: number(king),
      queen: number(queen),
      next: `${next + 1}`,
      best: best.toFixed(0),
      distance: await distanceOf(run.model, at(king)),
      oneHotBytes: kilobytes(bytes.oneHot),
      tableBytes: kilobytes(bytes.table),
      largeBytes: `${(memory(LARGE, LARGE) / 1e9).toFixed(1)} GB`,
      added: `${count + 1}`,
    },
    more: { bytes },
  };
}

/**
 * Adds a word to the text and compares again.
 * @param {string} _choice @param {{frames: Compared[]}} trained @param {Context} context
 */
export async function check(_choice, { frames }, { api, language, seed }) {
  const { king, queen } = WORDS[language];
  const added = ADDED[language];
  const { list } = frames[0];
  const text = await textOf(plan.corpus, language);
  const model = await api.create({
    model: plan.model,
    corpus: `${text}\n${added}`,
    tokenizer: 'space',
    sentences: 'lines',
    minCount: 1,
    seed,
  });
  try {
    const after = await similaritiesOf(model, king);
    const numbers = (await model.vector(king)).length;
    const others = after.similarities.filter((_, i) => after.list[i] !== king);
    const unlike = others.every((similarity) => similarity === 0);
    const of = (/** @type {string} */ word) => after.similarities[after.list.indexOf(word)];
    const value = numbers === list.length ? 'nothing' : unlike ? 'zero' : 'near';
    return {
      value,
      more: {
        before: list.length,
        numbers,
        queenBefore: frames[0].similarities[list.indexOf(queen)],
        queen: of(queen),
        added: of(added),
        word: added,
      },
    };
  } finally {
    await model.close();
  }
}
