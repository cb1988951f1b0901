/**
 * What the goal of a task can be about: quantities of a trained run, each a number or a word.
 * A measure is written as the name of a quantity and its words: `place king queen`.
 */
import { perplexity } from './perplexity.js';
import { accuracyOf, contextSimilarity, labelsOf, tellApart } from './scores.js';

/**
 * @typedef {import('./runs.js').Run} Run
 * @typedef {import('./runs.js').TaskPage} TaskPage
 * @typedef {import('../api/model.js').Model} Model
 *
 * @typedef {'place' | 'share' | 'similarity' | 'number' | 'whole' | 'word'} Kind how a value is written
 *
 * @typedef {object} Quantity
 * @property {Kind} kind
 * @property {string[]} takes names of its words; one that ends in … takes all that follow
 * @property {TaskPage[]} [pages] where it can be measured; ['lab'] by default
 * @property {string[]} [models] of the Lab that have it; all by default
 * @property {string} [shown] the part of the page that shows it (share/parts.js)
 * @property {(run: Run, words: string[]) => Promise<number | string> | number | string} of
 */

const VECTORS = ['nnlm', 'cbow', 'skip-gram', 'elmo'];
const LANGUAGE_MODELS = ['nnlm', 'elmo'];
const PREDICTING = ['cbow', 'nnlm', 'elmo'];

/** @param {Run} run */
const modelOf = ({ model }) => /** @type {Model} */ (model);

/** The words' answer to a : b = c : ?. @param {Run} run @param {string[]} words @param {number} [topn] */
const answers = (run, [a, b, c], topn = 1) =>
  modelOf(run).mostSimilar({ positive: [b, c], negative: a, topn });

/**
 * The place of a word in a list, from 1; one more than its length if it is not there.
 * @param {{word: string}[]} list @param {string} word
 */
function placeIn(list, word) {
  const at = list.findIndex((entry) => entry.word === word);
  return at < 0 ? list.length + 1 : at + 1;
}

/** Refuses words that the model does not have, by the API's own error. @param {Run} run @param {string[]} words */
const known = (run, words) => Promise.all(words.map((word) => modelOf(run).vector(word)));

