/** Chapter 5: CBOW's Q solves as many analogies as the NNLM's, for far fewer multiplications. */

import { cosine } from '../../../plots/vectors.js';
import { analogiesOf, rowsOf, solved } from '../../analogies.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';
import { corpusOf, heldOutOf } from '../../texts.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {import('../../recording.js').Model} Model
 * @typedef {'nnlm' | 'cbow'} Kind
 * @typedef {{seconds: number, right: number}} Point how many analogies are right after how long;
 *   a training's points are equally many steps apart
 * @typedef {object} Sketch what one guess computes
 * @property {Float32Array[]} rows of Q, in the order of the sentence
 * @property {Float32Array} middle NNLM: the hidden layer; CBOW: the mean
 * @property {Float32Array} scores NNLM: a probability per word; CBOW: of the words that are asked
 * @property {number[]} asked numbers of these words, the right one first
 * @typedef {Record<Kind, Sketch>} Frame
 * @typedef {{run: any, frames: (Frame & {at: number})[]}} Trained any: the run of CBOW, with both
 *   models
 */

export const plan = plans.cbow;

/** A sentence of the text, and the place of the word that is guessed. */
export const SENTENCE = {
  en: { words: 'the king left the palace with his crown'.split(' '), blank: 4 },
  zh: { words: '国王 带 着 他 的 王冠 离开 王宫'.split(' '), blank: 5 },
};

export const KINDS = /** @type {const} */ (['nnlm', 'cbow']);

/** Their curves have so many points; the short training is not slowed down by measuring. */
const PARTS = { nnlm: 48, cbow: 24 };
const FRAMES = 48;
/** Right answers of 256 that make no difference. */
const MARGIN = 13;
/** Negative samples of CBOW. */
const DRAWN = 5;

/** @param {Model} model @param {'en' | 'zh'} language @returns {Promise<Sketch>} */
async function sketch(model, language) {
  const { words, blank } = SENTENCE[language];
  const { forward } = await model.inside({ sentence: words, position: blank });
  const of = (/** @type {string} */ name) => forward.find((found) => found.name === name);
  const values = (/** @type {string} */ name) => of(name)?.values ?? new Float32Array();
  const nnlm = model.options.model === 'nnlm';
  const looked = of(nnlm ? 'lookup' : 'input');
  const rows = rowsOf(looked?.values ?? new Float32Array(), looked?.rows ?? 1);
  return {
    rows,
    middle: values(nnlm ? 'hidden' : 'mean'),
    scores: values('probabilities'),
    asked: nnlm ? [] : [...(of('output')?.of ?? [])],
  };
}

