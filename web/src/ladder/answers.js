import { LAYERS } from './rungs.js';
import { continuations, cutBlank, cutWords, fillings, kin } from './words.js';

/**
 * Asks one model one question.
 *
 * `yes`: answered correctly; `wrong`: answered incorrectly; `open`: answered, but the corpus does
 * not contain the correct answer; `no`: the model cannot answer.
 *
 * @typedef {'yes' | 'wrong' | 'open' | 'no'} Verdict
 * @typedef {{word: string, score: number, right?: boolean, sense?: number}} Item
 * @typedef {object} Answer
 * @property {Verdict} verdict
 * @property {string} why names the message ladder.why.<question>.<why>
 * @property {Record<string, string | number>} [values] values of that message
 * @property {Item[]} items
 * @property {{sense: number, votes: number, count: number}[]} [votes] the predicted sense of each
 *   sentence
 * @property {import('../i18n/errors.js').Fault & {values?: Record<string, string>}} [error] set if
 *   the question itself is invalid
 *
 * @typedef {object} Asked
 * @property {import('../api/model.js').Model} model
 * @property {import('./rungs.js').Rung} rung
 * @property {import('./corpus.js').Corpus} corpus
 * @property {Set<string>} known the words of the corpus
 * @property {import('./store.js').LadderStore['values']} values of the store
 *
 * @typedef {{word: string, similarity?: number, probability?: number}} Found a word that the model
 *   returned
 */

const TOP = 5;

/** @param {import('./rungs.js').Question} question @param {Asked} asked @returns {Promise<Answer>} */
export async function answer(question, asked) {
  try {
    return await ask[question](asked);
  } catch (error) {
    if (!error.code) throw error;
    return { verdict: 'no', why: '', items: [], error };
  }
}

/**
 * @type {(asked: Asked, values?: Answer['values'], items?: Item[]) => Answer} the answer if the
 *   model cannot answer the question
 */
const cannot = ({ rung }, values = {}, items = []) => ({
  verdict: 'no',
  why: rung.id,
  values,
  items,
});

/** @param {string} parameter @param {Record<string, string>} [values] */
const bad = (parameter, values) =>
  Object.assign(new Error(parameter), { code: 'BadQuestion', parameter, values });

/** @type {Record<import('./rungs.js').Question, (asked: Asked) => Promise<Answer>>} */
const ask = {
  async similar(asked) {
    const { model, rung, corpus, values } = asked;
    const word = values.similar;
    const found = await model.mostSimilar({ positive: [word], topn: TOP });
    if (!rung.answers.includes('similar')) {
      return cannot(asked, { word }, zeros(found));
    }
    const kinship = kin(corpus, word);
    const items = found.map((item) => ({
      word: item.word,
      score: item.similarity,
      ...(kinship.size ? { right: kinship.has(item.word) } : {}),
    }));
    const count = items.filter((item) => item.right).length;
    const verdict = !kinship.size ? 'open' : 2 * count > TOP ? 'yes' : 'wrong';
    return { verdict, why: rung.id, values: { word, count, of: TOP }, items };
  },

  async analogy(asked) {
    const { model, rung, corpus, values } = asked;
    const [a, b, c] = values.analogy;
    const found = await model.mostSimilar({ positive: [b, c], negative: [a], topn: 3 });
    if (!rung.answers.includes('analogy')) {
      return cannot(asked, { a, b, c }, zeros(found));
    }
    const d = corpus.analogies.find((one) => one.a === a && one.b === b && one.c === c)?.d;
    const items = scored(found, d ? new Set([d]) : null);
    const right = !d ? 'open' : items[0]?.word === d ? 'yes' : 'wrong';
    return { verdict: right, why: rung.id, values: { a, b, c, d: d ?? '' }, items };
  },

  async next(asked) {
    const { model, rung, corpus, known, values } = asked;
    const { tokens, unknown } = cutWords(values.next, known);
    if (unknown.length) throw bad('unknown', { words: unknown.join(', ') });
    if (!rung.answers.includes('next')) return cannot(asked);
    const truth = continuations(corpus, tokens);
    const items = scored(await model.predictNext(tokens, { topn: TOP }), truth);
    return { verdict: judge(items, truth), why: rung.id, items };
  },

  async blank(asked) {
    const { model, rung, corpus, known, values } = asked;
    const cut = cutBlank(values.blank, known);
    if (!cut) throw bad('blank');
    if (cut.unknown.length) throw bad('unknown', { words: cut.unknown.join(', ') });
    const truth = fillings(corpus, cut.left, cut.right);
    if (rung.id === 'nnlm') {
      // The model predicts the word after the left side; it does not use the right side.
      const items = scored(await model.predictNext(cut.left, { topn: TOP }), truth);
      return { verdict: judge(items, truth), why: rung.id, items };
    }
    if (!rung.answers.includes('blank')) return cannot(asked);
    const line = [...cut.left, '_', ...cut.right];
    const items = scored(await model.predictMiddle(line, { topn: TOP }), truth);
    return { verdict: judge(items, truth), why: rung.id, items };
  },

  async senses(asked) {
    return asked.rung.answers.includes('senses') ? contextual(asked) : fixed(asked);
  },
};

