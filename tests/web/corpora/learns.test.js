import { describe, expect, it } from 'vitest';
import { analogiesText, presets } from '../../../web/corpora/index.js';
import { lexicons } from '../../../web/corpora/relations.js';
import { train } from '../../../web/src/api/index.js';

/** @param {string} id @param {Record<string, any>} options */
async function learn(id, options) {
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset?.analogies) throw new Error(`no corpus ${id}`);
  const model = await train({ corpus: { preset: id }, ...options });
  const { sections } = await model.evaluateWordAnalogies(analogiesText(preset.analogies));
  return { model, preset, sections };
}

describe.each(['relations-en', 'relations-zh'])('what is learnt from %s', (id) => {
  it.each([
    ['skip-gram', 'negative-sampling', 0.95],
    ['cbow', 'negative-sampling', 0.9],
    ['skip-gram', 'hierarchical-softmax', 0.8],
    ['cbow', 'hierarchical-softmax', 0.8],
  ])('%s with %s answers the analogies', async (kind, objective, least) => {
    const { model, sections } = await learn(id, { model: kind, objective, seed: 2 });
    for (const { correct, total } of sections) {
      expect(correct / total).toBeGreaterThanOrEqual(least);
    }
    await model.close();
  });

  it('the first questions have the answers a reader expects', async () => {
    const { model, preset } = await learn(id, { seed: 1 });
    const { nearest, analogy, oddOneOut, similarity } = preset.questions;
    const [a, b, c] = analogy;
    const [first] = await model.mostSimilar({ positive: [b, c], negative: [a] });
    const [neighbour] = await model.mostSimilar({ positive: [nearest] });
    expect(first.word).toBe(similarity[1]);
    expect(neighbour.word).toBe(similarity[1]);
    expect((await model.doesntMatch(oddOneOut)).word).toBe(oddOneOut[3]);
    expect(await model.similarity(similarity[0], similarity[1])).toBeGreaterThan(0.5);

    const { senses } = lexicons[preset.language];
    for (const { word, twins } of senses) {
      const top = await model.mostSimilar({ positive: [word], topn: 6 });
      expect(top.filter((entry) => twins.includes(entry.word)).length).toBeGreaterThanOrEqual(2);
    }
    await model.close();
  });
});