/** @param {Context} context @returns {Promise<Trained>} */
export async function train(context) {
  const { api, language, onFrame, onProgress } = context;
  const questions = analogiesOf(language);
  /** @type {Partial<Frame>} */
  const untrained = {};
  /** @type {Partial<Record<Kind, import('../../recording.js').Recorded<Point>['run']>>} */
  const runs = {};
  /** @type {Record<Kind, Point[]>} */
  const points = { nnlm: [], cbow: [] };
  /** @type {string[]} */
  let words = [];
  const close = async () => {
    await Promise.all(Object.values(runs).map(({ model }) => model.close()));
  };
  try {
    for (const kind of /** @type {const} */ (['cbow', 'nnlm'])) {
      const before = kind === 'cbow' ? 0 : 0.15; // of the time that both take
      const part = kind === 'cbow' ? 0.15 : 0.85;
      const { run, frames } = await record(api, plans[kind], {
        ...context,
        frames: PARTS[kind],
        onFrame: undefined,
        onProgress: (done, left) => onProgress?.(before + part * done, left),
        measure: async (model, seconds) => {
          if (!words.length) words = (await model.vocabulary()).map(({ word }) => word);
          untrained[kind] ??= await sketch(model, language);
          if (untrained.cbow && untrained.nnlm && seconds === 0) onFrame?.({ at: 0, ...untrained });
          const rows = rowsOf(await model.vectors(), words.length);
          return { seconds, right: solved(questions, words, rows) };
        },
      });
      runs[kind] = run;
      points[kind] = frames;
    }
    const { cbow, nnlm } = /** @type {Required<typeof runs>} */ (runs);
    const trained = {
      cbow: await sketch(cbow.model, language),
      nnlm: await sketch(nnlm.model, language),
    };
    const longest = Math.max(cbow.seconds, nnlm.seconds);
    const frames = Array.from({ length: FRAMES + 1 }, (_, i) => ({
      at: (longest * i) / FRAMES,
      .../** @type {Frame} */ (i < FRAMES ? untrained : trained),
    }));
    const models = { cbow: cbow.model, nnlm: nnlm.model };
    const run = { ...cbow, model: { ...models, points, close }, runs, words };
    return { run, frames };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

/**
 * Multiplications of one guess, part by part. The engine counts what training takes: the guess, and
 * twice as much for the corrections.
 * @param {Record<Kind, Model>} models
 */
async function multiplications({ nnlm, cbow }) {
  const { context = 0, hidden = 0, vectorSize = 0 } = nnlm.options;
  const middle = context * vectorSize * hidden;
  const scores = (await nnlm.multiplyAdds()) / 3 - middle;
  const size = cbow.options.vectorSize ?? 0;
  return {
    nnlm: { middle, scores },
    cbow: { middle: size, scores: (1 + DRAWN) * size },
    shapes: { context, hidden, vectorSize, vocabulary: scores / hidden, asked: 1 + DRAWN },
  };
}

/**
 * Multiplications of the whole trainings, corrections included.
 * @param {Record<Kind, Model>} models @param {Record<Kind, {epochs: number}>} runs
 * @param {Awaited<ReturnType<typeof multiplications>>} work
 */
function wholeTrainings(models, runs, work) {
  const { tokens, sentences } = models.nnlm.info; // the NNLM guesses the ends of sentences, too
  return {
    nnlm: 3 * sumOf(work.nnlm) * runs.nnlm.epochs * (tokens + sentences),
    cbow: 3 * sumOf(work.cbow) * runs.cbow.epochs * tokens,
  };
}

/** @param {{middle: number, scores: number}} parts */
export const sumOf = ({ middle, scores }) => middle + scores;

const whole = (/** @type {number} */ n) => n.toLocaleString('en-US');

/** @param {Trained} trained */
export async function conclude({ run }) {
  const { runs, model } = run;
  const { points } = model;
  const right = { nnlm: points.nnlm.at(-1)?.right ?? 0, cbow: points.cbow.at(-1)?.right ?? 0 };
  const work = await multiplications(model);
  const perReading = {
    nnlm: runs.nnlm.seconds / runs.nnlm.epochs,
    cbow: runs.cbow.seconds / runs.cbow.epochs,
  };
  const fewer = sumOf(work.nnlm) / sumOf(work.cbow);
  const gap = right.cbow - right.nnlm;
  const cheaper = fewer > 10 ? 'cheaper' : '';
  return {
    value: gap < -MARGIN ? 'worse' : gap > MARGIN ? 'better' : cheaper,
    numbers: {
      rightNnlm: `${right.nnlm}`,
      rightCbow: `${right.cbow}`,
      workNnlm: whole(sumOf(work.nnlm)),
      workCbow: whole(sumOf(work.cbow)),
      fewer: fewer.toFixed(0),
      vocabulary: `${work.shapes.vocabulary}`,
    },
    measured: {
      secondsNnlm: runs.nnlm.seconds.toPrecision(2),
      secondsCbow: runs.cbow.seconds.toPrecision(2),
      readingNnlm: perReading.nnlm.toPrecision(2),
      readingCbow: perReading.cbow.toPrecision(2),
      faster: (perReading.nnlm / perReading.cbow).toFixed(0),
    },
    more: { right, work, perReading, whole: wholeTrainings(model, runs, work) },
  };
}

/** Held-out sentences on which the next word is guessed. */
const ASKED = 100;
/** Words before the blank that CBOW is given: all it would see of one side. */
const WINDOW = 5;

/**
 * How often the right word of held-out sentences is the likeliest.
 * @param {Kind} kind @param {Model} model @param {string[]} sentences
 */
async function nextRight(kind, model, sentences) {
  const places = sentences.flatMap((sentence) => {
    const words = sentence.split(' ');
    return words.slice(1).map((word, i) => ({ word, before: words.slice(0, i + 1) }));
  });
  const answers = await Promise.all(
    places.map(({ before }) =>
      kind === 'nnlm'
        ? model.predictNext(before, { topn: 1 })
        : model.predictMiddle([...before.slice(-WINDOW), '_'], { topn: 1 }),
    ),
  );
  return answers.filter(([best], i) => best.word === places[i].word).length / places.length;
}

/**
 * How often the nearest word is of the same group.
 * @param {string[]} words @param {Float32Array[]} rows @param {Record<string, string>} groups
 */
function alikeRight(words, rows, groups) {
  const asked = words.flatMap((word, i) => (groups[word] ? [i] : []));
  const right = asked.filter((i) => {
    let best = -1;
    let score = -2;
    rows.forEach((row, n) => {
      const found = n === i ? -2 : cosine(rows[i], row);
      if (found > score) [best, score] = [n, found];
    });
    return groups[words[best]] === groups[words[i]];
  });
  return right.length / asked.length;
}

/**
 * Puts three questions to both models.
 * @param {string} _choice @param {Trained} trained @param {Context} context
 */
export async function check(_choice, { run }, { language }) {
  const questions = analogiesOf(language);
  const groups = corpusOf(plan.corpus, language).groups ?? {};
  const sentences = (await heldOutOf(plan.corpus, language)).split('\n').slice(0, ASKED);
  /** @type {Record<string, Record<Kind, number>>} */
  const shares = {
    alike: { nnlm: 0, cbow: 0 },
    pairs: { nnlm: 0, cbow: 0 },
    next: { nnlm: 0, cbow: 0 },
  };
  for (const kind of KINDS) {
    const rows = rowsOf(await run.model[kind].vectors(), run.words.length);
    shares.alike[kind] = alikeRight(run.words, rows, groups);
    shares.pairs[kind] = solved(questions, run.words, rows) / questions.length;
    shares.next[kind] = await nextRight(kind, run.model[kind], sentences);
  }
  const lost = Object.entries(shares).sort(
    ([, a], [, b]) => b.nnlm - b.cbow - (a.nnlm - a.cbow),
  )[0];
  const value = lost[1].nnlm - lost[1].cbow > 0.1 ? lost[0] : '';
  return { value, numbers: {}, more: { shares } };
}
