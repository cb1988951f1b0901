/**
 * What the answers quote from a run. Each number in an answer names its measure in `value`:
 * `similar king queen` is the cosine similarity of the two words, as printed.
 */
import { percent, similarity, whole } from '../i18n/format.js';
import { wordsBeside } from '../lab/ask/beside-chances.js';
import { cosine, dot } from '../plots/vectors.js';
import { modeOf } from '../transfer/images.js';
import { contextSimilarity } from './scores.js';

/**
 * @typedef {import('./runs.js').Trained} Trained
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {(model: Model, words: string[], run: Trained) => Promise<string | number> | string | number} Measure
 */

const length = (/** @type {Float32Array} */ v) => Math.sqrt(dot(v, v));
/** @param {Float32Array} a @param {Float32Array} b */
const minus = (a, b) => a.map((x, i) => x - b[i]);

/** @param {Model} model @param {string[]} words */
const vectors = (model, words) => Promise.all(words.map((word) => model.vector(word)));

/** The place of the largest number. @param {Float32Array} v */
const largest = (v) => v.reduce((best, x, i) => (Math.abs(x) > Math.abs(v[best]) ? i : best), 0);

/** b − a. @param {Model} model @param {string} a @param {string} b */
async function step(model, a, b) {
  const [from, to] = await vectors(model, [a, b]);
  return minus(to, from);
}

/** The words in the order of a function of their vectors. @param {Model} model @param {string} word */
async function byDistance(model, word) {
  const [[target], names] = await Promise.all([vectors(model, [word]), model.vocabulary()]);
  const rows = await vectors(
    model,
    names.map((entry) => entry.word),
  );
  const far = rows.map((row) => length(minus(row, target)));
  return names.map((entry, i) => ({ ...entry, far: far[i] })).sort((a, b) => a.far - b.far);
}

/** The words that are asked for, of which the `n`th is printed. @param {{word: string}[]} list */
const nth = (list, /** @type {string} */ n) => list[Number(n) - 1].word;

/**
 * The first answer to a : b = c : ?, without leaving out the three words.
 * @param {Model} model @param {string[]} words
 */
async function openAnalogy(model, words) {
  const [from, to, start] = await vectors(model, words);
  const target = start.map((x, i) => x + to[i] - from[i]);
  const [first] = await model.mostSimilar({ positive: [target], topn: 1 });
  return first.word;
}

/** How many analogies of the text pass a test. @param {Trained} run @param {(four: string[]) => Promise<boolean>} passes */
async function countOf({ analogies }, passes) {
  const all = await Promise.all(analogies.map(({ a, b, c, d }) => passes([a, b, c, d])));
  return all.filter(Boolean).length;
}

/** How far B's first layer has moved away from A's, of A's length. @param {NonNullable<Trained['transfer']>} transfer */
async function moved({ chapter }) {
  const { model: a, last } = chapter.current;
  const [before, after] = await Promise.all(
    [a, last.model].map(async (model) => (await model.filters()).values),
  );
  return percent(length(minus(after, before)) / length(before));
}

