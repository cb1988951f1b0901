import { describe, expect, it } from 'vitest';
import { generateRelations, lexicons, topicsOf } from '../../../web/corpora/relations.js';
import { REACH, withheldPairs } from '../../../web/corpora/withheld.js';
import { linesOf, wordsOf } from './counting.js';

/** Ordered pairs within a trigram's reach, as "a b". @param {string} line */
function pairsOf(line) {
  const words = line.split(' ');
  return words.flatMap((word, i) =>
    words.slice(i + 1, i + 1 + REACH).map((next) => `${word} ${next}`),
  );
}

describe.each(/** @type {const} */ (['en', 'zh']))('withheld combinations, %s', (language) => {
  const withheld = withheldPairs(topicsOf(lexicons[language]));
  const heads = topicsOf(lexicons[language]).flatMap((topic) => topic.heads);

  it('are many, and the same every time', () => {
    expect(withheld.size).toBeGreaterThan(100);
    expect(withheldPairs(topicsOf(lexicons[language]))).toEqual(withheld);
  });

  it.each([1, 2, 3])(
    'never occur in training; every held-out sentence holds one, seed %i',
    (seed) => {
      const { text, heldout } = generateRelations({ language, seed });
      const trained = new Set(linesOf(text).flatMap(pairsOf));
      for (const pair of withheld) expect(trained).not.toContain(pair);
      for (const line of linesOf(heldout)) {
        expect(pairsOf(line).some((pair) => withheld.has(pair) && !trained.has(pair))).toBe(true);
      }
    },
  );

  it('have words that occur in training, often', () => {
    const { text, heldout } = generateRelations({ language });
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of wordsOf(heldout)) expect(counts.get(word)).toBeGreaterThan(20);
  });

  it('can be inferred: similar words stand in the three other places of a square', () => {
    const trained = new Set(linesOf(generateRelations({ language }).text).flatMap(pairsOf));
    const words = [...new Set([...trained].flatMap((pair) => pair.split(' ')))];
    const poolsOf = (/** @type {string} */ word) =>
      heads.flatMap(({ slots }) =>
        Object.entries(slots).flatMap(([slot, pool]) => (pool.includes(word) ? [slot] : [])),
      );
    const slots = new Map(words.map((word) => [word, new Set(poolsOf(word))]));
    const alike = (/** @type {string} */ a, /** @type {string} */ b) =>
      a !== b && [...(slots.get(a) ?? [])].some((slot) => slots.get(b)?.has(slot));
    for (const pair of withheld) {
      const [a, b] = pair.split(' ');
      const square = words.some(
        (x) =>
          trained.has(`${x} ${b}`) &&
          alike(x, a) &&
          words.some((y) => alike(y, b) && trained.has(`${a} ${y}`) && trained.has(`${x} ${y}`)),
      );
      expect(square, pair).toBe(true);
    }
  });

  it('has as many held-out sentences as asked for', () => {
    const count = (/** @type {number} */ heldout, sentences = 500) =>
      linesOf(generateRelations({ language, sentences, heldout }).heldout).length;
    expect(count(0.1)).toBe(50);
    expect(count(1)).toBe(500);
    expect(count(1e-9)).toBe(1);
  });

  it('the training text does not depend on how much is held out', () => {
    const text = (/** @type {number} */ heldout) =>
      generateRelations({ language, sentences: 500, heldout }).text;
    expect(text(0.5)).toBe(text(0.1));
    expect(text(0)).not.toBe(text(0.1));
  });
});
