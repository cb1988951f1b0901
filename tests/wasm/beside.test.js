/** Skip-gram's prediction of neighbours, as the core computes the same output layers for CBOW. */
import { describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { sigmoid, wordsBeside } from '../../web/src/lab/ask/beside-chances.js';
import { toyText } from './support.js';

describe('the words beside a word', () => {
  for (const objective of /** @type {const} */ ([
    'softmax',
    'hierarchical-softmax',
    'negative-sampling',
  ])) {
    it(`have the core's probabilities under ${objective}`, async () => {
      const options = { objective, vectorSize: 12, negative: 3, nsExponent: 0.6 };
      const model = await create({ corpus: toyText(40), model: 'cbow', ...options });
      await model.step(400);
      const all = model.info.vocabulary;
      const expected = await model.predictMiddle(['king', '_'], { topn: all });
      const found = await wordsBeside(model, 'king', all);
      if (!found) throw new Error('too large');
      expect(found).toHaveLength(all);
      const p = new Map(expected.map(({ word, probability }) => [word, probability]));
      for (const { word, probability } of found) {
        expect(Math.abs(probability - (p.get(word) ?? Number.NaN))).toBeLessThan(1e-5);
      }
      const falling = found.map(({ probability }) => probability);
      expect(falling).toEqual([...falling].sort((a, b) => b - a));
      await model.close();
    });
  }

  it('are learnt, and have scores under negative sampling only', async () => {
    const corpus = 'salt pepper\nice snow\n'.repeat(50);
    for (const objective of /** @type {const} */ (['softmax', 'negative-sampling'])) {
      const options = { objective, minCount: 1, sample: 0, epochs: 40, vectorSize: 8 };
      const model = await create({ corpus, model: 'skip-gram', ...options });
      await model.step(1e6);
      const [first] = (await wordsBeside(model, 'salt', 2)) ?? [];
      expect(first.word).toBe('pepper');
      if (objective === 'softmax') expect(first.score).toBeNull();
      else {
        const [v, o] = [
          await model.vector('salt'),
          await model.vector('pepper', { matrix: 'output' }),
        ];
        const product = v.reduce((sum, x, i) => sum + x * o[i], 0);
        expect(first.score).toBeCloseTo(sigmoid(product), 5);
      }
      await model.close();
    }
  });
});