/**
 * A static vector is the same in both sentences, and its neighbours are of both senses.
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
async function fixed({ model, rung, corpus, values }) {
  const { polyseme } = values;
  const { twins } = corpus.senses[polyseme];
  const found = await model.mostSimilar({ positive: [polyseme], topn: twins.flat().length });
  if (rung.id === 'one-hot')
    return { verdict: 'no', why: rung.id, values: { word: polyseme }, items: [] };
  const items = found.map(({ word, similarity }) => ({
    word,
    score: similarity,
    sense: twins.findIndex((group) => group.includes(word)),
  }));
  const of = (/** @type {number} */ sense) => items.filter((item) => item.sense === sense).length;
  return {
    verdict: 'no',
    why: rung.id,
    values: { word: polyseme, first: of(0), second: of(1) },
    items,
  };
}

const NEAREST = 5;

/**
 * The vectors differ between the sentences; returns the nearest occurrences of each.
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
async function contextual({ model, rung, corpus, known, values }) {
  const { polyseme } = values;
  const sentences = [values.first, values.second].map((text) => cutWords(text, known));
  const labels = new Map(
    corpus.text.split('\n').map((line, i) => [line, corpus.labels.train[i]?.sense]),
  );
  corpus.heldout.split('\n').forEach((line, i) => {
    labels.set(line, corpus.labels.heldout[i]?.sense);
  });
  const votes = [];
  for (const { tokens, unknown } of sentences) {
    if (unknown.length) throw bad('unknown', { words: unknown.join(', ') });
    const place = tokens.indexOf(polyseme);
    if (place < 0) throw bad('polyseme', { word: polyseme });
    const found = await model.contextNeighbours(tokens, place, { layer: LAYERS, topn: NEAREST });
    const senses = found.map((one) => labels.get(one.sentence.join(' ')) ?? -1);
    const second = senses.filter((sense) => sense === 1).length;
    const sense = 2 * second > senses.length ? 1 : 0;
    votes.push({ sense, votes: sense ? second : senses.length - second, count: senses.length });
  }
  const cues = corpus.senses[polyseme].cues;
  const truth = sentences.map(({ tokens }) =>
    cues.findIndex((list) => tokens.some((word) => list.includes(word))),
  );
  const told = truth.every((sense) => sense >= 0);
  const right = votes.every(({ sense }, i) => sense === truth[i]);
  const verdict = !told ? 'open' : right ? 'yes' : 'wrong';
  return {
    verdict,
    why: rung.id,
    values: { word: polyseme },
    items: [],
    votes,
  };
}

/** @param {Found[]} found @param {Set<string> | null} truth @returns {Item[]} */
const scored = (found, truth) =>
  found.map(({ word, similarity, probability }) => ({
    word,
    score: similarity ?? probability ?? Number.NaN,
    ...(truth?.size ? { right: truth.has(word) } : {}),
  }));

/**
 * One-hot vectors: all similarities are equal, so the order has no meaning.
 * @param {Found[]} found
 * @returns {Item[]}
 */
const zeros = (found) => found.slice(0, 3).map(({ word }) => ({ word, score: 0 }));

/**
 * Whether the corpus has the most probable word at this place.
 * @param {Item[]} items
 * @param {Set<string>} truth
 * @returns {Verdict}
 */
function judge(items, truth) {
  if (!truth.size) return 'open';
  return items[0]?.right ? 'yes' : 'wrong';
}