/** @type {Record<string, Quantity>} */
export const QUANTITIES = {
  // of words
  place: {
    kind: 'place',
    takes: ['word', 'other'],
    models: VECTORS,
    shown: 'nearest',
    of: (run, [word, other]) => modelOf(run).rank(word, other),
  },
  nearest: {
    kind: 'word',
    takes: ['word'],
    models: VECTORS,
    shown: 'nearest',
    of: async (run, [word]) =>
      (await modelOf(run).mostSimilar({ positive: word, topn: 1 }))[0].word,
  },
  similarity: {
    kind: 'similarity',
    takes: ['word', 'other'],
    models: VECTORS,
    shown: 'pair',
    of: (run, [a, b]) => modelOf(run).similarity(a, b),
  },
  // above 0, the word is more like a than like b
  closer: {
    kind: 'similarity',
    takes: ['word', 'a', 'b'],
    models: VECTORS,
    shown: 'pair',
    of: async (run, [word, a, b]) =>
      (await modelOf(run).similarity(word, a)) - (await modelOf(run).similarity(word, b)),
  },
  analogy: {
    kind: 'word',
    takes: ['a', 'b', 'c'],
    models: VECTORS,
    shown: 'analogy',
    of: async (run, words) => (await answers(run, words))[0].word,
  },
  'analogy-place': {
    kind: 'place',
    takes: ['a', 'b', 'c', 'd'],
    models: VECTORS,
    shown: 'analogy',
    of: async (run, words) => {
      await known(run, words);
      return placeIn(await answers(run, words, modelOf(run).info.vocabulary), words[3]);
    },
  },
  analogies: {
    kind: 'share',
    takes: [],
    models: VECTORS,
    shown: 'evaluate',
    of: async (run) => {
      const right = await Promise.all(
        run.analogies.map(async ({ a, b, c, d }) => (await answers(run, [a, b, c]))[0].word === d),
      );
      return right.filter(Boolean).length / right.length;
    },
  },
  odd: {
    kind: 'word',
    takes: ['words…'],
    models: VECTORS,
    shown: 'odd',
    of: async (run, words) => (await modelOf(run).doesntMatch(words)).word,
  },

  // of predictions
  next: {
    kind: 'word',
    takes: ['context…'],
    models: LANGUAGE_MODELS,
    shown: 'next',
    of: async (run, words) => (await modelOf(run).predictNext(words, { topn: 1 }))[0].word,
  },
  'next-place': {
    kind: 'place',
    takes: ['word', 'context…'],
    models: LANGUAGE_MODELS,
    shown: 'next',
    of: async (run, [word, ...context]) => {
      await known(run, [word]);
      const topn = modelOf(run).info.vocabulary + 1;
      return placeIn(await modelOf(run).predictNext(context, { topn }), word);
    },
  },
  chance: {
    kind: 'share',
    takes: ['word', 'context…'],
    models: LANGUAGE_MODELS,
    shown: 'next',
    of: async (run, [word, ...context]) => {
      await known(run, [word]);
      const topn = modelOf(run).info.vocabulary + 1;
      const all = await modelOf(run).predictNext(context, { topn });
      return all.find((entry) => entry.word === word)?.probability ?? 0;
    },
  },
  blank: {
    kind: 'word',
    takes: ['sentence…'],
    models: PREDICTING,
    shown: 'blank',
    of: async (run, words) => (await modelOf(run).predictMiddle(words, { topn: 1 }))[0].word,
  },

  // of the run
  loss: {
    kind: 'number',
    takes: [],
    models: VECTORS,
    shown: 'loss',
    of: async (run) => (await modelOf(run).report()).epochLoss,
  },
  perplexity: {
    kind: 'number',
    takes: [],
    models: LANGUAGE_MODELS,
    shown: 'loss',
    of: (run) => perplexity(modelOf(run), 'model'),
  },
  // below 1, the model is better than a trigram on the same sentences
  'against-trigram': {
    kind: 'number',
    takes: [],
    models: LANGUAGE_MODELS,
    shown: 'loss',
    of: async (run) =>
      (await perplexity(modelOf(run), 'model')) / (await perplexity(modelOf(run), 'trigram')),
  },
  words: { kind: 'whole', takes: [], of: (run) => modelOf(run).info.vocabulary },
  count: {
    kind: 'whole',
    takes: ['word'],
    of: async (run, [word]) =>
      (await modelOf(run).vocabulary()).find((entry) => entry.word === word)?.count ?? 0,
  },
  rarest: {
    kind: 'whole',
    takes: [],
    of: async (run) =>
      Math.min(...(await modelOf(run).vocabulary()).map(({ count }) => Number(count))),
  },
  // the share of its words that occur only once
  once: {
    kind: 'share',
    takes: [],
    of: async (run) => {
      const all = await modelOf(run).vocabulary();
      return all.filter(({ count }) => count === 1).length / all.length;
    },
  },
  corpus: { kind: 'word', takes: [], of: ({ settings }) => String(settings.corpus) },
  dimensions: { kind: 'whole', takes: [], of: ({ settings }) => Number(settings.vectorSize) },
  epochs: {
    kind: 'whole',
    takes: [],
    models: VECTORS,
    of: ({ settings }) => Number(settings.epochs),
  },

  // of a word in sentences
  context: {
    kind: 'similarity',
    takes: ['layer', 'word', 'sentences…'],
    pages: ['lab', 'polysemy'],
    models: ['elmo'],
    shown: 'contexts',
    of: (run, [layer, word, ...rest]) =>
      contextSimilarity(modelOf(run), Number(layer), word, rest.join(' ').split('|')),
  },
  'told-apart': {
    kind: 'share',
    takes: ['layer', 'word'],
    pages: ['lab', 'polysemy'],
    models: ['elmo'],
    shown: 'scores',
    of: (run, [layer, word]) => tellApart(run, layer, word),
  },

  // of the transfer page: B's accuracy on what it has not seen; mode `chosen`: as it was trained last
  accuracy: {
    kind: 'share',
    takes: ['mode'],
    pages: ['transfer'],
    of: accuracyOf,
  },
  labels: { kind: 'whole', takes: [], pages: ['transfer'], of: labelsOf },
  lead: {
    kind: 'share',
    takes: ['mode', 'other'],
    pages: ['transfer'],
    of: (run, [mode, other]) => accuracyOf(run, [mode]) - accuracyOf(run, [other]),
  },
};

/** @typedef {{name: string, words: string[]}} Measure */

/** @param {string} text as `place king queen` @returns {Measure} */
export function measureOf(text) {
  const [name = '', ...words] = text.trim().split(/\s+/);
  return { name, words };
}

/** Whether a measure has as many words as its quantity takes. @param {Measure} measure */
export function hasItsWords({ name, words }) {
  const { takes } = QUANTITIES[name];
  const least = takes.filter((word) => !word.endsWith('…')).length;
  const more = takes.some((word) => word.endsWith('…'));
  return more ? words.length > least : words.length === least;
}

/** @param {Run} run @param {string} text of a measure @returns {Promise<number | string>} */
export async function quantity(run, text) {
  const { name, words } = measureOf(text);
  const { of, pages = ['lab'], models } = QUANTITIES[name];
  const kind = String(run.settings.model ?? 'elmo');
  if (!pages.includes(run.page) || (run.page === 'lab' && models && !models.includes(kind))) {
    return Number.NaN;
  }
  return of(run, words);
}
