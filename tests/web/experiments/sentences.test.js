/** Which sentences did it? The parts that need no training. */
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../web/src/experiments/lines.js';
import { gradientOf } from '../../../web/src/experiments/sentences/asked.js';
import { askedOf } from '../../../web/src/experiments/sentences/asked-fields.js';
import { candidates, placebos } from '../../../web/src/experiments/sentences/candidates.js';
import { influenceOf, noiseOf } from '../../../web/src/experiments/sentences/influence.js';
import {
  MOST_SENTENCES,
  textWithout,
  workedOn,
} from '../../../web/src/experiments/sentences/text.js';
import { carrying, verdictOf } from '../../../web/src/experiments/sentences/verdict.js';
import { cosine, dot } from '../../../web/src/plots/vectors.js';

/** Weights of four words in three dimensions, none of them special. */
function weights() {
  const input = Float32Array.from({ length: 12 }, (_, i) => Math.sin(1 + i * 1.7));
  const output = Float32Array.from({ length: 12 }, (_, i) => Math.cos(2 + i * 2.3));
  const ids = new Map(['a', 'b', 'c', 'd'].map((word, id) => [word, id]));
  return { ids, dims: 3, input, output, noise: noiseOf([4, 3, 2, 1]) };
}

const row = (/** @type {Float32Array} */ m, /** @type {number} */ id) =>
  m.subarray(3 * id, 3 * id + 3);

/** @type {Record<string, [import('../../../web/src/experiments/sentences/asked.js').Asked, (w: ReturnType<typeof weights>) => number]>} */
const ASKED = {
  pair: [{ kind: 'pair', words: ['a', 'c'] }, ({ input }) => cosine(row(input, 0), row(input, 2))],
  analogy: [
    { kind: 'analogy', words: ['a', 'b', 'c', 'd'] },
    ({ input }) => {
      const unit = (/** @type {number} */ id) => {
        const v = row(input, id);
        return Array.from(v, (x) => x / Math.sqrt(dot(v, v)));
      };
      const u = unit(1).map((x, i) => x - unit(0)[i] + unit(2)[i]);
      return cosine(u, row(input, 3));
    },
  ],
  blank: [
    { kind: 'blank', words: ['a', '_', 'b'], answer: 'c' },
    ({ input, output, noise }) => {
      const h = Array.from({ length: 3 }, (_, i) => (input[i] + input[3 + i]) / 2);
      const scores = Array.from(noise, (share, id) => share * Math.exp(dot(h, row(output, id))));
      return Math.log(scores[2] / scores.reduce((x, y) => x + y));
    },
  ],
};

describe.each(Object.keys(ASKED))('%s', (kind) => {
  it('its gradient equals central differences', () => {
    const [asked, value] = ASKED[kind];
    const gradient = gradientOf(weights(), asked);
    for (const name of /** @type {const} */ (['input', 'output'])) {
      for (let at = 0; at < 12; at++) {
        const moved = (/** @type {number} */ by) => {
          const w = weights();
          w[name][at] += by;
          return value(w);
        };
        const expected = (moved(1e-3) - moved(-1e-3)) / 2e-3;
        const own = gradient[name].get(Math.floor(at / 3))?.[at % 3] ?? 0;
        expect(own, `${name} ${at}`).toBeCloseTo(expected, 3);
      }
    }
  });
});

describe('influence', () => {
  it('of Skip-gram is the expected update of a pass, times the gradient', () => {
    const w = weights();
    const gradient = gradientOf(w, { kind: 'pair', words: ['a', 'c'] });
    const settings = /** @type {const} */ ({ model: 'skip-gram', window: 1, negative: 2 });
    const own = influenceOf(w, gradient, settings)(['a', 'b', 'd']);
    const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
    const [a, slope] = [row(w.input, 0), /** @type {Float64Array} */ (gradient.input.get(0))];
    const o = row(w.output, 1); // only b is within one word of a; c is not there
    let expected = (1 - sigmoid(dot(a, o))) * dot(o, slope);
    w.noise.forEach((share, n) => {
      const other = row(w.output, n);
      expected -= 2 * share * sigmoid(dot(a, other)) * dot(other, slope);
    });
    expect(own).toBeCloseTo(expected, 10);
  });

  it('of a sentence without the words is 0', () => {
    const w = weights();
    const gradient = gradientOf(w, { kind: 'pair', words: ['a', 'c'] });
    const settings = /** @type {const} */ ({ model: 'skip-gram', window: 5, negative: 5 });
    expect(influenceOf(w, gradient, settings)(['b', 'd', 'b'])).toBe(0);
  });
});

describe('candidates', () => {
  const sentences = ['a x', 'y z', 'a b', 'a b', 'z y', 'b x', 'z z'].map((s) => s.split(' '));
  /** @type {import('../../../web/src/experiments/sentences/asked.js').Asked} */
  const asked = { kind: 'pair', words: ['a', 'b'] };
  const influence = (/** @type {string[]} */ s) => s.filter((w) => w === 'a' || w === 'b').length;

  it('are single sentences and groups, by influence', () => {
    const found = candidates(sentences, asked, influence);
    expect(found[0]).toEqual({ kind: 'best', sentences: [0, 2, 3], influence: 5 });
    expect(found[1]).toEqual({ kind: 'together', sentences: [2, 3], influence: 4 });
    const singles = found.filter(({ kind }) => kind === 'one').map((one) => one.sentences[0]);
    expect(singles).toEqual([2, 3, 0, 5]);
    // The two equal sentences are those that hold both words: one group is enough.
    expect(found.filter(({ kind }) => kind === 'equal')).toEqual([]);
  });

  it('are compared with as many others', () => {
    const found = candidates(sentences, asked, influence);
    const others = placebos(sentences, ['a', 'b'], found);
    expect(others.every((one) => one.sentences.every((i) => [1, 4, 6].includes(i)))).toBe(true);
    expect(others.map((one) => one.sentences.length)).toEqual([1, 1]); // two of three would be most
  });
});

