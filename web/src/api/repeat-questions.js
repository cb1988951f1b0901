/** Questions to several runs of one training, and in how many runs the answers hold. */
import { meanAndSpread } from '../plots/statistics.js';
import { badParameter } from '../worker/errors.js';
import { agreement } from './agreement.js';
import { askedSections } from './analogy-sections.js';
import * as check from './options.js';

/**
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./types.js').Sentence} Sentence
 *
 * @typedef {{similar: string}} AskSimilar the words nearest to a word
 * @typedef {{analogy: string[]}} AskAnalogy three words: the first is to the second as the third is to …
 * @typedef {{odd: string[]}} AskOdd the word that fits the others least
 * @typedef {{pair: string[]}} AskPair the cosine of two words; the answer is the second
 * @typedef {{next: Sentence}} AskNext the next word (NNLM, ELMo)
 * @typedef {{blank: Sentence, using?: 'both' | 'forward' | 'backward'}} AskBlank the word at the
 *   blank _ (CBOW, ELMo)
 * @typedef {{score: Sentence, direction?: 'forward' | 'backward'}} AskScore the perplexity of a
 *   sentence, and its bits per word (NNLM, ELMo)
 * @typedef {{generate: Sentence, length?: number, temperature?: number, topK?: number, seed?: number}}
 *   AskGenerate the continuation of a prompt, drawn in every run with the same random numbers (NNLM, ELMo)
 * @typedef {{evaluate: string}} AskEvaluate word pairs or analogies, as evaluateFile() reads them
 * @typedef {(AskSimilar | AskAnalogy | AskOdd | AskPair | AskNext | AskBlank | AskScore | AskGenerate |
 *   AskEvaluate) & {matrix?: 'input' | 'output'}} Ask
 *
 * @typedef {object} Measured a number, over the runs
 * @property {'perplexity' | 'bitsPerWord' | 'accuracy' | 'spearman' | 'pearson'} name
 * @property {string} [section] of a file of analogies; without one, of all
 * @property {number} runs the number of runs that have it; word pairs may have no correlation
 * @property {number} mean
 * @property {number} spread standard deviation (n − 1); 0 for one run
 * @property {number} least
 * @property {number} most
 *
 * @typedef {object} Held how far an answer holds
 * @property {Ask} ask
 * @property {number} runs
 * @property {(import('./agreement.js').Agreed & {count: number, rare: boolean})[]} words every word
 *   that was among the first ten answers of a run; the one that was first most often comes first.
 *   Of the odd one out, `mean` is that of its similarity to the mean of all words asked about. Of a
 *   continuation, `first` counts the runs that drew it as the first word, and `mean` is that of its
 *   probability, at temperature 1
 * @property {Measured[]} numbers of a score or an evaluation
 * @property {{text: string, runs: number}[]} texts the continuations, the most frequent first
 * @property {string[]} rare the words of the question that are too rare to trust
 */

/** Words that occur less often have seen too few neighbours; word2vec.c leaves them out. */
export const RARE = 5;

const SENTENCE_END = '</s>';

/**
 * @typedef {AskSimilar & AskAnalogy & AskOdd & AskPair & AskNext & Required<AskBlank> & AskScore & AskGenerate &
 *   AskEvaluate} Parts what questions consist of: each has some
 * @typedef {{word: string, similarity?: number, probability?: number}} Answered
 * @typedef {{name: Measured['name'], section?: string, value: number}} Figure
 *
 * @typedef {object} Said the answer of one model
 * @property {import('./agreement.js').Scored[]} ranked the best first, of all words that can be the answer
 * @property {Figure[]} figures
 * @property {string} [text] a continuation
 */

/** @param {Answered[]} answer @param {string} [text] @returns {Said} */
const words = (answer, text) => ({
  ranked: answer.map(({ word, similarity, probability = Number.NaN }) => ({
    word,
    value: similarity ?? probability,
  })),
  figures: [],
  ...(text !== undefined && { text }),
});

/** @param {Figure[]} figures @returns {Said} */
const numbers = (figures) => ({ ranked: [], figures });

/** Every run draws with the same random numbers. @param {Model} model @param {Parts} ask @param {number} topn */
async function continuation(model, { generate: prompt, length, temperature, topK, seed }, topn) {
  const given = Object.entries({ length, temperature, topK, seed });
  const options = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const drawn = await model.generate({ prompt, ...options });
  const first = drawn.words[0] ?? SENTENCE_END;
  const chances = await model.predictNext(prompt, { topn });
  const order = [...chances].sort((a, b) => Number(b.word === first) - Number(a.word === first));
  return words(order, [...drawn.words, ...(drawn.ended ? [SENTENCE_END] : [])].join(' '));
}

