import { expect, it } from 'vitest';
import { Random } from '../../../web/corpora/random.js';
import { countsOf } from '../../../web/src/experiments/lines.js';
import { rotation, turned, unit } from '../../../web/src/experiments/texts/procrustes.js';
import { sharedWords } from '../../../web/src/experiments/texts/shifts.js';
import { sentencesBehind, shuffledHalves } from '../../../web/src/experiments/texts/two-texts.js';

const random = new Random(5);
const numbers = (/** @type {number} */ n) =>
  Float64Array.from({ length: n }, () => random.below(2001) / 1000 - 1);

it.each([2, 5, 32])(
  'vectors that were turned and mirrored in %i dimensions are turned back',
  (d) => {
    const a = unit(numbers(60 * d), d);
    // An orthogonal matrix: two reflections, and one more for an odd determinant.
    let b = a.slice();
    for (let round = 0; round < 3; round++) {
      const axis = unit(numbers(d), d);
      b = b.map((value, i) => {
        const row = i - (i % d);
        let dot = 0;
        for (let j = 0; j < d; j++) dot += b[row + j] * axis[j];
        return value - 2 * dot * axis[i % d];
      });
    }
    const back = turned(b, rotation(b, a, d), d);
    for (const [i, value] of back.entries()) expect(value).toBeCloseTo(a[i], 6);
  },
);

it('what no vector has stays finite, and lengths stay', () => {
  const flat = Float64Array.from([1, 0, 0, 0, 1, 0, 1, 1, 0]); // all in one plane of three dimensions
  const r = rotation(flat, flat, 3);
  for (const [i, value] of turned(flat, r, 3).entries()) expect(value).toBeCloseTo(flat[i], 4);
});

it('shared words are those that both texts have often enough, the most frequent first', () => {
  const a = countsOf([['a', 'b', 'b', 'c', 'c', 'c']]);
  const b = countsOf([['c', 'b', 'b', 'b', 'd']]);
  expect(sharedWords(a, b, 1)).toEqual(['b', 'c']);
  expect(sharedWords(a, b, 3)).toEqual([]);
});

it('shuffled halves have the sizes of the texts and all of their sentences', () => {
  const a = Array.from({ length: 7 }, (_, i) => [`a${i}`]);
  const b = Array.from({ length: 4 }, (_, i) => [`b${i}`]);
  const [first, second] = shuffledHalves(a, b, 1);
  expect([first.length, second.length]).toEqual([7, 4]);
  expect([...first, ...second].flat().sort()).toEqual([...a, ...b].flat().sort());
  expect(shuffledHalves(a, b, 2)).not.toEqual([first, second]);
});

it('the sentences behind a word are those with its neighbours', () => {
  const sentences = [
    ['king', 'sat'],
    ['the', 'dog'],
    ['king', 'crown', 'palace'],
    ['king', 'crown'],
  ];
  const near = [{ word: 'crown' }, { word: 'palace' }];
  expect(sentencesBehind(sentences, 'king', near, 2)).toEqual([sentences[2], sentences[3]]);
});