describe('the verdict', () => {
  const base = [0.9, 0.92, 0.88];
  it('is evidence if the answer falls by more than luck', () => {
    expect(verdictOf(base, [0.3, 0.32, 0.28], []).verdict).toBe('evidence');
    expect(verdictOf(base, [0.3, 0.32, 0.28], []).effect).toBeCloseTo(0.6, 10);
  });
  it('is noise within the spread of the seeds, or of the effect itself', () => {
    expect(verdictOf(base, [0.89, 0.91, 0.87], []).verdict).toBe('noise');
    expect(verdictOf(base, [0.3, 0.9, 0.9], []).verdict).toBe('noise');
  });
  it('is noise if other sentences do as much', () => {
    expect(verdictOf(base, [0.6, 0.62, 0.58], [[0.5, 0.52, 0.48]]).verdict).toBe('noise');
  });
  it('knows what speaks against, and what is gone', () => {
    expect(verdictOf([0.1, 0.11], [0.8, 0.81], []).verdict).toBe('against');
    expect(verdictOf(base, [0.9, Number.NaN, 0.9], []).verdict).toBe('gone');
  });
  it('is carried by small groups with a quarter of the answer', () => {
    const of = { whole: base, logarithm: false, sentences: 100 };
    const group = (/** @type {number} */ size, /** @type {number} */ left) => ({
      ...verdictOf(base, [left, left + 0.02, left - 0.02], []),
      sentences: Array.from({ length: size }, (_, i) => i),
    });
    expect(carrying([group(3, 0.3)], of)).toHaveLength(1);
    expect(carrying([group(3, 0.8)], of)).toEqual([]); // evidence, but only a ninth
    expect(carrying([group(6, 0.3)], of)).toEqual([]); // too many sentences to be special
    expect(carrying([group(5, 0.1), group(1, 0.5)], of).map((one) => one.sentences.length)).toEqual(
      [1, 5],
    );
    // ln P falls by 0.4: a third of P is gone.
    const logs = { whole: [-1, -1.02, -0.98], logarithm: true, sentences: 100 };
    const fallen = { ...verdictOf(logs.whole, [-1.4, -1.42, -1.38], []), sentences: [0] };
    expect(carrying([fallen], logs)).toHaveLength(1);
  });
  it('of one seed is never evidence', () => {
    expect(verdictOf([0.9], [0.1], []).verdict).toBe('noise');
  });
});

describe('the text', () => {
  it('keeps a line for a struck sentence', () => {
    const sentences = sentencesOf('a b\n\n c  d \ne f');
    expect(sentences).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
    expect(textWithout(sentences, [1])).toBe('a b\n\ne f\n');
    expect(textWithout(sentences, [2])).toBe('a b\nc d\n\n');
  });
  it('is reduced to the sentences with the words if it is long', () => {
    const long = Array.from({ length: MOST_SENTENCES + 1 }, (_, i) => [i % 10 ? 'x' : 'a', 'y']);
    const { sentences, of } = workedOn(long, ['a', 'b']);
    expect(of).toBe(long.length);
    expect(sentences).toHaveLength(Math.ceil(long.length / 10));
    expect(workedOn(long.slice(1), ['a']).sentences).toHaveLength(MOST_SENTENCES);
    // A frequent word leaves room for a rare one, and is taken from the whole text.
    const rare = Array.from({ length: 20_000 }, (_, i) => [
      i % 1000 ? 'x' : 'rare',
      'often',
      `${i}`,
    ]);
    const kept = workedOn(rare, ['often', 'rare']).sentences;
    expect(kept.filter(([word]) => word === 'rare')).toHaveLength(20);
    expect(kept.length).toBeLessThanOrEqual(MOST_SENTENCES);
    expect(kept.length).toBeGreaterThan(MOST_SENTENCES * 0.9);
    expect(Number(kept.at(-1)?.[2])).toBeGreaterThan(19_000);
  });
});

describe('the address', () => {
  const read = (/** @type {Record<string, string>} */ fields) =>
    askedOf(new Map(Object.entries(fields)));
  it('names a question', () => {
    expect(read({ kind: 'pair', words: 'a,b' })).toEqual({ kind: 'pair', words: ['a', 'b'] });
    expect(read({ kind: 'blank', words: 'a _ b', answer: 'c' })).toEqual({
      kind: 'blank',
      words: ['a', '_', 'b'],
      answer: 'c',
    });
  });
  it('with mistakes is none', () => {
    expect(read({ kind: 'pair', words: 'a' })).toBe(null);
    expect(read({ kind: 'near', words: 'a,b' })).toBe(null);
    expect(read({ kind: 'blank', words: 'a b', answer: 'c' })).toBe(null);
    expect(read({})).toBe(null);
  });
});
