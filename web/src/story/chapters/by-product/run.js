/** Chapter 4: king and queen are never in one sentence, and end up most alike. */

import { cosine } from '../../../plots/vectors.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';
import { textOf, trainOn } from '../../texts.js';

/** @typedef {import('../../chapter.js').Context} Context */
/** @typedef {Record<'king' | 'queen' | 'palace', Float32Array>} Rows */

const WORDS = {
  en: { king: 'king', queen: 'queen', palace: 'palace' },
  zh: { king: '国王', queen: '王后', palace: '王宫' },
};

/** What the text calls queen in the check. */
export const RENAMED = { en: 'blick', zh: '甲乙' };

export const plan = plans.nnlm;

/** Rows of Q. @param {import('../../recording.js').Model} model @param {Record<keyof Rows, string>} names @returns {Promise<Rows>} */
async function rowsOf(model, names) {
  const [king, queen, palace] = await Promise.all(
    [names.king, names.queen, names.palace].map((word) => model.vector(word)),
  );
  return { king, queen, palace };
}

/** @param {Context} context */
export function train(context) {
  const names = WORDS[context.language];
  return record(context.api, plan, { ...context, measure: (model) => rowsOf(model, names) });
}

/** @param {Rows} rows */
export const alike = ({ king, queen, palace }) => ({
  queen: cosine(king, queen),
  palace: cosine(king, palace),
});

/**
 * Which words follow a word, and how often.
 * @param {string[][]} sentences @param {string} word
 * @returns {{count: number, followers: Map<string, number>}} '' is the end of a sentence
 */
function followersOf(sentences, word) {
  const followers = new Map();
  let count = 0;
  for (const sentence of sentences) {
    sentence.forEach((found, i) => {
      if (found !== word) return;
      count += 1;
      const next = sentence[i + 1] ?? '';
      followers.set(next, (followers.get(next) ?? 0) + 1);
    });
  }
  return { count, followers };
}

/** @param {{frames: Rows[]}} trained @param {Context} context */
export async function conclude({ frames }, { language }) {
  const names = WORDS[language];
  const sentences = (await textOf(plan.corpus, language))
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const together = (/** @type {string} */ a, /** @type {string} */ b) =>
    sentences.filter((sentence) => sentence.includes(a) && sentence.includes(b)).length;
  const { queen, palace } = alike(/** @type {Rows} */ (frames.at(-1)));
  const best = Math.max(queen, palace);
  const peak = Math.max(...frames.map((rows) => alike(rows).queen));
  const value = best < 0.3 ? 'neither' : queen > palace ? 'queen' : 'palace';
  const numbers = {
    queen: queen.toFixed(2),
    palace: palace.toFixed(2),
    peak: peak.toFixed(2),
    togetherQueen: `${together(names.king, names.queen)}`,
    togetherPalace: `${together(names.king, names.palace)}`,
  };
  const words = Object.fromEntries(
    Object.entries(names).map(([key, word]) => [key, { word, ...followersOf(sentences, word) }]),
  );
  return {
    value,
    said: { queen: numbers.queen, palace: numbers.palace },
    numbers,
    more: { words, peak },
  };
}

/**
 * Trains on the text with another name for queen.
 * @param {string} _choice @param {{frames: Rows[], run: {hash: string}}} trained
 * @param {Context} context
 */
export async function check(_choice, { frames, run }, context) {
  const { language } = context;
  const names = WORDS[language];
  const text = await textOf(plan.corpus, language);
  const renamed = text
    .split('\n')
    .map((line) =>
      line
        .split(' ')
        .map((word) => (word === names.queen ? RENAMED[language] : word))
        .join(' '),
    )
    .join('\n');
  const model = await trainOn(plan, renamed, context);
  try {
    const after = await model.similarity(names.king, RENAMED[language]);
    const before = alike(/** @type {Rows} */ (frames.at(-1))).queen;
    const hash = await model.weightsHash();
    const value =
      after.toFixed(3) === before.toFixed(3) ? 'same' : after < 0.1 ? 'zero' : 'differs';
    return {
      value,
      numbers: { renamed: after.toFixed(2) },
      more: { before, after, hashBefore: run.hash, hashAfter: hash, name: RENAMED[language] },
    };
  } finally {
    await model.close();
  }
}
