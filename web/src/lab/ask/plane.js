import { analogyPlane } from '../../plots/axes.js';
import { MAX_DRAWN } from '../slot.js';
import { question } from './question.js';

/** The positions of the words in the plane of the analogy, while the map shows it. */
export const plane = question({
  name: 'plane',
  needs: ['view', 'analogy'],
  pause: 90,
  suits: ({ slot, values }) => values.view === 'analogy' && slot.kind !== 'one-hot',
  ask: async ({ model, slot, words }) => {
    const { vocabulary } = slot;
    const rows = words.analogy.map((word) => vocabulary.findIndex((entry) => entry.word === word));
    if (rows.some((row) => row < 0)) return undefined;
    const vectors = await model.vectors({ matrix: 'input' });
    const count = Math.min(vocabulary.length, MAX_DRAWN);
    const [a, b, c] = rows;
    return analogyPlane(vectors, model.info.dimensions, [a, b, c], count);
  },
  keep: (slot, positions) => {
    slot.plane = positions;
  },
});
