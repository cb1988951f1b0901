/** Chapter 2: a one-hot row times the table Q is a row of Q. Nothing is trained. */

import { cosine } from '../../../plots/vectors.js';
import { optionsOf, plans } from '../../plans.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {import('../../recording.js').Model} Model
 * @typedef {{list: string[], Q: Float32Array, rows: number}} Multiplied the words, their table
 *   [V, D], and how many of its rows have been multiplied and added
 */

export const WORDS = {
  en: { king: 'king', queen: 'queen' },
  zh: { king: '国王', queen: '王后' },
};

const FRAMES = 48;

export const plan = { ...plans.nnlm, untrained: true };

const SENTENCES = {
  en: 'the king brought the crown to the throne',
  zh: '国王 把 权杖 忘 在 王宫 旁边',
};

/** The Lab's Inside looks the rows of a sentence with king up. @param {'en' | 'zh'} language */
export const door = (language) =>
  `&inside=2&example=${encodeURIComponent(SENTENCES[language])}&guess=4`;

/**
 * w · Q as it is defined: every number of w times the row of Q beside it, added up.
 * @param {ArrayLike<number>} w [V] @param {Float32Array} Q [V, D] @param {number} [rows] only the
 *   first so many
 * @returns {Float32Array} [D]
 */
export function multiply(w, Q, rows = w.length) {
  const columns = Q.length / w.length;
  const product = new Float32Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) product[i] += w[row] * Q[row * columns + i];
  }
  return product;
}

/** @param {number} length @param {number} place */
export const oneHotOf = (length, place) =>
  Float32Array.from({ length }, (_, i) => (i === place ? 1 : 0));

/** @param {Context} context */
export async function train({ api, language, seed, onFrame }) {
  const model = await api.create(optionsOf(plan, language, seed));
  const list = (await model.vocabulary()).map(({ word }) => word);
  const Q = await model.vectors();
  /** @type {Multiplied[]} */
  const frames = Array.from({ length: FRAMES + 1 }, (_, i) => ({
    list,
    Q,
    rows: Math.round((i / FRAMES) * list.length),
  }));
  onFrame?.(frames[0]);
  const hash = await model.weightsHash();
  return { run: { model, hash, seconds: 0, epochs: 0 }, frames };
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
const changed = (a, b) =>
  Array.from({ length: a.length }, (_, i) => a[i] !== b[i]).filter(Boolean).length;

const grouped = (/** @type {number} */ n) => n.toLocaleString('en');

/** @param {{frames: Multiplied[], run: {model: Model}}} trained @param {Context} context */
export async function conclude({ frames, run }, { language }) {
  const { king, queen } = WORDS[language];
  const { list, Q } = frames[0];
  const count = list.length;
  const columns = Q.length / count;
  const place = list.indexOf(king);
  const product = multiply(oneHotOf(count, place), Q);
  const vector = await run.model.vector(king);
  const isRow = product.length === vector.length && changed(product, vector) === 0;
  const value = isRow ? 'row' : product.length === count ? 'words' : 'one';
  const alike = cosine(vector, await run.model.vector(queen));
  return {
    value,
    numbers: {
      words: `${count}`,
      others: `${count - 1}`,
      columns: `${product.length}`,
      king: `${place + 1}`,
      multiplications: grouped(count * columns),
      alike: alike.toFixed(2).replace('-', '−'),
    },
    more: {},
  };
}

/**
 * Turns the signs of the row of king in a copy of the model and looks the words up again.
 * @param {string} _choice @param {{run: {model: Model}}} trained @param {Context} context
 */
export async function check(_choice, { run }, { language }) {
  const { king, queen } = WORDS[language];
  const { model } = run;
  const list = (await model.vocabulary()).map(({ word }) => word);
  const copy = await model.open();
  const example = { sentence: [king, queen], position: 2 };
  /** What the network looks up for king and queen. */
  const lookUp = async () => {
    const { forward } = await copy.trace(example);
    const found = forward.find(({ name }) => name === 'lookup');
    if (!found?.of) throw new Error('nothing was looked up');
    const { of, values, cols } = found;
    const row = (/** @type {string} */ word) => {
      const at = of.indexOf(list.indexOf(word));
      return values.slice(at * cols, (at + 1) * cols);
    };
    return { king: row(king), queen: row(queen) };
  };
  try {
    const before = await lookUp();
    const row = list.indexOf(king);
    for (const [col, value] of before.king.entries())
      await copy.setWeight({ name: 'embedding.weight', row, col }, -value);
    const after = await lookUp();
    const moved = {
      king: changed(before.king, after.king),
      queen: changed(before.queen, after.queen),
    };
    const all = before.queen.length;
    const value = moved.queen === 0 ? 'none' : moved.queen === all ? 'all' : 'some';
    return { value, more: { before, after, moved, all } };
  } finally {
    await copy.close();
  }
}