/** @param {Model} model @param {Parts} ask */
async function evaluation(model, { evaluate }) {
  const result = await model.evaluateFile(evaluate);
  if (result.kind === 'wordPairs') {
    const { spearman, pearson, noCorrelation } = result;
    if (noCorrelation) return numbers([]);
    return numbers([
      { name: 'spearman', value: spearman },
      { name: 'pearson', value: pearson },
    ]);
  }
  return numbers([
    { name: 'accuracy', value: result.accuracy },
    ...askedSections(result).map(({ name: section, correct, total }) => ({
      name: /** @type {const} */ ('accuracy'),
      section,
      value: correct / total,
    })),
  ]);
}

/** Questions by what they ask about. @type {Record<string, (model: Model, ask: Parts & {matrix?: 'input' | 'output'}, topn: number) => Promise<Said>>} */
const QUESTIONS = {
  similar: async (model, { similar, matrix }, topn) =>
    words(await model.mostSimilar({ positive: [similar], topn, matrix })),
  analogy: async (model, { analogy: [a, b, c], matrix }, topn) =>
    words(await model.mostSimilar({ positive: [b, c], negative: [a], topn, matrix })),
  odd: async (model, { odd, matrix }) => {
    const { word, similarities } = await model.doesntMatch(odd, { matrix });
    const all = odd.map((one, i) => ({
      word: one,
      similarity: similarities[i],
      odd: one === word,
    }));
    return words(all.sort((a, b) => Number(b.odd) - Number(a.odd) || a.similarity - b.similarity));
  },
  next: async (model, { next }, topn) => words(await model.predictNext(next, { topn })),
  pair: async (model, { pair: [a, b], matrix }) =>
    words([{ word: b, similarity: await model.similarity(a, b, { matrix }) }]),
  blank: async (model, { blank, using }, topn) =>
    words(await model.predictMiddle(blank, { topn, using })),
  score: async (model, { score, direction }) => {
    const found = await model.scoreSentence(score, direction ? { direction } : {});
    return numbers([
      { name: 'perplexity', value: found.perplexity },
      { name: 'bitsPerWord', value: found.bitsPerWord },
    ]);
  },
  generate: continuation,
  evaluate: evaluation,
};

/** @param {Ask} ask */
export function kindOf(ask) {
  const kind = Object.keys(QUESTIONS).find((name) => name in Object(ask));
  const names = Object.keys(QUESTIONS).join(', ');
  if (!kind) throw badParameter('ask', ask, `an object with one of ${names}`);
  const asked = /** @type {Record<string, unknown>} */ (ask)[kind];
  const wanted = { analogy: 3, pair: 2 }[kind];
  if (wanted && check.checkWords('ask', asked).length !== wanted)
    throw badParameter('ask', asked, `${wanted} words`);
  if (kind === 'evaluate') check.checkText('ask', asked);
  return kind;
}

/** The words that a question names. @param {Ask} ask @returns {string[]} */
function wordsOf(ask) {
  const { similar, analogy, odd, pair } = /** @type {Partial<Parts>} */ (ask);
  return [...(similar ? [similar] : []), ...(analogy ?? []), ...(odd ?? []), ...(pair ?? [])];
}

/** What one model says. @param {Model} model @param {Ask} ask */
export async function answerOf(model, ask) {
  const topn = model.info.vocabulary + 2; // all words, and the ends of a sentence
  return QUESTIONS[kindOf(ask)](model, /** @type {Parts} */ (ask), topn);
}

/** @param {Said[]} said @returns {Measured[]} */
function measured(said) {
  /** @type {Map<string, Omit<Figure, 'value'> & {values: number[]}>} */
  const found = new Map();
  for (const { value, ...of } of said.flatMap(({ figures }) => figures)) {
    const key = `${of.name} ${of.section ?? ''}`;
    const row = found.get(key) ?? { ...of, values: [] };
    if (Number.isFinite(value)) row.values.push(value);
    found.set(key, row);
  }
  return [...found.values()]
    .filter(({ values }) => values.length)
    .map(({ values, ...of }) => ({
      ...of,
      runs: values.length,
      ...meanAndSpread(values),
      least: Math.min(...values),
      most: Math.max(...values),
    }));
}

/** @param {Said[]} said */
function textsOf(said) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { text } of said)
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, runs]) => ({ text, runs })).sort((a, b) => b.runs - a.runs);
}

/**
 * @param {Ask} ask
 * @param {Said[]} said by each run
 * @param {Map<string, number>} counts of the words in the text
 * @returns {Held}
 */
export function heldOf(ask, said, counts) {
  const isRare = (/** @type {string} */ word) => (counts.get(word) ?? RARE) < RARE;
  const ranked = agreement(said.map((one) => one.ranked)).map((row) => ({
    ...row,
    count: counts.get(row.word) ?? 0,
    rare: isRare(row.word),
  }));
  return {
    ask,
    runs: said.length,
    words: ranked,
    numbers: measured(said),
    texts: textsOf(said),
    rare: wordsOf(ask).filter(isRare),
  };
}
