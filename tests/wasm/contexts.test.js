import { expect, it } from 'vitest';
import { presets } from '../../web/corpora/presets.js';
import { create } from '../../web/src/api/index.js';
import { cosineLess } from '../../web/src/lab/ask/context-panel.js';
import { contexts } from '../../web/src/lab/ask/contexts.js';
import { Asking } from '../../web/src/lab/ask/question.js';
import { rowOf } from '../../web/src/plots/heat.js';

/** The example sentences must show what they are there for, with the page's own settings. */
it.each(['relations-en', 'relations-zh', 'polysemy-en', 'polysemy-zh'])(
  '%s: the same sense is nearer than the other one',
  async (id) => {
    const preset = /** @type {import('../../web/corpora/presets.js').Preset} */ (
      presets.find((one) => one.id === id)
    );
    const text = await preset.load();
    const { epochs, batch, vectorSize } = /** @type {any} any: numbers, some by model */ (
      preset.defaults
    );
    const ofElmo = (/** @type {any} any: see above */ value) => value?.elmo ?? value;
    const model = await create({
      model: 'elmo',
      corpus: text,
      tokenizer: 'space',
      epochs: ofElmo(epochs),
      batch: ofElmo(batch),
      vectorSize: ofElmo(vectorSize),
    });
    const vocabulary = await model.vocabulary();
    const known = new Set(vocabulary.map(({ word }) => word));
    const values = { corpus: id, layers: 2, places: null };
    const slot = { kind: 'elmo', model, vocabulary, known, values, running: false };
    const session = {
      store: { values: { ...values, first: null, second: null, third: null } },
      source: { textOf: async () => text },
      presetOf: () => preset,
      slot: () => slot,
    };
    // any: only what the question reads
    const asking = new Asking(/** @type {any} */ (session), /** @type {any} */ (slot));
    const similarities = async () => {
      const found = await contexts.ask(asking);
      const mean = found?.typical?.means[2];
      const row = (/** @type {'first' | 'second' | 'third'} */ which) => {
        const { words, layers = [] } = found?.[which] ?? { words: [] };
        const place = words.indexOf(found?.typical?.word ?? '');
        expect(place).toBeGreaterThanOrEqual(0);
        return rowOf(layers[2], place, words.length);
      };
      return [
        cosineLess(mean, row('first'), row('second')),
        cosineLess(mean, row('first'), row('third')),
      ];
    };
    await model.resume();
    const [other, same] = await similarities();
    expect(same).toBeGreaterThan(0.15);
    expect(other).toBeLessThan(0);
    await model.close();
  },
  60_000,
);