/** @type {Record<string, Measure>} */
export const MEASURES = {
  // of words
  similar: async (model, [a, b]) => similarity(await model.similarity(a, b)),
  'similar-out': async (model, [a, b]) =>
    similarity(await model.similarity(a, b, { matrix: 'output' })),
  rank: (model, [a, b]) => model.rank(a, b),
  'rank-out': (model, [a, b]) => model.rank(a, b, { matrix: 'output' }),
  near: async (model, [word, n]) => nth(await model.mostSimilar({ positive: word }), n),
  'near-out': async (model, [word, n]) =>
    nth(await model.mostSimilar({ positive: word, matrix: 'output' }), n),
  straight: async (model, [word, n]) => (await byDistance(model, word))[Number(n)].word,
  self: async (model, [word]) =>
    similarity(cosine(await model.vector(word), await model.vector(word, { matrix: 'output' }))),
  mean: async (model, [n, ...words]) => nth(await model.mostSimilar({ positive: words }), n),
  suggests: (model, [word]) =>
    model.vector(word).then(
      () => word,
      (error) => error.suggestion ?? '',
    ),
  length: async (model, [word]) => length((await vectors(model, [word]))[0]).toFixed(1),
  beside: async (model, [word, n]) => nth((await wordsBeside(model, word, 10)) ?? [], n),
  'beside-rank': async (model, [word, other]) => {
    const all = (await wordsBeside(model, word, model.info.vocabulary)) ?? [];
    return 1 + all.findIndex((entry) => entry.word === other);
  },

  // of differences
  analogy: async (model, [a, b, c]) =>
    nth(await model.mostSimilar({ positive: [b, c], negative: a }), '1'),
  'open-analogy': openAnalogy,
  right: (model, _words, run) =>
    countOf(run, async ([a, b, c, d]) => {
      const [first] = await model.mostSimilar({ positive: [b, c], negative: a, topn: 1 });
      return first.word === d;
    }),
  'right-out': (model, _words, run) =>
    countOf(run, async ([a, b, c, d]) => {
      const asked = { positive: [b, c], negative: a, topn: 1 };
      const [first] = await model.mostSimilar({ ...asked, matrix: 'output' });
      return first.word === d;
    }),
  'own-word': (model, _words, run) =>
    countOf(run, async ([a, b, c]) => [a, b, c].includes(await openAnalogy(model, [a, b, c]))),
  analogies: (_model, _words, { analogies }) => analogies.length,
  parallel: async (model, [a, b, c, d]) =>
    similarity(cosine(await step(model, a, b), await step(model, c, d))),
  // the number that holds most of a difference, and its share of the squared length
  'largest-number': async (model, [a, b]) => 1 + largest(await step(model, a, b)),
  'largest-share': async (model, [a, b]) => {
    const difference = await step(model, a, b);
    return percent(difference[largest(difference)] ** 2 / dot(difference, difference));
  },

  // of predictions
  next: async (model, [n, ...words]) => nth(await model.predictNext(words), n),
  chance: async (model, [word, ...words]) => {
    const all = await model.predictNext(words, { topn: model.info.vocabulary + 1 });
    return percent(all.find((entry) => entry.word === word)?.probability ?? 0);
  },
  middle: async (model, [n, ...words]) => nth(await model.predictMiddle(words), n),
  'middle-chance': async (model, [word, ...words]) => {
    const all = await model.predictMiddle(words, { topn: model.info.vocabulary });
    return percent(all.find((entry) => entry.word === word)?.probability ?? 0);
  },

  // of a word in two sentences, at a layer: `context 2 apple | … | …`
  context: async (model, [layer, word, ...rest]) =>
    similarity(await contextSimilarity(model, Number(layer), word, rest.join(' ').split('|'))),

  // of the run
  loss: async (model) => (await model.report()).epochLoss.toFixed(2),
  perplexity: async (model) => Math.exp((await model.report()).epochLoss).toFixed(1),
  blind: (model) => Math.log(model.info.vocabulary + 1).toFixed(2),
  words: (model) => model.info.vocabulary,
  dimensions: (model) => model.info.dimensions,
  products: (model) => whole(model.info.vocabulary * model.info.dimensions),
  hash: (model) => model.weightsHash(),

  // of the text
  count: async (model, [word]) =>
    whole((await model.vocabulary()).find((entry) => entry.word === word)?.count ?? 0),
  together: (_model, [a, b], { sentences }) =>
    sentences.filter((words) => words.includes(a) && words.includes(b)).length,
  sentences: (_model, _words, { sentences }) => whole(sentences.filter((words) => words[0]).length),

  // of the transfer page: the accuracy of B
  accuracy: (_model, [mode], { transfer }) => {
    const { tries } = /** @type {NonNullable<typeof transfer>} */ (transfer).chapter.current;
    return percent(tries.find((one) => modeOf(one) === mode)?.accuracy ?? Number.NaN);
  },
  moved: (_model, _words, { transfer }) =>
    moved(/** @type {NonNullable<typeof transfer>} */ (transfer)),
};

/** @param {Trained} run @param {string} measure @returns {Promise<string>} */
export async function measured(run, measure) {
  const [name, ...words] = measure.split(' ');
  const ask = MEASURES[name];
  if (!ask) throw new Error(`There is no measure ${name}.`);
  return String(await ask(/** @type {Model} */ (run.model), words, run));
}
