/**
 * The reviews: short opinions on hotels in two classes. Many have no label, a few have one.
 *
 * Each class has 40 words of praise or blame. A few are frequent and most are rare, so a few
 * labelled reviews contain only a few of them. Text without labels groups these words: a review has
 * one opinion, so words of one class occur in the same reviews, and a language model predicts the
 * next one better if it remembers the opinion. In three of ten reviews a word expresses the opinion
 * of the other class, which the words around it show:
 *
 *   plain     superb pool                      means what its word means
 *   negated   the pool was not dreadful        means the opposite
 *   conceded  the pool sounded dreadful but …  the rest of the sentence decides
 *
 * The thing that is judged (room, view, breakfast …) does not depend on the class. No sentence of
 * the test is in the text or in the pool.
 */
import { badParameter, checkOptions, LATEST } from './checks.js';
import * as firstEnglish from './first-edition/reviews-en.js';
import * as firstChinese from './first-edition/reviews-zh.js';
import { textOf } from './grammar.js';
import { Random } from './random.js';
import { english } from './reviews-en.js';
import { chinese } from './reviews-zh.js';

/**
 * @typedef {'good' | 'bad'} Opinion
 * @typedef {'plain' | 'negated' | 'conceded'} ClauseKind
 *
 * @typedef {object} ReviewLexicon
 * @property {Record<Opinion, string>} labels as shown to readers
 * @property {string[]} things the things that are judged
 * @property {Record<Opinion, string[]>} words of praise and of blame, the frequent ones first
 * @property {Record<ClauseKind, string[]>} clauses with one {thing} and one {word}
 * @property {string} comma between two clauses of one opinion
 * @property {string} and before the last of them
 * @property {string[]} turns words that follow a concession
 *
 * @typedef {object} ReviewOptions
 * @property {'en' | 'zh'} language
 * @property {number} seed
 * @property {number} sentences of the text without labels
 * @property {number} labelled reviews of each class in the pool
 * @property {number} tested reviews of each class in the test
 * @property {import('./checks.js').Edition} edition
 *
 * @typedef {object} Reviews
 * @property {string} text without labels, one review per line, words separated by single spaces
 * @property {string} pool label, tab, review
 * @property {string} test the same
 * @property {string[]} labels
 */

/** The words by edition and language; the first edition remains for links that promise its weights. */
const editions = {
  1: { en: firstEnglish.english, zh: firstChinese.chinese },
  2: { en: english, zh: chinese },
};
export const reviewLexicons = editions[2];

/** @type {Opinion[]} */
const OPINIONS = ['good', 'bad'];
/** @type {Record<Opinion, Opinion>} */
const opposite = { good: 'bad', bad: 'good' };

/** The shapes of reviews, used in turn: three in ten contain words of both classes. */
const shapes = /** @type {ClauseKind[][]} */ ([
  ['plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain', 'plain'],
  ['plain', 'plain', 'plain', 'plain'],
  ['negated', 'plain', 'plain'],
  ['plain', 'negated', 'plain', 'plain'],
  ['conceded', 'plain', 'plain', 'plain'],
]);
const LONGEST = 4;

/**
 * Draws words without repetition, word r of n with probability 1/n (1/r + … + 1/n): as in real
 * text, a few words are frequent and many are rare.
 * @param {string[]} list @param {Random} random
 */
function draw(list, random) {
  /** @type {string[]} */
  const drawn = [];
  while (drawn.length < LONGEST) {
    const word = list[random.below(1 + random.below(list.length))];
    if (!drawn.includes(word)) drawn.push(word);
  }
  return drawn;
}

/**
 * One review.
 * @param {ReviewLexicon} lexicon @param {Opinion} opinion @param {ClauseKind[]} shape
 * @param {Random} random
 */
function review(lexicon, opinion, shape, random) {
  const things = random.shuffle([...lexicon.things]);
  const words = { good: draw(lexicon.words.good, random), bad: draw(lexicon.words.bad, random) };
  const parts = shape.flatMap((kind, i) => {
    const clause = random
      .pick(lexicon.clauses[kind])
      .replace('{thing}', things[i])
      .replace('{word}', words[kind === 'plain' ? opinion : opposite[opinion]][i]);
    if (i === 0) return [clause];
    if (shape[i - 1] === 'conceded') return [random.pick(lexicon.turns), clause];
    return [i === shape.length - 1 ? lexicon.and : lexicon.comma, clause];
  });
  return parts.join(' ');
}

/**
 * Generates reviews with their opinions. Opinions and shapes are used in turn; then the order is
 * shuffled. None of the reviews is in `taken`; they are added to it.
 * @param {ReviewLexicon} lexicon @param {number} count @param {Set<string>} taken
 * @param {Random} random
 */
function reviews(lexicon, count, taken, random) {
  const kinds = shapes.flatMap((shape) => OPINIONS.map((opinion) => ({ shape, opinion })));
  const made = Array.from({ length: count }, (_, turn) => {
    const { shape, opinion } = kinds[turn % kinds.length];
    for (;;) {
      const line = review(lexicon, opinion, shape, random);
      if (taken.has(line)) continue;
      taken.add(line);
      return { line, opinion };
    }
  });
  return random.shuffle(made);
}

/** @param {Partial<ReviewOptions>} [options] @returns {Reviews} */
export function generateReviews(options = {}) {
  const { language = 'en', seed = 1, sentences = 5000 } = options;
  const { labelled = 100, tested = 300, edition = LATEST } = options;
  checkOptions({ language, seed, sentences, heldout: 0, edition });
  for (const [name, value] of Object.entries({ labelled, tested })) {
    if (!Number.isInteger(value) || value < 1 || value > 5000) {
      throw badParameter(name, value, 'a whole number from 1 to 5000');
    }
  }
  const lexicon = editions[edition][language];
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
