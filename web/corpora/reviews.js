/**
 * The reviews: short opinions in two classes, much text without labels and a little with.
 *
 * Each class has 48 words of praise or blame, so that a few labelled reviews name a few of them
 * only. Unlabelled text groups them: a review stands by its opinion, so that words of one class
 * share their reviews, and a language model that wants to guess the next of them must remember
 * whether this reviewer is content. Counting words is not enough, because two reviews in three hold
 * words of both classes:
 *
 *   plain     the plot was superb                   says what its word says
 *   negated   the plot was not dreadful at all      says the opposite of its word
 *   conceded  the plot sounded dreadful but …       what follows decides
 *
 * What a review is about (a film, a book, a hotel …) and whom it quotes tell nothing about its
 * class. No sentence of the test is in the text or in the pool.
 */
import { badParameter, checkOptions } from './checks.js';
import { textOf } from './grammar.js';
import { Random } from './random.js';
import { english } from './reviews-en.js';
import { chinese } from './reviews-zh.js';

/**
 * @typedef {'good' | 'bad'} Opinion
 * @typedef {'plain' | 'negated' | 'conceded'} ClauseKind
 *
 * @typedef {object} ReviewLexicon
 * @property {Record<Opinion, string>} labels as readers see them
 * @property {string[][]} things what is judged; a review keeps to one list
 * @property {Record<Opinion, string[]>} words of praise and of blame
 * @property {Record<ClauseKind, string[]>} clauses with one {thing} and one {word}
 * @property {string[]} joints between two clauses of one opinion
 * @property {string[]} turns after what was conceded
 *
 * @typedef {object} ReviewOptions
 * @property {'en' | 'zh'} language
 * @property {number} seed
 * @property {number} sentences of the text without labels
 * @property {number} labelled reviews of each class in the pool
 * @property {number} tested reviews of each class in the test
 *
 * @typedef {object} Reviews
 * @property {string} text without labels, one review a line, words separated by single spaces
 * @property {string} pool label, tab, review
 * @property {string} test the same
 * @property {string[]} labels
 */

export const reviewLexicons = { en: english, zh: chinese };

/** @type {Opinion[]} */
const OPINIONS = ['good', 'bad'];
/** @type {Record<Opinion, Opinion>} */
const opposite = { good: 'bad', bad: 'good' };

/** Reviews take turns in these shapes: one in three uses plain clauses only. */
const shapes = /** @type {ClauseKind[][]} */ ([
  ['plain', 'plain'],
  ['plain', 'plain', 'plain'],
  ['negated', 'plain'],
  ['plain', 'negated'],
  ['conceded', 'plain'],
  ['conceded', 'plain', 'plain'],
]);

/** Words drawn without repetition. @param {string[]} list @param {number} count @param {Random} random */
function draw(list, count, random) {
  /** @type {string[]} */
  const drawn = [];
  while (drawn.length < count) {
    const word = random.pick(list);
    if (!drawn.includes(word)) drawn.push(word);
  }
  return drawn;
}

/**
 * One review.
 * @param {ReviewLexicon} lexicon @param {Opinion} opinion @param {ClauseKind[]} shape
 * @param {string[]} about @param {Random} random
 */
function review(lexicon, opinion, shape, about, random) {
  const things = draw(about, shape.length, random);
  const words = {
    good: draw(lexicon.words.good, shape.length, random),
    bad: draw(lexicon.words.bad, shape.length, random),
  };
  const parts = shape.flatMap((kind, i) => {
    const word = words[kind === 'plain' ? opinion : opposite[opinion]][i];
    const clause = random
      .pick(lexicon.clauses[kind])
      .replace('{thing}', things[i])
      .replace('{word}', word);
    if (i === 0) return [clause];
    return [random.pick(shape[i - 1] === 'conceded' ? lexicon.turns : lexicon.joints), clause];
  });
  return parts.join(' ');
}

/**
 * Reviews with their opinions: opinions, shapes and subjects take turns, then the order is
 * shuffled. None of them is in `taken`, to which they are added.
 * @param {ReviewLexicon} lexicon @param {number} count @param {Set<string>} taken
 * @param {Random} random
 */
function reviews(lexicon, count, taken, random) {
  const kinds = lexicon.things.flatMap((about) =>
    shapes.flatMap((shape) => OPINIONS.map((opinion) => ({ about, shape, opinion }))),
  );
  const made = Array.from({ length: count }, (_, turn) => {
    const { about, shape, opinion } = kinds[turn % kinds.length];
    for (;;) {
      const line = review(lexicon, opinion, shape, about, random);
      if (taken.has(line)) continue;
      taken.add(line);
      return { line, opinion };
    }
  });
  return random.shuffle(made);
}

/** @param {Partial<ReviewOptions>} [options] @returns {Reviews} */
export function generateReviews(options = {}) {
  const { language = 'en', seed = 1, sentences = 6000, labelled = 100, tested = 300 } = options;
  checkOptions({ language, seed, sentences, heldout: 0 });
  for (const [name, value] of Object.entries({ labelled, tested })) {
    if (!Number.isInteger(value) || value < 1 || value > 5000) {
      throw badParameter(name, value, 'a whole number from 1 to 5000');
    }
  }
  const lexicon = reviewLexicons[language];
  const random = new Random(seed);
  /** @type {Set<string>} */
  const taken = new Set();
  const part = (/** @type {number} */ count) => reviews(lexicon, count, taken, random);
  const withLabels = (/** @type {ReturnType<typeof part>} */ made) =>
    textOf(made.map(({ line, opinion }) => `${lexicon.labels[opinion]}\t${line}`));
  const text = textOf(part(sentences).map(({ line }) => line));
  const pool = withLabels(part(2 * labelled));
  const test = withLabels(part(2 * tested));
  return { text, pool, test, labels: OPINIONS.map((opinion) => lexicon.labels[opinion]) };
}
