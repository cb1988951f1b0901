/**
 * A text in which a word decides another one, some words further on: an order is read out and served
 * in the same order.
 *
 *     order tea soup rice bring tea soup rice
 *
 * With n dishes, each dish of the second half is decided by the word n + 1 places before it.
 */
import { Random } from '../../../../corpora/random.js';

/** @typedef {import('../../plans.js').Language} Language */

export const WORDS = {
  en: {
    order: 'order',
    bring: 'bring',
    dishes: ['tea', 'soup', 'rice', 'fish', 'eggs', 'nuts', 'figs', 'cake'],
  },
  zh: {
    order: '点',
    bring: '上',
    dishes: ['茶', '汤', '饭', '鱼', '面', '粥', '饼', '虾'],
  },
};

export const NEAREST = 2;
export const FARTHEST = 20;
const SENTENCES = 4000;
const SEED = 1;
/** At each distance so many dishes are asked for, at least. */
const ASKED = 60;

/** All distances. */
export const DISTANCES = Array.from({ length: FARTHEST - NEAREST + 1 }, (_, i) => NEAREST + i);

/** What is read before the dish at a place. @param {Language} language @param {string[]} dishes @param {number} place */
export const before = (language, dishes, place) => {
  const { order, bring } = WORDS[language];
  return [order, ...dishes, bring, ...dishes.slice(0, place)];
};

/**
 * The text, in which short orders are frequent, and orders to test with. None of those with four
 * dishes or more is in the text.
 * @param {Language} language
 * @returns {{text: string, tests: string[][][]}} tests: orders by distance, from NEAREST
 */
export function orders(language) {
  const { dishes } = WORDS[language];
  const random = new Random(SEED);
  const most = FARTHEST - 1;
  const draw = (/** @type {number} */ n) => Array.from({ length: n }, () => random.pick(dishes));
  const read = Array.from({ length: SENTENCES }, () =>
    draw(1 + random.below(1 + random.below(1 + random.below(most)))),
  );
  const known = new Set(read.map((order) => order.join(' ')));
  const unread = (/** @type {number} */ n) => {
    for (;;) {
      const order = draw(n);
      if (n < 4 || !known.has(order.join(' '))) return order;
    }
  };
  const tests = DISTANCES.map((distance) => {
    const n = distance - 1;
    return Array.from({ length: Math.ceil(ASKED / n) }, () => unread(n));
  });
  const lines = read.map((order) => before(language, order, order.length).join(' '));
  return { text: lines.join('\n'), tests };
}
